import { isOfClock } from '#domain/formula/condition'
import { bare } from '#domain/kernel/bare'
import { own } from '#domain/kernel/own'
import { wordsOf, type Lexicon, type Words } from './renamed-words'
import type {
  AutomationAction,
  AutomationRule,
  Condition,
  DueRule,
  Field,
  Gate,
  LadderStep,
  Model,
  Stage,
  TaskTemplate,
  Outcome,
} from '#schemas/model'

const made = new WeakMap<Lexicon, WeakMap<Model, Model>>()

/**
 * The rules of an earlier version as if they had been written with the names of today: fields, options, roles and the
 * stages that conditions and actions speak of, by their ids and by what people call them. Directions and their stages keep
 * their own ids, by which visits find them.
 */
export function modelInWords(model: Model, lexicon: Lexicon): Model {
  if (model === lexicon.model) return model
  const kept = made.get(lexicon) ?? new WeakMap<Model, Model>()
  made.set(lexicon, kept)
  const found = kept.get(model) ?? named(translated(model, wordsOf(lexicon)), lexicon.model)
  kept.set(model, found)
  return found
}

/** What people call fields, options and roles, and who writes a field, changes at once, whatever judges a visit. */
function named(model: Model, today: Model): Model {
  const fields = mapped(model.fields, (field) => {
    const now = own(today.fields, field.id)
    if (now === undefined) return field
    const options = mappedByKey(field.options ?? {}, (option, name) => own(now.options ?? {}, option) ?? name)
    const { writtenBy: _writtenBy, ...rest } = field
    const writers = now.writtenBy === undefined ? {} : { writtenBy: now.writtenBy }
    return { ...rest, ...writers, name: now.name, ...(field.options === undefined ? {} : { options }) }
  })
  const roles = mappedByKey(model.roles, (id, role) => ({ ...role, name: own(today.roles, id)?.name ?? role.name }))
  return { ...model, fields, roles }
}

function translated(model: Model, words: Words): Model {
  if (!words.hasOld) return model
  const { pipelines, outcomes, escalations, automation, fields, roles } = model
  return {
    ...model,
    roles: renamed(roles, words.role),
    fields: renamed(
      mapped(fields, (field) => fieldInWords(field, words)),
      words.field,
    ),
    pipelines: mapped(pipelines, (pipeline) => ({
      ...pipeline,
      stages: pipeline.stages.map((stage) => stageInWords(stage, words)),
    })),
    outcomes: {
      lost: outcomeInWords(outcomes.lost, words),
      cancelled: outcomeInWords(outcomes.cancelled, words),
    },
    escalations: mapped(escalations, (ladder) => ladder.map((step) => stepInWords(step, words))),
    automation: automation.map((rule) => ruleInWords(rule, words)),
  }
}

function outcomeInWords(outcome: Outcome, words: Words): Outcome {
  const { followUp } = outcome
  return followUp === undefined ? outcome : { ...outcome, followUp: templateInWords(followUp, words) }
}

function fieldInWords(field: Field, words: Words): Field {
  const { options, formula, reads, writtenBy, to } = field
  return {
    ...field,
    ...(to === undefined ? {} : { to: words.pipeline(to) }),
    ...(writtenBy === undefined ? {} : { writtenBy: writtenBy.map(words.role) }),
    id: words.field(field.id),
    ...(options === undefined ? {} : { options: renamed(options, (option) => String(words.option(field.id, option))) }),
    ...(formula === undefined ? {} : { formula: formulaInWords(formula, words) }),
    ...(reads === undefined ? {} : { reads: reads.map(words.field) }),
  }
}

/** Names of fields stand outside the quotes of a formula. */
function formulaInWords(formula: string, words: Words): string {
  return formula.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[a-z][a-z0-9_]*/g, (part) =>
    part.startsWith('"') || part.startsWith("'") ? part : words.field(part),
  )
}

