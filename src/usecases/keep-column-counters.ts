import { versionOf } from './keep-plan-ledger'
import type { Ports } from '#ports'
import type { DomainEvent } from '#schemas/event'

/**
 * Counts a deal where it is on the board now: in its column and for its owner while it is open or being delivered,
 * nowhere once it is lost, cancelled or completed. Right in any order and any number of times, like the plan's books.
 */
export async function keepColumnCounters({ plans }: Pick<Ports, 'plans'>, event: DomainEvent): Promise<void> {
  const { dealId, deal } = event.detail
  const isOnBoard = deal.status === 'open' || deal.status === 'won'
  const { pipeline, stage, owner, amountMinor } = deal
  await plans.countColumn(dealId, versionOf(event), isOnBoard ? { pipeline, stage, owner, amountMinor } : null)
}
