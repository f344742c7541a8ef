import type { ColumnId, TableName } from './column-names'
import type { ColumnKind, FoldKind, ReportGroup } from '#schemas/report-names'
import { percent, Tally } from './tally'

/** One deal or task under one row, with what it brings to each column. */
export type Grain = {
  readonly row: string
  readonly deal: string
  readonly task?: string
  /** The talk it is of, where it is about no deal; absent where that was forgotten. */
  readonly talk?: string
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
  readonly id: ColumnId
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

/** What a table is called: what it is about, such as a direction, or by its id in words. */
type Titled = { readonly id: string; readonly about: string } | { readonly id: TableName; readonly about?: undefined }

/** A table before it is put into words. */
export type Table = Titled & {
  readonly rowsAre: ReportGroup | 'deal' | 'direction_stage' | 'month'
  readonly columns: readonly Column[]
  /** Made anew whenever they are gone through: a year has half a million. */
  readonly grains: Iterable<Grain>
  /** Rows that are there in any case, in their order; others follow by name. */
  readonly rows?: readonly string[]
  /** Only those of `rows` are there that have grains. */
  readonly hasNoEmptyRows?: boolean
  readonly textColumns?: readonly { readonly id: ColumnId; readonly kind: ColumnKind }[]
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
  const { columns, hasNoEmptyRows = false, hasNoTotals = false } = table
  const all = new Tally(columns)
  const byRow = new Map<string, Tally>((table.rows ?? []).map((row) => [row, new Tally(columns)]))
  for (const grain of table.grains) {
    const known = byRow.get(grain.row)
    const tally = known ?? new Tally(columns)
    if (known === undefined) byRow.set(grain.row, tally)
    tally.add(grain.values)
    if (grain.isAgain !== true && !hasNoTotals) all.add(grain.values)
  }
  const rows = new Map<string, Numbers>()
  let before: Numbers | undefined
  for (const [row, tally] of byRow) {
    if (hasNoEmptyRows && tally.isEmpty) continue
    before = numbersIn(columns, tally, before)
    rows.set(row, before)
  }
  return { rows, totals: hasNoTotals ? {} : numbersIn(columns, all, undefined) }
}

/** The grains of a row, or of all rows, each deal or task once. */
function* grainsBehind({ grains }: Pick<Table, 'grains'>, row: string): Generator<Grain> {
  for (const grain of grains) {
    if (row === totalsRow ? grain.isAgain !== true : grain.row === row) yield grain
  }
}

/** The grains behind one number: those that bring something to its column. */
function* grainsOf(table: Pick<Table, 'grains'>, row: string, column: Column): Generator<Grain> {
  const parts = column.madeOf ?? [column.id]
  for (const grain of grainsBehind(table, row)) {
    const { values } = grain
    if (parts.some((id) => isBehind(values[id], column))) yield grain
  }
}

/** Some of the grains behind one number, the latest first, and how many there are in all. */
export function pageOfGrains(
  table: Pick<Table, 'grains'>,
  { row, column }: { readonly row: string; readonly column: Column },
  { start, limit }: { readonly start: number; readonly limit: number },
): { readonly grains: readonly Grain[]; readonly count: number } {
  const wanted = start + limit
  let latest: Grain[] = []
  let count = 0
  for (const grain of grainsOf(table, row, column)) {
    count += 1
    latest.push(grain)
    // Of half a million a page shows fifty: what cannot be among them any more is let go now and then.
    if (latest.length >= wanted * 2 + 1000) latest = latest.toSorted(latestFirst).slice(0, wanted)
  }
  return { grains: latest.toSorted(latestFirst).slice(start, wanted), count }
}

function latestFirst(a: Grain, b: Grain): number {
  return (b.at ?? 0) - (a.at ?? 0) || (a.deal < b.deal ? -1 : a.deal > b.deal ? 1 : 0)
}

/** A zero brings nothing to a sum; in a median or a share it counts like any other. */
function isBehind(value: number | undefined, { fold }: Column): boolean {
  return value !== undefined && (value !== 0 || (fold !== 'sum' && fold !== 'derived'))
}

function numbersIn(columns: readonly Column[], tally: Tally, before: Numbers | undefined): Numbers {
  const numbers: Record<string, number | null> = tally.numbers()
  const reading: Reading = { of: (id) => numbers[id] ?? null, before: (id) => before?.[id] ?? null }
  for (const column of columns) if (column.derive !== undefined) numbers[column.id] = column.derive(reading)
  return numbers
}

/** The share of one column in another. */
export function shareColumn(id: ColumnId, part: string, whole: string): Column {
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
export function sumColumn(id: ColumnId, kind: ColumnKind = 'count'): Column {
  return { id, kind, fold: 'sum' }
}
