/** An invoice as a payment is held against it. Amounts are kopecks. */
export type MatchInvoice = {
  readonly id: string
  readonly number: string
  readonly on: string
  readonly inn: string
  /** What the buyer is called, where it is known. */
  readonly buyer?: string
  readonly kopecks: number
  /** What is booked on it already. */
  readonly paid: number
  readonly isCancelled?: boolean
  /** What of `paid` is by the word of another system alone, and until which day that knew. */
  readonly told?: { readonly kopecks: number; readonly until: string }
  readonly seller?: string
}

/** A payment as the bank told of it, and which of our companies got it, where that is known. */
export type MatchPayment = {
  readonly direction: 'in' | 'out' | 'own' | 'none'
  readonly kopecks: number
  readonly bookedOn: string
  /** Who is on the other side. */
  readonly inn: string
  readonly purpose: string
  readonly seller?: string
}

/** What may be booked without anybody looking: what number and INN agree on, nothing, or what INN and amount agree on too. */
export type MatchAlone = 'number_and_inn' | 'nothing' | 'inn_and_amount'

export type Share = {
  readonly invoice: string
  readonly kopecks: number
  /** It is the money that another system said to be paid. */
  readonly inPlace?: boolean | undefined
}

/** What to do with a payment, and by which rule. What is left over after its shares is an advance of the client. */
export type Match =
  | { readonly do: 'book' | 'refund'; readonly rule: string; readonly shares: readonly Share[] }
  | { readonly do: 'suggest' | 'suggest_refund'; readonly rule: string; readonly invoices: readonly string[] }
  | { readonly do: 'ignore' | 'none'; readonly rule: string }

export type Among = {
  readonly invoices: readonly MatchInvoice[]
  readonly ourInns: readonly string[]
  readonly alone: MatchAlone
}

/** What remains to be paid of an invoice; nothing of one that is cancelled. */
export function leftOf({ kopecks, paid, isCancelled }: MatchInvoice): number {
  return isCancelled === true ? 0 : Math.max(0, kopecks - paid)
}
