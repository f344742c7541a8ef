import type { Ports } from '#ports/ports'
import type { SaidOfInvoice } from '#schemas/exchange/kept-exchange'
import type { KeptInvoice } from '#schemas/money/money'

/** An invoice of a deal, and what 1C has said of it. */
export type SaidHere = { readonly invoice: KeptInvoice; readonly said: SaidOfInvoice }

/** What 1C has said of the invoices of a deal, for whoever sees the deal; nothing is read where the rules exchange nothing. */
export async function saidOfDeal(
  { exchange, money, rules }: Pick<Ports, 'exchange' | 'money' | 'rules'>,
  dealId: string,
): Promise<readonly SaidHere[]> {
  const { model } = await rules.current()
  if (model.oneC === undefined) return []
  const issued = (await money.invoicesOf(dealId)).filter(({ isIssued }) => isIssued)
  const said = await Promise.all(issued.map(async (invoice) => ({ invoice, said: await exchange.saidOf(invoice.id) })))
  return said.flatMap(({ invoice, said: one }) => (one === undefined ? [] : [{ invoice, said: one }]))
}
