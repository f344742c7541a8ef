import type { Saying } from '#schemas/saying'
import type { Format } from './mapping'
import { recordsOf } from './records'
import { TableError } from './refuse-bytes'
import { say, type Reason } from './say'
import { fileOfBytes, type SourceFile } from './source-file'
import { linesOf, type Line } from './text-lines'

/** A line of a table: its number in the file (where it begins) and its cells by heading. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** A line that could not be taken and everything that speaks against it. */
export type LeftOut = { readonly line: number; readonly reasons: readonly Reason[] }

/** A line of a table, or why it is none. */
export type Entry = Row | LeftOut

/** A file with a heading, whose lines are read one after the other as often as they are asked for. */
export type OpenTable = {
  readonly columns: readonly string[]
  /** Headings that stand there more than once: what is in those columns cannot be told apart. */
  readonly repeated: readonly string[]
  /** How many lines the file has, to tell how far one is; a value with line breaks is several. */
  readonly lines: number
  readonly entries: () => Generator<Entry>
}

/** A whole table at once. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOut[]
}

/** Reads a whole delimited text with a heading. Lines that do not fit the heading are told apart, the others are taken. */
export function readTable(bytes: Uint8Array, format: Format): Table {
  return wholeTable(openTable(fileOfBytes(bytes), format))
}

/** Everything that a table has. */
export function wholeTable({ columns, entries }: OpenTable): Table {
  const rows: Row[] = []
  const leftOut: LeftOut[] = []
  for (const entry of entries()) {
    if (isRow(entry)) rows.push(entry)
    else leftOut.push(entry)
  }
  return { columns, rows, leftOut }
}

/** Whether a line could be read. */
export function isRow(entry: Entry): entry is Row {
  return 'cells' in entry
}

/** Opens a delimited text: its bytes are looked through once, so that what is no text is told before anything is done. */
export function openTable(file: SourceFile, format: Format): OpenTable {
  let lines = 0
  for (const line of linesOf(file, format)) lines = line.no
  const { columns } = begun(file, format)
  const named = columns.filter((column) => column !== '')
  const repeated = [...new Set(named.filter((column, index) => named.indexOf(column) !== index))]
  return { columns, repeated, lines, entries: () => entriesOf(file, format) }
}

type Begun = {
  readonly columns: readonly string[]
  readonly records: ReturnType<typeof recordsOf>
}

/** The heading, and the records behind it. */
function begun(file: SourceFile, format: Format): Begun {
  const lines = linesOf(file, format)
  const first = lines.next()
  const told = first.done === true ? null : /^sep=(.)$/i.exec(first.value.text)
  const delimiter = told?.[1] ?? format.delimiter
  const records = recordsOf(from(lines, told === null ? first : undefined, format.skipLines), delimiter, format.quote)
  const heading = records.next()
  if (heading.done === true) throw new TableError((name) => say('file_empty', { file: name }))
  if (!('fields' in heading.value)) throw new TableError((name) => say('heading_quote', { file: name }))
  const columns = heading.value.fields.map((name) => name.trim())
  refuseOneColumn(columns, delimiter)
  return { columns, records }
}

/** The lines of a file behind those to be passed over; `first` is one that has been looked at. */
function* from(lines: Iterator<Line>, first: IteratorResult<Line> | undefined, skipped: number): Generator<Line> {
  let left = skipped
  for (let one = first ?? lines.next(); one.done !== true; one = lines.next()) {
    if (left > 0) left -= 1
    else yield one.value
  }
}

function* entriesOf(file: SourceFile, format: Format): Generator<Entry> {
  const { columns, records } = begun(file, format)
  const wanted = columns.findLastIndex((column) => column !== '') + 1
  for (const record of records) {
    if (!('fields' in record)) {
      yield { line: record.line, reasons: [say(record.broken === 'open' ? 'quote_open' : 'quote_inside')] }
      continue
    }
    const fields = record.fields.map((field) => field.trim())
    if (isPassedOver(fields, format)) continue
    const reason = misfit(fields, columns.length, wanted)
    if (reason === undefined) yield { line: record.line, cells: cellsOf(columns, fields, format) }
    else yield { line: record.line, reasons: [reason] }
  }
}

/** Rows of delimiters alone, which spreadsheets leave at the end, and those that the mapping names: totals, mostly. */
function isPassedOver(fields: readonly string[], { skipRows }: Format): boolean {
  const first = fields.find((field) => field !== '')
  if (first === undefined) return true
  const small = first.toLowerCase()
  return skipRows.some((one) => small.startsWith(one.toLowerCase()))
}

function refuseOneColumn(columns: readonly string[], delimiter: string): void {
  const [only = ''] = columns
  const other = [';', '|', '\t', ','].find((one) => one !== delimiter && only.includes(one))
  if (columns.length > 1 || other === undefined) return
  const name = other === '\t' ? 'tab' : `"${other}"`
  throw new TableError((file) => say('one_column', { file, heading: only.slice(0, 60), delimiter: name }))
}

/** Empty values behind the last heading are a habit of some programs; anything else there has lost its column. */
function misfit(fields: readonly string[], columns: number, wanted: number): Saying | undefined {
  const isFit = fields.length >= wanted && fields.slice(columns).every((field) => field === '')
  return isFit ? undefined : say('misfit', { has: fields.length, wants: columns })
}

function cellsOf(columns: readonly string[], fields: readonly string[], { blank }: Format): Row['cells'] {
  const cells: Record<string, string> = {}
  columns.forEach((column, index) => {
    const text = fields[index] ?? ''
    cells[column] = blank.includes(text) ? '' : text
  })
  return cells
}
