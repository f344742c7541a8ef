import { dealRefusal } from './words/deal-refusal'
import { missingNamed, missingToLeave, type Missing } from './gate'
import { missingWords } from './missing-words'
import { GateRefusal, MoveRefusal } from './gate-refusal'
import type { Refusal } from '#domain/kernel/refusal'
import { pipelineOf, stageIndex, stageName, gateValues, type StageRules } from '#domain/rules/stage-rules'
import type { Deal } from '#schemas/deal'
import type { Model, Pipeline } from '#schemas/model'
import type { Task } from '#schemas/task'

/** The word for leaving the last stage forward. */
export const completed = 'completed'

/** A move that the rules allow, or would allow once the gate is open. `skipped` are stages that may not be skipped. */
export type Route = {
  readonly direction: 'none' | 'forward' | 'back'
  readonly from: number
  readonly to: number
  readonly skipped: readonly string[]
  /** won: goes on forward and is behind `won_after` then; unwon: a won deal goes back to it or before. */
  readonly became?: 'won' | 'completed' | 'unwon'
}

/** Where a move leads by the newest rules: the direction's stages, what may be skipped, when a deal is won. */
export function routeOf(deal: Deal, model: Model, toStage: string): Route {
  const pipeline = pipelineOf(model, deal.pipeline)
  const from = stageIndex(pipeline, deal.stage)
  const to = toStage === completed ? pipeline.stages.length : stageIndex(pipeline, toStage)
  if (to === from) return { direction: 'none', from, to, skipped: [] }
  if (to < from) return { direction: 'back', from, to, skipped: [], ...backBecame(deal, pipeline, to) }
  const skipped = pipeline.stages.slice(from + 1, to).map((stage) => stage.id)
  return {
    direction: 'forward',
    from,
    to,
    skipped: skipped.filter((stage) => !pipeline.maySkip.includes(stage)),
    ...forwardBecame(deal, pipeline, to),
  }
}

/** How a move forward passes: through an open gate, or past it by an override, with what was missing. */
export type Passage = { readonly missing: readonly string[]; readonly role: string }

/**
 * Whether a deal may leave its stage forward on this route. Refuses with `gate_blocked` and everything that is missing,
 * or with `stage_not_next` and the stages it would have to pass; an allowed override passes and says what was missing.
 */
export function passGate(
  { deal, rules, tasks, route }: { deal: Deal; rules: StageRules; tasks: readonly Task[]; route: Route },
  override: { readonly role: string } | undefined,
): Passage | undefined {
  const missing = missingToLeave(deal, rules, tasks)
  const words = missingWords(missing, route.skipped)
  if (words.length === 0) return undefined
  if (override !== undefined) return { missing: words, role: override.role }
  const stop = { rules, values: gateValues(deal, rules), missing }
  if (route.skipped.length > 0) throw new MoveRefusal(notNext(rules, route.skipped), words)
  throw new GateRefusal(gateBlocked(deal, rules, missing), words, stop)
}

function notNext({ pipeline }: StageRules, skipped: readonly string[]): Refusal {
  const names = skipped.map((stage) => stageName(pipeline, stage))
  return dealRefusal('stage_not_next', { pipeline: pipeline.name, skipped: names }, { skipped })
}

function gateBlocked(deal: Deal, rules: StageRules, missing: Missing): Refusal {
  const { origin, mayOverride } = rules.stage.gate ?? { origin: rules.stage.origin, mayOverride: undefined }
  const tasks = missing.tasks.map(({ id, template, do: text, responsible, dueAt }) => {
    return { id, template, do: text, responsible, due: dueAt }
  })
  const extra = {
    missing: { tasks, fields: missing.fields, must: missing.must },
    stage: deal.stage,
    rule: { configVersion: rules.configVersion, line: origin.line, path: origin.path },
    ...(mayOverride === undefined ? {} : { mayOverride }),
  }
  return dealRefusal('gate_blocked', missingNamed(missing, rules), extra)
}

function forwardBecame(deal: Deal, pipeline: Pipeline, to: number): { became?: 'won' | 'completed' } {
  const wonAfter = pipeline.stages.findIndex((stage) => stage.id === pipeline.wonAfter)
  // A deal may stand behind the stage already, when that has moved since: it is won as soon as it goes on.
  const wins = deal.status === 'open' && wonAfter < to
  if (wins) return { became: 'won' }
  return to === pipeline.stages.length ? { became: 'completed' } : {}
}

function backBecame(deal: Deal, pipeline: Pipeline, to: number): { became?: 'unwon' } {
  const wonAfter = pipeline.stages.findIndex((stage) => stage.id === pipeline.wonAfter)
  return deal.status === 'won' && to <= wonAfter ? { became: 'unwon' } : {}
}
