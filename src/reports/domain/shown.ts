import { columnNames, type ColumnId } from './column-names'
import type { Language } from '#schemas/language-names'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '#schemas/report'
import { reportCell } from '#domain/kernel/report-cell'
import { labelOf, sourceHourOf } from './labels'
import { numbersOf, totalsRow, type Column, type Numbers, type Table } from './table'
import { reportWords } from './words-of-reports'
import type { Frame } from './scope'

/** Rows of a table that a page shows; files have all of them. */
export const mostRows = 1000

/** A table in words and numbers. `limit` is how many rows are shown. */
export function shownTable(frame: Frame, table: Table, language: Language, limit: number): ReportTable {
  const { rows: numbers, totals } = numbersOf(table)
  const fixed = new Set(table.rows)
  const rowsOf = (ids: readonly string[]) =>
    ids.map((id) => rowOf(frame, table, { id, values: numbers.get(id) ?? {}, language }))
  const ids = [...numbers.keys()]
  // Those in an order of their own come first, so that what is beyond the limit need not be put into words.
  const first = rowsOf(ids.filter((id) => fixed.has(id)).slice(0, limit))
  const others = first.length < limit ? rowsOf(ids.filter((id) => !fixed.has(id))) : []
  const shown = [...first, ...others.toSorted((a, b) => compared(table, a, b, language))].slice(0, limit)
  return {
    id: table.id,
    title: titleOf(table, language),
    rowTitle: rowTitleOf(frame, table, language),
    columns: columnsOf(frame, table, language),
    rows: shown,
    more: ids.length - shown.length,
    totals: table.hasNoTotals === true ? null : cellsOf(table, totalsRow, totals),
  }
}

/** A column in words. */
export function columnsOf(frame: Frame, table: Table, language: Language): ReportColumn[] {
  const { columns } = reportWords(language)
  const titleOfColumn = (id: ColumnId): string => {
    const name = columnNames.find((one) => one === `${table.id}.${id}`) ?? columnNames.find((one) => one === id)
    return name === undefined ? id : columns[name]
  }
  const texts = (table.textColumns ?? []).map(({ id, kind }) => ({ id, kind, title: titleOfColumn(id) }))
  const numbers = table.columns.map(({ id, kind }) => ({
    id,
    kind,
    title: titleOfColumn(id),
    ...(kind === 'money' ? { currency: frame.money.currency } : {}),
  }))
  return [...texts, ...numbers]
}

/** What a table is called. */
export function titleOf(table: Table, language: Language): string {
  return table.about === undefined ? reportWords(language).tables[table.id] : table.about
}

function rowOf(
  frame: Frame,
  table: Table,
  { id, values, language }: { id: string; values: Numbers; language: Language },
): ReportRow {
  const texts = table.texts?.get(id) ?? {}
  const written = Object.entries(texts).flatMap(([column, { text, currency }]): [string, ReportCell][] =>
    column === 'label' ? [] : [[column, { value: text, ...(currency === undefined ? {} : { currency }) }]],
  )
  const label = texts['label']?.text
  return {
    id,
    label: label === undefined || label === null ? labelOf(frame, table.rowsAre, id, language) : String(label),
    ...(table.rowsAre === 'deal' ? { deal: id } : {}),
    cells: { ...Object.fromEntries(written), ...cellsOf(table, id, values) },
  }
}

function cellsOf(table: Table, row: string, values: Numbers): Record<string, ReportCell> {
  const cells: Record<string, ReportCell> = {}
  for (const column of table.columns) {
    const isLeftOut = row === totalsRow && (column.hasNoTotal === true || column.isOwnCurrency === true)
    const value = values[column.id] ?? null
    if (!isLeftOut)
      cells[column.id] = { value, ...(hasItems(column, value) ? { cell: reportCell(table.id, row, column.id) } : {}) }
  }
  return cells
}

/** Nothing stands behind a sum of nothing; a share of nothing is one of something. */
function hasItems({ isGiven, fold, isShare }: Column, value: number | null): boolean {
  const isShareOfSome = fold === 'percent' || isShare === true
  return value !== null && isGiven !== true && (value !== 0 || isShareOfSome)
}

function rowTitleOf({ model, filters }: Frame, { rowsAre }: Table, language: Language): string {
  const words = reportWords(language)
  if (rowsAre === 'deal') return words.rows.deal
  if (rowsAre === 'month') return words.rows.month
  const field = rowsAre === 'field' ? model.fields[filters.field ?? ''] : undefined
  if (field !== undefined) return (field.builtIn ? words.rows.fields[field.id] : undefined) ?? field.name
  return rowsAre === 'direction_stage' ? words.rows.directionStage : words.groups[rowsAre]
}

/** Days and hours by themselves, the rest by what people call it; the hours of one source stay together. */
function compared({ rowsAre }: Table, a: ReportRow, b: ReportRow, language: Language): number {
  const byId = a.id < b.id ? -1 : 1
  if (rowsAre === 'day' || rowsAre === 'hour') return byId
  if (rowsAre === 'source_hour' && sourceHourOf(a.id).source === sourceHourOf(b.id).source) return byId
  return a.label.localeCompare(b.label, language) || byId
}
