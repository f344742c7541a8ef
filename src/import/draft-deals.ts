import { wallTime } from '#domain/time/zone'
import type { FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'

import type { DealsInput, Outcome, ValueSource } from './mapping'
import type { LeftOut, Row, Table } from './read-table'
import { readDate, readMoney, readNumber, readYesNo } from './read-values'
import { say, ValueError } from './say'
import { refuseOddSign, valueOf, type LookupTables } from './value-of'

/** A deal as the file tells it: what it is, when it was made, and what became of it. */
export type DealDraft = {
  readonly line: number
  readonly externalId: string
  readonly title: string
  readonly owner: string
  readonly pipeline: string
  readonly currency?: string
  readonly client: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly createdAt: string
  readonly closedAt: string
  readonly outcome: Outcome
}

type Drafting = {
  readonly input: DealsInput
  readonly lookups: LookupTables
  readonly model: Model
  /** What amounts are in that name no currency. */
  readonly currency: string
}

/** What the lines of a file are as deals; lines that cannot be read are told with every reason. */
export function draftDeals(
  table: Table,
  drafting: Drafting,
): { readonly drafts: readonly DealDraft[]; readonly leftOut: readonly LeftOut[] } {
  const drafts: DealDraft[] = []
  const leftOut: LeftOut[] = [...table.leftOut]
  for (const rows of groupsOf(table, drafting, leftOut).values()) {
    const [first] = rows
    if (first === undefined) continue
    const { draft, faults } = draftOf(rows, first, drafting)
    const more = rows.length === 1 ? [] : [say('whole_deal', { lines: rows.length })]
    if (draft !== undefined) drafts.push(draft)
    else
      leftOut.push({
        line: faults[0]?.line ?? first.line,
        reasons: [...faults.flatMap(({ reasons }) => reasons), ...more],
      })
  }
  return { drafts, leftOut }
}

function groupsOf(
  { rows }: Table,
  { input, lookups }: Drafting,
  leftOut: LeftOut[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = input.groupBy === undefined ? `line ${row.line}` : keyIn(row, input.groupBy, lookups)
    if (key === '') {
      leftOut.push({ line: row.line, reasons: [say('no_group')] })
      continue
    }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
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
  const created = dateAt(reader, input.created ?? input.closed, 'created')
  const closed = outcome?.kind === 'open' ? created : dateAt(reader, input.closed, 'closed')
  const draft = {
    line: row.line,
    externalId: need(input.externalId, 'external_id'),
    title: need(input.title, 'title').slice(0, 200),
    owner: need(input.owner, 'owner'),
    pipeline: need(input.pipeline, 'pipeline'),
    ...(currency === '' ? {} : { currency }),
    client: Object.fromEntries(Object.entries(input.client).flatMap(([key, source]) => pairOf(key, text(source, key)))),
    fields: fieldsOf({ ...reader, currency: currency === '' ? reader.currency : currency }),
  }
  if (outcome === undefined || created === undefined || closed === undefined) return undefined
  if (created <= closed) return { ...draft, outcome, createdAt: created, closedAt: closed }
  attempt(row.line, () => {
    throw new ValueError(say('closed_before', { made: created.slice(0, 10), closed: closed.slice(0, 10) }))
  })
  return undefined
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
function dateAt(reader: Reader, source: ValueSource | undefined, what: string): string | undefined {
  const { row, lookups, input, model, attempt } = reader
  if (source === undefined) return undefined
  return attempt(row.line, () => {
    const text = needed(valueOf(source, row, lookups), what)
    const patterns = text === source.ifEmpty ? ['YYYY-MM-DD'] : (source.dates ?? input.format.dates)
    const { date, time = '12:00' } = readDate(text, patterns)
    return wallTime(model.calendar.timezone, date, time)
  })
}

function fieldsOf(reader: Reader): Readonly<Record<string, FieldValue>> {
  const { input, model } = reader
  const sources = { ...(input.amount === undefined ? {} : { amount: input.amount }), ...input.fields }
  const fields: Record<string, FieldValue> = {}
  for (const [id, source] of Object.entries(sources)) {
    const field = model.fields[id]
    const value = field === undefined ? undefined : fieldValue(reader, field, source)
    if (value !== undefined) fields[id] = value
  }
  return fields
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

function typed(text: string, { type }: Field, { factor, dates }: ValueSource, { input, currency }: Reader): FieldValue {
  switch (type) {
    case 'money':
      return readMoney(text, input.format, { currency, factor })
    case 'number':
    case 'percent':
      return readNumber(text, input.format, factor)
    case 'date':
      return readDate(text, dates ?? input.format.dates).date
    case 'yes_no':
      return readYesNo(text)
    case 'text':
    case 'choice':
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
