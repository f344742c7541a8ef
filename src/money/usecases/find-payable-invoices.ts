import type { Caller } from '#domain/kernel/access'
import { foldedWords } from '#domain/kernel/folded-words'
import { dealNumber } from '#domain/deals/deal-number'
import { kopecksIn } from '#domain/files/kopecks-in'
import { leftToPay, paidOf, restOf, shownInvoice } from '#domain/money/invoice-state'
import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { numberPieces } from '#money/domain/matching/purpose-text'
import { moneyRefusal } from '#money/words/money-refusal'
import type { Ports } from '#ports/ports'
import type { Model } from '#schemas/model'
import type { Invoice, KeptInvoice, KeptPayment } from '#schemas/money/money'
import { openBank } from './money-rights'

type Needs = Pick<Ports, 'clock' | 'money' | 'people' | 'rules'>

/** Which payment, and what is looked for: words of the number, the client, their INN or the deal’s number, or a sum. */
export type PayableAsk = { readonly payment: string; readonly q?: string }

const [mostOffered, daysOffered, daysSearched] = [20, 93, 366]

/**
 * Invoices that a payment can be booked on, the likeliest first, for whoever the file names under `bank`: of our legal entity it
 * came to, of whoever paid, of the same sum, the youngest. A payment that went out finds those that money can be given back on.
 * With `q` those in which every word of it stands: by a whole number or INN however old they are, else of the year before the
 * payment and since. Without it those of whoever paid, and those of the same sum in the quarter before. Refuses `payment_unknown`.
 */
export async function findPayableInvoices(ports: Needs, caller: Caller, ask: PayableAsk): Promise<Invoice[]> {
  const { model } = await openBank(ports, caller)
  const payment = await ports.money.findPayment(ask.payment)
  if (payment === undefined) throw moneyRefusal('payment_unknown', { id: ask.payment })
  if (payment.direction === 'own' || restOf(payment) === 0) return []
  const q = ask.q?.trim() ?? ''
  const isAsked = q === '' ? isLikely(payment) : isNamedBy(q)
  const among = (found: readonly KeptInvoice[]): readonly KeptInvoice[] => {
    const byId = new Map(found.map((one) => [one.id, one]))
    return [...byId.values()].filter((one) => isPayable(payment, one) && isAsked(one))
  }
  const exact = among((await Promise.all(exactly(ports, payment, q))).flat())
  // A year of invoices is read only for what neither a number nor an INN has found.
  const found =
    q !== '' && exact.length > 0 ? exact : among([...exact, ...(await recent(ports, payment, { q, model }))])
  return found
    .toSorted((one, other) => rank(payment, other) - rank(payment, one) || newest(one, other))
    .slice(0, mostOffered)
    .map(shownInvoice)
}

/** Those under the number or of the INN that is looked for; without a word those of whoever paid. */
function exactly({ money }: Needs, { inn }: KeptPayment, q: string): readonly Promise<readonly KeptInvoice[]>[] {
  if (q === '') return inn === '' ? [] : [money.issuedTo(inn)]
  const isInn = /^(?:\d{10}|\d{12})$/.test(q)
  return [
    ...(isInn ? [money.issuedTo(q)] : []),
    ...numberPieces(q)
      .slice(-1)
      .map((piece) => money.issuedUnder(piece)),
  ]
}

/** Those issued in the quarter before the payment, or the year before where somebody looks for one, and since. */
function recent(
  { clock, money }: Needs,
  { bookedOn }: KeptPayment,
  { q, model }: { readonly q: string; readonly model: Model },
): Promise<readonly KeptInvoice[]> {
  const to = [dateIn(model.calendar.timezone, clock.now()), bookedOn].toSorted().at(-1) ?? ''
  return money.issuedBetween({ from: addDays(bookedOn, -(q === '' ? daysOffered : daysSearched)), to })
}

/** Whether something can be booked of a payment on an invoice: something is left to pay, or to give back. */
function isPayable({ direction }: KeptPayment, invoice: KeptInvoice): boolean {
  if (!invoice.isIssued || invoice.cancelled !== undefined) return false
  return direction === 'out' ? paidOf(invoice) > 0 : leftToPay(invoice) > 0
}

function isLikely(payment: KeptPayment): (invoice: KeptInvoice) => boolean {
  return (invoice) => isOfPayer(payment, invoice) || isOfSum(payment, invoice)
}

function isOfPayer({ inn }: KeptPayment, { buyer }: KeptInvoice): boolean {
  return inn !== '' && buyer.inn === inn
}

function isOfSum(payment: KeptPayment, invoice: KeptInvoice): boolean {
  return [invoice.kopecks, leftToPay(invoice)].includes(restOf(payment))
}

function isNamedBy(q: string): (invoice: KeptInvoice) => boolean {
  const words = foldedWords(q)
  const sum = kopecksIn(q)
  return (invoice) => {
    const { number, buyer, dealId, kopecks } = invoice
    if (sum !== undefined && (kopecks === sum || leftToPay(invoice) === sum)) return true
    const [told, ids] = [
      foldedWords(`${number} ${buyer.name}`),
      foldedWords(`${buyer.inn ?? ''} ${dealNumber(dealId)}`),
    ]
    // A digit or two is the number of an invoice: half of all INNs begin with it.
    const isOf = (word: string) => [...told, ...(word.length < 4 ? [] : ids)].some((one) => one.startsWith(word))
    return words.length > 0 && words.every(isOf)
  }
}

function rank(payment: KeptPayment, invoice: KeptInvoice): number {
  const isOurs = payment.seller === undefined || payment.seller === invoice.seller
  return (isOurs ? 4 : 0) + (isOfPayer(payment, invoice) ? 2 : 0) + (isOfSum(payment, invoice) ? 1 : 0)
}

function newest(one: KeptInvoice, other: KeptInvoice): number {
  const [a, b] = [`${one.on ?? ''}${one.id}`, `${other.on ?? ''}${other.id}`]
  return a < b ? 1 : a > b ? -1 : 0
}
