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
  const said = new Map((await exchange.saidOf(issued.map(({ id }) => id))).map((one) => [one.invoice, one]))
  return issued.flatMap((invoice) => {
    const one = said.get(invoice.id)
    return one === undefined ? [] : [{ invoice, said: one }]
  })
}
