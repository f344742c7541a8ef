import { allowedBy, areSameValues, isNothing, narrowed } from './allowed-values'
import type { Allowed } from './allowed-values'
import type { Whole } from './check-meaning'
import { report } from './context'
import type { Context } from './context'
import type { Condition, Field, Stage, TaskTemplate } from '#schemas/model'

type Left = ReadonlyMap<string, Allowed>

type KeptTest = Condition['all'][number]

/** Reports lines of conditions that can never hold, or that always do. */
export function checkConditions(context: Context, whole: Whole): void {
  for (const condition of conditionsOf(whole)) checkCondition(context, condition, new Map())
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
  return [...stage.tasks.flatMap(conditionsOfTask), stage.gate?.must]
}

function conditionsOfTask(task: TaskTemplate): readonly (Condition | undefined)[] {
  return [task.when]
}

function checkCondition(context: Context, condition: Condition, around: Left): void {
  const left = new Map(around)
  for (const test of condition.all) {
    const field = context.fields.get(test.field)
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
  return test.op !== 'filled' && test.op !== 'empty' && areSameValues(before, after)
}

function reportNever(context: Context, test: KeptTest, field: Field, isBecauseOfOthers: boolean): void {
  const at = context.spans.get(test)
  if (at === undefined) return
  if (test.op === 'between' && test.from > test.to) {
    const turned = /between\s+(.+?)\s+and\s+(.+)$/.exec(test.text)
    const message = `“${test.text}” never holds: the first number is the larger one.`
    report(context, at, {
      code: 'never-true',
      message,
      help: `Write “between ${turned?.[2] ?? ''} and ${turned?.[1] ?? ''}”.`,
    })
    return
  }
  const why = isBecauseOfOthers ? 'the lines around it rule it out' : `“${field.id}” ${boundsOf(field)}`
  report(context, at, { code: 'never-true', message: `“${test.text}” never holds: ${why}.`, help: helpFor(field) })
}

function reportAlways(context: Context, test: KeptTest, field: Field): void {
  const at = context.spans.get(test)
  if (at === undefined) return
  const rest = test.op === 'not' ? 'always' : 'whenever the field is filled'
  const message = `“${test.text}” holds ${rest}: “${field.id}” ${boundsOf(field)}.`
  const help =
    test.op === 'not'
      ? 'Leave the line out, or compare with another value.'
      : `Write “${field.id}: filled” if that is meant.`
  report(context, at, { code: 'always-true', message, help })
}

function boundsOf(field: Field): string {
  const unit = (value: number): string =>
    field.type === 'money' ? String(value / 100) : `${value}${field.type === 'percent' ? '%' : ''}`
  if (field.min !== undefined && field.max !== undefined) return `goes from ${unit(field.min)} to ${unit(field.max)}`
  if (field.min !== undefined) return `is never less than ${unit(field.min)}`
  if (field.max !== undefined) return `is never more than ${unit(field.max)}`
  if (field.type === 'choice') return `can only be ${Object.keys(field.options ?? {}).join(', ')}`
  return field.type === 'yes_no' ? 'is yes or no' : 'is restricted by the other lines'
}

function helpFor(field: Field): string {
  const lowest = field.min ?? 0
  if (field.max !== undefined && field.type === 'percent') return `Write a percentage from ${lowest}% to ${field.max}%.`
  if (field.max !== undefined && field.type === 'number') return `Write a number from ${lowest} to ${field.max}.`
  return 'Write values that can occur together, or leave the line out.'
}
