import { paidOfDeal, stateOf } from '#domain/money/invoice-state'
import type { Unsettled } from '#ports/money'
import type { Ports } from '#ports/ports'
import { keepPaid } from '#usecases/deals/keep-paid'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'money' | 'people' | 'rules'>

/** How many deals are settled at a time. */
const most = 100

/**
 * Writes into deals what is paid of them, where that has changed since they were told. Whoever books does it at once; what
 * is left because a process ended in between is done by the clock. Twice is as good as once: it follows from the invoices. What
 * somebody has to do about payments is brought to their day in the same way.
 */
export async function settleDeals(ports: Needs): Promise<void> {
  for (const { id, mark } of await ports.money.unsettled(most)) {
    // oxlint-disable-next-line no-await-in-loop -- rarely any is left, and each is a few requests
    await (isPaymentId(id) ? settlePaymentTasks(ports, { id, mark }) : settleDeal(ports, { dealId: id, mark }))
  }
}

/** The day of whoever looks after a payment, brought up to what is known of it. */
export async function settlePaymentTasks(ports: Needs, unsettled: Unsettled): Promise<void> {
  const { keepPaymentTasks } = await import('./payment-tasks')
  if (!(await keepPaymentTasks(ports, unsettled.id))) return
  // Whoever changed the payment meanwhile may have looked before its task was there.
  if (!(await ports.money.settle(unsettled))) await keepPaymentTasks(ports, unsettled.id)
}

function isPaymentId(id: string): boolean {
  return id.startsWith('pay_')
}

/** The same for one deal. */
export async function settleDeal(
  ports: Needs,
  { dealId, mark }: { readonly dealId: string; readonly mark: string },
): Promise<void> {
  const invoices = await ports.money.invoicesOf(dealId)
  const minor = paidOfDeal(invoices)
  const states = invoices.map(stateOf)
  const live = states.filter((state) => state !== 'cancelled' && state !== 'draft')
  const happened = [
    ...(live.length === 0 ? [] : ['invoice_issued']),
    ...(minor === 0 ? [] : ['payment_received']),
    ...(live.length > 0 && live.every((state) => state === 'paid') ? ['invoice_paid'] : []),
  ]
  await keepPaid(ports, dealId, { minor })
  for (const event of happened) {
    // oxlint-disable-next-line no-await-in-loop -- each is an event of the same deal
    await keepPaid(ports, dealId, { minor, happened: event })
  }
  const { closeByFacts } = await import('#usecases/tasks/close-by-facts')
  await closeByFacts(ports, dealId)
  await ports.money.settle({ id: dealId, mark })
}
