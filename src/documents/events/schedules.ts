import type { Timed } from '#events/schedule'

/** What is done by the clock for documents. */
export const schedules: readonly Timed[] = [
  {
    name: 'tell-documents',
    when: { everyMinutes: 5 },
    run: async (ports) => (await import('#documents/usecases/tell-deals')).tellDeals(ports),
  },
]
