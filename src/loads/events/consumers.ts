import { consumer, type Consumer } from '#events/consumer'
import { eachSubject } from '#events/side-by-side'

/** What follows when somebody wants a file loaded. */
export const consumers: readonly Consumer[] = [
  // One file at a time and long enough for one: what is left of it is done by the clock.
  consumer({
    name: 'run-loads',
    on: ['load.asked'],
    batchSize: 1,
    visibilityTimeoutSeconds: 900,
    run: eachSubject(async () => (await import('#loads/usecases/run-loads')).runAsked),
  }),
]
