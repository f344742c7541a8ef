import type { Gate, Model, Stage, TaskTemplate } from '#schemas/model'
import { failureWords, type FailureWords } from './failure-words'

/** A line of the rules that made something so, in words. */
export type RuleLine = { readonly line: number; readonly text: string }

/** A stage as a direction runs it. */
export function stageIn(model: Model, pipeline: string, stage: string): Stage | undefined {
  return model.pipelines[pipeline]?.stages.find(({ id }) => id === stage)
}

/** The template of a task in a direction, in whatever stage of it; of a name of the automation, the rule’s own. */
export function templateIn(model: Model, pipeline: string, task: string): TaskTemplate | undefined {
  const stages = model.pipelines[pipeline]?.stages ?? []
  const own = stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === task)
  const followUp = model.outcomes.lost.followUp
  const added = model.automation
    .filter(({ id }) => id === task)
    .flatMap(({ actions }) => actions.flatMap((action) => (action.kind === 'add_task' ? [action.template] : [])))
  return own ?? (followUp?.id === task ? followUp : undefined) ?? added[0]
}

/** The line of a task: who does it and by when. */
export function taskLine(template: TaskTemplate): RuleLine {
  const when = template.when === undefined ? '' : `, when ${template.when.all.map(({ text }) => text).join(', ')}`
  return {
    line: template.origin.line,
    text: `${template.id}: ${template.do} (by ${template.by}, due ${template.due.text}${when})`,
  }
}

/** The line of a gate that asks for a field: its condition, or the list of fields to fill. */
export function gateLine(gate: Gate, field: string, words: FailureWords = failureWords.en): RuleLine {
  const test = gate.must?.all.find((line) => line.field === field)
  if (test !== undefined) return { line: test.origin?.line ?? gate.origin.line, text: `must: ${test.text}` }
  return { line: gate.origin.line, text: words.gateAsks(gate.filled) }
}

/** The lines without those that are said twice, in the order of the file. */
export function inFileOrder(lines: readonly RuleLine[]): readonly RuleLine[] {
  const byText = new Map(lines.map((one) => [`${one.line} ${one.text}`, one]))
  return [...byText.values()].toSorted((a, b) => a.line - b.line)
}
