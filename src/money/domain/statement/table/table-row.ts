import { cellAt, placeOf, type Heading, type Table, type TableCell, type TableRow } from '#domain/files/table'
import { textHash } from '#domain/kernel/text-hash'
import { isInn } from '#domain/kernel/requisites'
import { moneySaying } from '#money/words/money-refusal'
import type { Saying } from '#schemas/saying'

import { paymentIdentity } from '#money/domain/statement/payment-identity'
import { balanceIn } from '#domain/files/kopecks-in'
import { dayIn } from '#domain/files/day-in'
import type { Party, StatementFault, StatementLine } from '#money/domain/statement/statement'
import type { StatementColumn } from './table-columns'

/** What a row is read by: its table, the columns, our accounts, and the account of rows that name none. */
export type RowScene = {
  readonly table: Table
  readonly heading: Heading<StatementColumn>
  readonly ours: ReadonlySet<string>
  readonly account: string
}

type Read = { readonly line?: StatementLine; readonly faults: readonly StatementFault[] }

/** A row at work: what is said of it, and how its cells are asked for. */
type Reading = {
  readonly cell: (column: StatementColumn) => TableCell
  readonly fault: (column: StatementColumn, about: Saying, weight?: StatementFault['weight']) => void
  readonly heading: (column: StatementColumn) => string
}

/** Reads a row. What it cannot be without is told, all of it at once; a row with a fault is not taken. */
export function readTableRow(row: TableRow, scene: RowScene): Read {
  if (row.isTorn === true) return { faults: [{ line: row.no, weight: 'fault', about: moneySaying('bank_table_torn') }] }
  const faults: StatementFault[] = []
  const reading = readingOf(row, scene, faults)
  tellUnreadable(reading, scene)
  const money = moneyOf(reading)
  const on = dayOf(reading, 'on')
  const bookedOn = dayOf(reading, 'booked') ?? on
  if (bookedOn === undefined && !faults.some(({ weight }) => weight === 'fault'))
    reading.fault('booked', moneySaying('bank_file_no_day'))
  tellCurrency(reading)
  const other = partyIn(reading, 'other')
  const sides = sidesOf(reading, scene, { other, direction: money?.direction })
  const isLost = faults.some(({ weight }) => weight === 'fault')
  if (isLost || money === undefined || bookedOn === undefined) return { faults }
  const { payer, payee } = sides
  if (sides.direction === 'none')
    reading.fault('ours', moneySaying('bank_file_neither_ours', { payer: payer.account, payee: payee.account }))
  const line = {
    line: row.no,
    kind: '',
    number: reading.cell('number').text,
    on: on ?? bookedOn,
    bookedOn,
    kopecks: money.kopecks,
    purpose: reading.cell('purpose').text,
    ...sides,
  }
  const identity = paymentIdentity(line)
  // Without a number, what it is for tells it apart from another one of the same day and sum.
  return {
    line: { ...line, identity: line.number === '' ? textHash(`${identity}|${line.purpose}`) : identity },
    faults,
  }
}

function readingOf(row: TableRow, { table, heading }: RowScene, faults: StatementFault[]): Reading {
  const { columns } = heading
  return {
    cell: (column) => cellAt(row, columns.get(column)),
    heading: (column) => cellAt(heading.row, columns.get(column)).text,
    fault: (column, about, weight = 'fault') => {
      const at = columns.get(column)
      const cell = at === undefined ? undefined : placeOf(table, row.no, at)
      faults.push({ line: row.no, ...(cell === undefined ? {} : { cell }), weight, about })
    },
  }
}

/** Cells that a spreadsheet could not compute or has not: of the columns that are read alone. */
function tellUnreadable({ cell, fault }: Reading, { heading }: RowScene): void {
  for (const column of heading.columns.keys()) {
    const { is, text } = cell(column)
    if (is === 'error') fault(column, moneySaying('bank_table_error', { text }))
    if (is === 'uncomputed') fault(column, moneySaying('bank_table_uncomputed'))
  }
}

