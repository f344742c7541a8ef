import type { KeptBatch, SentInvoice } from '#schemas/exchange/kept-exchange'

/** One answer holds so many bytes at most: a function may answer 6 MB, quotation marks counted twice. */
export const mostAnswerBytes = 3_500_000
/** One answer holds so many invoices at most. */
export const mostInvoices = 1_000

/** An invoice that may have changed since a base has seen it. */
export type Candidate = { readonly id: string; readonly on: string; readonly version?: number }

/** Those of the invoices that a base does not have as they are, in the order in which they were issued. */
export function changedSince(
  candidates: readonly Candidate[],
  sent: readonly SentInvoice[],
  from: string,
): readonly Candidate[] {
  const versions = new Map(sent.map(({ invoice, version }) => [invoice, version]))
  return candidates
    .filter(({ id, on, version }) => on >= from && (version === undefined || version > (versions.get(id) ?? 0)))
    .toSorted((one, other) => (`${one.on}#${one.id}` < `${other.on}#${other.id}` ? -1 : 1))
}

/**
 * What a base has once it says that it has a batch. Where the same was handed out twice, it has at least what was handed
 * out first: what changed in between comes again.
 */
export function batchAfter(
  was: KeptBatch | undefined,
  { items, documents }: Omit<KeptBatch, 'isConfirmed'>,
): KeptBatch {
  const first = new Map((was?.isConfirmed === false ? was.items : []).map((one) => [one.invoice, one]))
  return { isConfirmed: false, documents, items: items.map((one) => first.get(one.invoice) ?? one) }
}
