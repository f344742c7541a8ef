import { cellAt, headingOf, placeOf, sheetsUnread, type Heading, type Table, type TableRow } from '#domain/files/table'
import { moneyRefusal, moneySaying } from '#money/words/money-refusal'

import { dayIn } from '#domain/files/day-in'
import { settleLines } from '#money/domain/statement/settle-lines'
import type { Statement, StatementFault, StatementLine } from '#money/domain/statement/statement'
import { statementColumns, type StatementColumn } from './table-columns'
import { readTableRow } from './table-row'

export type StatementHeading = Heading<StatementColumn>

/** Whether a table names columns of a statement. */
export function isStatementTable(table: Table): boolean {
  return headingOf(table, statementColumns) !== undefined
}

/**
 * Reads a table of payments: its columns by their names, each row by itself. What can be read is, every fault is told with
 * its row and cell. `ours` are our accounts; without any it is the one above the table. A table without days, numbers or
 * amounts, or of which nobody can say whose account it is of, is refused (`statement_unreadable`).
 */
export function statementOfTable(table: Table, ours: readonly string[]): Statement {
  const heading = headingOf(table, statementColumns)
  if (heading === undefined) throw moneyRefusal('statement_unreadable.no_columns', { wanted: ['Date'], names: [] })
  refuseWithout(heading)
  const above = accountsIn(table.rows.filter(({ no }) => no < heading.row.no))
  const known = new Set(ours.length > 0 ? ours : above.slice(0, 1))
  const account = ownAccount({ heading, above, known, ours })
  const faults: StatementFault[] = [
    ...sheetsUnread(table, (sheets) => moneySaying('bank_table_sheets', sheets)),
    ...missing(table, heading),
  ]
  const lines: StatementLine[] = []
  let found = 0
  for (const row of table.rows.filter(({ no }) => no > heading.row.no)) {
    if (isNoPayment(row, heading)) continue
    found += 1
    const read = readTableRow(row, { table, heading, ours: known, account })
    faults.push(...read.faults)
    if (read.line !== undefined) lines.push(read.line)
  }
  const settled = settleLines(lines, [])
  const days = settled.lines.map(({ bookedOn }) => bookedOn).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  return {
    format: 'table',
    encoding: table.encoding,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    accounts: [...new Set(settled.lines.map((line) => line.account))]
      .filter((one) => one !== '')
      .map((one) => ({ line: heading.row.no, account: one })),
    lines: settled.lines,
    faults: [...faults, ...settled.faults].toSorted((a, b) => a.line - b.line),
    found,
  }
}

function refuseWithout({ columns, names }: StatementHeading): void {
  const has = (...some: readonly StatementColumn[]): boolean => some.some((one) => columns.has(one))
  const wanted = [
    ...(has('booked', 'on') ? [] : ['Date']),
    // What a payment is for tells it apart, too.
    ...(has('number', 'purpose') ? [] : ['Number']),
    ...(has('amount', 'credit', 'debit') ? [] : ['Amount']),
  ]
  if (wanted.length > 0) throw moneyRefusal('statement_unreadable.no_columns', { wanted, names: names.slice(0, 20) })
}

/** Accounts that stand above the heading, where banks say whose statement it is; those of banks themselves begin with 301. */
function accountsIn(rows: readonly TableRow[]): readonly string[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ text }) => text.replaceAll(/[.\u00A0]/g, '').match(/(?<!\d)(?!301)\d{20}(?!\d)/g) ?? []),
  )
}

type Owning = {
  readonly heading: StatementHeading
  readonly above: readonly string[]
  readonly known: ReadonlySet<string>
  readonly ours: readonly string[]
}

/** The account that the table is of where its rows do not say it; empty where they do. */
function ownAccount({ heading: { columns }, above, known, ours }: Owning): string {
  const named = above.find((one) => known.has(one)) ?? above[0]
  if (named !== undefined) return named
  const areSidesSaid = columns.has('payerAccount') && columns.has('payeeAccount')
  if (columns.has('ours') || areSidesSaid) return ''
  const [only] = ours
  if (only === undefined) throw moneyRefusal('money_unset.sellers')
  if (ours.length > 1) throw moneyRefusal('statement_unreadable.no_account', { accounts: [...ours] })
  return only
}

/** Columns by which a payment is known again in another format, and which are not there. */
function missing(table: Table, { columns, row }: StatementHeading): readonly StatementFault[] {
  const has = (...some: readonly StatementColumn[]): boolean => some.some((one) => columns.has(one))
  const names = [
    ...(has('number') ? [] : ['Number']),
    ...(has('otherInn', 'payerInn', 'payeeInn') ? [] : ['INN']),
    ...(has('otherAccount', 'payerAccount', 'payeeAccount') ? [] : ['Counterparty account']),
  ]
  const cell = placeOf(table, row.no, 0)
  return names.map((column) => ({
    line: row.no,
    ...(cell === undefined ? {} : { cell }),
    weight: 'warning',
    about: moneySaying('bank_table_no_column', { column }),
  }))
}

const sums = /^(?:итого|всего|оборот|остаток|входящий|исходящий|сальдо|количество|total|balance|turnover)/iu

/** Rows of sums and what stands below a table: neither has a day of its own, or they say what they are. */
function isNoPayment(row: TableRow, { columns, names }: StatementHeading): boolean {
  if (row.isTorn === true) return false
  const written = row.cells.filter(({ is }) => is !== 'empty')
  // A heading that is printed on every page, and the numbers of columns below one.
  if (written.every(({ text }) => names.includes(text))) return true
  if (written.length > 2 && written.every(({ text }, at) => text === String(at + 1))) return true
  const hasOwn = (column: StatementColumn): boolean => {
    const cell = row.cells[columns.get(column) ?? -1]
    return cell !== undefined && cell.is !== 'empty' && cell.isMerged !== true
  }
  const days = (['booked', 'on'] as const).map((column) => cellAt(row, columns.get(column)))
  const hasDay = days.some(({ is, text }) => is === 'day' || dayIn(text) !== undefined)
  if (!hasDay && sums.test(written[0]?.text ?? '')) return true
  return !(['booked', 'on', 'amount', 'credit', 'debit', 'number'] as const).some(hasOwn)
}
