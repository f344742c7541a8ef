import type { Timed } from '#events/schedule'

/** What is done by the clock for money. */
export const schedules: readonly Timed[] = [
  {
    name: 'settle-deals',
    when: { everyMinutes: 5 },
    run: async (ports) => (await import('#money/usecases/settle-deals')).settleDeals(ports),
  },
]
