import type { Timed } from '#events/schedule'
import { sweepDue } from '#usecases/tasks/sweep-due'

/** What is done by the clock for tasks. */
export const schedules: readonly Timed[] = [
  { name: 'sweep-due', when: { everyMinutes: 5 }, locally: { everyMinutes: 1 }, run: sweepDue },
  // Every hour, because somebody who is ill says so in the morning.
  {
    name: 'stand-in',
    when: { cron: '15 * * * *' },
    run: async (ports, at) => (await import('#usecases/tasks/stand-in')).standIn(ports, at),
  },
]
