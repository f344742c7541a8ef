import { oneLine, shareOfLines } from '#domain/money/deal-lines'
import { withRates } from '#domain/money/lines'
import type { Deal } from '#schemas/deal'
import type { InvoiceKind } from '#schemas/model'
import type { InvoiceLine } from '#schemas/money/money'

type Selling = {
  readonly deal: Pick<Deal, 'title' | 'fields'>
  readonly kind: Pick<InvoiceKind, 'share'>
  /** The lines of the deal; none where its amount is written by hand. */
  readonly sold: readonly InvoiceLine[]
}

/** What an invoice of a kind bills of what a deal sells, each line with its rate of VAT. */
export function linesFor({ deal, kind, sold }: Selling, vat: number | undefined): readonly InvoiceLine[] {
  const whole = sold.length === 0 ? [oneLine(deal)] : sold
  return withRates(shareOfLines(whole, { percent: kind.share, name: deal.title, vat }), vat)
}