type Money = { readonly kopecks: number; readonly direction: 'in' | 'out' }

/** How much went which way: by the column it stands in, by a word, or by a minus. */
function moneyOf(reading: Reading): Money | undefined {
  const [credit, debit, amount] = (['credit', 'debit', 'amount'] as const).map((column) => sumOf(reading, column))
  if (credit === 'bad' || debit === 'bad' || amount === 'bad') return undefined
  const [came = 0, went = 0] = [credit, debit]
  if (came !== 0 && went !== 0) {
    reading.fault('debit', moneySaying('bank_table_both_sums'))
    return undefined
  }
  const sum = came !== 0 ? came : went === 0 ? amount : -Math.abs(went)
  if (sum === undefined || sum === 0) {
    const isThere = [credit, debit, amount].some((one) => one !== undefined)
    reading.fault('amount', moneySaying(isThere ? 'bank_file_amount_nothing' : 'bank_file_no_amount'))
    return undefined
  }
  const way = wayIn(reading, came === 0 && went === 0)
  if (way === 'bad') return undefined
  return { kopecks: Math.abs(sum), direction: way ?? (sum > 0 ? 'in' : 'out') }
}

/** The kopecks of a cell; a value that goes on from a row above was counted there. */
function sumOf({ cell, fault }: Reading, column: StatementColumn): number | 'bad' | undefined {
  const { is, text, isMerged } = cell(column)
  if (is === 'empty' || isMerged === true) return undefined
  if (is === 'error' || is === 'uncomputed') return 'bad'
  const bare = text.replace(/\s*(?:₽|руб\.?|р\.?|rub)$/iu, '')
  const kopecks = is === 'day' ? undefined : balanceIn(bare)
  if (kopecks !== undefined) return kopecks
  fault(column, moneySaying('bank_table_sum', { text }))
  return 'bad'
}

const wayWords = [
  ['in', /^(?:приход|поступл|зачисл|кредит|вход|credit|in\b|incoming|received|\+)/iu],
  ['out', /^(?:расход|спис|дебет|исход|debit|out\b|outgoing|spent|-)/iu],
] as const

function wayIn({ cell, fault }: Reading, isAsked: boolean): 'in' | 'out' | 'bad' | undefined {
  const { text } = cell('way')
  if (!isAsked || text === '') return undefined
  const found = wayWords.find(([, words]) => words.test(text))?.[0]
  if (found === undefined) fault('way', moneySaying('bank_table_way', { text }))
  return found ?? 'bad'
}

function dayOf({ cell, fault, heading }: Reading, column: 'booked' | 'on'): string | undefined {
  const { is, text } = cell(column)
  if (is === 'day') return text
  if (is !== 'text' && is !== 'number') return undefined
  const day = is === 'text' ? dayIn(text) : undefined
  if (day === undefined) fault(column, moneySaying('bank_table_day', { key: heading(column), text }))
  return day
}

const roubles = /^(?:руб|₽|rub|rur|810|643)/iu

function tellCurrency({ cell, fault }: Reading): void {
  const { text } = cell('currency')
  if (text !== '' && !roubles.test(text)) fault('currency', moneySaying('bank_file_currency', { code: text }))
}

type Side = 'other' | 'payer' | 'payee'

/** One side as its columns tell it. Some banks write account, INN and name into one cell. */
function partyIn(reading: Reading, side: Side): Party {
  const { text } = reading.cell(side)
  const whole = text.replaceAll(/\s+/g, ' ')
  const account = digitsIn(reading, `${side}Account`) || (/(?<!\d)\d{20}(?!\d)/.exec(whole)?.[0] ?? '')
  const written = reading.cell(`${side}Inn`).is === 'empty'
  const inn = written ? (/(?<!\d)(?:\d{12}|\d{10})(?!\d)/.exec(whole)?.[0] ?? '') : innIn(reading, `${side}Inn`)
  const name = whole
    .replace(account === '' ? ' ' : account, ' ')
    .replace(inn === '' || !written ? ' ' : new RegExp(`(?:ИНН\\s*)?${inn}`, 'u'), ' ')
  return { name: name.replaceAll(/\s+/g, ' ').trim(), inn, kpp: '', account, bik: '' }
}

