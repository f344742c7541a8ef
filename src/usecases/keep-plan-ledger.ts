import type { Ports } from '#ports'
import type { Contribution, DomainEvent } from '#schemas/event'

/**
 * Enters in the plan's books what an event says a deal or a done task counts for now. Right when the event comes twice,
 * late, before older ones or again years later: the event carries state, and every entry is guarded by the version.
 */
export async function keepPlanLedger({ plans }: Pick<Ports, 'plans'>, event: DomainEvent): Promise<void> {
  const parts = new Map<string, Contribution[]>()
  for (const { source = contributorOf(event), ...part } of event.detail.plan ?? []) {
    parts.set(source, [...(parts.get(source) ?? []), part])
  }
  for (const [source, plan] of parts) await plans.contribute(source, versionOf(event), plan)
}

/** The version of the deal that an event made. */
export function versionOf({ id }: Pick<DomainEvent, 'id'>): number {
  return Number(id.slice(id.lastIndexOf(':') + 1))
}

function contributorOf({ name, detail }: DomainEvent): string {
  const ofTask = name === 'task.done' || name === 'task.reopened'
  return ofTask && detail.task !== undefined ? detail.task.id : detail.dealId
}
