import { msOf } from '#domain/time/zone'
import type { RefusalFact } from './facts'

/** A move that a gate stopped, as reports count it. */
export function refusalFact({
  dealId,
  owner = '',
  at,
  actor,
  pipeline,
  stage,
}: {
  readonly dealId: string
  readonly owner?: string
  readonly at: string
  readonly actor: string
  readonly pipeline: string
  readonly stage: string
}): RefusalFact {
  return { deal: dealId, owner, at: msOf(at), by: actor, pipeline, stage }
}
