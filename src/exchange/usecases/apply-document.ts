import { invoiceIn, type ToldBuyer, type ToldDocument } from '#exchange/domain/told-document'
import { exchangeSaying } from '#exchange/words/exchange-refusal'
import { dateIn } from '#domain/time/zone'
import type { ExchangeNote, KeptBase, KeptFile, SaidOfInvoice } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { OneC } from '#schemas/exchange/one-c-rules'
import type { Model } from '#schemas/model'
import type { KeptInvoice } from '#schemas/money/money'
import type { Saying } from '#schemas/saying'
import { askAccountant } from './ask-accountant'
import { UnreadableFile } from './read-commerce'

/** What doing what 1C says needs. */
export type ApplyNeeds = Pick<
  Ports,
  'clock' | 'deals' | 'exchange' | 'ids' | 'language' | 'money' | 'people' | 'rules' | 'gateFacts' | 'toldPayments'
>

/** Whose words they are, and the rules by which they count. */
export type Applying = {
  readonly base: KeptBase
  readonly model: Model
  readonly oneC: OneC
  readonly source: string
  readonly today: string
  /** Takes over as whom 1C knows buyers already, for those whom it does not know from us. */
  readonly adopt: (buyers: readonly ToldBuyer[]) => Promise<void>
}

/** What is known of the invoices that some documents are about; what is said of one is noted in it, too. */
export type Known = { readonly invoices: ReadonlyMap<string, KeptInvoice>; readonly said: Map<string, SaidOfInvoice> }

type Applied = Pick<KeptFile, 'received' | 'booked' | 'refused' | 'notes'>

/** The rules by which what 1C says counts; refused where they say nothing of 1C. */
export async function openApplying(
  ports: ApplyNeeds,
  { base, source }: { readonly base: KeptBase; readonly source: string },
): Promise<Applying> {
  const { model } = await ports.rules.current()
  const { oneC } = model
  if (oneC === undefined) throw new UnreadableFile(exchangeSaying('rules_unset'))
  const sellers = base.seller === undefined ? Object.keys(model.sellers ?? {}) : [base.seller]
  const adopt = (buyers: readonly ToldBuyer[]) => adoptBuyers(ports, buyers, sellers)
  return { base, model, oneC, source, today: dateIn(model.calendar.timezone, ports.clock.now()), adopt }
}

/** Most buyers come with every exchange and are known: those alone are written who are not. */
async function adoptBuyers(
  { exchange }: Pick<ApplyNeeds, 'exchange'>,
  buyers: readonly ToldBuyer[],
  sellers: readonly string[],
): Promise<void> {
  const all = sellers.flatMap((seller) => buyers.map(({ id, inn }) => ({ otherwise: id, who: `inn:${inn}`, seller })))
  const known = all.length === 0 ? new Map<string, string>() : await exchange.counterparties(all)
  await exchange.keepCounterparties(all.filter(({ who, seller }) => !known.has(`${who}#${seller}`)))
}

/** What is known of the invoices that documents are about, read at once. */
export async function knownOf(
  { money, exchange }: Pick<ApplyNeeds, 'money' | 'exchange'>,
  documents: readonly ToldDocument[],
): Promise<Known> {
  const ids = [...new Set(documents.flatMap((told) => invoiceIn(told) ?? []))]
  const [invoices, said] = await Promise.all([money.findInvoices(ids), exchange.saidOf(ids)])
  return {
    invoices: new Map(invoices.map((one) => [one.id, one])),
    said: new Map(said.map((one) => [one.invoice, one])),
  }
}

/** Does what one document of 1C says. Said again, it changes nothing. */
export async function applyDocument(
  ports: ApplyNeeds,
  applying: Applying,
  { told, known }: { readonly told: ToldDocument; readonly known: Known },
): Promise<Applied> {
  const what = { id: told.id, operation: told.operation || 'Документ' }
  if (told.kind === 'other') return done([warning(exchangeSaying('not_read', what))])
  const invoice = known.invoices.get(invoiceIn(told) ?? '')
  if (invoice === undefined || !invoice.isIssued) return done([warning(exchangeSaying('not_ours', what))])
  const { seller } = applying.base
  if (seller !== undefined && seller !== invoice.seller)
    return refused(exchangeSaying('other_seller', { number: numberOf(invoice) }))
  switch (told.kind) {
    case 'order':
      return applyOrder(ports, applying, { told, invoice, known })
    case 'payment':
    case 'refund':
      return applyPayment(ports, applying, { told, invoice, known })
    case 'shipment':
      return applyShipment(ports, applying, { told, invoice, known })
  }
}

