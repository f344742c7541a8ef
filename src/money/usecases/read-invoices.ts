import type { Caller } from '#domain/kernel/access'
import { shownInvoice } from '#domain/money/invoice-state'
import { moneyRefusal } from '#money/words/money-refusal'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Invoice } from '#schemas/money/money'
import { openSeenFile } from '#usecases/deals/deal-file'
import { freshDrafts } from './fresh-draft'

type Needs = Pick<Ports, 'deals' | 'money' | 'people' | 'rules' | 'gateFacts'>

/** All invoices of a deal, the oldest first, for whoever may see the deal. */
export async function readInvoices(ports: Needs, caller: Caller, dealId: string): Promise<Invoice[]> {
  const { deal, newest } = await openSeenFile(ports, caller, dealId)
  const invoices = await ports.money.invoicesOf(dealId)
  return (await freshDrafts(ports, invoices, { deal, model: newest.model })).map(shownInvoice)
}

/** One invoice; one of a deal that the caller may not see is unknown. */
export async function readInvoice(ports: Needs, caller: Caller, id: string): Promise<Invoice> {
  const found = await ports.money.findInvoice(id)
  if (found === undefined) throw moneyRefusal('invoice_unknown', { id })
  try {
    const { deal, newest } = await openSeenFile(ports, caller, found.dealId)
    const [invoice = found] = await freshDrafts(ports, [found], { deal, model: newest.model })
    return shownInvoice(invoice)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'deal_unknown') throw moneyRefusal('invoice_unknown', { id })
    throw error
  }
}
