import { isPlausible, mostMinor } from '#domain/kernel/money'
import { isInn } from '#domain/kernel/requisites'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { areTooLong, sellerOf as sellerIn } from '#domain/money/deal-lines'
import { commonRate, linesKopecks, linesVat, mostLineLetters, withRates } from '#domain/money/lines'
import { shownInvoice } from '#domain/money/invoice-state'
import { moneyRefusal } from '#money/words/money-refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { InvoiceKind, Model, Seller } from '#schemas/model'
import type { Buyer, Invoice, InvoiceLine, KeptInvoice, MakeInvoice } from '#schemas/money/money'
import { answerWith, once, type Command } from '#usecases/command'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'
import { linesFor } from './lines-for'
import { mayAct } from './money-rights'
import { decideMoney } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'ids' | 'money' | 'people' | 'rules' | 'gateFacts'>

/** How many invoices a deal may have. */
const mostInvoices = 100

/**
 * Makes the draft of an invoice: of the given lines, or of one with the title and the amount of the deal. Whoever may change
 * the deal makes it, and whoever issues it. Refuses what the file does not know, and amounts that are nothing.
 */
export function makeInvoice(ports: Needs, command: Command, dealId: string, input: MakeInvoice): Promise<Invoice> {
  return once(ports, command, async () => {
    const { deal, model, kind } = await openFor(ports, command, dealId, input.kind)
    const at = ports.clock.now()
    const sold = await ports.deals.linesOf(dealId)
    const made = { id: ports.ids.next('inv'), deal, model, kind, input, sold, at, by: command.caller.actor.id }
    const invoice = draftInvoice(made)
    return decideMoney(ports, `The invoices of ${dealId} were changed`, async () => {
      const own = await ports.money.invoicesOf(dealId)
      if (own.length >= mostInvoices) throw moneyRefusal('invoice_state.too_many', { most: mostInvoices })
      const answer = shownInvoice(invoice)
      return { change: { invoices: [{ invoice }], ...answered(command, answer, at) }, answer }
    })
  })
}

/** Opens a deal for whoever may issue such an invoice, or change the deal. */
async function openFor(ports: Needs, { caller }: Command, dealId: string, kindId: string) {
  const [found, people, { model }] = await Promise.all([
    ports.deals.find(dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  const issues = model.invoices?.[kindId]?.by
  if (found !== undefined && issues !== undefined && mayAct(caller, issues, found.owner, people))
    return { deal: found, model, kind: kindOf(model, kindId) }
  const { deal, mayEdit } = await openSeenFile(ports, caller, dealId)
  if (!mayEdit) refuseReader(deal)
  return { deal, model, kind: kindOf(model, kindId) }
}

/** A stored answer to a repeated request, written with the effect. */
export function answered(command: Command, body: unknown, at: string) {
  const { answer } = answerWith(command, body)
  return answer === undefined ? {} : { answer: { ...answer, at } }
}

/** The kind of that id in the file, or a refusal that lists the ones there are. */
export function kindOf({ invoices = {} }: Model, id: string): InvoiceKind {
  const kind = Object.hasOwn(invoices, id) ? invoices[id] : undefined
  if (kind !== undefined) return kind
  const known = Object.keys(invoices)
  if (known.length === 0) throw moneyRefusal('money_unset.invoices')
  throw moneyRefusal('field_value.invoice_kind', { id, known }, { known })
}

function sellerOf(model: Model, pipeline: string): Seller {
  const seller = sellerIn(model, pipeline)
  if (seller === undefined) throw moneyRefusal('money_unset.sellers')
  return seller
}

function linesOf({ deal, kind, input, sold }: Drafting, vat: number | undefined): readonly InvoiceLine[] {
  const lines = input.lines === undefined ? linesFor({ deal, kind, sold }, vat) : withRates(input.lines, vat)
  if (areTooLong(lines)) throw dealRefusal('field_value.lines_long', { most: mostLineLetters })
  if (!isPlausible(linesKopecks(lines))) throw dealRefusal('field_value.lines_sum', { most: mostMinor })
  if (linesKopecks(lines) > 0) return lines
  throw moneyRefusal('field_value.no_amount', { title: deal.title })
}

type Drafting = {
  readonly id: string
  readonly deal: Deal
  readonly model: Model
  readonly kind: InvoiceKind
  readonly input: MakeInvoice
  /** The lines of the deal; none where its amount is written by hand. */
  readonly sold: readonly InvoiceLine[]
  readonly at: string
  readonly by: string
}

/** The draft of an invoice as it is written. Refuses closed deals, other currencies, and amounts that are nothing. */
export function draftInvoice(drafting: Drafting): KeptInvoice {
  const { id, deal, model, kind, input, at, by } = drafting
  if (deal.status === 'lost' || deal.status === 'cancelled')
    throw moneyRefusal('invoice_state.deal_closed', { title: deal.title })
  if (deal.currency !== 'RUB') throw moneyRefusal('field_value.not_roubles', { currency: deal.currency })
  const seller = sellerOf(model, deal.pipeline)
  const { vat } = seller
  const lines = linesOf(drafting, vat)
  const buyer: Buyer = input.buyer ?? { name: deal.client.name ?? deal.title }
  if (buyer.inn !== undefined && !isInn(buyer.inn)) throw moneyRefusal('field_value.inn', { inn: buyer.inn })
  return {
    id,
    version: 1,
    isIssued: false,
    ...(input.lines === undefined ? { followsDeal: true as const } : {}),
    dealId: deal.id,
    kind: kind.id,
    name: kind.name,
    seller: seller.id,
    number: null,
    on: null,
    dueOn: null,
    buyer,
    lines: [...lines],
    kopecks: linesKopecks(lines),
    vatPercent: commonRate(lines, vat) ?? null,
    vatKopecks: linesVat(lines, vat),
    shares: [],
    createdAt: at,
    createdBy: by,
  }
}
