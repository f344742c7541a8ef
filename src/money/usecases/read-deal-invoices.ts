import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { InvoiceKind } from '#schemas/model'
import type { Invoice } from '#schemas/money/money'
import { openSeenFile } from '#usecases/deals/deal-file'
import { isAtBank, mayAct } from './money-rights'
import { readInvoices } from './read-invoices'

type Needs = Pick<Ports, 'deals' | 'money' | 'people' | 'rules' | 'gateFacts'>

/** An invoice, and whether whoever reads it issues and cancels such. */
export type DealInvoice = { readonly invoice: Invoice; readonly mayIssue: boolean }

/**
 * The invoices of a deal, the kinds that whoever reads it may make, what the deal comes to in kopecks (absent where it has no
 * amount in roubles), and whether whoever reads it looks after the bank.
 */
export type DealInvoices = {
  readonly invoices: readonly DealInvoice[]
  readonly kinds: readonly InvoiceKind[]
  readonly kopecks?: number
  readonly isAtBank: boolean
}

/** What the page of a deal shows of its invoices. */
export async function readDealInvoices(ports: Needs, caller: Caller, dealId: string): Promise<DealInvoices> {
  const { model } = await ports.rules.current()
  const { invoices: kinds = {}, bank } = model
  if (Object.keys(kinds).length === 0) return { invoices: [], kinds: [], isAtBank: false }
  const [invoices, { deal, people, mayEdit }] = await Promise.all([
    readInvoices(ports, caller, dealId),
    openSeenFile(ports, caller, dealId),
  ])
  const acts = (kind: string): boolean => {
    const by = Object.hasOwn(kinds, kind) ? kinds[kind]?.by : undefined
    return by !== undefined && mayAct(caller, by, deal.owner, people)
  }
  const { amount } = deal.fields
  const isOpen = deal.status !== 'lost' && deal.status !== 'cancelled'
  return {
    invoices: invoices.map((invoice) => ({ invoice, mayIssue: acts(invoice.kind) })),
    kinds: Object.values(kinds).filter(({ id }) => isOpen && (mayEdit || acts(id))),
    ...(deal.currency === 'RUB' && typeof amount === 'number' ? { kopecks: amount } : {}),
    isAtBank: bank !== undefined && isAtBank(caller, bank, people),
  }
}
