import { buyerNames } from '#documents/domain/template/known-values'
import { printDeal, printed as printedOf, printSeller } from '#documents/domain/printing/print-values'
import { printLines, printTotals } from '#documents/domain/printing/print-lines'
import { documentRefusal } from '#documents/words/document-refusal'
import { areTooLong, oneLine, sellerOf } from '#domain/money/deal-lines'
import { mostLineLetters } from '#domain/money/lines'
import { clientFacts } from '#domain/rules/client-facts'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Printed, PrintedValue } from '#schemas/documents/printed'
import type { DocumentKind, Model } from '#schemas/model'
import type { InvoiceLine, KeptInvoice } from '#schemas/money/money'
import { kindOfField } from '#documents/domain/template/known-values'
import type { Scene } from './document-scene'

type Needs = Pick<Ports, 'deals' | 'gateFacts' | 'money'>
type Values = Readonly<Record<string, PrintedValue>>

/** Everything that is to be printed but genitives, with whose document it is. */
export type Gathered = Omit<Printed, 'forms'> & {
  readonly seller: string
  readonly buyer: string
  readonly total: number
  /** Genitives that somebody wrote into a card or into the rules. */
  readonly confirmed: Readonly<Record<string, string>>
}

/**
 * Gathers what a document of a deal prints: fields of the deal, the cards of its clients, our own legal entity, lines, and
 * the invoice it is of. Refuses where the invoice is not issued, and where what the kind needs is empty, naming all of it.
 */
export async function gatherPrinted(
  ports: Needs,
  { deal, people, rules: { model }, kind }: Scene,
  given?: readonly InvoiceLine[],
): Promise<Gathered> {
  const [clients, invoices, sold] = await Promise.all([
    readClients(ports, deal, model),
    ports.money.invoicesOf(deal.id),
    ports.deals.linesOf(deal.id),
  ])
  const seller = sellerOf(model, deal.pipeline)
  const invoice = invoiceOf(kind, invoices, model)
  const own = sold.length === 0 ? (billedLines(invoices, model) ?? [oneLine(deal)]) : sold
  const lines = given ?? invoice?.lines ?? own
  if (areTooLong(lines)) throw dealRefusal('field_value.lines_long', { most: mostLineLetters })
  const values: Values = {
    ...printDeal(deal, model, people.employees),
    ...clients,
    ...printSeller(seller),
    ...printTotals(lines, seller?.vat),
    ...printInvoice(invoice),
    number: ['text', null],
    date: ['date', null],
  }
  refuseEmpty(kind, values, model)
  const name = values['client.legal_name']?.[1] ?? values['client.name']?.[1] ?? deal.client.name
  return {
    language: kind.language,
    values: { ...values, 'client.name': ['text', String(values['client.name']?.[1] ?? deal.client.name ?? '')] },
    lists: { lines: printLines(lines, { vat: seller?.vat, language: kind.language }) },
    seller: seller?.id ?? '',
    buyer: typeof name === 'string' ? name : '',
    total: Number(values['total']?.[1] ?? 0),
    confirmed: { 'client.signer': String(values['client.signer_genitive']?.[1] ?? '') },
  }
}

async function readClients({ gateFacts }: Pick<Ports, 'gateFacts'>, deal: Deal, model: Model): Promise<Values> {
  const facts = clientFacts(model.clients)
  const names = [...facts.keys(), ...buyerNames.map((name) => `client.${name}`)]
  const { values } = await gateFacts.find(deal, names)
  return Object.fromEntries(
    names.map((name): [string, PrintedValue] => {
      const field = facts.get(name)?.field
      const kind = field === undefined ? 'text' : kindOfField(field)
      return [name, [kind ?? 'text', printedOf(values[name] ?? null, field ?? {}, {})]]
    }),
  )
}

/** The newest issued invoice of the kind that a document prints; undefined for kinds that print none. */
export function invoiceOf(
  { invoice, name }: Pick<DocumentKind, 'invoice' | 'name'>,
  invoices: readonly KeptInvoice[],
  { invoices: kinds = {} }: Pick<Model, 'invoices'>,
): KeptInvoice | undefined {
  if (invoice === undefined) return undefined
  const found = invoices.filter((one) => one.kind === invoice && one.isIssued && one.cancelled === undefined).at(-1)
  if (found !== undefined) return found
  throw documentRefusal('document_needs.invoice', { name, title: kinds[invoice]?.name ?? invoice })
}

/**
 * What the whole of a deal was billed as: the lines of the newest issued invoice for all of it, else of a draft that was given
 * lines of its own. An invoice for a part, such as an advance, says nothing of what is sold.
 */
function billedLines(
  invoices: readonly KeptInvoice[],
  { invoices: kinds = {} }: Pick<Model, 'invoices'>,
): readonly InvoiceLine[] | undefined {
  const live = invoices.filter(({ kind, cancelled }) => cancelled === undefined && (kinds[kind]?.share ?? 100) === 100)
  const issued = live.findLast(({ isIssued }) => isIssued)
  return (issued ?? live.findLast(({ followsDeal }) => followsDeal !== true))?.lines
}

function printInvoice(invoice: KeptInvoice | undefined): Values {
  if (invoice === undefined) return {}
  return {
    'invoice.number': ['text', invoice.number],
    'invoice.date': ['date', invoice.on],
    'invoice.due': ['date', invoice.dueOn],
  }
}

function refuseEmpty({ name, needs }: DocumentKind, values: Values, { fields, clients }: Model): void {
  const empty = needs.filter((need) => (values[need]?.[1] ?? '') === '')
  if (empty.length === 0) return
  const facts = clientFacts(clients)
  const named = empty.map((need) => fields[need]?.name ?? facts.get(need)?.field.name ?? need)
  throw documentRefusal('document_needs.filled', { name, names: named }, { empty })
}
