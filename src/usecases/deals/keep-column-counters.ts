import { amountOf } from '#usecases/command'
import { versionOf } from '#domain/kernel/event-id'
import type { DealStore } from '#ports/deals'
import type { ColumnShare } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { DealState, DomainEvent } from '#schemas/event'

/**
 * Counts a deal where the last of some events has put it on the board: in its column and for its owner while it is open or
 * being delivered, nowhere once it is lost, cancelled or completed. Right in any order and any number of times, like the
 * plan's books.
 */
export async function keepColumnCounters(
  { plans, deals }: Pick<Ports, 'plans'> & { readonly deals: Pick<DealStore, 'find'> },
  events: readonly DomainEvent[],
): Promise<void> {
  const event = events.toSorted((a, b) => versionOf(a) - versionOf(b)).at(-1)
  if (event === undefined) return
  const { dealId, deal } = event.detail
  // A deal keeps its currency for good, so of an event from before it was told the deal itself may be asked.
  const currency = deal.currency ?? (await deals.find(dealId))?.currency
  if (currency === undefined) return
  await plans.countColumn(dealId, versionOf(event), shareOf({ ...deal, currency }))
}

/** What a deal counts for on the board as a list shows it; `null` when it has left the board. */
export function shareOfCard(card: DealCard): ColumnShare | null {
  return shareOf({ ...card, amountMinor: amountOf(card) })
}

function shareOf(deal: ColumnShare & Pick<DealState, 'status'>): ColumnShare | null {
  const { status, pipeline, stage, owner, amountMinor, currency } = deal
  return status === 'open' || status === 'won' ? { pipeline, stage, owner, amountMinor, currency } : null
}
