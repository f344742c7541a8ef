/** The key under which a number’s deals or tasks are asked for. */
export function reportCell(table: string, row: string, column: string): string {
  return [table, row, column].map((part) => encodeURIComponent(part)).join(':')
}

/** The three parts of such a key; undefined when it is none. */
export function reportCellParts(cell: string): readonly [table: string, row: string, column: string] | undefined {
  try {
    const parts = cell.split(':').length === 3 ? cell.split(':').map((part) => decodeURIComponent(part)) : []
    const [table, row, column] = parts
    return table === undefined || row === undefined || column === undefined ? undefined : [table, row, column]
  } catch {
    // A percent sign that escapes nothing: no key of ours.
    return undefined
  }
}
