import type { TakenInvoice } from '#ports/money'
import type { Ports } from '#ports/ports'
import { settleDeal } from './settle-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** Somebody may issue of the same series at the same moment. */
const mostTries = 5

/**
 * Keeps an invoice that another system has issued, in one transaction with its number, and tells its deal. False where it is
 * there, or somebody else has that number.
 */
export async function takeInvoice(ports: Needs, { invoice, counting }: TakenInvoice): Promise<boolean> {
  const mark = ports.ids.next('cor')
  for (let no = 1; no <= mostTries; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- decided again only where somebody else was first
    if ((await ports.money.findInvoice(invoice.id)) !== undefined) return false
    // oxlint-disable-next-line no-await-in-loop
    const wasLast = counting === undefined ? undefined : await ports.money.lastOf(counting)
    const counted =
      counting === undefined ? {} : { counting: { ...counting, ...(wasLast === undefined ? {} : { wasLast }) } }
    // oxlint-disable-next-line no-await-in-loop
    if (!(await ports.money.save({ invoices: [{ invoice }], ...counted }, mark))) continue
    // oxlint-disable-next-line no-await-in-loop
    await settleDeal(ports, { dealId: invoice.dealId, mark })
    return true
  }
  return false
}
