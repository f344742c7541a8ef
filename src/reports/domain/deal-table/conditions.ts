import { reportRefusal } from '#reports/words/report-refusal'
import { addDays, isDate } from '#domain/time/days'
import { msOf, startOfDay } from '#domain/time/zone'

import type { DealColumn, TableCell } from './deal-columns'
import type { Listed } from './listed'

/** A condition of the table, ready to be asked of a cell. */
export type TableCondition = { readonly holds: (one: Listed) => boolean }

type CellTest = (cell: TableCell) => boolean

/** One condition as it is written: `fields.amount>=100000`. */
export type Written = { readonly column: string; readonly op: Op; readonly value: string }
const ops = ['!=', '>=', '<=', '=', '~'] as const
export type Op = (typeof ops)[number]

/** When and for whom conditions are read: `me`, `today`, and departments with those below them. */
export type ConditionScene = {
  readonly me: string | null
  readonly today: string
  /** The instant that `now` stands for, in milliseconds. */
  readonly now: number
  /** An amount in company currency, in which conditions are written; undefined where there is no rate. */
  readonly base: (minor: number, currency: string) => number | undefined
  readonly zone: string
  readonly columns: readonly DealColumn[]
  /** Whether a department is another or below it. */
  readonly isBelow: (department: string, above: string) => boolean
}

/** The conditions of a text, or a refusal that names what cannot be read and what to write instead. */
export function readConditions(text: string, scene: ConditionScene): readonly TableCondition[] {
  return conditionParts(text).map((written) => {
    const column = scene.columns.find(({ id }) => id === written.column)
    if (column === undefined) throw unknownColumn(written.column, scene.columns)
    const holds = testOf(written, column, scene)
    if (column.kind !== 'money') return { holds: (one) => holds(column.cell(one)) }
    return { holds: (one) => holds(inBase(column.cell(one), one.row.currency, scene)) }
  })
}

/** An amount as conditions are written, whatever the currency of its deal; one without a rate is like none. */
function inBase(cell: TableCell, currency: string, { base }: ConditionScene): TableCell {
  return typeof cell === 'number' ? base(cell, currency) : cell
}

/** A column of the table, or a refusal that lists those there are. */
export function unknownColumn(id: string, columns: readonly DealColumn[]): Error {
  return reportRefusal('field_unknown.column', { id, known: columns.map((one) => one.id) })
}

/** The parts of a text of conditions: what stands between semicolons that are not quoted. */
export function conditionParts(text: string): readonly Written[] {
  const parts = text.match(/(?:[^;"]|"[^"]*"?)+/g) ?? []
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^([a-zA-Z_][\w.]*)\s*(!=|>=|<=|=|~)\s*(.*)$/s.exec(part)
      if (found === null) throw reportRefusal('field_value.condition', { part })
      return { column: found[1] ?? '', op: (found[2] ?? '=') as Op, value: found[3] ?? '' }
    })
}

function testOf({ op, value, column: id }: Written, column: DealColumn, scene: ConditionScene): CellTest {
  switch (op) {
    case '~':
      return hasText(unquoted(value))
    case '=':
      return oneOf(value, column, scene)
    case '!=': {
      const isSo = oneOf(value, column, scene)
      return (cell) => !isSo(cell)
    }
    case '>=':
    case '<=':
      return compared({ op, value, column: id }, column, scene)
  }
}

function hasText(text: string): CellTest {
  const wanted = plain(text)
  return (cell) => cell !== undefined && plain(String(cell)).includes(wanted)
}

function oneOf(value: string, column: DealColumn, scene: ConditionScene): CellTest {
  const values = (value.match(/(?:[^,"]|"[^"]*"?)+/g) ?? []).map((one) => unquoted(one.trim()))
  if (values.length === 0) return (cell) => cell === undefined || cell === ''
  const { kind, options } = column
  if (kind === 'instant' || kind === 'date') {
    const days = values.map((one) => dayOf(one, column, scene))
    return (cell) => days.some((day) => isOn(cell, day, column, scene))
  }
  if (kind === 'yes_no') {
    const wanted = values.map((one) => truthOf(one, column))
    return (cell) => wanted.includes(cell === true)
  }
  if (kind === 'number' || kind === 'money' || kind === 'percent') {
    const numbers = values.map((one) => numberOf(one, column))
    return (cell) => typeof cell === 'number' && numbers.includes(cell)
  }
  if (kind === 'text') {
    const wanted = values.map(plain)
    return (cell) => cell !== undefined && wanted.includes(plain(String(cell)))
  }
  const ids = new Set(values.map((one) => (column.id === 'owner' && one === 'me' ? (scene.me ?? one) : one)))
  for (const one of ids) if (!Object.hasOwn(options ?? {}, one)) throw notAmong(one, column)
  if (column.id === 'department') {
    return (cell) => typeof cell === 'string' && [...ids].some((above) => scene.isBelow(cell, above))
  }
  return (cell) => typeof cell === 'string' && ids.has(cell)
}

function compared({ op, value }: Written, column: DealColumn, scene: ConditionScene): CellTest {
  const isAtLeast = op === '>='
  const beside = (limit: number | string): CellTest => {
    return (cell) => cell !== undefined && (isAtLeast ? cell >= limit : cell <= limit)
  }
  switch (column.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return beside(numberOf(unquoted(value), column))
    case 'date':
      return beside(dayOf(unquoted(value), column, scene))
    case 'instant': {
      if (unquoted(value) === 'now') return beside(scene.now)
      const day = dayOf(unquoted(value), column, scene)
      return beside(isAtLeast ? startMs(day, scene) : startMs(addDays(day, 1), scene) - 1)
    }
    case 'text':
    case 'words':
    case 'yes_no':
      throw reportRefusal('field_value.not_compared', { column: column.id, op })
  }
}

function isOn(cell: TableCell, day: string, { kind }: DealColumn, scene: ConditionScene): boolean {
  if (kind === 'date') return cell === day
  return typeof cell === 'number' && cell >= startMs(day, scene) && cell < startMs(addDays(day, 1), scene)
}

function dayOf(text: string, { id }: DealColumn, { today }: ConditionScene): string {
  const [, sign, days] = /^today(?:([+-])(\d{1,4}))?$/.exec(text) ?? []
  if (text.startsWith('today') && (text === 'today' || days !== undefined)) {
    return addDays(today, Number(`${sign ?? ''}${days ?? 0}`))
  }
  if (!isDate(text)) throw reportRefusal('field_value.column_day', { column: id, value: text })
  return text
}

function startMs(day: string, { zone }: ConditionScene): number {
  return msOf(startOfDay(zone, day))
}

function numberOf(text: string, { id }: DealColumn): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) throw reportRefusal('field_value.column_number', { column: id, value: text })
  return number
}

function truthOf(text: string, column: DealColumn): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw reportRefusal('field_value.among', { column: column.id, value: text, known: ['yes', 'no'] })
}

function notAmong(value: string, { id, options = {} }: DealColumn): Error {
  return reportRefusal('field_value.among', { column: id, value, known: Object.keys(options) })
}

function unquoted(text: string): string {
  return text.replaceAll('"', '')
}

/** Text as it is compared: small letters, ё as е, without quotation marks, which everybody writes otherwise. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/["«»„“”]/g, '')
}
