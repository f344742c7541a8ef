import type { TakenInvoice } from '#ports/money'
import type { Ports } from '#ports/ports'
import { keepUnderNumber } from '#usecases/keep-under-number'
import { settleDeal } from './settle-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/**
 * Keeps an invoice that another system has issued, in one transaction with its number, and tells its deal. False where it is
 * there, or somebody else has that number.
 */
export async function takeInvoice(ports: Needs, { invoice, counting }: TakenInvoice): Promise<boolean> {
  const mark = ports.ids.next('cor')
  const isKept = await keepUnderNumber(ports.money, `Numbers of ${invoice.seller} were given`, {
    counted: counting,
    isThere: async () => (await ports.money.findInvoice(invoice.id)) !== undefined,
    save: (counted) => ports.money.save({ invoices: [{ invoice }], ...counted }, mark),
  })
  if (isKept) await settleDeal(ports, { dealId: invoice.dealId, mark })
  return isKept
}
