import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows when something came. */
export const consumers: readonly Consumer[] = [
  // Reads what providers and sites have sent, and does what follows.
  consumer({
    name: 'read-arrivals',
    on: ['arrival.received'],
    run: eachSubject(async () => (await import('#channels/usecases/read-arrivals')).readArrivals),
  }),
  // Sends what was written to clients, once at once; what the provider has no time for is tried again by the clock.
  consumer({
    name: 'send-messages',
    on: ['message.queued'],
    visibilityTimeoutSeconds: 180,
    run: eachSubject(async () => (await import('#channels/usecases/send-messages')).sendQueued),
  }),
]
