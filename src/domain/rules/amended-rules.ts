import { own } from '#domain/kernel/own'
import type { StageRules } from './stage-rules'
import { modelInWords } from './model-in-words'
import { placeAfter } from './place-after'
import type { Lexicon } from './renamed-words'
import type { Deal, Visit } from '#schemas/deal'
import type { Model, Stage, TaskTemplate } from '#schemas/model'

type Amendment = NonNullable<Visit['amended']>[number]

/** The rules of a visit with the keys of an amendment as a later version has them. Its clocks run from the amendment on. */
export function amended(
  rules: StageRules,
  {
    deal,
    amendment,
    from,
    newest,
  }: { deal: Pick<Deal, 'pipeline' | 'stage'>; amendment: Amendment; from: Lexicon; newest: Lexicon },
): StageRules {
  const model = modelInWords(from.model, newest)
  const stage = stageOf(model, deal, from, newest)
  return amendment.keys.reduce((now, key) => {
    const [head, ...parts] = key.split('.')
    if (head === 'escalations') return withLadder(now, parts[0] ?? '', model)
    if (stage === undefined || head === 'calendar') return now
    return withStageKey(now, parts, { stage, at: amendment.at })
  }, rules)
}

/** The stage that the later version has where the deal stands: that version may be older than today's names. */
function stageOf(model: Model, { pipeline, stage }: Pick<Deal, 'pipeline' | 'stage'>, from: Lexicon, newest: Lexicon) {
  const since = (newest.renamings ?? []).filter(({ version }) => version > from.version)
  for (const one of Object.values(model.pipelines)) {
    const found = one.stages.find(({ id }) => {
      const now = placeAfter({ pipeline: one.id, stage: id }, since)
      return now.pipeline === pipeline && now.stage === stage
    })
    if (found !== undefined) return found
  }
  return undefined
}

function withLadder(rules: StageRules, name: string, model: Model): StageRules {
  const ladder = own(model.escalations, name)
  if (ladder === undefined) return rules
  return { ...rules, model: { ...rules.model, escalations: { ...rules.model.escalations, [name]: ladder } } }
}

function withStageKey(
  rules: StageRules,
  [part = '', aspect]: readonly string[],
  { stage, at }: { stage: Stage; at: string },
): StageRules {
  if (part === 'gate') {
    const { gate: _gate, ...rest } = rules.stage
    return { ...rules, stage: stage.gate === undefined ? rest : { ...rest, gate: stage.gate } }
  }
  if (part === 'max_age') {
    const { maxAge: _maxAge, ...rest } = rules.stage
    const aged = stage.maxAge === undefined ? {} : { maxAge: stage.maxAge }
    return { ...rules, stage: { ...rest, ...aged, whenStuck: stage.whenStuck, agedFrom: at } }
  }
  if (part === 'max_idle') {
    const { maxIdle: _maxIdle, ...rest } = rules.stage
    return { ...rules, stage: stage.maxIdle === undefined ? rest : { ...rest, maxIdle: stage.maxIdle } }
  }
  return { ...rules, stage: { ...rules.stage, tasks: tasksWith(rules.stage.tasks, part, aspect, { stage, at }) } }
}

function tasksWith(
  tasks: readonly TaskTemplate[],
  id: string,
  aspect: string | undefined,
  { stage, at }: { stage: Stage; at: string },
): readonly TaskTemplate[] {
  const next = stage.tasks.find((one) => one.id === id)
  const was = tasks.find((one) => one.id === id)
  if (next === undefined) return tasks.filter((one) => one.id !== id)
  if (was === undefined) return [...tasks, { ...next, since: at }]
  return tasks.map((one) => (one.id === id ? withAspect(one, next, aspect, at) : one))
}

function withAspect(was: TaskTemplate, next: TaskTemplate, aspect: string | undefined, at: string): TaskTemplate {
  switch (aspect) {
    case 'due':
      return { ...was, due: next.due, since: at }
    case 'by':
      return { ...was, by: next.by, whileAway: next.whileAway }
    case 'may_also':
      return mayAlsoAs(was, next)
    case 'ladder':
      return { ...was, escalate: next.escalate }
    case 'text':
      return { ...was, do: next.do, checklist: next.checklist }
    case 'asked':
      return askedAs(was, next)
    default:
      return { ...next, since: at }
  }
}

function mayAlsoAs(was: TaskTemplate, { mayAlso }: TaskTemplate): TaskTemplate {
  const { mayAlso: _mayAlso, ...rest } = was
  return mayAlso === undefined ? rest : { ...rest, mayAlso }
}

function askedAs(was: TaskTemplate, { when, optional, doneWhen, onLeave, onReturn }: TaskTemplate): TaskTemplate {
  const { when: _when, doneWhen: _doneWhen, ...rest } = was
  return {
    ...rest,
    optional,
    onLeave,
    onReturn,
    ...(when === undefined ? {} : { when }),
    ...(doneWhen === undefined ? {} : { doneWhen }),
  }
}
