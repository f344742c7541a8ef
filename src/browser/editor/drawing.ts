import { fieldName } from '#playbook/playbook-scene'
import { conditionSentences, dueSentence, sayings, whoDoes } from '#playbook/rule-sentences'
import type { Language } from '#schemas/language-names'
import type { Condition, Duration, Gate, Model, PaperFact, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import { shown } from './html'

/** What a drawing says of documents and money. */
type Papers = 'makes' | 'after' | 'closedBy' | 'paid' | 'invoiced' | 'signed'

/** The words of a drawing. */
export type DrawingWords = Readonly<
  Record<'gate' | 'filled' | 'override' | 'won' | 'optional' | 'skipped' | 'chance' | 'atMost' | Papers, string>
>

/** What a direction is drawn with: its words are told as people say them, not as the file writes them. */
type Drawing = { readonly model: Model; readonly words: DrawingWords; readonly language: Language }

/** Draws a direction as it is resolved: a box for each stage, its tasks and its gate; every line leads to its place in the text. */
export function drawDirection(model: Model, id: string, words: DrawingWords, language: Language = 'en'): string {
  const pipeline = Object.hasOwn(model.pipelines, id) ? model.pipelines[id] : undefined
  if (pipeline === undefined) return ''
  const drawing = { model, words, language }
  const axes = Object.values(pipeline.axes).map((value) => `<span class="badge">${shown(value)}</span>`)
  const boxes = pipeline.stages.map((stage) => stageBox(drawing, pipeline, stage))
  return `<h2 class="drawn-title">${jump(pipeline.origin.line, shown(pipeline.name))} ${axes.join(' ')}</h2><ol class="drawn">${boxes.join('')}</ol>`
}

function jump(line: number, html: string): string {
  return `<button type="button" class="drawn-jump" data-line="${line}">${html}</button>`
}

function stageBox(drawing: Drawing, pipeline: Pipeline, stage: Stage): string {
  const { words } = drawing
  const notes = [
    ...(stage.chance === undefined
      ? []
      : [`${words.chance} ${sayings[drawing.language].grammar.percent(stage.chance)}`]),
    ...(stage.maxAge === undefined ? [] : [`${words.atMost} ${lengthText(drawing, stage.maxAge)}`]),
    ...(pipeline.maySkip.includes(stage.id) ? [words.skipped] : []),
  ]
  return [
    `<li class="drawn-stage" data-stage="${shown(stage.id)}">`,
    `<h3>${jump(stage.origin.line, shown(stage.name))}</h3>`,
    notes.length === 0 ? '' : `<p class="quiet small">${shown(notes.join(' · '))}</p>`,
    stage.goal === undefined ? '' : `<p class="small">${shown(stage.goal)}</p>`,
    `<ul class="drawn-tasks">${stage.tasks.map((task) => taskLine(drawing, task, { pipeline, stage })).join('')}</ul>`,
    makeLine(drawing, stage),
    stage.gate === undefined ? '' : gateLine(drawing, stage.gate),
    pipeline.wonAfter === stage.id ? `<p class="drawn-won">${shown(words.won)}</p>` : '',
    '</li>',
  ].join('')
}

const factsInRussian = {
  made: 'составлен',
  issued: 'выставлен',
  sent: 'отправлен',
  signed: 'подписан',
  paid: 'оплачен',
} as const

/** What is done to a paper, as people say it. */
function factWord(fact: PaperFact['fact'], language: Language): string {
  return language === 'ru' ? factsInRussian[fact] : fact
}

function makeLine({ model, words }: Drawing, { make = [] }: Stage): string {
  if (make.length === 0) return ''
  const made = make.map(({ document, after }) => {
    const event =
      after === undefined
        ? undefined
        : ((Object.hasOwn(model.events, after) ? model.events[after]?.name : undefined) ?? after)
    return event === undefined ? paperName(model, document) : `${paperName(model, document)} (${words.after} ${event})`
  })
  return `<p class="small">${shown(`${words.makes} ${made.join(', ')}`)}</p>`
}

function taskLine(drawing: Drawing, task: TaskTemplate, at: { pipeline: Pipeline; stage: Stage }): string {
  const { model, words, language } = drawing
  const notes = [
    whoDoes(task, model, language),
    dueSentence(task, at, model, language),
    ...(task.when === undefined ? [] : [conditionText(drawing, task.when)]),
    ...(task.optional ? [words.optional] : []),
    ...(task.doneWhen === undefined
      ? []
      : [`${words.closedBy} ${paperName(model, task.doneWhen.paper)} ${factWord(task.doneWhen.fact, language)}`]),
  ]
  return `<li>${jump(task.origin.line, shown(task.do))}<span class="quiet small">${shown(notes.join(' · '))}</span></li>`
}

function gateLine(drawing: Drawing, gate: Gate): string {
  const { model, words, language } = drawing
  const fields = gate.filled.map((id) => fieldName({ model, words: sayings[language] }, id))
  const parts = [
    ...(fields.length === 0 ? [] : [`${words.filled} ${fields.join(', ')}`]),
    ...(gate.must === undefined ? [] : [conditionText(drawing, gate.must)]),
    ...(gate.paid === undefined ? [] : [`${words.paid} ${sayings[language].grammar.percent(gate.paid)}`]),
    ...(gate.invoiced === undefined ? [] : [`${words.invoiced} ${namesOf(model, gate.invoiced)}`]),
    ...(gate.signed === undefined ? [] : [`${words.signed} ${namesOf(model, gate.signed)}`]),
    ...(gate.mayOverride === undefined ? [] : [`${words.override} ${roleName(model, gate.mayOverride)}`]),
  ]
  return `<p class="drawn-gate small">${jump(gate.origin.line, shown(words.gate))} ${shown(parts.join('; '))}</p>`
}

function namesOf(model: Model, kinds: readonly string[]): string {
  return kinds.map((id) => paperName(model, id)).join(', ')
}

/** What people call a kind of document or invoice. */
function paperName({ documents = {}, invoices = {} }: Model, id: string): string {
  return (documents[id] ?? invoices[id])?.name ?? id
}

function roleName(model: Model, id: string): string {
  return (Object.hasOwn(model.roles, id) ? model.roles[id]?.name : undefined) ?? id
}

function lengthText({ language }: Drawing, duration: Duration): string {
  return sayings[language].grammar.lengthOf(duration)
}

function conditionText({ model, language }: Drawing, condition: Condition): string {
  return conditionSentences(condition, model, language).join('; ')
}
