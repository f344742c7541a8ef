import { report } from '#config/context'
import type { Context } from '#config/context'
import type { Whole } from './whole'
import { say } from '#config/messages/say'
import { entryOf, isWritten } from '#config/yaml/tree'
import type { Span } from '#config/yaml/tree'
import type { Field, FieldValue, NewDealLine } from '#schemas/model'

const mostCombinations = 2000

type Combination = Readonly<Record<string, FieldValue>>

/** Checks that every new deal gets somewhere: the last line, and only the last, takes all. */
export function checkRouting(context: Context, { root, model }: Whole): void {
  const lines = model.newDeals
  const section = entryOf(root, 'new_deals')
  if (section === undefined || lines.length === 0) return
  if (!lines.some((line) => isUnclear(context, line))) checkCombinations(context, lines, section.keyAt)
  checkOpenLine(context, lines, section.keyAt)
}

function checkOpenLine(context: Context, lines: readonly NewDealLine[], at: Span): void {
  const open = lines.findIndex((line) => isOpen(context, line))
  if (open < 0 && lines.some((line) => isMaybeOpen(context, line))) return
  if (open < 0) {
    const example = lines.findLast(({ pipeline, giveTo }) => pipeline !== '' && giveTo !== 'previous_owner')
    const { pipeline = '…', giveTo = '…' } = example ?? {}
    const help = say('add-catch-all', { line: `- { pipeline: ${pipeline}, give_to: ${giveTo} }` })
    report(context, at, { code: 'no-catch-all', message: say('no-catch-all'), help })
    return
  }
  const below = lines.slice(open + 1)
  const first = lines[open]
  if (below.length === 0 || first === undefined) return
  const message = say('takes-every-deal', { lines: below.map(({ origin }) => origin.line) })
  const help = below.some((line) => isOpen(context, line)) ? say('open-line-out') : say('open-line-last')
  report(context, spanOf(context.sites.get(first)), { code: 'never-true', message, help })
}

function isOpen(context: Context, line: NewDealLine): boolean {
  return line.when === undefined && !isWritten(context.sites.get(line), 'when')
}

/** A line with an empty condition, which has been told: it takes every deal all the same. */
function isEmptied(context: Context, line: NewDealLine): boolean {
  const when = entryOf(context.sites.get(line), 'when')?.value
  return when?.kind === 'map' && when.entries.length === 0
}

/** A line with a key that means nothing: it is not clear whether that key is the condition. */
function isMaybeOpen(context: Context, line: NewDealLine): boolean {
  const isStrange = context.sites.get(line)?.broken?.every((key) => key === '?') === true
  return isEmptied(context, line) || (isStrange && line.when === undefined)
}

/** A condition that could not be read has been reported; nothing can be concluded from its line. */
function isUnclear(context: Context, line: NewDealLine): boolean {
  return line.when === undefined ? !isOpen(context, line) : context.shaky.has(line.when)
}

/** Looks at every combination of the choices that the lines tell apart. */
function checkCombinations(context: Context, lines: readonly NewDealLine[], at: Span): void {
  const tested = lines.flatMap(({ when }) => when?.all.map(({ field }) => field) ?? [])
  const fields = [...new Set(tested)].flatMap((id) => context.fields.get(id) ?? []).filter(isChoice)
  const combinations = combine(fields)
  if (fields.length === 0 || combinations === undefined) return
  // A line that takes every deal too early is told by itself.
  const taken = combinations.map((combination) =>
    lines.findIndex((line) => line.when !== undefined && takes(line, combination)),
  )
  const table = { fields, combinations, taken }
  const shadowed = shadowedIn(lines, table)
  const mentioned = combinations.filter((combination) => isMentioned(lines, combination))
  const missing = mentioned.filter((combination) => {
    return (taken[combinations.indexOf(combination)] ?? -1) < 0
  })
  const [first] = missing
  // A line that is never reached was most likely meant for what no line is for: one slip, one message.
  const instead = shadowed.length === 1 && missing.length === 1 ? missing[0] : undefined
  for (const line of shadowed) reportShadowed(context, lines, { line, table, instead })
  if (first === undefined || shadowed.length > 0) return
  const words = inWords(first)
  const message = say('gap', { words, more: missing.length - 1 })
  report(context, at, { code: 'gap', message, help: say('add-line', { words }) })
}

