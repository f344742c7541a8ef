import { sumOf } from '#domain/kernel/money'
import { leftToPay } from '#domain/money/invoice-state'
import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import type { Booking, Changed } from './booking'

type Part = NonNullable<KeptPayment['inPlaceOf']>[number]

/**
 * What had given way to a payment of the bank counts again once that is taken back, as far as its invoices have room for it
 * and nobody has taken back what was said meanwhile.
 */
export function giveBack(
  { invoices, payments }: Changed,
  { parts, told }: { readonly parts: readonly Part[]; readonly told: readonly KeptPayment[] },
  booking: Booking,
): Changed {
  const now = new Map(invoices.map(({ invoice }) => [invoice.id, invoice]))
  const back = told.filter(isStillSaid).flatMap((payment) => {
    let next = payment
    for (const part of parts.filter((one) => one.payment === payment.id)) {
      const invoice = now.get(part.invoice)
      const kopecks = invoice === undefined ? 0 : Math.min(part.kopecks, leftToPay(invoice))
      if (invoice === undefined || kopecks <= 0) continue
      const share = { ...part, kopecks, dealId: invoice.dealId, by: payment.rule }
      now.set(invoice.id, { ...invoice, shares: added(invoice.shares, share) })
      const said = next.state === 'ignored' ? 0 : next.kopecks
      next = { ...next, state: 'booked', kopecks: said + kopecks, shares: added(next.shares, share) }
    }
    return next === payment ? [] : [{ payment: traced(next, booking), wasVersion: payment.version }]
  })
  const changed = invoices.map((one) => ({ ...one, invoice: now.get(one.invoice.id) ?? one.invoice }))
  return { invoices: changed, payments: [...payments, ...back] }
}

/** Whether what gave way was not taken back by whoever had said it, or by a person, since. */
function isStillSaid({ trace }: KeptPayment): boolean {
  const since = trace.slice(trace.findLastIndex(({ did }) => did === 'gave_way') + 1)
  return since.every(({ did }) => did !== 'ignored' && did !== 'unbooked')
}

type Shares = KeptInvoice['shares']

/** Shares with one more, which is one with that of the same payment on the same invoice. */
function added(shares: Shares, share: Shares[number]): Shares {
  const isIts = (one: Shares[number]): boolean =>
    one.payment === share.payment && one.invoice === share.invoice && one.by === share.by
  const own = shares.filter(isIts)
  const first = own[0] ?? share
  return [
    ...shares.filter((one) => !isIts(one)),
    { ...first, kopecks: sumOf(own.map((one) => one.kopecks)) + share.kopecks },
  ]
}

function traced(payment: KeptPayment, { at, by }: Booking): KeptPayment {
  return { ...payment, version: payment.version + 1, trace: [...payment.trace, { at, by, did: 'came_back' }] }
}
