import type { Timed } from '#events/schedule'

/** What is done by the clock for channels. */
export const schedules: readonly Timed[] = [
  {
    name: 'settle-calls',
    when: { everyMinutes: 1 },
    run: async (ports, at) => (await import('#channels/usecases/settle-calls')).settleCalls(ports, at),
  },
]
