import { clockTime } from '#trial/format-tests'
import type { SimulatedLine } from './simulated-line'
import { simulationWords } from './simulation-words'
import type { Language } from '#schemas/language-names'

/** What a simulation is of and how it is shown. */
export type SimulationShown = { readonly file: string; readonly zone: string; readonly language: Language }

/** A simulated deal for people: a line a thing, its time where it changes, and the line of the file that says so. */
export function formatSimulation(lines: readonly SimulatedLine[], { file, zone, language }: SimulationShown): string {
  let last = ''
  const shown = lines.map(({ at, depth, text, line }) => {
    const time = clockTime(zone, at, language).replace(` (${zone})`, '')
    const where = line === undefined ? '' : `   ${file}:${line}`
    // What would only happen if nobody did anything stands beside the time line, not on it.
    if (depth === 2) return `${''.padEnd(20)}  ${'   '.repeat(depth)}${time}  ${text}${where}`
    const isNew = time !== last
    last = time
    return `${(isNew ? time : '').padEnd(20)}  ${'   '.repeat(depth)}${text}${where}`
  })
  return `${shown.join('\n')}\n`
}

/** The same as Markdown. */
export function formatSimulationMarkdown(
  lines: readonly SimulatedLine[],
  { file, zone, language }: SimulationShown,
): string {
  const rows = lines.map(({ at, depth, text, line }) => {
    const cells = [
      clockTime(zone, at, language).replace(` (${zone})`, ''),
      `${'&emsp;'.repeat(depth)}${text.replaceAll('|', '\\|')}`,
    ]
    return `| ${cells.join(' | ')} | ${line === undefined ? '' : `${file}:${line}`} |`
  })
  const { when, what, by } = simulationWords[language]
  return `| ${when(zone)} | ${what} | ${by} |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}
