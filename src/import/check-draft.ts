import type { Saying } from '#schemas/saying'
import { applyFields } from '#domain/deals/fields'
import { completed } from '#domain/deals/moving'
import { Refusal } from '#domain/kernel/refusal'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

import type { DealDraft } from './draft-deals'
import { say, type Reason } from './say'

/** Why a deal of the file cannot be taken, or undefined when nothing speaks against it. Asks nothing of the store. */
export function draftFault(
  draft: DealDraft,
  company: { model: Model; people: People; now: string },
): Reason | undefined {
  const { owner, closedAt, externalId } = draft
  try {
    const misplaced = placeFault(draft, company.model)
    if (misplaced !== undefined) return misplaced
    applyFields({}, draft.fields, company.model)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  if (!Object.hasOwn(company.people.employees, owner)) return say('nobody', { owner })
  if (closedAt > company.now) return say('future', { day: closedAt.slice(0, 10) })
  return externalId.length > 200 ? say('id_long', { start: externalId.slice(0, 30) }) : undefined
}

function placeFault({ pipeline: id, outcome }: DealDraft, model: Model): Saying | undefined {
  const pipeline = pipelineOf(model, id)
  const { name, wonAfter, stages } = pipeline
  const { kind, stage = '' } = outcome
  const last = stageIndex(pipeline, wonAfter)
  const at = stage === '' ? undefined : stage === completed ? stages.length : stageIndex(pipeline, stage)
  if (kind === 'won' && at !== undefined && at <= last) {
    const later = [...stages.slice(last + 1).map((one) => one.id), completed]
    return say('won_before', { pipeline: name, wonAfter, stage, later })
  }
  if (kind !== 'won' && at !== undefined && at > last) return say('past_won', { pipeline: name, stage })
  const { reasons } = model.outcomes.lost
  if (kind !== 'lost' || Object.hasOwn(reasons, outcome.reason ?? '')) return undefined
  return say('reason', { reason: outcome.reason ?? '', known: Object.keys(reasons) })
}
