import type { Language } from '#schemas/language-names'
import type { Metric, PlanScope, RecurringTarget } from '#schemas/plan'

/** A row of the grid: somebody or something that may have targets. */
export type SheetRow = {
  readonly scope: PlanScope
  readonly id: string
  readonly name: string
  readonly canEdit: boolean
  /** Of an employee: whose plan it is a part of. */
  readonly department?: string
}

/** A column of the grid: a period, and how many working days it has. */
export type SheetColumn = {
  readonly period: string
  readonly kind: 'month' | 'quarter' | 'half' | 'year'
  readonly label: string
  readonly workingDays: number
  /** The months it is made of; of a month, itself. */
  readonly months: readonly string[]
}

/** A year of targets of one metric, as the page brings it. Amounts are whole: minor units, or counts. */
export type Sheet = {
  readonly language: Language
  readonly metric: Metric
  readonly currency: string
  /** How many decimals people write: those of the currency, none for counts. */
  readonly digits: number
  readonly yearStarts: number
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumn[]
  readonly targets: readonly {
    readonly period: string
    readonly scope: PlanScope
    readonly id: string
    readonly value: number
  }[]
  readonly recurring: readonly RecurringTarget[]
}

/** A place in the grid, from 0. */
export type Place = { readonly row: number; readonly column: number }

/** What is set by hand, by cell. */
export type Cells = ReadonlyMap<string, number>

/** The name under which a cell is known. */
export function cellKey(
  { period }: Pick<SheetColumn, 'period'>,
  { scope, id }: Pick<SheetRow, 'scope' | 'id'>,
): string {
  return `${period}#${scope}#${id}`
}

/** The name of the cell at a place; nothing where the grid has no such place. */
export function keyAt(sheet: Sheet, { row, column }: Place): string | undefined {
  const [atRow, atColumn] = [sheet.rows[row], sheet.columns[column]]
  return atRow === undefined || atColumn === undefined ? undefined : cellKey(atColumn, atRow)
}

/** What the page found set by hand. */
export function cellsOf(sheet: Sheet): Cells {
  return new Map(sheet.targets.map((target) => [cellKey(target, target), target.value]))
}
