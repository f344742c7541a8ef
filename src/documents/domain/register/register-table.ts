import { documentRefusal, documentSaying } from '#documents/words/document-refusal'
import { headingOf, placeOf, sheetsUnread, type Heading, type Table, type TableRow } from '#domain/files/table'
import { registerColumns, type RegisterColumn } from './register-columns'
import type { FaultAt, RegisterFault, RegisterScene } from './register-fault'
import { readRegisterRow, type RegisterLine } from './register-line'

/** A register as it was read: rows that can be taken, what is wrong, and how many rows there are in all. */
export type RegisterTable = {
  readonly lines: readonly RegisterLine[]
  readonly faults: readonly RegisterFault[]
  readonly found: number
  readonly faultAt: FaultAt
}

/**
 * Reads a table of contracts, other documents and invoices: its columns by their names, each row by itself. Every fault is
 * told with its row and cell. A table without numbers, days, clients or sums is refused (`register_unreadable`).
 */
export function readRegisterTable(table: Table, scene: RegisterScene): RegisterTable {
  const heading = headingOf(table, registerColumns)
  if (heading === undefined) throw documentRefusal('register_unreadable.no_columns', { wanted: wantedNames, names: [] })
  const { columns, names } = heading
  const hasNumber = columns.has('number') || columns.has('count')
  const wanted = [
    ...(hasNumber ? [] : ['number' as const]),
    ...(['on', 'buyer', 'sum'] as const).filter((one) => !columns.has(one)),
  ]
  if (wanted.length > 0) {
    const missing = wanted.flatMap((one) => registerColumns[one][0] ?? [])
    throw documentRefusal('register_unreadable.no_columns', { wanted: missing, names: names.slice(0, 20) })
  }
  const faultAt = faultsOf(table, heading)
  const rows = table.rows.filter(({ no }) => no > heading.row.no).filter((row) => !isNoRow(row, heading))
  const read = rows.map((row) => readRegisterRow(row, { ...scene, heading, faultAt }))
  return {
    lines: read.flatMap(({ line }) => line ?? []),
    faults: [
      ...sheetsUnread(table, (sheets) => documentSaying('register_sheets', sheets)),
      ...read.flatMap(({ faults }) => faults),
    ],
    found: rows.length,
    faultAt,
  }
}

const wantedNames = (['number', 'on', 'buyer', 'sum'] as const).flatMap((one) => registerColumns[one][0] ?? [])

function faultsOf(table: Table, { columns, row: head }: Heading<RegisterColumn>): FaultAt {
  return (line, column, about, weight = 'fault') => {
    const at = columns.get(column)
    const name = at === undefined ? undefined : head.cells[at]?.text
    const cell = at === undefined ? undefined : placeOf(table, line, at)
    return {
      line,
      ...(cell === undefined ? {} : { cell }),
      ...(name === undefined ? {} : { column: name }),
      weight,
      about,
    }
  }
}

const sums = /^(?:итого|всего|total|в том числе|в т\.? ?ч)/iu

/** Rows of sums, a heading that is printed anew on every page, and the numbers of columns below one. */
function isNoRow(row: TableRow, { columns, names }: Heading<RegisterColumn>): boolean {
  if (row.isTorn === true) return false
  const written = row.cells.filter(({ is, isMerged }) => is !== 'empty' && isMerged !== true)
  if (written.length === 0 || sums.test(written[0]?.text ?? '')) return true
  if (written.every(({ text }) => names.includes(text))) return true
  if (written.length > 2 && written.every(({ text }, at) => text === String(at + 1))) return true
  // A line that heads a group of rows, such as a year or a branch, has no cell of its own in what a row needs.
  const hasOwn = (column: RegisterColumn): boolean => {
    const cell = row.cells[columns.get(column) ?? -1]
    return cell !== undefined && cell.is !== 'empty'
  }
  return !(['number', 'on', 'buyer', 'sum'] as const).some(hasOwn)
}
