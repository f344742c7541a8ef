import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows from an event for documents. */
export const consumers: readonly Consumer[] = [
  // Printing a long document takes a second, so few are printed at once.
  consumer({
    name: 'make-documents',
    on: ['deal.created', 'deal.moved', 'deal.reopened', 'deal.event_posted'],
    batchSize: 5,
    visibilityTimeoutSeconds: 180,
    run: eachSubject(async () => (await import('#documents/usecases/make-by-stage')).makeByStage),
  }),
]