function isChoice({ type }: Field): boolean {
  return type === 'choice' || type === 'yes_no'
}

function combine(fields: readonly Field[]): readonly Combination[] | undefined {
  let combinations: readonly Combination[] = [{}]
  for (const field of fields) {
    const values: readonly FieldValue[] = field.type === 'yes_no' ? [false, true] : Object.keys(field.options ?? {})
    if (combinations.length * values.length > mostCombinations) return undefined
    combinations = combinations.flatMap((combination) => values.map((value) => ({ ...combination, [field.id]: value })))
  }
  return combinations
}

/** Whether a line takes every deal with this combination, whatever else is true of it. */
function takes(line: NewDealLine, combination: Combination): boolean {
  if (line.when === undefined) return true
  return line.when.any === undefined && line.when.all.every((test) => holds(test, combination) === true)
}

function holds(test: NonNullable<NewDealLine['when']>['all'][number], combination: Combination): boolean | undefined {
  const value = combination[test.field]
  if (value === undefined) return undefined
  if (test.op === 'is') return test.values.includes(value)
  if (test.op === 'not') return !test.values.includes(value)
  return test.op === 'filled' ? true : test.op === 'empty' ? false : undefined
}

/** Whether every value of the combination has a line of its own somewhere: then the combination looks forgotten. */
function isMentioned(lines: readonly NewDealLine[], combination: Combination): boolean {
  return Object.entries(combination).every(([field, value]) =>
    lines.some(({ when }) =>
      when?.all.some((test) => test.field === field && test.op === 'is' && test.values.includes(value)),
    ),
  )
}

type Table = {
  readonly fields: readonly Field[]
  readonly combinations: readonly Combination[]
  readonly taken: readonly number[]
}

/** Lines whose every combination is taken by lines above them. */
function shadowedIn(lines: readonly NewDealLine[], table: Table): readonly NewDealLine[] {
  return lines.filter((line, index) => {
    const own = takersOf(line, lines, table)
    return own.length > 0 && own.every((taker) => taker < index)
  })
}

/** Which lines take the combinations of a line that tells deals apart by choices alone. */
function takersOf(
  line: NewDealLine,
  lines: readonly NewDealLine[],
  { fields, combinations, taken }: Table,
): readonly number[] {
  const { when } = line
  if (when === undefined || when.any !== undefined || when.all.length === 0) return []
  if (!when.all.every(({ field, op }) => op === 'is' && fields.some(({ id }) => id === field))) return []
  return combinations.flatMap((combination, at) => (takes(line, combination) ? [taken[at] ?? lines.indexOf(line)] : []))
}

type Shadowed = { readonly line: NewDealLine; readonly table: Table; readonly instead: Combination | undefined }

function reportShadowed(context: Context, lines: readonly NewDealLine[], { line, table, instead }: Shadowed): void {
  const above = lines[takersOf(line, lines, table)[0] ?? -1]
  const whole = context.sites.get(line)
  const when = entryOf(whole, 'when')
  const message = say('never-reached', { line: above?.origin.line ?? 0 })
  const help =
    instead === undefined
      ? say('leave-or-above')
      : say('write-or-leave-line', { text: `when: { ${inWords(instead)} }` })
  report(context, when?.keyAt ?? spanOf(whole), { code: 'never-true', message, help })
}

function spanOf(site: Span | undefined): Span {
  return site === undefined ? { start: 0, end: 1 } : { start: site.start, end: site.start + 1 }
}

function inWords(combination: Combination): string {
  return Object.entries(combination)
    .map(([field, value]) => `${field}: ${value === true ? 'yes' : value === false ? 'no' : String(value)}`)
    .join(', ')
}
