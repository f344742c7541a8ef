/** An invoice as the accountant’s summary counts it, with the deal it is of; sums in kopecks. */
export type InvoicedMoney = {
  readonly deal: string
  readonly owner: string
  readonly pipeline: string
  readonly month: string
  /** When it was issued, in milliseconds. */
  readonly at: number
  readonly seller: string
  readonly invoiced: number
  readonly paid: number
  readonly refunded: number
}

/** A payment of a bank as the accountant’s summary counts it; sums in kopecks. */
export type PaidMoney = {
  readonly month: string
  readonly seller: string
  /** What came in: all of it is booked, an advance, still to be said what for, or for no invoice. */
  readonly received: number
  readonly booked: number
  readonly advance: number
  readonly waiting: number
  readonly other: number
  /** What went back to clients. */
  readonly back: number
}

/** Invoices and payments of a period; payments only for whoever sees all deals. */
export type PaperMoney = {
  readonly invoices: readonly InvoicedMoney[]
  readonly payments?: readonly PaidMoney[]
  /** What our legal entities are called. */
  readonly sellers: Readonly<Record<string, string>>
}