type About = { readonly told: ToldDocument; readonly invoice: KeptInvoice; readonly known: Known }

async function applyOrder(ports: ApplyNeeds, applying: Applying, { told, invoice, known }: About): Promise<Applied> {
  const was = known.said.get(invoice.id)
  const number = numberOf(invoice)
  const meaning = told.status === undefined ? undefined : own(applying.oneC.status, told.status)
  const notes: ExchangeNote[] = []
  if (told.kopecks !== undefined && told.kopecks !== invoice.kopecks)
    notes.push(warning(exchangeSaying('sum_differs', { number, there: told.kopecks, here: invoice.kopecks })))
  if (told.status !== undefined && meaning === undefined)
    notes.push(warning(exchangeSaying('status_unknown', { number, status: told.status })))
  const isCancelled = told.isCancelled === true || meaning === 'cancelled'
  const how = told.isDeleted === true ? 'deleted' : isCancelled ? 'cancelled' : undefined
  const isNews = was?.isDeleted !== true && was?.isCancelled !== true && invoice.cancelled === undefined
  if (how !== undefined && isNews) notes.push(...(await askAccountant(ports, applying, { invoice, how })))
  const isPaid = isPaidBy(told, meaning)
  const hasPayments = was?.hasPayments === true
  const isUnpaid = isPaid === false && !hasPayments
  const paid = await applyPaid(ports, applying, { told, invoice, isPaid, hasPayments })
  await keepSaid(
    ports,
    applying,
    { invoice, known },
    {
      number: told.numberThere,
      on: told.onThere,
      isPosted: told.isPosted,
      isDeleted: told.isDeleted,
      isCancelled: told.isCancelled === undefined && meaning !== 'cancelled' ? undefined : isCancelled,
      paidNumber: isUnpaid ? null : told.paidNumber,
      paidOn: isUnpaid ? null : told.paidOn,
      status: told.statusName ?? told.status,
    },
  )
  return { ...paid, notes: [...notes, ...paid.notes] }
}

/** Whether an order is said to be paid: by the payment it names, else by a word for it, else by its status. */
function isPaidBy({ isPaid, paidOn, paidNumber }: ToldDocument, meaning: string | undefined): boolean | undefined {
  if (isPaid === false) return false
  if (paidOn !== undefined || paidNumber !== undefined || isPaid === true || meaning === 'paid') return true
  return undefined
}

type Paying = Pick<About, 'told' | 'invoice'> & {
  readonly isPaid: boolean | undefined
  readonly hasPayments: boolean
}

/** By which what an order says of being paid is known again: of each invoice it is one payment, whatever number it has. */
function orderKey({ id }: KeptInvoice): string {
  return `order:${id}`
}

/**
 * An order is paid without a sum being told: what is left of its invoice. Where its payments come as documents, with their
 * sums, it is their word that counts.
 */
async function applyPaid(
  ports: ApplyNeeds,
  { oneC, today, source }: Applying,
  { told, invoice, isPaid, hasPayments }: Paying,
): Promise<Applied> {
  if (oneC.believes !== 'one_c' || isPaid === undefined || hasPayments) return done([])
  const key = orderKey(invoice)
  const id = told.paidNumber ?? told.id
  if (!isPaid) {
    if (!(await ports.toldPayments.takeBack(ports, key))) return done([])
    return done([warning(exchangeSaying('payment_taken_back', { id, number: numberOf(invoice) }))])
  }
  const became = await ports.toldPayments.take(ports, {
    key,
    invoice: invoice.id,
    direction: 'in',
    number: told.paidNumber ?? told.numberThere ?? told.number,
    bookedOn: told.paidOn ?? today,
    source,
  })
  if (became === 'not_payable') return refused(exchangeSaying('payment_not_payable', { id, number: numberOf(invoice) }))
  return { ...done([]), booked: became === 'booked' ? 1 : 0 }
}

