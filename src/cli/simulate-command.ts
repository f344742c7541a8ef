import { readFileSync, existsSync } from 'node:fs'

import { check } from '#config/check'
import { parseFieldValue } from '#config/values/parse-condition'
import { isDay, isTime } from '#config/values/parse-value'
import { tell as tellPhrase } from '#config/messages/say'
import { suggest } from '#domain/deals/suggest'
import { wallTime } from '#domain/time/zone'
import { firstRules } from '#product/memory-language'
import type { RulesVersion } from '#ports/rules'
import type { FieldValue, Model } from '#schemas/model'
import { formatSimulation, formatSimulationMarkdown } from '#trial/simulation/format-simulation'
import { usualStart } from '#trial/scene'
import { simulateDeal, simulateIdle, type ImaginedDeal } from '#trial/simulation/simulate-deal'
import { simulationWords } from '#trial/simulation/simulation-words'
import type { Language } from '#schemas/language-names'
import { commandEnvironment, langOf, UsageError } from './environment'
import { simulateHistory } from './simulate-history'

/** What `norma simulate` takes. */
export type SimulateOptions = {
  readonly deal?: string
  readonly set?: string | readonly string[]
  readonly at?: string
  readonly pipeline?: string
  readonly stage?: string
  readonly idle?: boolean
  readonly last?: string
  readonly data: string
  readonly format?: string
  readonly lang?: string
}

/** How a simulation is shown. */
export type SimulateFormat = 'pretty' | 'json' | 'markdown'

/** The options of a simulation, with what was left open filled in. */
export type SimulateChosen = SimulateOptions & { readonly format: SimulateFormat; readonly language: Language }

const formats = ['pretty', 'json', 'markdown'] as const

/** `norma simulate`: a new deal, or the recorded history of real ones, through a file that nobody has published yet. */
export async function simulateCommand(file = 'pipelines.yaml', options: SimulateOptions): Promise<void> {
  const format = formats.find((one) => one === (options.format ?? 'pretty'))
  if (format === undefined) throw new UsageError(`--format takes ${formats.join(', ')}, not “${options.format}”.`)
  const chosen = { ...options, format, language: langOf(options.lang) }
  const rules = await rulesIn(file)
  if (options.deal === 'new') {
    process.stdout.write(await newDeal(rules, file, chosen))
    return
  }
  if (options.deal === undefined && options.last === undefined) {
    throw new UsageError(
      'Say what to simulate: “--deal new” for a new deal, or “--last 90d” for the history of real ones.',
    )
  }
  await simulateHistory(rules, file, chosen)
}

async function rulesIn(file: string): Promise<RulesVersion> {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const text = readFileSync(file, 'utf8')
  const { model, diagnostics } = check(text)
  if (model !== undefined) return firstRules(text, usualStart(model))
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  throw new UsageError(`${file} has ${errors} faults. See them with: norma check ${file}`)
}

async function newDeal(rules: RulesVersion, file: string, options: SimulateChosen): Promise<string> {
  const { model } = rules
  const imagined = imaginedOf(model, options)
  const { language } = options
  // What programs read is the same in every language.
  const words = simulationWords[options.format === 'json' ? 'en' : language]
  const lines = await (options.idle === true ? simulateIdle : simulateDeal)(rules, imagined, words)
  const shown = { file, zone: model.calendar.timezone, language }
  switch (options.format) {
    case 'json':
      return `${JSON.stringify({ file, zone: shown.zone, lines }, undefined, 2)}\n`
    case 'markdown':
      return formatSimulationMarkdown(lines, shown)
    case 'pretty':
      return formatSimulation(lines, shown)
  }
}

function imaginedOf(model: Model, { set, at, pipeline, stage }: SimulateOptions): ImaginedDeal {
  if (pipeline !== undefined && model.pipelines[pipeline] === undefined) {
    throw new UsageError(`There is no direction “${pipeline}”. There are: ${Object.keys(model.pipelines).join(', ')}.`)
  }
  const stages = pipeline === undefined ? [] : (model.pipelines[pipeline]?.stages.map(({ id }) => id) ?? [])
  if (stage !== undefined && pipeline === undefined) throw new UsageError('--stage needs --pipeline beside it.')
  if (stage !== undefined && !stages.includes(stage)) {
    throw new UsageError(`“${pipeline}” has no stage “${stage}”. Its stages are: ${stages.join(', ')}.`)
  }
  const given = typeof set === 'string' ? [set] : (set ?? [])
  return {
    client: {},
    fields: Object.fromEntries(given.map((one) => fieldOf(model, String(one)))),
    ...(at === undefined ? {} : { at: instantOf(model, at) }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(stage === undefined ? {} : { stage }),
  }
}

function fieldOf(model: Model, written: string): readonly [string, FieldValue] {
  const at = written.indexOf('=')
  if (at < 1) throw new UsageError(`--set takes field=value, such as amount=100000, not “${written}”.`)
  const [id, text] = [written.slice(0, at), written.slice(at + 1)]
  const field = model.fields[id]
  if (field === undefined) {
    const guess = suggest(id, Object.keys(model.fields))
    throw new UsageError(`There is no field “${id}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`}`)
  }
  if (field.formula !== undefined)
    throw new UsageError(`“${id}” is computed. Set ${(field.reads ?? []).join(' and ')} instead.`)
  if (field.type === 'file') return [id, text]
  const parsed = parseFieldValue(field, text)
  if ('value' in parsed) return [id, parsed.value]
  const help = parsed.fault.help === undefined ? '' : ` ${tellPhrase(parsed.fault.help, commandEnvironment.lang)}`
  throw new UsageError(`${tellPhrase(parsed.fault.message, commandEnvironment.lang)}${help}`)
}

function instantOf({ calendar }: Model, text: string): string {
  const [day = '', time = '00:00', ...more] = text.trim().split(/[ T]+/)
  if (more.length === 0 && isDay(day) && isTime(time)) return wallTime(calendar.timezone, day, time)
  throw new UsageError(`--at takes a time such as "2026-12-31 17:40", not “${text}”.`)
}
