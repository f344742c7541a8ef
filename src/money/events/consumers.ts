import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows from an event for money. */
export const consumers: readonly Consumer[] = [
  consumer({
    name: 'make-invoices',
    on: ['deal.created', 'deal.moved', 'deal.reopened', 'deal.event_posted'],
    run: eachSubject(async () => (await import('#money/usecases/make-by-stage')).makeInvoicesByStage),
  }),
]
