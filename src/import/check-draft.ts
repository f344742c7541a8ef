import type { Saying } from '#schemas/saying'
import { applyFields } from '#domain/deals/fields'
import { completed } from '#domain/deals/moving'
import { dealRefusalOf } from '#domain/deals/words/deal-refusal'
import { Refusal } from '#domain/kernel/refusal'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

import type { DealDraft } from './draft-deals'
import { say, type Reason } from './say'

type Company = {
  readonly model: Model
  readonly people: People
  readonly currency: string
  /** Names in the file whose people have not been taken, because the id of each is somebody else’s. */
  readonly unsure: ReadonlyMap<string, string>
  readonly now: string
}

/** The longest texts of a deal, as at every other door. */
const longest = { title: 200, name: 200, phone: 40, email: 254 } as const

/** Why a deal of the file cannot be taken, or undefined when nothing speaks against it. Asks nothing of the store. */
export function draftFault(draft: DealDraft, company: Company): Reason | undefined {
  const { owner, ownerKey, closedAt, externalId } = draft
  try {
    const misplaced = placeFault(draft, company.model)
    if (misplaced !== undefined) return misplaced
    applyFields({}, draft.fields, { ...company, currency: draft.currency ?? company.currency })
  } catch (error) {
    if (error instanceof Refusal) return asWritten(error, draft, company)
    throw error
  }
  const other = company.unsure.get(ownerKey)
  if (other !== undefined) return say('owner_unsure', { owner: ownerKey, id: owner, other })
  if (!Object.hasOwn(company.people.employees, owner)) return say('nobody', { owner })
  if (closedAt > company.now) return say('future', { day: closedAt.slice(0, 10) })
  return externalId.length > 200 ? say('id_long', { start: externalId.slice(0, 30) }) : lengthFault(draft)
}

function lengthFault({ title, client }: DealDraft): Saying | undefined {
  for (const [key, text] of Object.entries({ title, ...client })) {
    const most = longest[key as keyof typeof longest]
    if (text.length > most) return say('text_long', { key, start: text.slice(0, 30), length: text.length, most })
  }
  return undefined
}

/** The refusal with amounts as the file has them: it counts no kopecks. */
function asWritten(error: Refusal, { written, currency }: DealDraft, company: Company): Refusal {
  const faults = (error.extra['errors'] ?? []) as readonly { readonly pointer: string; readonly detail: Saying }[]
  const [first, ...more] = faults.map(({ pointer, detail }): Saying => {
    const sent = written[pointer.slice('/fields/'.length)]
    if (sent === undefined || detail.with === undefined) return detail
    return { ...detail, with: { currency: currency ?? company.currency, ...detail.with, sent } }
  })
  return first === undefined ? error : dealRefusalOf([first, ...more])
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
