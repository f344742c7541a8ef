import { leftToPay, shareIsTold } from '#domain/money/invoice-state'
import type { Share as MatchShare } from '#money/domain/matching/match'
import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import type { Booking } from './booking'

type GivenWay = {
  readonly invoices: readonly KeptInvoice[]
  readonly payments: readonly { readonly payment: KeptPayment; readonly wasVersion: number }[]
  /** What gave way, part by part. */
  readonly parts: NonNullable<KeptPayment['inPlaceOf']>
}

/**
 * What another system said to be paid gives way to what the bank says, as far as an invoice has no room for both: the same
 * money is never on it twice. The invoices keep their version, for what is booked on them next is written with it.
 */
export function giveWay(
  wanted: readonly MatchShare[],
  { invoices, told }: { readonly invoices: readonly KeptInvoice[]; readonly told: readonly KeptPayment[] },
  booking: Booking,
): GivenWay {
  const parts: GivenWay['parts'] = []
  const lessened = new Map(told.map((payment) => [payment.id, payment]))
  const roomy = invoices.map((invoice) => {
    const share = wanted.find((one) => one.invoice === invoice.id)
    let short = share === undefined ? 0 : shortOf(share, invoice)
    const shares = invoice.shares.flatMap((one) => {
      const payment = lessened.get(one.payment)
      const less = payment !== undefined && shareIsTold(one) ? Math.min(short, one.kopecks) : 0
      if (payment === undefined || less <= 0) return [one]
      short -= less
      parts.push({ payment: payment.id, invoice: invoice.id, kopecks: less, at: one.at })
      lessened.set(payment.id, lessen(payment, { invoice: invoice.id, less }))
      return less === one.kopecks ? [] : [{ ...one, kopecks: one.kopecks - less }]
    })
    return { ...invoice, shares }
  })
  const payments = told.flatMap((was) => {
    const now = lessened.get(was.id) ?? was
    return now === was ? [] : [{ payment: traced(now, booking), wasVersion: was.version }]
  })
  return { invoices: roomy, payments, parts }
}

/** What an invoice has no room for beside what was said, or all of it where it is that very money. */
export function shortOf({ kopecks, inPlace }: MatchShare, invoice: KeptInvoice): number {
  return inPlace === true ? kopecks : Math.max(0, kopecks - leftToPay(invoice))
}

/** A payment by somebody’s word with less booked of it; with nothing left of it, it is for no invoice. */
function lessen(
  payment: KeptPayment,
  { invoice, less }: { readonly invoice: string; readonly less: number },
): KeptPayment {
  const shares = payment.shares.flatMap((share) => {
    if (share.invoice !== invoice) return [share]
    return share.kopecks <= less ? [] : [{ ...share, kopecks: share.kopecks - less }]
  })
  const kopecks = payment.kopecks - less
  return kopecks > 0 ? { ...payment, kopecks, shares } : { ...payment, shares, state: 'ignored' }
}

function traced(payment: KeptPayment, { at, by }: Booking): KeptPayment {
  const trace = [...payment.trace, { at, by, did: 'gave_way' as const }]
  return { ...payment, version: payment.version + 1, trace }
}
