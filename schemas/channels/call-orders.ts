/** A call that the program beside an exchange is asked for, and what became of that; nothing in it is a client’s. */
export type CallOrder = {
  readonly command: string
  readonly extension: string
  readonly talk: string
  readonly at: string
  readonly state: 'waiting' | 'handed' | 'calls' | 'refused'
  /** Why the exchange does not call, in its own words. */
  readonly why?: string
}

/** The calls of the last minute that one exchange is asked for, and when the program beside it was seen last. */
export type CallOrders = {
  readonly integration: string
  readonly rev: number
  readonly seenAt?: string
  /** When the question was signed that something was written down for last, by the clock beside the exchange. */
  readonly askedAt?: string
  readonly orders: readonly CallOrder[]
}
