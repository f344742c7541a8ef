/** One hand of a deal’s clock: what it counts from, how far it has come, and when it is looked at next. */
export type ClockHand = {
  /** The instant it counts from: a hand that counts from another instant is a new one. */
  readonly from: string
  /** When it is looked at next; absent while it has nothing to say. */
  readonly at?: string
  /** 0: whether it is late at all; after that has been said: the step of its ladder that comes next. */
  readonly step: number
}

/**
 * The clock of one deal: what time alone will bring about. It is kept beside the deal, out of its version, and counts
 * only while the deal runs. Plain JSON that never leaves the store.
 */
export type DealClock = {
  readonly dealId: string
  /** Grows with every change of the clock. */
  readonly rev: number
  /** The visit its hands are of. */
  readonly visit: number
  /** `max_age` of the visit and its ladder. */
  readonly stuck?: ClockHand
  /** `max_idle` of the stage, from the last thing a person did that is known of; looking at it finds out the last. */
  readonly idle?: ClockHand
  /** The first reply that was promised. */
  readonly reply?: ClockHand
}
