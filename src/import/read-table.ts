import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

import type { Saying } from '#schemas/saying'
import type { Format } from './mapping'
import { inEnglish, say, type Reason } from './say'

/** A line of a table: its number in the file and its cells by heading. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** A line that could not be taken and everything that speaks against it. */
export type LeftOut = { readonly line: number; readonly reasons: readonly Reason[] }

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOut[]
}

/** A file that cannot be read as the mapping says; the sentence about it says what to write there instead. */
export class TableError extends Error {
  readonly about: (file: string) => Saying

  constructor(about: (file: string) => Saying, options?: ErrorOptions) {
    super(inEnglish(about('It')), options)
    this.name = 'TableError'
    this.about = about
  }
}

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
      leftOut.push(quoteFault(error?.code === 'CSV_QUOTE_NOT_CLOSED', line, last + 1))
      last = line
    },
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  const [heading, ...body] = records
  if (heading === undefined) throw new TableError((file) => say('file_empty', { file }))
  const columns = heading.record.map((name) => name.trim())
  refuseOneColumn(columns, format)
  const rows: Row[] = []
  for (const { record, info } of body) {
    const reason = misfit(record, columns)
    if (reason === undefined) rows.push({ line: info.lines, cells: cellsOf(columns, record, format) })
    else leftOut.push({ line: info.lines, reasons: [reason] })
  }
  return { columns, rows, leftOut }
}

function decode(bytes: Uint8Array, { encoding }: Format): string {
  const real = markedEncoding(bytes) ?? encoding
  if (real === 'utf-16' || real === 'cp1251') return iconv.decode(bytes, real === 'cp1251' ? 'win1251' : 'utf-16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new TableError((file) => say('file_not_utf8', { file }), { cause: error })
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
  throw new TableError((file) => say('one_column', { file, heading: only.slice(0, 60), delimiter: name }))
}

function misfit(record: readonly string[], columns: readonly string[]): Saying | undefined {
  if (record.length === columns.length) return undefined
  return say('misfit', { has: record.length, wants: columns.length })
}

function cellsOf(columns: readonly string[], record: readonly string[], { blank }: Format): Row['cells'] {
  const cells: Record<string, string> = {}
  columns.forEach((column, index) => {
    const text = (record[index] ?? '').trim()
    cells[column] = blank.includes(text) ? '' : text
  })
  return cells
}

function quoteFault(isOpen: boolean, line: number, begun: number): LeftOut {
  return isOpen ? { line: begun, reasons: [say('quote_open')] } : { line, reasons: [say('quote_inside')] }
}
