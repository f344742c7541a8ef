import type { Timed } from '#events/schedule'

/** What is done by the clock for clients. */
export const schedules: readonly Timed[] = [
  {
    name: 'find-duplicates',
    when: { cron: '15 4 * * *' },
    run: async (ports) => (await import('#clients/usecases/duplicates/find-duplicates')).findDuplicates(ports),
  },
  {
    name: 'announce-over',
    when: { cron: '35 * * * *' },
    run: async (ports, at) => (await import('#clients/usecases/keeping/announce-over')).announceOver(ports, at),
  },
  {
    name: 'keep-requests',
    when: { cron: '55 * * * *' },
    run: async (ports) => (await import('#clients/usecases/requests/keep-requests')).keepRequests(ports),
  },
  {
    name: 'erase-restricted',
    when: { cron: '40 2 * * *' },
    run: async (ports, at) => (await import('#clients/usecases/erase-client')).eraseRestricted(ports, at),
  },
  {
    name: 'turn-reading',
    when: { cron: '20 1 * * *' },
    run: async (ports, at) => (await import('#clients/usecases/reading/read-reading')).turnReading(ports, at),
  },
]
