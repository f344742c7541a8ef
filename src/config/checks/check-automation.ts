import { allowedBy, areSameValues, isNothing, isRelative, narrowed } from './allowed-values'
import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { builtInEvents } from '#config/shape/sections/automation-shape'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import type { AutomationAction, AutomationRule, Condition, Pipeline, Stage, Test } from '#schemas/model'
import { entryOf, itemsOf } from '#config/yaml/tree'
import type { Span } from '#config/yaml/tree'

type Move = Extract<AutomationAction, { kind: 'move_to' }>

/** Reports automations that set each other off for ever, and moves that a gate will always stop. */
export function checkAutomation(context: Context, { model }: Whole): void {
  const through = pipelinesByStage(Object.values(model.pipelines))
  for (const rule of model.automation) {
    for (const action of rule.actions) {
      if (action.kind === 'move_to') checkMove(context, rule, action, through)
    }
  }
  reportLoops(context, model.automation)
}

function pipelinesByStage(pipelines: readonly Pipeline[]): ReadonlyMap<string, readonly Pipeline[]> {
  const through = new Map<string, Pipeline[]>()
  for (const pipeline of pipelines) {
    for (const { id } of pipeline.stages) {
      const known = through.get(id)
      if (known === undefined) through.set(id, [pipeline])
      else known.push(pipeline)
    }
  }
  return through
}

function checkMove(
  context: Context,
  rule: AutomationRule,
  move: Move,
  through: ReadonlyMap<string, readonly Pipeline[]>,
): void {
  const from = stageOf(rule)
  if (
    from === undefined ||
    context.used.has('stage.*') ||
    context.shaky.has(rule) ||
    (rule.when !== undefined && context.shaky.has(rule.when))
  )
    return
  const only = valuesOf(rule.when, 'pipeline')
  const touched = (through.get(from) ?? []).filter(({ id }) => only === undefined || only.includes(id))
  for (const pipeline of touched) {
    const stage = pipeline.stages.find(({ id }) => id === from)
    const why =
      stage === undefined
        ? undefined
        : (whyNoWay(pipeline, from, move.stage) ?? whyStopped(context, rule, pipeline, { stage, move }))
    if (why === undefined || isBack(pipeline, from, move.stage)) continue
    report(context, spanOfMove(context, rule, move), { code: 'move-stopped', ...why })
    return
  }
  if (from === move.stage && isFirstMove(rule, move)) {
    const why = { message: say('move-here', { stage: from }), help: say('leave-move-out') }
    report(context, spanOfMove(context, rule, move), { code: 'move-stopped', ...why })
  }
}

/** Whether the deal is still where it was when the rule was set off. */
function isFirstMove({ actions }: AutomationRule, move: Move): boolean {
  return actions.find(({ kind }) => kind === 'move_to') === move
}

type Why = { readonly message: Phrase; readonly help: Phrase }

function isBack(pipeline: Pipeline, from: string, to: string): boolean {
  const ids = pipeline.stages.map(({ id }) => id)
  return ids.includes(to) && ids.indexOf(to) <= ids.indexOf(from)
}

function whyNoWay(pipeline: Pipeline, from: string, to: string): Why | undefined {
  const ids = pipeline.stages.map(({ id }) => id)
  const start = ids.indexOf(from)
  const end = to === 'completed' ? ids.length : ids.indexOf(to)
  const at = { stage: to, pipeline: pipeline.id }
  if (end < 0) return { message: say('move-no-way', at), help: say('narrow-or-add', { stage: to }) }
  const between = ids.slice(start + 1, end).filter((id) => !pipeline.maySkip.includes(id))
  if (between.length === 0) return undefined
  return {
    message: say('move-skips', { ...at, skipped: between }),
    help: say('next-or-skip', { next: ids[start + 1] ?? to }),
  }
}

/** What the gate of the stage asks for and neither the conditions nor the actions of the rule see to. */
function whyStopped(
  context: Context,
  rule: AutomationRule,
  pipeline: Pipeline,
  { stage, move }: { readonly stage: Stage; readonly move: Move },
): Why | undefined {
  const at = { stage: move.stage, pipeline: pipeline.id }
  const required = stage.tasks.filter((task) => !task.optional && task.when === undefined).map(({ id }) => id)
  const done = rule.actions.flatMap((action) => (action.kind === 'complete_task' ? [action.task] : []))
  if (rule.on !== 'task_done' && required.length > 0 && !required.some((id) => done.includes(id))) {
    return {
      message: say('move-leaves-open', { ...at, tasks: required }),
      help: say('add-before-move', { line: `- complete_task: ${required[0] ?? ''}` }),
    }
  }
  const added = ownOpenTask(rule, move)
  if (added !== undefined)
    return { message: say('move-own-task', { ...at, task: added }), help: say('optional-or-after') }
  const unmet = stage.gate?.must?.all.find((test) => !isAssured(context, rule, test))
  if (unmet !== undefined) {
    return {
      message: say('move-unmet', { ...at, line: unmet.text }),
      help: say('add-to-when', { line: unmet.text }),
    }
  }
  const empty = stage.gate?.filled.find((field) => !isAssured(context, rule, { field, op: 'filled' }))
  if (empty === undefined) return undefined
  return {
    message: say('move-unfilled', { ...at, field: empty }),
    help: say('add-to-when', { line: `${empty}: filled` }),
  }
}

/** A task that the rule itself opens in the stage before it moves on; nothing can have done it by then. */
function ownOpenTask({ actions }: AutomationRule, move: Move): string | undefined {
  for (const action of actions.slice(0, actions.indexOf(move))) {
    if (action.kind === 'add_task' && !action.template.optional && action.template.when === undefined)
      return action.template.do
  }
  return undefined
}

