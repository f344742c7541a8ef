import type { Timed } from '#events/schedule'

/** What is done by the clock for somebody's day. */
export const schedules: readonly Timed[] = [
  {
    name: 'tell-mornings',
    when: { everyMinutes: 5 },
    locally: { everyMinutes: 1 },
    run: async (ports, at) => (await import('#workday/usecases/tell-mornings')).tellMornings(ports, at),
  },
  {
    name: 'hand-over',
    when: { everyMinutes: 1 },
    run: async (ports) => (await import('#workday/usecases/handovers')).goOnWithHandovers(ports),
  },
  {
    name: 'warn-behind',
    when: { cron: '20 * * * *' },
    run: async (ports, at) => (await import('#workday/usecases/warn-behind')).warnBehind(ports, at),
  },
]
