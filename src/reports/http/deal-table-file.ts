import { placeName } from '#domain/rules/former-names'
import { columnName, optionName, tableNames } from '#reports/usecases/deal-table-names'
import type { DealColumn } from '#reports/domain/deal-table/deal-columns'
import type { Listed } from '#reports/domain/deal-table/listed'
import { reportWords } from '#reports/domain/words-of-reports'
import type { exportDealTable } from '#reports/usecases/export-deal-table'
import { dateIn } from '#domain/time/zone'
import { text, type FileCell, type FileTable } from '#http/tables/file-table'
import type { ExportEntry, ReportColumn } from '#schemas/report'

type Exported = Awaited<ReturnType<typeof exportDealTable>>

const cellKinds = {
  text: 'text',
  words: 'text',
  yes_no: 'text',
  number: 'count',
  money: 'money',
  percent: 'percent',
  date: 'date',
  instant: 'date',
} as const satisfies Readonly<Record<DealColumn['kind'], ReportColumn['kind']>>

/** The table of deals as a file. What writes a format is loaded when it is asked for. */
export async function dealTableFile(
  exported: Exported,
  format: ExportEntry['format'],
): Promise<{ name: string; body: string | Uint8Array<ArrayBuffer> }> {
  const { language, model, columns, rows, now, toCome } = exported
  const names = tableNames(language)
  const zone = model.calendar.timezone
  const table: FileTable = {
    title: names.deals,
    head: columns.map((one) => columnName(one, model, language)),
    columns: columns.map((one) => ({ id: one.id, title: columnName(one, model, language), kind: cellKinds[one.kind] })),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, exported))),
    totals: null,
  }
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const notes =
    toCome === null || toCome === 0 ? [] : [reportWords(language).notes.to_come(toCome, clock.format(new Date(now)))]
  const name = `norma-deals-${dateIn(zone, now)}.${format}`
  if (format === 'csv') {
    const { csvOf } = await import('#http/tables/table-csv')
    return { name, body: csvOf([table], { language, tableTitle: names.deals, notes }) }
  }
  const { xlsxOf } = await import('#http/tables/table-xlsx')
  return { name, body: await xlsxOf([table], notes) }
}

function cellOf(row: Listed, column: DealColumn, { language, model }: Pick<Exported, 'language' | 'model'>): FileCell {
  const cell = column.cell(row)
  const kind = cellKinds[column.kind]
  if (cell === undefined) return { kind, value: null }
  if (column.kind === 'instant') return { kind, value: instantText(Number(cell), column, model.calendar.timezone) }
  if (typeof cell === 'boolean') return text(cell ? tableNames(language).yes : tableNames(language).no)
  if (typeof cell === 'number')
    return { kind, value: cell, ...(kind === 'money' ? { currency: row.row.currency } : {}) }
  return kind === 'date'
    ? { kind, value: cell }
    : text(column.kind === 'words' ? wordOf(row, column, cell, { language, model }) : cell)
}

/** A word in a cell; a stage as its own direction calls it. */
function wordOf(
  { row }: Listed,
  column: DealColumn,
  cell: string,
  { language, model }: Pick<Exported, 'language' | 'model'>,
): string {
  return column.id === 'stage' ? (placeName(model, row) ?? cell) : optionName(column, cell, model, language)
}

/** What happened has its day; a moment that people have agreed upon its time as well. */
function instantText(ms: number, { id }: DealColumn, zone: string): string {
  const instant = new Date(ms).toISOString()
  const day = dateIn(zone, instant)
  if (!id.startsWith('fields.')) return day
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return `${day}T${clock.format(ms)}`
}
