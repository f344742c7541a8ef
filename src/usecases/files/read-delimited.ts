import { mostTableRows, type Table, type TableCell, type TableEncoding, type TableRow } from '#domain/files/table'

import type { TooManyRows } from './read-workbook'

/** How many lines are looked at to tell what parts the columns. */
const enoughLines = 60

/**
 * Reads delimited text in whatever encoding spreadsheets and banks write it, parted by semicolons, tabs, bars or commas. A
 * row has the number of the line it begins in.
 */
export async function readDelimited(bytes: Uint8Array): Promise<Table | TooManyRows> {
  const { encoding, text } = decodeText(bytes)
  const { default: papa } = await import('papaparse')
  const rows: TableRow[] = []
  let [no, read, isTooLong] = [1, 0, false]
  papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }, parser) => {
      const cells = data.map(cellOf)
      if (cells.some(({ is }) => is !== 'empty'))
        rows.push({ no, cells, ...(errors.some(({ type }) => type === 'Quotes') ? { isTorn: true } : {}) })
      isTooLong = rows.length > mostTableRows + 1
      if (isTooLong) parser.abort()
      no += breaksIn(text.slice(read, meta.cursor))
      read = meta.cursor
    },
  })
  return isTooLong ? { is: 'too_many_rows', most: mostTableRows } : { encoding, rows }
}

/** Text with its encoding: of Russian ones the one whose small letters there are most of. */
export function decodeText(bytes: Uint8Array): { readonly encoding: TableEncoding; readonly text: string } {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16', text: new TextDecoder('utf-16le').decode(bytes) }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16', text: new TextDecoder('utf-16be').decode(bytes) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // There is no other way to ask whether bytes are UTF-8.
    const encoding = isDos(bytes) ? 'ibm866' : 'windows-1251'
    return { encoding, text: new TextDecoder(encoding).decode(bytes) }
  }
}

function isDos(bytes: Uint8Array): boolean {
  let [dos, windows] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0xe0) windows += 1
    if ((byte >= 0xa0 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xef)) dos += 1
  }
  return dos > windows
}

/** The sign that parts columns: a comma only where no other does, as amounts have commas too. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, enoughLines).filter((line) => line.trim() !== '')
  const often = (sign: string): number => lines.filter((line) => line.split(sign).length > 2).length
  return ['\t', ';', '|'].find((sign) => often(sign) * 2 >= lines.length && often(sign) > 0) ?? mostOf(often)
}

function mostOf(often: (sign: string) => number): string {
  return [';', ',', '\t', '|'].toSorted((one, other) => often(other) - often(one))[0] ?? ','
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}

function cellOf(written: string): TableCell {
  // Digits that a spreadsheet shall not take for a number are written as a formula of a text.
  const text = (/^="(.*)"$/s.exec(written.trim())?.[1] ?? written).trim()
  return { is: text === '' ? 'empty' : 'text', text }
}
