import { digitsOf } from '#domain/kernel/currency'
import type { FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'

import type { DealsInput, Outcome, ValueSource } from './mapping'
import type { LeftOut, Row } from './read-table'
import { momentOf, readDate, readMoment } from './read-dates'
import { readMoney, readNumber, readYesNo } from './read-values'
import { say, ValueError } from './say'
import { keyOf, refuseOddSign, valueOf, type LookupTables } from './value-of'

/** A deal as the file tells it: what it is, when it was made, and what became of it. */
export type DealDraft = {
  readonly line: number
  readonly externalId: string
  readonly title: string
  readonly owner: string
  /** What the file calls the owner, before it is made an id. */
  readonly ownerKey: string
  readonly pipeline: string
  readonly currency?: string
  readonly client: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldValue>>
  /** How the file writes the amounts among the fields, for sentences about them. */
  readonly written: Readonly<Record<string, string>>
  readonly createdAt: string
  readonly closedAt: string
  readonly outcome: Outcome
}

/** What deals are read with. */
export type Drafting = {
  readonly input: DealsInput
  readonly lookups: LookupTables
  readonly model: Model
  /** What amounts are in that name no currency. */
  readonly currency: string
}

/** A deal as some lines tell it, or every reason for which they cannot be read. */
export type Drafted = { readonly draft: DealDraft } | { readonly leftOut: LeftOut }

/** What one line, or the lines of a group, are as a deal. */
export function draftDeal(rows: readonly [Row, ...Row[]], drafting: Drafting): Drafted {
  const [first] = rows
  const { draft, faults } = draftOf(rows, first, drafting)
  if (draft !== undefined) return { draft }
  const more = rows.length === 1 ? [] : [say('whole_deal', { lines: rows.length })]
  const line = faults[0]?.line ?? first.line
  return { leftOut: { line, reasons: [...faults.flatMap(({ reasons }) => reasons), ...more] } }
}

/** The lines that are one deal each, in the order in which each begins; a line of which that cannot be told is left out. */
export function groupsOf(
  rows: readonly Row[],
  source: ValueSource,
  lookups: LookupTables,
): readonly (readonly [Row, ...Row[]] | LeftOut)[] {
  const groups = new Map<string, [Row, ...Row[]]>()
  const lost: LeftOut[] = []
  for (const row of rows) {
    const key = keyIn(row, source, lookups)
    const group = groups.get(key)
    if (key === '') lost.push({ line: row.line, reasons: [say('no_group')] })
    else if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values(), ...lost]
}

function keyIn(row: Row, source: ValueSource, lookups: LookupTables): string {
  try {
    return valueOf(source, row, lookups)
  } catch (error) {
    if (error instanceof ValueError) return ''
    throw error
  }
}

function draftOf(
  rows: readonly Row[],
  row: Row,
  drafting: Drafting,
): { readonly draft?: DealDraft; readonly faults: readonly LeftOut[] } {
  const faults: LeftOut[] = []
  const attempt = <T>(line: number, read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ValueError)) throw error
      faults.push({ line, reasons: [error.saying] })
      return undefined
    }
  }
  const reader: Reader = { ...drafting, rows, row, attempt }
  const draft = readDraft(reader)
  faults.push(...differences(reader))
  return faults.length === 0 && draft !== undefined ? { draft, faults } : { faults }
}

type Reader = Drafting & {
  readonly rows: readonly Row[]
  readonly row: Row
  readonly attempt: <T>(line: number, read: () => T) => T | undefined
}

function readDraft(reader: Reader): DealDraft | undefined {
  const { input, row, attempt, lookups } = reader
  const text = (source: ValueSource | undefined, what: string) =>
    source === undefined ? '' : (attempt(row.line, () => lineOf(valueOf(source, row, lookups), what)) ?? '')
  const need = (source: ValueSource, what: string) =>
    attempt(row.line, () => needed(lineOf(valueOf(source, row, lookups), what), what)) ?? ''
  const currency = text(input.currency, 'currency')
  const outcome = attempt(row.line, () => outcomeOf(reader))
  const made = dateAt(reader, input.created ?? input.closed, 'created')
  const ended = outcome?.kind === 'open' ? made : dateAt(reader, input.closed, 'closed')
  const owner = need(input.owner, 'owner')
  const values = fieldsOf({ ...reader, currency: currency === '' ? reader.currency : currency })
  const draft = {
    line: row.line,
    externalId: need(input.externalId, 'external_id'),
    title: need(input.title, 'title'),
    owner,
    ownerKey: owner !== '' && input.owner.asId ? keyOf(input.owner, row, lookups) : owner,
    pipeline: need(input.pipeline, 'pipeline'),
    ...(currency === '' ? {} : { currency }),
    client: Object.fromEntries(Object.entries(input.client).flatMap(([key, source]) => pairOf(key, text(source, key)))),
    fields: values.fields,
    written: values.written,
  }
  if (outcome === undefined || made === undefined || ended === undefined) return undefined
  return attempt(row.line, () => ({ ...draft, outcome, ...inOrder(made, ended) }))
}

/** A moment of the file; of a day without a time, its noon. */
type Moment = { readonly at: string; readonly date: string; readonly time?: string }

