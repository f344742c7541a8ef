import { followsFrom } from '#domain/deals/following'
import { labelOf } from '#domain/deals/label-of'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'

/**
 * Refuses to write by hand what follows from something else: what is paid of a deal that has an invoice (`paid_by_invoices`),
 * the amount of one that has lines (`amount_by_lines`), and what the card of who buys says (`field_value`).
 */
export function refuseFollowing(
  deal: Pick<Deal, 'title' | 'paidFrom' | 'amountFrom' | 'links' | 'fields'>,
  changes: Readonly<Record<string, readonly FieldValue[]>>,
  model: Pick<Model, 'fields' | 'clients'>,
): void {
  const ids = Object.keys(changes)
  const following = (from: ReturnType<typeof followsFrom>) => ids.find((id) => followsFrom(id, deal) === from)
  if (following('invoices') !== undefined) throw dealRefusal('paid_by_invoices', { title: deal.title })
  if (following('lines') !== undefined) throw dealRefusal('amount_by_lines', { title: deal.title })
  const first = following('buyer')
  if (first !== undefined) throw dealRefusal('field_value.of_buyer', { field: labelOf(first, model) })
}
