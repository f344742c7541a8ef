import type { RulesLanguage } from '#ports/rules-language'
import { schedules } from '#product/lists/schedules'

import { functionChannels } from './function-channels'
import { functionPorts } from './function-ports'
import { putMetric } from './put-metric'

// The parser is loaded by who publishes rules at their time, not at every start.
const language: RulesLanguage = {
  check: async (text) => (await import('#config/language-port')).languagePort.check(text),
  parseDue: async (text, model) => (await import('#config/language-port')).languagePort.parseDue(text, model),
  firstText: () => Promise.reject(new Error('No company begins by the clock.')),
  inZone: () => Promise.reject(new Error('No company begins by the clock.')),
}
const ports = { ...functionPorts(language), channels: functionChannels(process.env) }

/** Runs the schedule that is due, as of the instant for which it was planned, and counts what a recomputation found. */
export async function handler(due: { readonly schedule: string; readonly at: string }): Promise<void> {
  const schedule = schedules.find(({ name }) => name === due.schedule)
  if (schedule === undefined)
    throw new Error(`No schedule is called ${due.schedule}: it was deployed with other declarations.`)
  const result = await schedule.run(ports, due.at)
  const difference = numberIn(result, 'found')
  if (difference !== undefined) putMetric('ReconcileDifference', difference, { schedule: due.schedule })
  const failed = numberIn(result, 'releasesFailed')
  if (failed !== undefined && failed > 0) putMetric('ReleaseFailed', failed, { schedule: due.schedule })
}

/** A number a schedule came to: differences that a recomputation found, releases that failed. */
function numberIn(result: unknown, name: string): number | undefined {
  if (typeof result !== 'object' || result === null) return undefined
  const value: unknown = (result as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'number' ? value : undefined
}
