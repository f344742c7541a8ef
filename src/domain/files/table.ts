import type { Saying } from '#schemas/saying'

/** A cell of a table that somebody sent: what it holds, or why it holds nothing that can be read. */
export type TableCell = {
  /** `error`: it shows one of a spreadsheet; `uncomputed`: a formula that no spreadsheet has computed yet. */
  readonly is: 'empty' | 'text' | 'number' | 'day' | 'error' | 'uncomputed'
  /** As it is written; numbers with a dot and without exponents, days as `YYYY-MM-DD`. */
  readonly text: string
  /** It was merged with the cell above it and has its value from there. */
  readonly isMerged?: true
}

/** A row: its number from 1, in the sheet or in the file, and its cells from the first column on. */
export type TableRow = {
  readonly no: number
  readonly cells: readonly TableCell[]
  /** Its quotation marks do not pair: it may have run into the rows behind it. */
  readonly isTorn?: true
}

export type TableEncoding = 'utf-8' | 'utf-16' | 'windows-1251' | 'ibm866' | 'xlsx'

/** A table that somebody sent. Rows in which nothing stands are not there. */
export type Table = {
  /** The sheet of a workbook; delimited text has none. */
  readonly sheet?: string
  /** Other sheets that are shown and hold something: they were not read. */
  readonly otherSheets?: readonly string[]
  readonly encoding: TableEncoding
  readonly rows: readonly TableRow[]
}

/** The most rows that one table may have. */
export const mostTableRows = 50_000

/** How far down a heading is looked for: banks write their name, the account and the period above it. */
const headingWithin = 60

const empty: TableCell = { is: 'empty', text: '' }

/** The cell of a column; an empty one where the row ends before. */
export function cellAt({ cells }: TableRow, column: number | undefined): TableCell {
  return column === undefined ? empty : (cells[column] ?? empty)
}

/** Where a cell is, as spreadsheets name it: `Лист1!D17`. Undefined in text, where lines are counted. */
export function placeOf({ sheet }: Table, row: number, column: number): string | undefined {
  if (sheet === undefined) return undefined
  const name = /^[\p{L}\d_]+$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
  return `${name}!${lettersOf(column)}${row}`
}

function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`
}

/** What is told of a workbook of which one sheet was read: the others must not be missed in silence. */
export function sheetsUnread(
  { sheet = '', otherSheets = [] }: Table,
  saying: (sheets: { readonly name: string; readonly names: readonly string[] }) => Saying,
): readonly { readonly line: number; readonly weight: 'warning'; readonly about: Saying }[] {
  if (otherSheets.length === 0) return []
  return [{ line: 1, weight: 'warning', about: saying({ name: sheet, names: otherSheets }) }]
}

/** A heading: its row, which column is which of those that were looked for, and what stands in it. */
export type Heading<K extends string> = {
  readonly row: TableRow
  readonly columns: ReadonlyMap<K, number>
  readonly names: readonly string[]
}

/**
 * The row that names the columns: the one within the first rows of a table that knows the most of them, by any of their
 * names. Undefined where no row knows two. A name that stands there twice is the first of them.
 */
export function headingOf<K extends string>(
  { rows }: Table,
  known: Readonly<Record<K, readonly string[]>>,
): Heading<K> | undefined {
  const byName = new Map<string, K>()
  for (const key of Object.keys(known) as K[]) for (const name of known[key]) byName.set(plainName(name), key)
  let best: Heading<K> | undefined
  for (const row of rows.slice(0, headingWithin)) {
    const columns = new Map<K, number>()
    row.cells.forEach(({ text }, at) => {
      const key = byName.get(plainName(text))
      if (key !== undefined && !columns.has(key)) columns.set(key, at)
    })
    const names = row.cells.map(({ text }) => text).filter((text) => text !== '')
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns, names }
  }
  return best
}

/** A name of a column without what people write differently: case, ё, signs, breaks, the currency behind it. */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\d№]+/gu, ' ')
    .replaceAll(/№\s*/g, '№ ')
    .trim()
    .replace(/ (?:в )?(?:руб|рублях|rub|rur|roubles)$/u, '')
}
