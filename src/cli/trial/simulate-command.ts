import { readFileSync, existsSync } from 'node:fs'

import { check } from '#config/check'
import { parseGivenValue } from '#config/values/parse-condition'
import { isDay, isTime } from '#config/values/parse-value'
import { tell as tellPhrase } from '#config/messages/say'
import { isDealId } from '#domain/deals/deal-ids'
import { suggest } from '#domain/deals/suggest'
import { wallTime } from '#domain/time/zone'
import { firstRules } from '#product/memory-language'
import type { RulesVersion } from '#ports/rules'
import type { FieldValue, Model } from '#schemas/model'
import { formatSimulation, formatSimulationMarkdown } from '#trial/simulation/format-simulation'
import { usualStart } from '#trial/trial-scene'
import { simulateDeal, simulateIdle, type ImaginedDeal } from '#trial/simulation/simulate-deal'
import { simulationWords } from '#trial/simulation/simulation-words'
import { guessOf } from '#cli/did-you-mean'
import { commandEnvironment, langOf, UsageError } from '#cli/environment'
import { formatOf } from '#cli/format-of'
import { say } from '#cli/say'
import { simulateHistory } from './simulate-history'
import type { SimulateChosen, SimulateOptions } from './simulate-options'

const formats = ['pretty', 'json', 'markdown'] as const

/** `norma simulate`: a new deal, or the recorded history of real ones, through a file that nobody has published yet. */
export async function simulateCommand(file = 'pipelines.yaml', options: SimulateOptions): Promise<void> {
  const format = formatOf(options.format ?? 'pretty', formats)
  const chosen = { ...options, format, language: langOf(options.lang) }
  const rules = await rulesIn(file)
  if (options.deal === 'new') {
    process.stdout.write(await newDeal(rules, file, chosen))
    return
  }
  if (options.deal === undefined && options.last === undefined) {
    throw new UsageError(say('what_to_simulate'))
  }
  await simulateHistory(rules, file, chosen)
}

async function rulesIn(file: string): Promise<RulesVersion> {
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  const text = readFileSync(file, 'utf8')
  const { model, diagnostics } = check(text)
  if (model !== undefined) return firstRules(text, usualStart(model))
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  throw new UsageError(say('file_faults', { file, count: errors }))
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
    const known = Object.keys(model.pipelines)
    throw new UsageError(say('direction', { id: pipeline, guess: guessOf(pipeline, known), known }))
  }
  const stages = pipeline === undefined ? [] : (model.pipelines[pipeline]?.stages.map(({ id }) => id) ?? [])
  if (stage !== undefined && pipeline === undefined) throw new UsageError(say('stage_alone'))
  if (stage !== undefined && pipeline !== undefined && !stages.includes(stage)) {
    throw new UsageError(say('stage', { pipeline, id: stage, guess: guessOf(stage, stages), known: stages }))
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
  if (at < 1) throw new UsageError(say('set', { written }))
  const [id, text] = [written.slice(0, at), written.slice(at + 1)]
  const field = model.fields[id]
  if (field === undefined) throw new UsageError(say('field', { id, guess: suggest(id, Object.keys(model.fields)) }))
  if (field.formula !== undefined) throw new UsageError(say('field_computed', { id, reads: field.reads ?? [] }))
  if (field.type === 'file' || (field.type === 'link' && isDealId(text))) return [id, text]
  const parsed = parseGivenValue(field, text)
  if ('value' in parsed) return [id, parsed.value]
  const help = parsed.fault.help === undefined ? '' : ` ${tellPhrase(parsed.fault.help, commandEnvironment.lang)}`
  const told = `${tellPhrase(parsed.fault.message, commandEnvironment.lang)}${help}`
  throw new UsageError(say('as_told', { text: told }))
}

function instantOf({ calendar }: Model, text: string): string {
  const [day = '', time = '00:00', ...more] = text.trim().split(/[ T]+/)
  if (more.length === 0 && isDay(day) && isTime(time)) return wallTime(calendar.timezone, day, time)
  throw new UsageError(say('comes_at', { written: text }))
}
