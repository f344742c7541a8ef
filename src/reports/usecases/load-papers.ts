import { isTrusted } from '#domain/deals/task-rights'
import type { Caller } from '#domain/kernel/access'
import { sumOf } from '#domain/kernel/money'
import { restOf } from '#domain/money/invoice-state'
import { addDays } from '#domain/time/days'
import { startOfDay } from '#domain/time/zone'
import type { InvoicedMoney, PaidMoney, PaperMoney } from '#reports/domain/papers/paper-money'
import type { Frame } from '#reports/domain/scope'
import type { Ports } from '#ports/ports'
import type { KeptInvoice, KeptPayment } from '#schemas/money/money'

type Needs = Pick<Ports, 'deals' | 'money'>

/**
 * What was invoiced and paid in a period. Undefined where the rules have no invoices, and where the company does not reckon in
 * roubles, as invoices do: converted, they would not add up to the kopeck.
 */
export async function loadPapers(ports: Needs, caller: Caller, frame: Frame): Promise<PaperMoney | undefined> {
  const { model, money, fromDay, toDay } = frame
  if (Object.keys(model.invoices ?? {}).length === 0 || money.currency !== 'RUB') return undefined
  const days = { from: fromDay, to: addDays(toDay, -1) }
  const isOfAll = isTrusted(caller) || caller.reach.deals_read === 'all'
  const [invoices, payments] = await Promise.all([
    ports.money.issuedBetween(days),
    isOfAll ? ports.money.paymentsBetween(days) : undefined,
  ])
  const live = invoices.filter(({ cancelled }) => cancelled === undefined)
  const deals = await ports.deals.findMany([...new Set(live.map(({ dealId }) => dealId))])
  const byId = new Map(deals.map((deal) => [deal.id, deal]))
  const sellers = Object.fromEntries(Object.values(model.sellers ?? {}).map(({ id, name }) => [id, name]))
  return {
    invoices: live.flatMap((invoice) => {
      const deal = byId.get(invoice.dealId)
      return deal === undefined ? [] : [invoiced(invoice, deal, frame.zone)]
    }),
    ...(payments === undefined ? {} : { payments: payments.flatMap(paid) }),
    sellers,
  }
}

function invoiced(
  { dealId, on, seller, kopecks, shares }: KeptInvoice,
  { owner, pipeline }: { readonly owner: string; readonly pipeline: string },
  zone: string,
): InvoicedMoney {
  const day = on ?? ''
  const sums = shares.map((share) => share.kopecks)
  return {
    deal: dealId,
    owner,
    pipeline,
    month: day.slice(0, 7),
    at: Date.parse(startOfDay(zone, day)),
    seller,
    invoiced: kopecks,
    paid: sumOf(sums.filter((sum) => sum > 0)),
    refunded: -sumOf(sums.filter((sum) => sum < 0)),
  }
}

/** Transfers between our own accounts are no payments; what goes out counts only as far as it went back to clients. */
function paid(payment: KeptPayment): readonly PaidMoney[] {
  const { direction, state, bookedOn, kopecks, seller = '' } = payment
  const nothing = { received: 0, booked: 0, advance: 0, waiting: 0, other: 0, back: 0 }
  const place = { month: bookedOn.slice(0, 7), seller, ...nothing }
  const rest = restOf(payment)
  if (direction === 'out') return state === 'booked' ? [{ ...place, back: kopecks - rest }] : []
  if (direction === 'own') return []
  const booked = kopecks - rest
  const became =
    state === 'booked' ? { booked, advance: rest } : state === 'ignored' ? { other: kopecks } : { waiting: kopecks }
  return [{ ...place, received: kopecks, ...became }]
}
