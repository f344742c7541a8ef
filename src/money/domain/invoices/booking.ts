import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import type { Share as MatchShare } from '#money/domain/matching/match'
import { moneyRefusal } from '#money/words/money-refusal'
import { leftToPay, paidOf, restOf, stateOf } from '#domain/money/invoice-state'

/** Who books, and when. */
export type Booking = { readonly at: string; readonly by: string; readonly reason?: string }

export type Changed = {
  readonly invoices: readonly { readonly invoice: KeptInvoice; readonly wasVersion?: number }[]
  readonly payments: readonly { readonly payment: KeptPayment; readonly wasVersion?: number }[]
}

/**
 * Books parts of a payment on invoices. Refuses with what is wrong: more than is left of the payment or of an invoice, an
 * invoice that is a draft or cancelled, a payment that went out but gives nothing back.
 */
export function book(payment: KeptPayment, { wanted, invoices, wasVersion }: BookingAsk, { at, by }: Booking): Changed {
  const parts = new Map<string, number>()
  for (const { invoice, kopecks } of wanted) parts.set(invoice, (parts.get(invoice) ?? 0) + Math.abs(kopecks))
  const whole = [...parts.values()].reduce((sum, part) => sum + part, 0)
  const rest = restOf(payment)
  if (payment.direction === 'own') throw moneyRefusal('payment_state.own')
  if (whole > rest) throw moneyRefusal('payment_state.too_much', { kopecks: whole, rest })
  const sign = payment.direction === 'out' ? -1 : 1
  const changed = [...parts].map(([id, kopecks]) => {
    const invoice = invoices.find((one) => one.id === id)
    if (invoice === undefined) throw moneyRefusal('invoice_unknown', { id })
    refuseWrong(invoice, kopecks, sign)
    const share = { payment: payment.id, invoice: id, dealId: invoice.dealId, kopecks: sign * kopecks, at, by }
    return { invoice, share }
  })
  const next: KeptPayment = {
    ...unsettled(payment),
    version: payment.version + 1,
    state: 'booked',
    suggested: [],
    shares: [...payment.shares, ...changed.map(({ share }) => share)],
    trace: [...payment.trace, { at, by, did: 'booked' }],
  }
  return {
    invoices: changed.map(({ invoice, share }) => ({
      invoice: { ...invoice, version: invoice.version + 1, shares: [...invoice.shares, share] },
      wasVersion: invoice.version,
    })),
    payments: [{ payment: next, ...(wasVersion === undefined ? {} : { wasVersion }) }],
  }
}

export type BookingAsk = {
  readonly wanted: readonly MatchShare[]
  readonly invoices: readonly KeptInvoice[]
  /** Absent for a payment that is written for the first time. */
  readonly wasVersion?: number
}

/** Takes everything back that is booked of a payment; what was done stays in its trace. */
export function unbook(payment: KeptPayment, invoices: readonly KeptInvoice[], { at, by, reason }: Booking): Changed {
  if (payment.shares.length === 0) throw moneyRefusal('payment_state.not_booked')
  const why = reason === undefined ? {} : { reason }
  const next: KeptPayment = {
    ...unplaced(unsettled(payment)),
    version: payment.version + 1,
    state: 'unmatched',
    shares: [],
    trace: [...payment.trace, { at, by, did: 'unbooked', ...why }],
  }
  return {
    invoices: invoices.map((invoice) => ({
      invoice: {
        ...invoice,
        version: invoice.version + 1,
        shares: invoice.shares.filter((share) => share.payment !== payment.id),
      },
      wasVersion: invoice.version,
    })),
    payments: [{ payment: next, wasVersion: payment.version }],
  }
}

/** What was agreed on a payment is of what was booked then. */
function unsettled({ settled: _settled, ...payment }: KeptPayment): KeptPayment {
  return payment
}

/** What is booked of nothing stands in the place of nothing. */
function unplaced({ inPlaceOf: _inPlaceOf, ...payment }: KeptPayment): KeptPayment {
  return payment
}

function refuseWrong(invoice: KeptInvoice, kopecks: number, sign: number): void {
  const number = invoice.number ?? ''
  const state = stateOf(invoice)
  if (state === 'draft') throw moneyRefusal('invoice_state.draft', { name: invoice.name })
  if (state === 'cancelled') throw moneyRefusal('invoice_state.cancelled', { number })
  const most = sign > 0 ? leftToPay(invoice) : Math.max(0, paidOf(invoice))
  if (kopecks <= most) return
  if (sign > 0) throw moneyRefusal('invoice_state.too_much', { number, kopecks, left: most })
  throw moneyRefusal('invoice_state.refund_too_much', { number, kopecks, paid: most })
}
