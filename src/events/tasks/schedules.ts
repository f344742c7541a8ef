import type { Timed } from '#events/schedule'

/** What is done by the clock for tasks. */
export const schedules: readonly Timed[] = [
  {
    name: 'sweep-due',
    when: { everyMinutes: 5 },
    locally: { everyMinutes: 1 },
    run: async (ports, at) => (await import('#usecases/tasks/sweep-due')).sweepDue(ports, at),
  },
  // Every hour, because somebody who is ill says so in the morning.
  {
    name: 'stand-in',
    when: { cron: '15 * * * *' },
    run: async (ports, at) => (await import('#usecases/tasks/stand-in')).standIn(ports, at),
  },
]
