import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows when a file of 1C is whole. */
export const consumers: readonly Consumer[] = [
  // Reads what 1C has sent, and does what it says. What is left of a large file is done by the clock.
  consumer({
    name: 'read-exchange',
    on: ['exchange.received'],
    visibilityTimeoutSeconds: 180,
    run: eachSubject(async () => (await import('#exchange/usecases/read-files')).readReceived),
  }),
]
