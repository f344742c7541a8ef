import { withoutOddSigns } from '#domain/kernel/text'
import { text, type FileCell, type FileTable } from '#http/tables/file-table'
import type { Report, ReportCell, ReportColumn, ReportRow, ReportTable } from '#schemas/report'

/** The tables of a report for a file. */
export function fileTables(report: Report, totalLabel: string): readonly FileTable[] {
  return report.tables.map((table) => ({
    title: table.title,
    head: [table.rowTitle, ...table.columns.map((column) => headOf(column))],
    columns: table.columns,
    rows: table.rows.map((row) => rowCells(table, row)),
    totals: table.totals === null ? null : [text(totalLabel), ...numberCells(table.columns, table.totals)],
  }))
}

/** The name of a report’s file: what, when, in letters that every system takes. */
export function fileNameOf(report: Report, extension: string): string {
  const { id, from, to } = report.period
  return `norma-${report.name.replaceAll('_', '-')}-${id ?? `${from}-${to}`}.${extension}`
}

function headOf({ title, kind, currency }: ReportColumn): string {
  return kind === 'money' && currency !== undefined ? `${title}, ${currency}` : title
}

function rowCells({ columns }: ReportTable, { label, cells }: ReportRow): readonly FileCell[] {
  return [text(label), ...numberCells(columns, cells)]
}

function numberCells(columns: readonly ReportColumn[], cells: Readonly<Record<string, ReportCell>>) {
  return columns.map(({ id, kind, currency }): FileCell => {
    const cell = cells[id]
    const of = cell?.currency ?? currency
    const value = cell?.value ?? null
    return {
      kind,
      value: typeof value === 'string' ? withoutOddSigns(value, 'line') : value,
      ...(of === undefined ? {} : { currency: of }),
    }
  })
}
