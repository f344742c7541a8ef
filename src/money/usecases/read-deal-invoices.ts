import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { InvoiceKind } from '#schemas/model'
import type { Invoice } from '#schemas/money/money'
import { openSeenFile } from '#usecases/deals/deal-file'
import { mayAct } from './money-rights'
import { readInvoices } from './read-invoices'

type Needs = Pick<Ports, 'deals' | 'money' | 'people' | 'rules' | 'gateFacts'>

/** An invoice, and whether whoever reads it issues and cancels such. */
export type DealInvoice = { readonly invoice: Invoice; readonly mayIssue: boolean }

/** The invoices of a deal, and the kinds that whoever reads it may make. */
export async function readDealInvoices(
  ports: Needs,
  caller: Caller,
  dealId: string,
): Promise<{ readonly invoices: readonly DealInvoice[]; readonly kinds: readonly InvoiceKind[] }> {
  const { model } = await ports.rules.current()
  const { invoices: kinds = {} } = model
  if (Object.keys(kinds).length === 0) return { invoices: [], kinds: [] }
  const [invoices, { deal, people, mayEdit }] = await Promise.all([
    readInvoices(ports, caller, dealId),
    openSeenFile(ports, caller, dealId),
  ])
  const acts = (kind: string): boolean => {
    const by = Object.hasOwn(kinds, kind) ? kinds[kind]?.by : undefined
    return by !== undefined && mayAct(caller, by, deal.owner, people)
  }
  const isOpen = deal.status !== 'lost' && deal.status !== 'cancelled'
  return {
    invoices: invoices.map((invoice) => ({ invoice, mayIssue: acts(invoice.kind) })),
    kinds: Object.values(kinds).filter(({ id }) => isOpen && (mayEdit || acts(id))),
  }
}
