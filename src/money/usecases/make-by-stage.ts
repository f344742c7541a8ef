import { isInn, isKpp } from '#domain/kernel/requisites'
import { Refusal } from '#domain/kernel/refusal'
import { madeNow } from '#domain/rules/made-now'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { InvoiceKind, Model } from '#schemas/model'
import type { Buyer } from '#schemas/money/money'
import { draftInvoice } from './make-invoice'
import { decideMoney } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/**
 * Makes the invoices that a stage makes by itself, as drafts and once a stay: the id of an invoice follows from deal, stay and
 * kind, so that an event that comes twice or late makes no second. A deal without an amount gets none: there is nothing to pay.
 */
export async function makeInvoicesByStage(ports: Needs, { detail: { dealId } }: DomainEvent): Promise<void> {
  const { model } = await ports.rules.current()
  const { invoices = {} } = model
  // Most companies have no invoices made by themselves, and nothing of the deal is read then.
  if (Object.keys(invoices).length === 0) return
  const deal = await ports.deals.find(dealId)
  if (deal === undefined) return
  for (const id of madeNow(model, deal)) {
    const kind = Object.hasOwn(invoices, id) ? invoices[id] : undefined
    // oxlint-disable-next-line no-await-in-loop -- few
    if (kind !== undefined) await makeOnce(ports, { deal, model, kind })
  }
}

async function makeOnce(
  ports: Needs,
  { deal, model, kind }: { readonly deal: Deal; readonly model: Model; readonly kind: InvoiceKind },
): Promise<void> {
  const id = `inv_${deal.id.slice('deal_'.length)}-${deal.visit.no}-${kind.id}`
  if ((await ports.money.findInvoice(id)) !== undefined) return
  const [buyer, sold] = await Promise.all([buyerOf(ports, deal), ports.deals.linesOf(deal.id)])
  await decideMoney(ports, `The invoices of ${deal.id} were changed`, async () => {
    const nothing = { change: {}, answer: undefined }
    const own = await ports.money.invoicesOf(deal.id)
    if (own.some((one) => one.id === id)) return nothing
    try {
      const input = { kind: kind.id, ...(buyer === undefined ? {} : { buyer }) }
      const invoice = draftInvoice({ id, deal, model, kind, input, sold, at: ports.clock.now(), by: 'stage' })
      return { change: { invoices: [{ invoice }] }, answer: undefined }
    } catch (error) {
      if (error instanceof Refusal) return nothing
      throw error
    }
  })
}

/** Who pays, by the card of whoever buys; undefined where the deal has no card. */
async function buyerOf({ gateFacts }: Pick<Ports, 'gateFacts'>, deal: Deal): Promise<Buyer | undefined> {
  const names = ['client.legal_name', 'client.name', 'client.inn', 'client.kpp']
  const { values } = await gateFacts.find(deal, names)
  const [legal = '', plain = '', inn = '', kpp = ''] = names.map((name) => String(values[name] ?? ''))
  const name = legal === '' ? plain : legal
  if (name === '') return undefined
  return { name, ...(isInn(inn) ? { inn } : {}), ...(isKpp(kpp) ? { kpp } : {}) }
}
