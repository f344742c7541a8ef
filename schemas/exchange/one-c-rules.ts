import type { Origin } from '#schemas/rules/length'

/** What a status of 1C means for an invoice of ours. */
export const oneCMeanings = ['issued', 'paid', 'cancelled'] as const
export type OneCMeaning = (typeof oneCMeanings)[number]

/** What is exchanged with 1C, and whose word on money holds: that of the bank or that of 1C, never both. */
export type OneC = {
  readonly sends: 'invoices' | 'nothing'
  readonly believes: 'bank' | 'one_c'
  /** What lines of invoices become in 1C. */
  readonly items: 'services' | 'goods'
  /** Codes of statuses there. */
  readonly status: Readonly<Record<string, OneCMeaning>>
  readonly origin: Origin
}
