import { commonRate, linesKopecks, linesVat } from '#domain/money/lines'
import { sellerOf } from '#domain/money/deal-lines'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { InvoiceKind, Model } from '#schemas/model'
import type { InvoiceLine, KeptInvoice } from '#schemas/money/money'
import { linesFor } from './lines-for'

type Around = { readonly deal: Deal; readonly model: Model; readonly sold: readonly InvoiceLine[] }

/**
 * A draft with the lines and the amount that its deal has now; what is issued, and what somebody gave lines of its own, stays
 * as it is. Where the deal comes to nothing now, too: whoever issues it is told by its amount.
 */
export function freshDraft(invoice: KeptInvoice, { deal, model, sold }: Around): KeptInvoice {
  const kind = kindIn(model, invoice.kind)
  if (invoice.isIssued || invoice.cancelled !== undefined || invoice.followsDeal !== true || kind === undefined)
    return invoice
  const vat = sellerOf(model, deal.pipeline)?.vat
  const lines = linesFor({ deal, kind, sold }, vat)
  if (linesKopecks(lines) <= 0) return invoice
  return {
    ...invoice,
    lines: [...lines],
    kopecks: linesKopecks(lines),
    vatPercent: commonRate(lines, vat) ?? null,
    vatKopecks: linesVat(lines, vat),
  }
}

function kindIn({ invoices = {} }: Model, id: string): InvoiceKind | undefined {
  return Object.hasOwn(invoices, id) ? invoices[id] : undefined
}

/** The same for several of one deal: its lines are read once, and only where there is a draft that follows them. */
export async function freshDrafts(
  { deals }: Pick<Ports, 'deals'>,
  invoices: readonly KeptInvoice[],
  around: Omit<Around, 'sold'>,
): Promise<readonly KeptInvoice[]> {
  if (!invoices.some(({ isIssued, followsDeal }) => !isIssued && followsDeal === true)) return invoices
  const sold = await deals.linesOf(around.deal.id)
  return invoices.map((invoice) => freshDraft(invoice, { ...around, sold }))
}
