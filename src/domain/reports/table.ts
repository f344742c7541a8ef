import { divideHalfEven } from '#domain/ratio'
import type { ColumnKind, FoldKind, ReportGroup } from '#schemas/report-names'

/** One deal or task under one row, with what it brings to each column. */
export type Grain = {
  readonly row: string
  readonly deal: string
  readonly task?: string
  readonly person: string
  readonly pipeline: string
  readonly at?: number
  /** One object for all that bring the same, where there are many: they are then added up as one. */
  readonly values: Readonly<Record<string, number>>
  /** Stands in a further row for the same deal or task: it is not added to the totals again. */
  readonly isAgain?: boolean
}

/** Reads other columns of a row, or of the row before it, for a number that is made from numbers. */
export type Reading = {
  readonly of: (column: string) => number | null
  readonly before: (column: string) => number | null
}

/** How a column comes of its grains. */
export type Column = {
  readonly id: string
  readonly kind: ColumnKind
  readonly fold: FoldKind
  /** In a currency of its own in every row, so that it has no total. */
  readonly isOwnCurrency?: boolean
  readonly derive?: (reading: Reading) => number | null
  /** Columns whose deals or tasks stand behind a derived number. */
  readonly madeOf?: readonly string[]
  /** The part of `madeOf`’s first in its second: each item brings one or nothing. */
  readonly isShare?: boolean
  /** Not made of deals or tasks, such as a target: there is nothing to list. */
  readonly isGiven?: boolean
  /** A derived number may say nothing in the line of totals. */
  readonly hasNoTotal?: boolean
}

/** What is written in a row beside its numbers. */
export type RowTexts = Readonly<
  Record<string, { readonly text: string | number | null; readonly currency?: string; readonly kind: ColumnKind }>
>

/** A table before it is put into words. */
export type Table = {
  readonly id: string
  /** What its title names, such as a direction. */
  readonly about?: string
  readonly rowsAre: ReportGroup | 'deal' | 'direction_stage'
  readonly columns: readonly Column[]
  readonly grains: readonly Grain[]
  /** Rows that are there in any case, in their order; others follow by name. */
  readonly rows?: readonly string[]
  readonly textColumns?: readonly { readonly id: string; readonly kind: ColumnKind }[]
  readonly texts?: Pick<ReadonlyMap<string, RowTexts>, 'get'>
  readonly hasNoTotals?: boolean
  /** Numbers that come from elsewhere, such as the plan’s own books; the grains stand behind them. */
  readonly numbers?: TableNumbers
}

/** The numbers of all rows and of the line of totals. */
export type TableNumbers = { readonly rows: ReadonlyMap<string, Numbers>; readonly totals: Numbers }

/** The numbers of a row, by column. */
export type Numbers = Readonly<Record<string, number | null>>

/** The row of totals in the key of a cell. */
export const totalsRow = '*'

/** The rows of a table with their numbers; `totals` is over all grains, each deal or task once. */
export function numbersOf(table: Table): TableNumbers {
  if (table.numbers !== undefined) return table.numbers
  const all: Bag = new Map()
  const byRow = new Map<string, Bag>((table.rows ?? []).map((row) => [row, new Map()]))
  for (const grain of table.grains) {
    const known = byRow.get(grain.row)
    const bag: Bag = known ?? new Map()
    if (known === undefined) byRow.set(grain.row, bag)
    add(bag, grain)
    if (grain.isAgain !== true && table.hasNoTotals !== true) add(all, grain)
  }
  const rows = new Map<string, Numbers>()
  let before: Numbers | undefined
  for (const [row, bag] of byRow) {
    before = numbersIn(table.columns, bag, before)
    rows.set(row, before)
  }
  return { rows, totals: table.hasNoTotals === true ? {} : numbersIn(table.columns, all, undefined) }
}

/** What grains bring, and how many of them bring the same: most of a large report are alike. */
type Bag = Map<Grain['values'], number>

function add(bag: Bag, { values }: Grain): void {
  bag.set(values, (bag.get(values) ?? 0) + 1)
}

/** The grains of a row, or of all rows, each deal or task once. */
export function grainsBehind({ grains }: Pick<Table, 'grains'>, row: string): readonly Grain[] {
  return row === totalsRow ? grains.filter(({ isAgain }) => isAgain !== true) : grains.filter((one) => one.row === row)
}

/** The grains behind one number: those that bring something to its column. */
export function grainsOf(table: Pick<Table, 'grains'>, row: string, column: Column): readonly Grain[] {
  const parts = column.madeOf ?? [column.id]
  return grainsBehind(table, row).filter(({ values }) => parts.some((id) => isBehind(values[id], column)))
}

/** A zero brings nothing to a sum; in a median or a share it counts like any other. */
function isBehind(value: number | undefined, { fold }: Column): boolean {
  return value !== undefined && (value !== 0 || (fold !== 'sum' && fold !== 'derived'))
}

function numbersIn(columns: readonly Column[], bag: Bag, before: Numbers | undefined): Numbers {
  const numbers: Record<string, number | null> = {}
  for (const column of columns) {
    if (column.fold !== 'derived') numbers[column.id] = folded(column, bag)
  }
  const reading: Reading = { of: (id) => numbers[id] ?? null, before: (id) => before?.[id] ?? null }
  for (const column of columns) if (column.derive !== undefined) numbers[column.id] = column.derive(reading)
  return numbers
}

function folded({ id, fold }: Column, bag: Bag): number | null {
  if (fold === 'derived') return null
  if (fold === 'sum') {
    let sum = 0
    for (const [values, times] of bag) sum += (values[id] ?? 0) * times
    return sum
  }
  const each: number[] = []
  for (const [values, times] of bag) {
    const value = values[id]
    if (value !== undefined) for (let time = 0; time < times; time += 1) each.push(value)
  }
  return foldedValues(fold, each)
}

/** What values come to. A median between two is their mean; the 90th percentile is a value that is there (nearest rank). */
export function foldedValues(fold: Exclude<FoldKind, 'derived'>, values: readonly number[]): number | null {
  switch (fold) {
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0)
    case 'mean':
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
    case 'longest':
      return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value))
    case 'percent':
      return percent(
        values.reduce((sum, value) => sum + value, 0),
        values.length,
      )
    case 'median': {
      if (values.length === 0) return null
      const sorted = Float64Array.from(values).sort()
      const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
      return (low + high) / 2
    }
    case 'p90': {
      if (values.length === 0) return null
      const sorted = Float64Array.from(values).sort()
      return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null
    }
  }
}

/** A share in percent with one decimal, half to even; null of nothing. */
export function percent(part: number, whole: number | null): number | null {
  if (whole === null || whole <= 0) return null
  return Number(divideHalfEven(BigInt(Math.round(part)) * 1000n, BigInt(Math.round(whole)))) / 10
}

/** The share of one column in another. */
export function shareColumn(id: string, part: string, whole: string): Column {
  return {
    id,
    kind: 'percent',
    fold: 'derived',
    isShare: true,
    madeOf: [part, whole],
    derive: ({ of }) => percent(of(part) ?? 0, of(whole)),
  }
}

/** A column that adds up. */
export function sumColumn(id: string, kind: ColumnKind = 'count'): Column {
  return { id, kind, fold: 'sum' }
}
