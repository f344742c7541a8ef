import { notComputed } from '#domain/formula/not-computed'
import { valuesOf } from '#domain/rules/stage-rules'
import type { Task } from '#schemas/task'
import type { FailureWords } from './failure-words'
import type { Seen } from './look'
import { simulationEn } from './simulation/simulation-en'
import { gateLine, inFileOrder, stageIn, taskLine, templateIn, type RuleLine } from './rule-lines'

export type { RuleLine } from './rule-lines'

/** What there is to be seen after a step, and the words to tell it in. */
export type Judged = Seen & { readonly words: FailureWords }

/** A difference between what is expected and what happened. */
export type Found = { readonly expected: string; readonly happened: string; readonly names: readonly string[] }

/** Which lines of the rules made something as it is: of the tasks, fields, people and rules that differ. */
export function whyOf(key: string, names: readonly string[], seen: Judged): readonly RuleLine[] {
  return inFileOrder(names.flatMap((name) => lineOf(key, name, seen)))
}

function lineOf(key: string, name: string, seen: Judged): readonly RuleLine[] {
  switch (key) {
    case 'notified':
    case 'escalated':
      return ladderLines(seen)
    case 'automation':
      return ruleLines(name, seen)
    case 'fields':
      return fieldLines(name, seen)
    case 'stage':
    case 'won':
    case 'status':
      return gateLines(seen)
    default:
      return [...taskLines(key, name, seen), ...gateOf(name, seen)]
  }
}

function taskLines(key: string, name: string, { model, deal, tasks, words }: Judged): readonly RuleLine[] {
  const template = templateIn(model, deal.pipeline, name)
  if (template === undefined) return []
  const line = taskLine(template)
  const task = tasks.find((one) => (one.template ?? one.createdBy) === name)
  if (key !== 'due' || task === undefined || task.dueWhy.skipped.length === 0) return [line]
  return [{ ...line, text: `${line.text}; ${skippedDays(task.dueWhy.skipped, words)}` }]
}

/** Which days did not count, in a few words. */
export function skippedDays(
  skipped: Task['dueWhy']['skipped'],
  words: Pick<FailureWords, 'skipped'> = simulationEn,
): string {
  const days = skipped.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const holidays = days.filter(({ reason }) => reason === 'holiday').length
  return words.skipped({ days: days.length, first: days[0]?.date ?? '', last: days.at(-1)?.date ?? '', holidays })
}

/** The gate of the stage the deal is in, where it asks for a field of that name. */
function gateOf(name: string, { model, deal, words }: Judged): readonly RuleLine[] {
  const gate = stageIn(model, deal.pipeline, deal.stage)?.gate
  if (gate === undefined) return []
  const isAsked = gate.filled.includes(name) || gate.must?.all.some(({ field }) => field === name) === true
  if (!isAsked) return []
  const line = gateLine(gate, name, words)
  const zero = notComputed(model.fields, name, valuesOf(deal, model))
  return [zero === undefined ? line : { ...line, text: `${line.text}; ${words.overZero(zero.formula, zero.zero)}` }]
}

function gateLines({ model, deal, words }: Judged): readonly RuleLine[] {
  const stage = stageIn(model, deal.pipeline, deal.stage)
  if (stage === undefined) return []
  return [{ line: stage.gate?.origin.line ?? stage.origin.line, text: words.stage(stage.id, stage.name) }]
}

function ladderLines({ happened, model, tasks, words }: Judged): readonly RuleLine[] {
  const climbed = happened.flatMap(({ detail: { alert } }) =>
    alert?.line === undefined
      ? []
      : [{ line: alert.line, text: words.step(alert.ladder ?? 'automation', alert.step ?? 1) }],
  )
  if (climbed.length > 0) return climbed
  const ladders = new Set(tasks.filter(({ status }) => status === 'open').map(({ escalate }) => escalate))
  return [...ladders].flatMap((name) =>
    (model.escalations[name] ?? []).map(({ origin, after }, no) => ({
      line: origin.line,
      text: words.stepAfter(name, no + 1, after?.text),
    })),
  )
}

function ruleLines(name: string, { model, happened }: Judged): readonly RuleLine[] {
  const rule = model.automation.find(({ id }) => id === name)
  if (rule === undefined) return []
  const run = happened.flatMap(({ detail }) => (detail.run?.rule === name ? [detail.run] : []))[0]
  const why = run?.actions.find((action) => !action.done)?.why
  const when = rule.when === undefined ? '' : `, when ${rule.when.all.map(({ text }) => text).join(', ')}`
  return [{ line: rule.origin.line, text: `${name}: on ${rule.on}${when}${why === undefined ? '' : `; ${why}`}` }]
}

function fieldLines(name: string, { model }: Judged): readonly RuleLine[] {
  const field = model.fields[name]
  if (field?.origin === undefined) return []
  const formula = field.formula === undefined ? '' : ` = ${field.formula}`
  return [{ line: field.origin.line, text: `${name}${formula}` }]
}
