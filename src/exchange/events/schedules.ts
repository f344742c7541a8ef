import type { Timed } from '#events/schedule'

/** What is done by the clock for the exchange with 1C. */
export const schedules: readonly Timed[] = [
  {
    name: 'read-exchanges',
    when: { everyMinutes: 1 },
    run: async (ports) => (await import('#exchange/usecases/read-files')).readWaiting(ports),
  },
  {
    name: 'watch-exchanges',
    when: { cron: '25 * * * *' },
    run: async (ports, at) => (await import('#exchange/usecases/watch-exchanges')).watchExchanges(ports, at),
  },
]