function stageInWords(stage: Stage, words: Words): Stage {
  return {
    ...stage,
    tasks: stage.tasks.map((template) => templateInWords(template, words)),
    ...(stage.gate === undefined ? {} : { gate: gateInWords(stage.gate, words) }),
  }
}

function templateInWords(template: TaskTemplate, words: Words): TaskTemplate {
  const { by, mayAlso, due, when } = template
  return {
    ...template,
    by: words.role(by),
    ...(mayAlso === undefined ? {} : { mayAlso: mayAlso.map(words.role) }),
    due: dueInWords(due, words),
    ...(when === undefined ? {} : { when: conditionInWords(when, words) }),
  }
}

function dueInWords(due: DueRule, words: Words): DueRule {
  if (!('anchor' in due) || due.anchor.kind !== 'field') return due
  return { ...due, anchor: { ...due.anchor, field: words.field(due.anchor.field) } }
}

function gateInWords(gate: Gate, words: Words): Gate {
  const { filled, must, mayOverride } = gate
  return {
    ...gate,
    filled: filled.map(words.field),
    ...(must === undefined ? {} : { must: conditionInWords(must, words) }),
    ...(mayOverride === undefined ? {} : { mayOverride: words.role(mayOverride) }),
  }
}

function conditionInWords(condition: Condition, words: Words): Condition {
  return {
    all: condition.all.map((test) => {
      const field = words.field(test.field)
      if ('than' in test) return { ...test, field, than: isOfClock(test.than) ? test.than : words.field(test.than) }
      if (test.op !== 'is' && test.op !== 'not') return { ...test, field }
      return { ...test, field, values: test.values.map((value) => valueInWords(test.field, value, words)) }
    }),
    ...(condition.any === undefined ? {} : { any: condition.any.map((one) => conditionInWords(one, words)) }),
  }
}

/** A condition may speak of the stage a deal is in; in which direction it does not say, so any will do. */
function valueInWords(field: string, value: string | number | boolean | null, words: Words) {
  if (typeof value !== 'string') return value
  if (field === 'stage') return words.stage(value)
  if (field === 'pipeline') return words.pipeline(value)
  return words.option(field, value)
}

function stepInWords(step: LadderStep, words: Words): LadderStep {
  return {
    ...step,
    notify: step.notify.map(words.role),
    ...(step.giveTo === undefined ? {} : { giveTo: words.role(step.giveTo) }),
  }
}

function ruleInWords(rule: AutomationRule, words: Words): AutomationRule {
  const { field, stage, when, actions } = rule
  return {
    ...rule,
    ...(field === undefined ? {} : { field: words.field(field) }),
    ...(stage === undefined ? {} : { stage: words.stage(stage) }),
    ...(when === undefined ? {} : { when: conditionInWords(when, words) }),
    actions: actions.map((action) => actionInWords(action, words)),
  }
}

function actionInWords(action: AutomationAction, words: Words): AutomationAction {
  switch (action.kind) {
    case 'add_task':
      return { ...action, template: templateInWords(action.template, words) }
    case 'complete_task':
      return action
    case 'move_to':
      return { ...action, stage: words.stage(action.stage) }
    case 'set':
      return {
        ...action,
        fields: Object.fromEntries(
          Object.entries(action.fields).map(([id, value]) => [words.field(id), words.option(id, value)]),
        ),
      }
    case 'send':
      return action
    case 'notify':
      return { ...action, roles: action.roles.map(words.role) }
  }
}

function mapped<T>(table: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return bare(Object.entries(table).map(([id, value]) => [id, change(value)]))
}

function mappedByKey<T>(table: Readonly<Record<string, T>>, change: (id: string, value: T) => T): Record<string, T> {
  return bare(Object.entries(table).map(([id, value]) => [id, change(id, value)]))
}

function renamed<T>(table: Readonly<Record<string, T>>, name: (id: string) => string): Record<string, T> {
  return bare(Object.entries(table).map(([id, value]) => [name(id), value]))
}