/** When a deal was made and when it ended. On one day, what has no time is taken for as early, or as late, as the other. */
function inOrder(made: Moment, ended: Moment): Pick<DealDraft, 'createdAt' | 'closedAt'> {
  if (made.at <= ended.at) return { createdAt: made.at, closedAt: ended.at }
  const isOneDay = made.date === ended.date
  if (isOneDay && made.time === undefined) return { createdAt: ended.at, closedAt: ended.at }
  if (isOneDay && ended.time === undefined) return { createdAt: made.at, closedAt: made.at }
  const told = ({ date, time }: Moment) => (isOneDay && time !== undefined ? `${date} ${time}` : date)
  throw new ValueError(say('closed_before', { made: told(made), closed: told(ended) }))
}

function lineOf(text: string, what: string): string {
  refuseOddSign(what, text, 'line')
  return text
}

function needed(text: string, what: string): string {
  if (text === '') throw new ValueError(say('value_empty', { key: what }))
  return text
}

function pairOf(key: string, text: string): readonly (readonly [string, string])[] {
  return text === '' ? [] : [[key, text]]
}

function outcomeOf({ input, row, lookups }: Reader): Outcome {
  const { source, of } = input.outcome
  const value = source === undefined ? '' : valueOf(source, row, lookups)
  const found = of.get(value)
  if (found === undefined) {
    throw new ValueError(say('outcome_unknown', { text: value, known: [...of.keys()] }))
  }
  if (found.kind !== 'lost' || found.reason !== undefined || input.reason === undefined) return found
  return { ...found, reason: needed(valueOf(input.reason, row, lookups), 'reason') }
}

/** A day without a time counts as its noon, so that it stays that day wherever it is looked at from. */
function dateAt(reader: Reader, source: ValueSource | undefined, what: string): Moment | undefined {
  const { row, lookups, input, model, attempt } = reader
  if (source === undefined) return undefined
  return attempt(row.line, () => {
    const text = needed(valueOf(source, row, lookups), what)
    const patterns = text === source.ifEmpty ? ['YYYY-MM-DD'] : (source.dates ?? input.format.dates)
    const zone = model.calendar.timezone
    const written = readDate(text, { patterns, zone })
    return { ...written, at: momentOf({ time: '12:00', ...written }, zone) }
  })
}

function fieldsOf(reader: Reader): Pick<DealDraft, 'fields' | 'written'> {
  const { input, model } = reader
  const sources = { ...(input.amount === undefined ? {} : { amount: input.amount }), ...input.fields }
  const fields: Record<string, FieldValue> = {}
  const written: Record<string, string> = {}
  for (const [id, source] of Object.entries(sources)) {
    const field = model.fields[id]
    const value = field === undefined ? undefined : fieldValue(reader, field, source)
    if (value === undefined) continue
    fields[id] = value
    if (field?.type === 'money' && typeof value === 'number') written[id] = amountText(value, reader.currency)
  }
  return { fields, written }
}

/** An amount in units of its currency, as people write it. */
function amountText(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  return (minor / 10 ** digits).toFixed(digits)
}

function fieldValue(reader: Reader, field: Field, source: ValueSource): FieldValue | undefined {
  const rows = source.isSum ? reader.rows : [reader.row]
  let sum: FieldValue | undefined
  for (const row of rows) {
    const value = reader.attempt(row.line, () => {
      const text = valueOf(source, row, reader.lookups)
      return text === '' ? undefined : typed(text, field, source, reader)
    })
    if (value === undefined) continue
    sum = typeof sum === 'number' && typeof value === 'number' ? sum + value : value
  }
  return sum
}

function typed(
  text: string,
  { type }: Field,
  { factor, dates }: ValueSource,
  { input, currency, model }: Reader,
): FieldValue {
  const writing = { patterns: dates ?? input.format.dates, zone: model.calendar.timezone }
  switch (type) {
    case 'money':
      return readMoney(text, input.format, { currency, factor })
    case 'number':
    case 'percent':
      return readNumber(text, input.format, factor)
    case 'date':
      return readDate(text, writing).date
    case 'date_time':
      return readMoment(text, writing)
    case 'yes_no':
      return readYesNo(text)
    case 'text':
    case 'choice':
    case 'person':
    case 'link':
    case 'file':
      return text
  }
}

/** Lines of one deal must agree on everything that is not added up. */
function differences({ rows, row, input, lookups, attempt }: Reader): readonly LeftOut[] {
  if (rows.length === 1) return []
  const { externalId, owner, pipeline, created, closed, outcome } = input
  const named = { external_id: externalId, owner, pipeline, created, closed, outcome: outcome.source }
  const same = Object.entries(named).flatMap(([name, source]) => (source === undefined ? [] : [{ name, source }]))
  const read = (one: Row, source: ValueSource) => attempt(one.line, () => valueOf(source, one, lookups))
  for (const { name, source } of same) {
    const first = read(row, source)
    const other = rows.find((one) => read(one, source) !== first)
    if (other === undefined) continue
    const values = { key: name, here: String(read(other, source)), there: String(first), line: row.line }
    return [{ line: other.line, reasons: [say('differs', values)] }]
  }
  return []
}
