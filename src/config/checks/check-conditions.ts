import { distance } from 'fastest-levenshtein'
import { allowedBy, areSameValues, isNothing, isRelative, narrowed } from './allowed-values'
import type { Allowed } from './allowed-values'
import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import type { Bounds } from '#config/messages/en-meaning'
import type { Phrase } from '#config/messages/say'
import type { Condition, Field, Gate, Stage, TaskTemplate } from '#schemas/model'

type Left = ReadonlyMap<string, Allowed>

type KeptTest = Condition['all'][number]

/** Reports lines of conditions that can never hold, or that always do. */
export function checkConditions(context: Context, whole: Whole): void {
  const gates = gatesOf(whole)
  for (const condition of conditionsOf(whole)) checkCondition(context, condition, new Map())
  for (const gate of gates) checkGate(context, gate)
  checkSpellings(context, conditionsOf(whole))
}

type Written = { readonly test: KeptTest; readonly text: string }

/** Warns where two lines ask a text for what differs by one letter: the same was meant, and one of them never holds. */
function checkSpellings(context: Context, conditions: Iterable<Condition>): void {
  const known = new Map<string, Map<string, Written[]>>()
  for (const test of [...conditions].flatMap(testsOf)) {
    if ((test.op !== 'is' && test.op !== 'not') || context.fields.get(test.field)?.type !== 'text') continue
    const texts = known.get(test.field) ?? new Map<string, Written[]>()
    known.set(test.field, texts)
    for (const text of test.values.map(String)) texts.set(text, [...(texts.get(text) ?? []), { test, text }])
  }
  for (const [field, texts] of known) {
    const rarest = [...texts].toReversed().toSorted(([, one], [, other]) => one.length - other.length)
    for (const [text, [first]] of rarest) {
      const other = [...texts.keys()].find((one) => isOneLetterApart(text, one))
      if (first !== undefined && other !== undefined) {
        texts.delete(text)
        reportSpelling(context, first, { field, text, other })
      }
    }
  }
}

function testsOf({ all, any = [] }: Condition): readonly KeptTest[] {
  return [...all, ...any.flatMap(testsOf)]
}

/** Words long enough for a slip to be likelier than two meanings. */
function isOneLetterApart(one: string, other: string): boolean {
  return one !== other && [one, other].every((text) => /^\p{L}{6,}$/u.test(text)) && distance(one, other) === 1
}

function reportSpelling(
  context: Context,
  { test }: Written,
  told: { readonly field: string; readonly text: string; readonly other: string },
): void {
  const span = context.spans.get(test)
  if (span === undefined) return
  const message = say('spelled-otherwise', told)
  report(
    context,
    span,
    { code: 'unknown-option', message, help: say('did-you-mean', { guess: told.other }) },
    'warning',
  )
}

/** What a gate asks to be filled holds beside what must be so: no deal could pass a gate that asks for both a value and none. */
function checkGate(context: Context, { filled, must }: Gate): void {
  if (must === undefined) return
  const fields = filled.flatMap((id) => context.fields.get(id) ?? context.clientFields.get(id) ?? [])
  const left = fields.map((field) => [field.id, narrowed(allowedBy(field), { field: field.id, op: 'filled' })] as const)
  checkCondition(context, must, new Map(left))
}

function gatesOf({ model, stages }: Whole): ReadonlySet<Gate> {
  const all = [...stages.values(), ...Object.values(model.pipelines).flatMap((pipeline) => pipeline.stages)]
  return new Set(all.flatMap(({ gate }) => gate ?? []))
}