/** Whether the rule fires only when this holds, or makes it hold itself. */
function isAssured(context: Context, rule: AutomationRule, test: Test): boolean {
  const field = context.fields.get(test.field)
  if (field === undefined) return true
  const set = rule.actions.find((action) => action.kind === 'set' && action.fields[field.id] !== undefined)
  if (set?.kind === 'set') {
    const value = set.fields[field.id] ?? null
    return (
      value !== null &&
      !isNothing(narrowed(narrowed(allowedBy(field), { field: field.id, op: 'is', values: [value] }), test))
    )
  }
  if (isRelative(test)) return (rule.when?.all ?? []).some((line) => isSameLine(line, test))
  const known = (rule.when?.all ?? []).filter((line) => line.field === field.id).reduce(narrowed, allowedBy(field))
  const also = narrowed(known, test)
  return known.mayBeEmpty === also.mayBeEmpty && areSameValues(known, also)
}

function isSameLine(line: Test, test: Test): boolean {
  if (line.field !== test.field || line.op !== test.op) return false
  if ('than' in line && 'than' in test) return line.than === test.than
  return line.op === 'within' && test.op === 'within' && line.duration.text === test.duration.text
}

function stageOf(rule: AutomationRule): string | undefined {
  const values = valuesOf(rule.when, 'stage')
  if (values?.length === 1) return String(values[0])
  return rule.on === 'stage_entered' ? rule.stage : undefined
}

function valuesOf(when: Condition | undefined, field: string): readonly unknown[] | undefined {
  const test = when?.all.find((line) => line.field === field)
  return test?.op === 'is' ? test.values : undefined
}

function spanOfMove(context: Context, rule: AutomationRule, move: Move): Span {
  const items = itemsOf(context.sites.get(rule), 'do')
  const entries = items.flatMap((item) => (item.kind === 'map' ? (entryOf(item, 'move_to') ?? []) : []))
  const found = entries.find(({ path }) => path === move.origin.path) ?? entries[0]
  return found?.value ?? { start: 0, end: 1 }
}

function reportLoops(context: Context, rules: readonly AutomationRule[]): void {
  const reported = new Set<string>()
  const byTrigger = rulesByTrigger(rules)
  for (const rule of rules) {
    const loop = loopFrom(rule, byTrigger)
    const site = context.sites.get(rule)
    if (loop === undefined || site === undefined || loop.some((id) => reported.has(id))) continue
    for (const id of loop) reported.add(id)
    report(context, entryOf(site, 'on')?.value ?? site, {
      code: 'automation-loop',
      message: say('rule-loop', { rules: loop }),
      help: say('when-ends'),
    })
  }
}

type ByTrigger = ReadonlyMap<string, readonly AutomationRule[]>

/** Rules by what sets them off; a rule that names no stage or task stands under the bare event. */
function rulesByTrigger(rules: readonly AutomationRule[]): ByTrigger {
  const found = new Map<string, AutomationRule[]>()
  for (const rule of rules) {
    const trigger = `${rule.on} ${rule.field ?? rule.stage ?? rule.task ?? ''}`
    const known = found.get(trigger)
    if (known === undefined) found.set(trigger, [rule])
    else known.push(rule)
  }
  return found
}

function loopFrom(start: AutomationRule, byTrigger: ByTrigger): readonly string[] | undefined {
  const paths: (readonly AutomationRule[])[] = [[start]]
  const seen = new Set<string>()
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (const next of path.at(-1)?.actions.flatMap((action) => setOffBy(action, byTrigger)) ?? []) {
      if (next === start) return path.map(({ id }) => id)
      if (!seen.has(next.id)) paths.push([...path, next])
      seen.add(next.id)
    }
  }
  return undefined
}

/** The rules that an action sets off. */
function setOffBy(action: AutomationAction, byTrigger: ByTrigger): readonly AutomationRule[] {
  const triggers = triggersOf(action)
  return triggers.flatMap((trigger) => byTrigger.get(trigger) ?? []).filter((rule) => setsOff(action, rule))
}

function triggersOf(action: AutomationAction): readonly string[] {
  switch (action.kind) {
    case 'set':
      return Object.keys(action.fields).map((field) => `field_changed ${field}`)
    case 'move_to':
      return [`stage_entered ${action.stage}`, 'stage_entered ']
    case 'complete_task':
      return [`task_done ${action.task}`, 'task_done ']
    case 'add_task':
    case 'notify':
    case 'send':
      return []
  }
}

function setsOff(action: AutomationAction, rule: AutomationRule): boolean {
  if (!builtInEvents.some((event) => event === rule.on)) return false
  switch (action.kind) {
    case 'set': {
      const value = rule.field === undefined ? undefined : action.fields[rule.field]
      return rule.on === 'field_changed' && value !== undefined && canStillHold(rule, action.fields)
    }
    case 'move_to':
      return (
        rule.on === 'stage_entered' &&
        (rule.stage ?? action.stage) === action.stage &&
        canStillHold(rule, { stage: action.stage })
      )
    case 'complete_task':
      return rule.on === 'task_done' && (rule.task ?? action.task) === action.task
    case 'add_task':
    case 'notify':
    case 'send':
      return false
  }
}

/** Whether the conditions of a rule may hold once these fields have these values. */
function canStillHold(
  rule: AutomationRule,
  fields: Readonly<Record<string, string | number | boolean | null>>,
): boolean {
  return (rule.when?.all ?? []).every((test) => {
    const value = fields[test.field]
    if (value === undefined) return true
    if (value === null) return test.op === 'empty' || test.op === 'not'
    const exactly = { mayBeEmpty: false, only: [value], except: [], range: anyRange }
    return !isNothing(narrowed(exactly, test))
  })
}

const anyRange = { from: -Infinity, to: Infinity, isFromOpen: false, isToOpen: false }
