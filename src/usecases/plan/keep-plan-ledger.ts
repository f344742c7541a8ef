import { versionOf } from '#domain/kernel/event-id'
import type { Ports } from '#ports/ports'
import type { Contribution, DomainEvent } from '#schemas/event'

/**
 * Enters in the plan's books what an event says its deal and done tasks count for now. Right when the event comes twice,
 * late, before older ones or again years later: it carries state, and every entry is guarded by the version.
 */
export async function keepPlanLedger({ plans }: Pick<Ports, 'plans'>, event: DomainEvent): Promise<void> {
  const { dealId, plan = [] } = event.detail
  const parts = new Map<string, Contribution[]>()
  for (const { source = dealId, ...part } of plan) parts.set(source, [...(parts.get(source) ?? []), part])
  for (const [source, part] of parts) {
    // oxlint-disable-next-line no-await-in-loop -- parts may move one counter, and would only be in each other's way
    await plans.contribute(source, versionOf(event), part)
  }
}
