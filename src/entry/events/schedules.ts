import type { Timed } from '#events/schedule'

/** What is done by the clock for whoever comes in. */
export const schedules: readonly Timed[] = [
  {
    name: 'warn-of-keys',
    when: { cron: '12 * * * *' },
    run: async (ports, at) => (await import('#entry/usecases/warn-of-keys')).warnOfKeys(ports, at),
  },
]