type InnColumn = `${Side}Inn`
type AccountColumn = `${Side}Account` | 'ours'

/** An INN as it is written. A spreadsheet takes away the nought it begins with, where it takes it for a number. */
function innIn({ cell, fault }: Reading, column: InnColumn): string {
  const { is, text } = cell(column)
  if (is === 'error' || is === 'uncomputed') return ''
  const [digits = ''] = text.replaceAll(/[\s\u00A0]/g, '').split('/')
  if (digits === '' || /^[0-]+$/.test(digits)) return ''
  if (/^(?:\d{10}|\d{12})$/.test(digits)) return digits
  const whole = `0${digits}`
  if (/^(?:\d{9}|\d{11})$/.test(digits) && isInn(whole)) {
    fault(column, moneySaying('bank_table_inn_nought', { inn: whole }), 'warning')
    return whole
  }
  // Foreigners have a code of five digits here.
  if (/^\d{5}$/.test(digits)) return digits
  fault(column, moneySaying('bank_table_inn', { text }))
  return ''
}

/** An account; one that a spreadsheet has taken for a number has lost its last digits. */
function digitsIn({ cell, fault }: Reading, column: AccountColumn): string {
  const { is, text } = cell(column)
  const digits = text.replaceAll(/[\s.\u00A0-]/g, '')
  if (is === 'empty' || is === 'error' || is === 'uncomputed') return ''
  if (is === 'text' && /^\d{1,25}$/.test(digits)) return digits
  fault(column, moneySaying('bank_table_account', { text }))
  return ''
}

type Asked = { readonly other: Party; readonly direction: Money['direction'] | undefined }
type Sides = Pick<StatementLine, 'direction' | 'account' | 'payer' | 'payee'>

/** Who paid whom: by accounts where both are told, else by which way the money went. */
function sidesOf(reading: Reading, { ours, account: usual }: RowScene, { other, direction }: Asked): Sides {
  const [payer, payee] = [partyIn(reading, 'payer'), partyIn(reading, 'payee')]
  if (payer.account !== '' && payee.account !== '') return byAccounts(payer, payee, ours)
  const account = digitsIn(reading, 'ours') || usual
  const us: Party = { name: '', inn: '', kpp: '', account, bik: '' }
  const parties =
    direction === 'out' ? { payer: us, payee: filled(payee, other) } : { payer: filled(payer, other), payee: us }
  if (!ours.has(account)) return { direction: 'none', account: '', ...parties }
  const isOwn = ours.has(parties.payer.account) && ours.has(parties.payee.account)
  // A transfer between two accounts of ours is of the one that pays, whichever of them the table is of.
  if (isOwn) return { direction: 'own', account: parties.payer.account, ...parties }
  return { direction: direction ?? 'in', account, ...parties }
}

function byAccounts(payer: Party, payee: Party, ours: ReadonlySet<string>): Sides {
  const [isFromUs, isToUs] = [ours.has(payer.account), ours.has(payee.account)]
  if (isFromUs) return { direction: isToUs ? 'own' : 'out', account: payer.account, payer, payee }
  return { direction: isToUs ? 'in' : 'none', account: isToUs ? payee.account : '', payer, payee }
}

/** One side with what only the columns of “the other side” say. */
function filled(side: Party, other: Party): Party {
  return {
    ...side,
    name: side.name || other.name,
    inn: side.inn || other.inn,
    account: side.account || other.account,
  }
}
