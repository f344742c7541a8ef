import { sumOfKnown } from '#domain/kernel/money'
import { planBook, type RowId } from '#domain/plan/plan-book'
import type { Target } from '#schemas/plan'
import { cellKey, type Cells, type Sheet, type SheetColumn, type SheetRow } from './sheet'

/** What a cell shows and where it comes from. */
export type CellValue = {
  readonly value: number | null
  /** Set by hand, repeated, added up from shorter periods, added up from employees, or nothing. */
  readonly source: 'explicit' | 'recurring' | 'derived' | 'sum' | null
  /** Of the company and departments: their own plan minus what their employees’ plans add up to. */
  readonly topDownGap: number | null
  /** Of a longer period with a plan of its own: that plan minus what its months add up to. */
  readonly monthsGap: number | null
}

/** Everything the grid shows at one moment. */
export type Values = {
  readonly at: (row: SheetRow, column: SheetColumn) => CellValue
  /** What the plans of all employees add up to in a period; nothing where none has one. */
  readonly employees: (column: SheetColumn) => number | null
}

/** Works out what every cell shows, by the very rules of the plan that the API answers with. */
export function valuesOf(sheet: Sheet, cells: Cells): Values {
  const book = planBook(byPeriod(sheet, cells), sheet.recurring, sheet.yearStarts)
  const known = new Map<string, CellValue>()
  const idOf = ofEach(({ scope, id }: SheetRow): RowId => ({ metric: sheet.metric, scope, id }))
  const staff = sheet.rows.filter(({ scope }) => scope === 'employee')
  const partsOf = ofEach((row: SheetRow) => staff.filter((one) => isPart(row, one)).map(idOf))

  const work = (row: SheetRow, { period, kind, months }: SheetColumn): CellValue => {
    const parts = partsOf(row)
    const planned = book.plannedWithParts(period, idOf(row), parts)
    if (planned === null) return { value: null, source: null, topDownGap: null, monthsGap: null }
    const isOwn = planned.source === 'explicit' || planned.source === 'recurring'
    const inMonths =
      isOwn && kind !== 'month'
        ? sumOfKnown(months.map((month) => book.planned(month, idOf(row))?.value ?? null))
        : null
    return { ...planned, monthsGap: inMonths === null ? null : planned.value - inMonths }
  }
  const at = (row: SheetRow, column: SheetColumn): CellValue => {
    const key = cellKey(column, row)
    const found = known.get(key) ?? work(row, column)
    known.set(key, found)
    return found
  }
  return { at, employees: (column) => sumOfKnown(staff.map((row) => at(row, column).value)) }
}

/** Works something out of each row once: a grid asks again for every cell. */
function ofEach<T>(work: (row: SheetRow) => T): (row: SheetRow) => T {
  const known = new WeakMap<SheetRow, T>()
  return (row) => {
    const found = known.get(row) ?? work(row)
    known.set(row, found)
    return found
  }
}

function isPart(whole: SheetRow, { department }: SheetRow): boolean {
  return whole.scope === 'company' || (whole.scope === 'department' && department === whole.id)
}

function byPeriod({ rows, columns, metric }: Sheet, cells: Cells): Readonly<Record<string, readonly Target[]>> {
  return Object.fromEntries(
    columns.map((column) => [
      column.period,
      rows.flatMap(({ scope, id }) => {
        const value = cells.get(cellKey(column, { scope, id }))
        return value === undefined ? [] : [{ metric, scope, id, value }]
      }),
    ]),
  )
}
