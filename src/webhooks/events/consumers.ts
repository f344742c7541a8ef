import { consumer, type Consumer } from '#events/consumer'
import { eventNames } from '#schemas/event-names'

/** What follows from an event for the addresses it is posted to. */
export const consumers: readonly Consumer[] = [
  // Puts events on their way to webhooks. A first attempt is made at once and may take 15 seconds, so it is given time.
  consumer({
    name: 'queue-webhooks',
    on: [...eventNames],
    visibilityTimeoutSeconds: 180,
    run: async (ports, events) => (await import('#webhooks/usecases/queue-webhooks')).queueWebhooks(ports, events),
  }),
]
