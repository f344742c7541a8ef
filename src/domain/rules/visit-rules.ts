import { rulesRefusal } from './words/rules-refusal'
import { own } from '#domain/kernel/own'
import type { StageRules } from './stage-rules'
import { amended } from './amended-rules'
import { modelInWords } from './model-in-words'
import { wordsOf, type Lexicon } from './renamed-words'
import type { Deal } from '#schemas/deal'
import type { Gate, Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import type { Place } from '#schemas/release'

type Visited = Pick<Deal, 'pipeline' | 'stage' | 'visit'>

const composed = new WeakMap<Lexicon, Map<string, StageRules>>()

/**
 * The rules one visit is judged by. Tasks, gate, `max_age` and ladders are those of the version it was entered with, with
 * what later versions brought to it on purpose; names and texts are those of today, and so are the calendars by which dates
 * are worked out from now on. Everything is called as it is called today.
 */
export function visitRules(
  deal: Visited,
  {
    own: version,
    newest,
    later = [],
  }: { readonly own: Lexicon; readonly newest: Lexicon; readonly later?: readonly Lexicon[] },
): StageRules {
  const place = deal.visit.entered ?? { pipeline: deal.pipeline, stage: deal.stage }
  const kept = composed.get(newest) ?? new Map<string, StageRules>()
  composed.set(newest, kept)
  const name = JSON.stringify([version.version, newest.version, place, deal.pipeline, deal.stage, deal.visit.amended])
  const rules = kept.get(name) ?? compose(deal, place, { own: version, newest, later })
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, rules)
  return rules
}

/** Amendments differ from visit to visit in their time only, so there are few of them; this is a bound, not a cache size. */
const mostKept = 2_000

function compose(
  deal: Visited,
  place: Place,
  {
    own: version,
    newest,
    later,
  }: { readonly own: Lexicon; readonly newest: Lexicon; readonly later: readonly Lexicon[] },
): StageRules {
  const words = wordsOf(newest)
  const model = {
    ...modelInWords(version.model, newest),
    calendar: newest.model.calendar,
    calendars: newest.model.calendars,
  }
  const found = stageAt(model, place) ?? stageCalledSo(model, deal, words.place)
  if (found === undefined) {
    const now = stageAt(newest.model, words.place(deal))
    if (now !== undefined) return { configVersion: newest.version, model: newest.model, ...now }
    throw rulesRefusal('stage_unknown.any_version', { stage: deal.stage, pipeline: deal.pipeline })
  }
  const today = stageAt(newest.model, words.place(deal))
  const rules = withTexts({ configVersion: version.version, model, ...found }, today)
  return (deal.visit.amended ?? []).reduce((now, amendment) => {
    const from = later.find((one) => one.version === amendment.rules)
    return from === undefined ? now : amended(now, { deal, amendment, from, newest })
  }, rules)
}

/** The stage and the direction of a place, in one version of the rules. */
export function stageAt(
  model: Model,
  place: Place,
): { readonly pipeline: Pipeline; readonly stage: Stage } | undefined {
  const pipeline = own(model.pipelines, place.pipeline)
  const stage = pipeline?.stages.find((one) => one.id === place.stage)
  return pipeline === undefined || stage === undefined ? undefined : { pipeline, stage }
}

/** A deal that was seated before it remembered where: the stage of its rules that is called so today. */
function stageCalledSo(model: Model, deal: Visited, placeNow: (place: Place) => Place) {
  for (const pipeline of Object.values(model.pipelines)) {
    for (const stage of pipeline.stages) {
      const now = placeNow({ pipeline: pipeline.id, stage: stage.id })
      if (now.pipeline === deal.pipeline && now.stage === deal.stage) return { pipeline, stage }
    }
  }
  return undefined
}

/** Names, goals, how-to texts and messages are for people and change at once. */
function withTexts(
  rules: StageRules,
  today: { readonly pipeline: Pipeline; readonly stage: Stage } | undefined,
): StageRules {
  if (today === undefined) return rules
  const { goal: _goal, howTo: _howTo, gate, ...stage } = rules.stage
  const { name, goal, howTo } = today.stage
  return {
    ...rules,
    pipeline: { ...rules.pipeline, name: today.pipeline.name },
    stage: {
      ...stage,
      name,
      ...(goal === undefined ? {} : { goal }),
      ...(howTo === undefined ? {} : { howTo }),
      ...(gate === undefined ? {} : { gate: gateWithMessage(gate, today.stage.gate) }),
      tasks: stage.tasks.map((template) => taskWithHelp(template, today.stage)),
    },
  }
}

function gateWithMessage(gate: Gate, today: Gate | undefined): Gate {
  if (today === undefined) return gate
  const { message: _message, ...rest } = gate
  return today.message === undefined ? rest : { ...rest, message: today.message }
}

function taskWithHelp(template: TaskTemplate, today: Stage): TaskTemplate {
  const found = today.tasks.find(({ id }) => id === template.id)
  if (found === undefined) return template
  const { howTo: _howTo, ...rest } = template
  return found.howTo === undefined ? rest : { ...rest, howTo: found.howTo }
}
