import { check } from '#config/check'
import { keyPlaces } from '#config/sections/key-places'
import { calendarLines, resolvedLines } from '#config/sections/resolved-lines'
import type { ResolvedLine, ShownRules } from '#config/sections/resolved-lines'
import { languages } from '#playbook/words/languages'
import type { Model, Pipeline, Stage } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import { guessOf } from '#cli/did-you-mean'
import { commandEnvironment, langOf, rulesTextOf, UsageError } from '#cli/environment'
import { formatOf } from '#cli/format-of'
import { say } from '#cli/say'
import { formatShown, markdownShown } from './show-format'

type Options = { readonly file: string; readonly format: string; readonly lang?: string }

/** `norma show`: the resolved rules of a direction or one of its stages, every line with the line it came from. */
export function showCommand(pipelineId: string | undefined, stageId: string | undefined, options: Options): void {
  const lang = langOf(options.lang)
  const format = formatOf(options.format, ['pretty', 'json', 'markdown'])
  const text = rulesTextOf(options.file)
  const { model, diagnostics } = check(text)
  if (model === undefined) {
    throw new UsageError(say('file_faults', { file: options.file, count: diagnostics.length }))
  }
  const rules = { model, places: keyPlaces(text), text }
  if (pipelineId === undefined && format === 'pretty') {
    process.stdout.write(`${overview(model, lang).join('\n')}\n`)
    return
  }
  if (pipelineId === 'calendar' && model.pipelines['calendar'] === undefined) {
    process.stdout.write(formatted(calendarsShown(rules, stageId), options.format, lang))
    return
  }
  const pipelines = pipelineId === undefined ? Object.values(model.pipelines) : [pipelineOf(model, pipelineId)]
  const lines = pipelines.flatMap((pipeline) => {
    const stages = stageId === undefined ? pipeline.stages : [stageOf(pipeline, stageId)]
    return resolvedLines(rules, pipeline, stages)
  })
  process.stdout.write(formatted(lines, format, lang))
}

/** The company's calendar and the further ones, or one of these. */
function calendarsShown(rules: ShownRules, id: string | undefined): readonly ResolvedLine[] {
  const known = Object.keys(rules.model.calendars)
  if (id === undefined) return [...calendarLines(rules), ...known.flatMap((one) => calendarLines(rules, one))]
  if (known.includes(id)) return calendarLines(rules, id)
  throw new UsageError(say('calendar', { id, guess: guessOf(id, known), known }))
}

function formatted(lines: readonly ResolvedLine[], format: string, lang: 'en' | 'ru'): string {
  if (format === 'json') return `${JSON.stringify(lines, undefined, 2)}\n`
  if (format === 'markdown') return markdownShown(lines, lang)
  return formatShown(lines, { lang, colour: commandEnvironment.hasColour, width: process.stdout.columns ?? 120 })
}

function pipelineOf(model: Model, id: string): Pipeline {
  const found = model.pipelines[id]
  if (found !== undefined) return found
  const known = Object.keys(model.pipelines)
  throw new UsageError(say('direction', { id, guess: guessOf(id, known), known }))
}

function stageOf(pipeline: Pipeline, id: string): Stage {
  const found = pipeline.stages.find((stage) => stage.id === id)
  if (found !== undefined) return found
  const known = pipeline.stages.map((stage) => stage.id)
  throw new UsageError(say('stage', { pipeline: pipeline.name, id, guess: guessOf(id, known), known }))
}

function overview(model: Model, lang: 'en' | 'ru'): readonly string[] {
  return Object.values(model.pipelines).flatMap((pipeline) => [
    head(pipeline, lang),
    ...pipeline.stages.map((stage) => stageHead(stage, pipeline, lang)),
  ])
}

const words = {
  en: { won: 'won after', skip: 'may be skipped', idle: 'idle at most' },
  ru: { won: 'выиграна после', skip: 'можно пропустить', idle: 'без движения не дольше' },
} as const satisfies Record<Language, Readonly<Record<'won' | 'skip' | 'idle', string>>>

function head(pipeline: Pipeline, lang: 'en' | 'ru'): string {
  const axes = Object.entries(pipeline.axes).map(([axis, value]) => `${axis} ${value}`)
  const facts = [...axes, `${words[lang].won} ${pipeline.wonAfter}`].join(', ')
  return at(pipeline.origin.line, `${pipeline.id}  ${pipeline.name}  (${facts})`)
}

function stageHead(stage: Stage, pipeline: Pipeline, lang: 'en' | 'ru'): string {
  const { grammar, frame } = languages[lang]
  const notes = [
    grammar.count(stage.tasks.length, 'task'),
    ...(stage.chance === undefined ? [] : [frame.direction.chance(grammar.percent(stage.chance))]),
    ...(stage.maxAge === undefined ? [] : [frame.direction.atMost(grammar.lengthOf(stage.maxAge))]),
    ...(stage.maxIdle === undefined ? [] : [`${words[lang].idle} ${grammar.lengthOf(stage.maxIdle)}`]),
    ...(pipeline.maySkip.includes(stage.id) ? [words[lang].skip] : []),
  ]
  return at(stage.origin.line, `  ${stage.id}  ${stage.name}  (${notes.join(', ')})`)
}

const at = (line: number, text: string): string => `${String(line).padStart(5)} │ ${text}`
