import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Deal } from '#schemas/deal'

/** Refuses, with `paid_by_invoices`, to write by hand what is paid of a deal that has an invoice: payments say it. */
export function refusePaid({ title, paidFrom }: Pick<Deal, 'title' | 'paidFrom'>, ids: readonly string[]): void {
  if (paidFrom === 'invoices' && ids.includes('paid')) throw dealRefusal('paid_by_invoices', { title })
}
