import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows from an event for clients. */
export const consumers: readonly Consumer[] = [
  // A move says nothing of clients: of what is updated, links alone are looked at.
  consumer({
    name: 'keep-client-deals',
    on: ['deal.created', 'deal.updated'],
    where: { detail: { links: { client: [{ exists: true }] } } },
    run: eachSubject(async () => {
      const { keepClientDeals } = await import('#clients/usecases/keep-client-deals')
      return keepClientDeals
    }),
  }),
]
