import { applyFields } from '#domain/deals/fields'
import { completed } from '#domain/deals/moving'
import { Refusal } from '#domain/kernel/refusal'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

import type { DealDraft } from './draft-deals'

/** Why a deal of the file cannot be taken, or undefined when nothing speaks against it. Asks nothing of the store. */
export function draftFault(
  draft: DealDraft,
  company: { model: Model; people: People; now: string },
): string | undefined {
  try {
    checkPlace(draft, company.model)
    applyFields({}, draft.fields, company.model)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
  if (!Object.hasOwn(company.people.employees, draft.owner)) {
    return `There is no employee “${draft.owner}” to own the deal. Import the employees first, or map the name to one there is.`
  }
  if (draft.closedAt > company.now) return `${draft.closedAt.slice(0, 10)} is in the future; history ends today.`
  if (draft.externalId.length > 200)
    return `The external id “${draft.externalId.slice(0, 30)}…” is longer than 200 letters.`
  return undefined
}

function checkPlace({ pipeline: id, outcome }: DealDraft, model: Model): void {
  const pipeline = pipelineOf(model, id)
  const end = pipeline.stages.length
  const stage =
    outcome.stage === undefined ? undefined : outcome.stage === completed ? end : stageIndex(pipeline, outcome.stage)
  const wonAfter = stageIndex(pipeline, pipeline.wonAfter)
  if (outcome.kind === 'won' && stage !== undefined && stage <= wonAfter) {
    const later = [...pipeline.stages.slice(wonAfter + 1).map((one) => one.id), completed]
    throw new Refusal(
      'stage_unknown',
      `A won deal of “${pipeline.name}” is past “${pipeline.wonAfter}”, not in “${outcome.stage}”. Write one of: ${later.join(', ')}.`,
    )
  }
  if (outcome.kind !== 'won' && stage !== undefined && stage > wonAfter) {
    throw new Refusal(
      'stage_unknown',
      `A deal of “${pipeline.name}” that reached “${outcome.stage}” is won: write “won: yes” beside it.`,
    )
  }
  if (outcome.kind !== 'lost' || Object.hasOwn(model.outcomes.lost.reasons, outcome.reason ?? '')) return
  const known = Object.keys(model.outcomes.lost.reasons).join(', ')
  throw new Refusal('reason_unknown', `“${outcome.reason}” is no reason for a deal to be lost. There are: ${known}.`)
}
