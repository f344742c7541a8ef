import { sumOf } from '#domain/kernel/money'
import type { Invoice, InvoiceState, KeptInvoice, KeptPayment, Payment, PaymentToDo } from '#schemas/money/money'

/** What is booked on an invoice, in kopecks. */
export function paidOf({ shares }: Pick<KeptInvoice, 'shares'>): number {
  return sumOf(shares.map(({ kopecks }) => kopecks))
}

/** What remains to be paid of an invoice; nothing of one that is cancelled. */
export function leftToPay(invoice: Pick<KeptInvoice, 'shares' | 'kopecks' | 'cancelled'>): number {
  return invoice.cancelled === undefined ? Math.max(0, invoice.kopecks - paidOf(invoice)) : 0
}

/** By whose word, not the bank’s, something may be booked. */
const tellers: ReadonlySet<string> = new Set(['register', 'one_c'])

/** Whether a part of an invoice was booked by the word of another system: no statement of the bank has shown it. */
export function shareIsTold({ by }: Pick<KeptInvoice['shares'][number], 'by'>): boolean {
  return tellers.has(by)
}

/** What of an invoice is paid by the word of another system alone, in kopecks. */
export function toldOf({ shares }: Pick<KeptInvoice, 'shares'>): number {
  return sumOf(shares.filter(shareIsTold).map(({ kopecks }) => kopecks))
}

/** How far an invoice is, which follows from what is booked on it and is never set by hand. */
export function stateOf(invoice: KeptInvoice): InvoiceState {
  if (invoice.cancelled !== undefined) return 'cancelled'
  if (!invoice.isIssued) return 'draft'
  const paid = paidOf(invoice)
  if (paid <= 0) return 'issued'
  return paid < invoice.kopecks ? 'part_paid' : 'paid'
}

/** An invoice as it is shown. */
export function shownInvoice(invoice: KeptInvoice): Invoice {
  const { isIssued: _isIssued, followsDeal: _followsDeal, ...rest } = invoice
  return {
    ...rest,
    state: stateOf(invoice),
    paidKopecks: paidOf(invoice),
    leftKopecks: leftToPay(invoice),
  }
}

/** What of a payment is booked on no invoice: an advance of the client. */
export function restOf({ kopecks, shares }: Pick<KeptPayment, 'kopecks' | 'shares'>): number {
  return Math.max(0, kopecks - sumOf(shares.map((share) => Math.abs(share.kopecks))))
}

/** What is to be done about a payment, if anything. */
export function toDoOf(payment: KeptPayment): PaymentToDo | undefined {
  if (payment.state === 'suggested' || payment.state === 'unmatched') return 'match'
  if (payment.state !== 'booked' || payment.settled !== undefined) return undefined
  if (payment.direction === 'out') return 'refund'
  return restOf(payment) > 0 ? 'advance' : undefined
}

/** A payment as it is shown. */
export function shownPayment(payment: KeptPayment): Payment {
  const toDo = toDoOf(payment)
  const dueAt = toDo === undefined ? null : payment.dueAt
  return { ...payment, dueAt, restKopecks: restOf(payment), ...(toDo === undefined ? {} : { toDo }) }
}

/** What is paid of all invoices of a deal that are not cancelled, in kopecks. */
export function paidOfDeal(invoices: readonly KeptInvoice[]): number {
  return Math.max(0, sumOf(invoices.filter(({ cancelled }) => cancelled === undefined).map(paidOf)))
}

/** Which part of what is invoiced and not cancelled is paid, in whole percent rounded down; nothing where none is issued. */
export function paidShareOf(invoices: readonly KeptInvoice[]): number | undefined {
  const issued = invoices.filter(({ isIssued, cancelled }) => isIssued && cancelled === undefined)
  const whole = sumOf(issued.map(({ kopecks }) => kopecks))
  if (issued.length === 0 || whole === 0) return undefined
  return Number((BigInt(Math.max(0, paidOfDeal(issued))) * 100n) / BigInt(whole))
}

/** Whether a payment that is written may have to stand on somebody’s day, or has stood there. */
export function isToTell(payment: KeptPayment, wasVersion: number | undefined): boolean {
  return payment.dueAt !== null && (wasVersion !== undefined || toDoOf(payment) !== undefined)
}
