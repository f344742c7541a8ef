import type { Timed } from '#events/schedule'

/** What is done by the clock for files that are loaded in the background. */
export const schedules: readonly Timed[] = [
  {
    name: 'go-on-loading',
    when: { everyMinutes: 1 },
    run: async (ports) => (await import('#loads/usecases/run-loads')).runWaiting(ports),
  },
]
