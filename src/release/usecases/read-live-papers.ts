import { leftToPay } from '#domain/money/invoice-state'
import type { LivePaper } from '#release/domain/live-facts'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { KeptInvoice } from '#schemas/money/money'
import { inGroups } from '#usecases/in-groups'

type Needs = Pick<Ports, 'clock' | 'documents' | 'money'>

/** Deals that are looked at at once. */
const atOnce = 8

/**
 * Papers of some kinds of which something is still to be done: those of deals that are under way, and whatever of this year and
 * the last is not paid or signed yet, though its deal is over.
 */
export async function readLivePapers(
  { clock, documents, money }: Needs,
  kinds: ReadonlySet<string>,
  deals: readonly DealCard[],
): Promise<readonly LivePaper[]> {
  const year = Number(clock.now().slice(0, 4))
  const years = [String(year - 1), String(year)]
  const [issued, billed, ofDeals] = await Promise.all([
    Promise.all(years.map((one) => documents.issuedIn(one))),
    Promise.all(years.map((one) => money.issuedIn(one))),
    inGroups(deals, atOnce, async ({ id }) => Promise.all([documents.ofDeal(id), money.invoicesOf(id)])),
  ])
  const papers = [...issued.flat(), ...ofDeals.flatMap(([own]) => own)].filter(isDocumentLive)
  const invoices = [...billed.flat(), ...ofDeals.flatMap(([, own]) => own)].filter(isInvoiceLive)
  const all = new Map([...papers, ...invoices].filter(({ kind }) => kinds.has(kind)).map((one) => [one.id, one]))
  return [...all.values()].map(({ kind, dealId, number }) => ({ kind, deal: dealId, number: number ?? '' }))
}

function isDocumentLive({ stands, signedBy, signedUs, signedClient }: KeptDocument): boolean {
  if (stands === 'draft') return true
  if ((stands !== 'issued' && stands !== 'sent') || signedBy === undefined) return false
  return (signedBy !== 'us' && signedClient === undefined) || (signedBy !== 'client' && signedUs === undefined)
}

function isInvoiceLive(invoice: KeptInvoice): boolean {
  return invoice.cancelled === undefined && (!invoice.isIssued || leftToPay(invoice) > 0)
}
