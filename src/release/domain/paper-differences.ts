import type { Difference } from '#domain/rules/difference'
import { conditionText, listText } from '#domain/rules/rule-words'
import { own } from '#domain/kernel/own'
import type { Condition, Model } from '#schemas/model'

const sections = ['sellers', 'numbers', 'invoices', 'documents'] as const

/**
 * In what two versions differ of papers and money: sellers, series, kinds of invoices and documents, the bank, and 1C. It holds for
 * what is made, issued and loaded from now on; what is issued stays as it is.
 */
export function paperDifferences(before: Model, after: Model): readonly Difference[] {
  const blocks = [
    ...sectionDifferences('paper', '', { bank: before.bank }, { bank: after.bank }),
    ...sectionDifferences('paper', '', { one_c: before.oneC }, { one_c: after.oneC }),
  ]
  return [
    ...sections.flatMap((one) => sectionDifferences('paper', `${one}.`, before[one] ?? {}, after[one] ?? {})),
    ...blocks,
  ]
}

/** What an entry says, and where it stands, as far as that is known. */
export type Entry = Readonly<Record<string, unknown>> & {
  readonly name?: string
  readonly origin?: { readonly line: number }
}
type Section = Readonly<Record<string, Entry | undefined>>

/** In what two versions of a section differ: entries that come and go, and the keys of the others. */
export function sectionDifferences(
  kind: 'paper' | 'channel' | 'client',
  prefix: string,
  before: Section,
  after: Section,
): readonly Difference[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids.flatMap((id): readonly Difference[] => {
    const [was, is] = [own(before, id), own(after, id)]
    const key = `${prefix}${id}`
    const name = (is ?? was)?.name
    const names = { [kind]: id, ...(name === undefined ? {} : { name }) }
    const at = is?.origin === undefined ? {} : { line: is.origin.line }
    if (was === undefined)
      return is === undefined ? [] : [{ group: 'atOnce', code: `${kind}-added`, key, names, ...at }]
    if (is === undefined) return [{ group: 'atOnce', code: `${kind}-removed`, key, names }]
    const [from, to] = [linesOf(was), linesOf(is)]
    const parts = [...new Set([...from.keys(), ...to.keys()])].filter((part) => from.get(part) !== to.get(part))
    return parts.map((part) => ({
      group: 'atOnce',
      code: `${kind}-changed`,
      key: `${key}.${part}`,
      names,
      from: from.get(part) ?? null,
      to: to.get(part) ?? null,
      ...at,
    }))
  })
}

const notSaid: ReadonlySet<string> = new Set(['id', 'origin', 'templateAt', 'fileAt'])

/** What an entry says, by its keys as the file spells them. Where it stands is nothing that it says. */
function linesOf(entry: Entry): ReadonlyMap<string, string> {
  const said = Object.entries(entry).filter(([key]) => !notSaid.has(key))
  return new Map(said.map(([key, value]) => [spelled(key), textOf(key, value)]))
}

function spelled(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const rates: readonly string[] = ['vat', 'share']

function textOf(key: string, value: unknown): string {
  if (Array.isArray(value)) return listText(value.map(String))
  if (rates.includes(key)) return `${String(value)}%`
  if (key === 'when') return conditionText(value as Condition)
  if (typeof value !== 'object' || value === null)
    return key === 'startsAgain' ? spelled(String(value)).replaceAll('_', ' ') : String(value)
  // A length of time is shown as it was written.
  if ('text' in value) return String(value.text)
  const parts = Object.entries(value).filter(([part]) => part !== 'origin')
  return listText(parts.map(([part, one]) => `${spelled(part)}: ${textOf(part, one)}`))
}