async function applyPayment(ports: ApplyNeeds, applying: Applying, { told, invoice, known }: About): Promise<Applied> {
  const { oneC, source } = applying
  const number = numberOf(invoice)
  const bookedOn = told.paidOn ?? told.onThere ?? told.on
  const isVoid = told.isDeleted === true || told.isPosted === false || told.isPaid === false
  const key = `document:${told.id}`
  const there = told.numberThere ?? told.number
  const was = known.said.get(invoice.id)
  if (isVoid) {
    const isTaken = oneC.believes === 'one_c' && (await ports.toldPayments.takeBack(ports, key))
    if (told.kind === 'payment' && was?.paidNumber === there)
      await keepSaid(ports, applying, { invoice, known }, { paidNumber: null, paidOn: null })
    return done(isTaken ? [warning(exchangeSaying('payment_taken_back', { id: told.id, number }))] : [])
  }
  if (bookedOn === undefined) return refused(exchangeSaying('payment_no_day', { id: told.id }))
  if (told.kopecks === undefined || told.kopecks <= 0) return refused(exchangeSaying('payment_no_sum', { id: told.id }))
  const said = told.kind === 'payment' ? { paidNumber: there, paidOn: bookedOn } : {}
  if (oneC.believes === 'bank') {
    await keepSaid(ports, applying, { invoice, known }, said)
    return done([])
  }
  const direction = told.kind === 'payment' ? 'in' : 'out'
  const { kopecks } = told
  if (direction === 'in' && was?.hasPayments !== true) await ports.toldPayments.takeBack(ports, orderKey(invoice))
  const became = await ports.toldPayments.take(ports, {
    key,
    invoice: invoice.id,
    direction,
    number: there,
    bookedOn,
    kopecks,
    source,
  })
  if (became === 'differs') return refused(exchangeSaying('payment_differs', { id: told.id, number }))
  if (became === 'not_payable') return refused(exchangeSaying('payment_not_payable', { id: told.id, number }))
  const paid = direction === 'in' ? { ...said, hasPayments: true as const } : said
  await keepSaid(ports, applying, { invoice, known }, paid)
  return { ...done([]), booked: became === 'booked' ? 1 : 0 }
}

async function applyShipment(ports: ApplyNeeds, applying: Applying, { told, invoice, known }: About): Promise<Applied> {
  const shippedOn = told.onThere ?? told.on
  const isVoid = told.isDeleted === true || told.isPosted === false
  if (!isVoid) await keepSaid(ports, applying, { invoice, known }, { shippedOn })
  else if (shippedOn !== undefined && known.said.get(invoice.id)?.shippedOn === shippedOn)
    await keepSaid(ports, applying, { invoice, known }, { shippedOn: null })
  return done([])
}

/** What is new: nothing of what is undefined; what is null holds no more. */
type Said = { readonly [K in keyof SaidOfInvoice]?: SaidOfInvoice[K] | undefined | null }

/** Keeps what 1C says of an invoice beside it, as far as it says something new. */
async function keepSaid(
  { exchange, clock }: ApplyNeeds,
  { base }: Applying,
  { invoice: { id: invoice }, known }: Pick<About, 'invoice' | 'known'>,
  said: Said,
): Promise<void> {
  const was = known.said.get(invoice)
  const news = Object.entries(said).filter(([, value]) => value !== undefined)
  if (was !== undefined && news.every(([name, value]) => (was[name as keyof SaidOfInvoice] ?? null) === value)) return
  const all = Object.entries({ ...was, ...Object.fromEntries(news) }).filter(([, value]) => value !== null)
  const next: SaidOfInvoice = { ...Object.fromEntries(all), invoice, base: base.id, at: clock.now() }
  await exchange.keepSaid(next)
  known.said.set(invoice, next)
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function numberOf({ number, id }: KeptInvoice): string {
  return number ?? id
}

function warning(about: Saying): ExchangeNote {
  return { weight: 'warning', about }
}

function done(notes: readonly ExchangeNote[]): Applied {
  return { received: 1, booked: 0, refused: 0, notes: [...notes] }
}

function refused(about: Saying): Applied {
  return { received: 1, booked: 0, refused: 1, notes: [{ weight: 'fault', about }] }
}
