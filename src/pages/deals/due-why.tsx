import { plainText } from '#domain/rules/task-text'
import { parseDue } from '#config/values/parse-due'
import { dueRuleSentence } from '#playbook/rule-sentences'
import type { Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import type { Task } from '#schemas/task'

import type { PageFormat } from '#pages/page-format.tsx'
import { dueTexts } from './texts/due'

/** What a sentence about a due date is made with. */
export type DueScene = {
  readonly language: Language
  readonly format: PageFormat
  readonly model: Model
  /** The name of an employee. */
  readonly nameOf: (employee: string) => string
}

/** Why a task is due when it is, in sentences: the rule, what it is counted from, which days did not count. */
export function dueSentences(task: Task, scene: DueScene): readonly string[] {
  const { dueWhy } = task
  const t = dueTexts[scene.language]
  const days = dueWhy.skipped.map(({ date, reason }) => `${scene.format.shortDay(date)} (${t.reasons[reason]})`)
  return [
    ...(dueWhy.anchor === 'person' ? [] : [t.rule(ruleIn(task, scene))]),
    anchorSentence(task, scene),
    ...(days.length === 0 ? [] : [t.skipped(days.join(', '))]),
    ...(dueWhy.calendar === 'company' ? [] : [t.calendar(dueWhy.calendar)]),
    ...(task.lateAtBirth ? [t.lateAtBirth] : []),
  ]
}

/** What the analyst wrote, as people say it; what is not of today's language stays as it is written. */
function ruleIn({ pipeline, stage, dueWhy }: Task, { model, language }: DueScene): string {
  const { anchor, rule } = dueWhy
  const kinds = { task: 'task', event: 'event', field: 'field' } as const
  const kind = anchor in kinds ? kinds[anchor as keyof typeof kinds] : undefined
  const read = parseDue(rule, { kindOf: () => kind, known: () => [] })
  if (!('due' in read)) return rule
  const direction = model.pipelines[pipeline]
  const here = direction?.stages.find(({ id }) => id === stage)
  return dueRuleSentence(
    read.due,
    here === undefined || direction === undefined ? undefined : { pipeline: direction, stage: here },
    model,
    language,
  )
}

function anchorSentence(task: Task, { language, format, model, nameOf }: DueScene): string {
  const { anchor, anchorName = '', anchorValue, by } = task.dueWhy
  const t = dueTexts[language]
  const name = anchor === 'person' ? nameOf(by ?? '') : anchorTitle(task, anchorName, model)
  if (anchor === 'person') return t.anchors.person('', name)
  if (anchorValue !== null) {
    const when = anchorValue.length === 10 ? format.day(anchorValue) : format.moment(anchorValue)
    return t.anchors[anchor](when, name)
  }
  if (anchor === 'start' || anchor === 'date') return t.waiting.start
  return t.waiting[anchor](name)
}

/** What people call the task, event or field that a date is counted from. */
function anchorTitle(task: Task, id: string, model: Model): string {
  const stage = model.pipelines[task.pipeline]?.stages.find((one) => one.id === task.stage)
  const title = stage?.tasks.find((one) => one.id === id)?.do ?? model.events[id]?.name ?? model.fields[id]?.name ?? id
  return plainText(title)
}
