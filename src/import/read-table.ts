import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

import type { Format } from './mapping'

/** A line of a table: its number in the file and its cells by heading. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** A line that could not be taken and why. */
export type LeftOut = { readonly line: number; readonly reason: string }

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOut[]
}

/** A file that cannot be read as the mapping says; the sentence says what to write there instead. */
export class TableError extends Error {}

/** Reads a delimited text file with a heading. Lines that do not fit the heading are told apart, the others are taken. */
export function readTable(bytes: Uint8Array, format: Format): Table {
  const text = decode(bytes, format)
  const leftOut: LeftOut[] = []
  let last = 0
  const records = parse(text, {
    delimiter: format.delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (record, { lines }) => {
      last = lines
      return record
    },
    on_skip: (error) => {
      const line = Number((error as { lines?: number } | undefined)?.lines ?? 0)
      leftOut.push(quoteFault(error?.message ?? '', line, last + 1))
      last = line
    },
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  const [heading, ...body] = records
  if (heading === undefined) throw new TableError('The file is empty: it needs a line of headings.')
  const columns = heading.record.map((name) => name.trim())
  refuseOneColumn(columns, format)
  const rows: Row[] = []
  for (const { record, info } of body) {
    const reason = misfit(record, columns)
    if (reason === undefined) rows.push({ line: info.lines, cells: cellsOf(columns, record, format) })
    else leftOut.push({ line: info.lines, reason })
  }
  return { columns, rows, leftOut }
}

function decode(bytes: Uint8Array, { encoding }: Format): string {
  const real = markedEncoding(bytes) ?? encoding
  if (real === 'utf-16' || real === 'cp1251') return iconv.decode(bytes, real === 'cp1251' ? 'win1251' : 'utf-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new TableError('The file is not UTF-8. Write “encoding: cp1251” in its format (or utf-16).', { cause: error })
  }
}

/** The mark at the beginning of a file is surer than what anybody writes about it. */
function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16' | undefined {
  const [a, b, c] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined
}

function refuseOneColumn(columns: readonly string[], { delimiter }: Format): void {
  const [only = ''] = columns
  const other = [';', '|', '\t', ','].find((one) => one !== delimiter && only.includes(one))
  if (columns.length > 1 || other === undefined) return
  const name = other === '\t' ? 'tab' : `"${other}"`
  throw new TableError(`The heading is one column, “${only.slice(0, 60)}”. Write “delimiter: ${name}” in its format.`)
}

function misfit(record: readonly string[], columns: readonly string[]): string | undefined {
  if (record.length === columns.length) return undefined
  const [has, wants] = [record.length, columns.length]
  return `has ${has} ${has === 1 ? 'value' : 'values'}, the heading has ${wants}. Put values that hold the delimiter in quotes.`
}

function cellsOf(columns: readonly string[], record: readonly string[], { blank }: Format): Row['cells'] {
  const cells: Record<string, string> = {}
  columns.forEach((column, index) => {
    const text = (record[index] ?? '').trim()
    cells[column] = blank.includes(text) ? '' : text
  })
  return cells
}

function quoteFault(message: string, line: number, begun: number): LeftOut {
  if (!message.startsWith('Quote Not Closed')) {
    return { line, reason: 'has a quote inside a value. Double the quotes there: "the ""big"" one".' }
  }
  return { line: begun, reason: 'opens a quote that is never closed, so the lines from there on are lost.' }
}
