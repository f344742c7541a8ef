import type { Timed } from '#events/schedule'

/** What is done by the clock for clients. */
export const schedules: readonly Timed[] = [
  {
    name: 'find-duplicates',
    when: { cron: '15 4 * * *' },
    run: async (ports) => (await import('#clients/usecases/duplicates/find-duplicates')).findDuplicates(ports),
  },
]
