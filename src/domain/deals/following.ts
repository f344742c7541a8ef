import { followsBuyer } from './of-buyer'
import type { Deal } from '#schemas/deal'

type Fed = Pick<Deal, 'paidFrom' | 'amountFrom' | 'links' | 'fields'>

/**
 * What a field of a deal follows from, where nobody writes it: the payments of invoices, the lines it sells, or the card of
 * who buys. Undefined where people write it.
 */
export function followsFrom(id: string, deal: Fed): 'invoices' | 'lines' | 'buyer' | undefined {
  if (deal.paidFrom === 'invoices' && id === 'paid') return 'invoices'
  if (deal.amountFrom === 'lines' && id === 'amount') return 'lines'
  return followsBuyer(id, deal) ? 'buyer' : undefined
}
