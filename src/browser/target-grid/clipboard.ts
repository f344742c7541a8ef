import { parse, unparse } from 'papaparse'

/** Reads what a spreadsheet puts on the clipboard: rows of cells, a tab between them, quoted where they need it. */
export function readTable(text: string): readonly (readonly string[])[] {
  const { data } = parse<string[]>(text, { delimiter: '\t' })
  // A spreadsheet ends every line, the last one too: what follows it is no row.
  return data.length > 1 && data.at(-1)?.join('') === '' ? data.slice(0, -1) : data
}

/** Writes rows of cells as a spreadsheet does: every line ends, the last one too. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = unparse(
    rows.map((row) => [...row]),
    { delimiter: '\t', newline: '\r\n' },
  )
  return `${lines}\r\n`
}