function conditionsOf({ model, stages }: Whole): ReadonlySet<Condition> {
  const all = [...stages.values(), ...Object.values(model.pipelines).flatMap((pipeline) => pipeline.stages)]
  const { lost, cancelled } = model.outcomes
  const actions = model.automation.flatMap((rule) => rule.actions)
  const found = [
    ...all.flatMap(conditionsOfStage),
    ...[lost, cancelled].flatMap(({ followUp }) => (followUp === undefined ? [] : conditionsOfTask(followUp))),
    ...model.newDeals.map((line) => line.when),
    ...model.automation.map((rule) => rule.when),
    ...actions.flatMap((action) => (action.kind === 'add_task' ? conditionsOfTask(action.template) : [])),
  ]
  return new Set(found.filter((condition) => condition !== undefined))
}

function conditionsOfStage(stage: Stage): readonly (Condition | undefined)[] {
  return stage.tasks.flatMap(conditionsOfTask)
}

function conditionsOfTask(task: TaskTemplate): readonly (Condition | undefined)[] {
  return [task.when]
}

function checkCondition(context: Context, condition: Condition, around: Left): void {
  const left = new Map(around)
  for (const test of condition.all) {
    const field = context.fields.get(test.field) ?? context.clientFields.get(test.field)
    if (field === undefined) continue
    const before = left.get(field.id) ?? allowedBy(field)
    const after = narrowed(before, test)
    if (isNothing(after)) {
      reportNever(context, test, field, around.has(field.id) && !isNothing(narrowed(allowedBy(field), test)))
      continue
    }
    if (isAlways(test, before, after)) reportAlways(context, test, field)
    left.set(field.id, after)
  }
  for (const branch of condition.any ?? []) checkCondition(context, branch, left)
}

function isAlways(test: KeptTest, before: Allowed, after: Allowed): boolean {
  return test.op !== 'filled' && test.op !== 'empty' && !isRelative(test) && areSameValues(before, after)
}

function reportNever(context: Context, test: KeptTest, field: Field, isBecauseOfOthers: boolean): void {
  const at = context.spans.get(test)
  if (at === undefined) return
  if (test.op === 'between' && test.from > test.to) {
    const turned = /between\s+(.+?)\s+and\s+(.+)$/.exec(test.text)
    report(context, at, {
      code: 'never-true',
      message: say('never-turned', { line: test.text }),
      help: say('write', { text: `between ${turned?.[2] ?? ''} and ${turned?.[1] ?? ''}` }),
    })
    return
  }
  const message = isBecauseOfOthers
    ? say('never-others', { line: test.text })
    : say('never-bounds', { line: test.text, field: field.id, bounds: boundsOf(field) })
  report(context, at, { code: 'never-true', message, help: helpFor(field) })
}

function reportAlways(context: Context, test: KeptTest, field: Field): void {
  const at = context.spans.get(test)
  if (at === undefined) return
  const isNot = test.op === 'not'
  const message = say('always', { line: test.text, field: field.id, bounds: boundsOf(field), isNot })
  const help = isNot ? say('leave-or-compare') : say('write-if-meant', { line: `${field.id}: filled` })
  report(context, at, { code: 'always-true', message, help })
}

function boundsOf(field: Field): Bounds {
  const unit = (value: number): string =>
    field.type === 'money' ? String(value / 100) : `${value}${field.type === 'percent' ? '%' : ''}`
  const { min, max } = field
  if (min !== undefined && max !== undefined) return { kind: 'from-to', from: unit(min), to: unit(max) }
  if (min !== undefined) return { kind: 'from', limit: unit(min) }
  if (max !== undefined) return { kind: 'to', limit: unit(max) }
  if (field.type === 'choice') return { kind: 'options', options: Object.keys(field.options ?? {}) }
  return { kind: field.type === 'yes_no' ? 'yes-no' : 'others' }
}

function helpFor(field: Field): Phrase {
  const lowest = field.min ?? 0
  if (field.max !== undefined && field.type === 'percent')
    return say('write-percentage', { from: `${lowest}%`, to: `${field.max}%` })
  if (field.max !== undefined && field.type === 'number')
    return say('write-number', { from: String(lowest), to: String(field.max) })
  return say('values-together')
}
