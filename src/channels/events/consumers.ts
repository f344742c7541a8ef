import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** Who reads what came, and what its log says of what could not be read: alarms look for it. */
export const arrivalsConsumer = 'read-arrivals'
export const unreadableAlarm = 'arrival_unreadable'

/** What follows when something came. */
export const consumers: readonly Consumer[] = [
  // Reads what providers and sites have sent, and does what follows.
  consumer({
    name: arrivalsConsumer,
    on: ['arrival.received'],
    run: eachSubject(async () => {
      const { readArrivals } = await import('#channels/usecases/read-arrivals')
      return async (ports, event) => {
        const read = await readArrivals(ports, event)
        if (read?.state === 'unreadable')
          console.error(JSON.stringify({ level: 'alarm', alarm: unreadableAlarm, arrival: event.id }))
      }
    }),
  }),
  // Sends what was written to clients, once at once; what the provider has no time for is tried again by the clock.
  consumer({
    name: 'send-messages',
    on: ['message.queued'],
    visibilityTimeoutSeconds: 180,
    run: eachSubject(async () => (await import('#channels/usecases/send-messages')).sendQueued),
  }),
]
