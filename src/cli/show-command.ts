import { check } from '#config/check'
import { keyPlaces } from '#config/sections/key-places'
import { calendarLines, resolvedLines } from '#config/sections/resolved-lines'
import type { ResolvedLine, ShownRules } from '#config/sections/resolved-lines'
import { languages } from '#playbook/words/languages'
import { didYouMean } from './did-you-mean'
import type { Model, Pipeline, Stage } from '#schemas/model'
import { commandEnvironment, langOf, rulesTextOf, UsageError } from './environment'
import { formatShown, markdownShown } from './show-format'

type Options = { readonly file: string; readonly format: string; readonly lang?: string }

/** `norma show`: the resolved rules of a direction or one of its stages, every line with the line it came from. */
export function showCommand(pipelineId: string | undefined, stageId: string | undefined, options: Options): void {
  const lang = langOf(options.lang)
  if (!['pretty', 'json', 'markdown'].includes(options.format)) {
    throw new UsageError(`--format takes pretty, json or markdown, not “${options.format}”.`)
  }
  const text = rulesTextOf(options.file)
  const { model, diagnostics } = check(text)
  if (model === undefined) {
    throw new UsageError(`${options.file} has ${diagnostics.length} faults. See them with: norma check ${options.file}`)
  }
  const rules = { model, places: keyPlaces(text), text }
  if (pipelineId === undefined && options.format === 'pretty') {
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
  process.stdout.write(formatted(lines, options.format, lang))
}

/** The company's calendar and the further ones, or one of these. */
function calendarsShown(rules: ShownRules, id: string | undefined): readonly ResolvedLine[] {
  const known = Object.keys(rules.model.calendars)
  if (id === undefined) return [...calendarLines(rules), ...known.flatMap((one) => calendarLines(rules, one))]
  if (known.includes(id)) return calendarLines(rules, id)
  throw new UsageError(
    `There is no calendar “${id}”.${didYouMean(id, known)} There are: ${known.join(', ') || 'none but the company’s'}.`,
  )
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
  throw new UsageError(
    `There is no direction “${id}”.${didYouMean(id, known)} The directions are: ${known.join(', ')}.`,
  )
}

function stageOf(pipeline: Pipeline, id: string): Stage {
  const found = pipeline.stages.find((stage) => stage.id === id)
  if (found !== undefined) return found
  const known = pipeline.stages.map((stage) => stage.id)
  throw new UsageError(
    `“${pipeline.name}” has no stage “${id}”.${didYouMean(id, known)} Its stages are: ${known.join(', ')}.`,
  )
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
} as const

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
