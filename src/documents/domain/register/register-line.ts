import { documentSaying } from '#documents/words/document-refusal'
import { isSqueezed, textOfSpreadsheet } from '#domain/files/spreadsheet-text'
import { dayIn } from '#domain/files/day-in'
import { balanceIn } from '#domain/files/kopecks-in'
import { cellAt, type Heading, type TableCell, type TableRow } from '#domain/files/table'
import { isInn } from '#domain/kernel/requisites'
import { mostMinor } from '#domain/kernel/money'
import type { Model } from '#schemas/model'
import type { Saying } from '#schemas/saying'
import { kindNames, kindNamed, type PaperKind } from './paper-kinds'
import type { RegisterColumn } from './register-columns'
import { stateIn, stateNames, type WrittenState } from './register-states'
import { vatIn, type RegisterVat } from './register-vat'
import type { FaultAt, RegisterFault, RegisterScene } from './register-fault'

/** A paper as a row of somebody’s register has it. */
export type RegisterLine = {
  readonly line: number
  readonly kind: PaperKind
  readonly number: string
  /** Calendar days. */
  readonly on: string
  readonly dueOn?: string
  readonly buyer: string
  readonly inn: string
  readonly kopecks: number
  /** The VAT inside; absent where the row does not say it. */
  readonly vat?: RegisterVat
  /** What is paid of an invoice, where the row says it. */
  readonly paidKopecks?: number
  readonly state: WrittenState
  /** The deal, as somebody wrote it. */
  readonly deal: string
  /** Our legal entity, where the row names one. */
  readonly seller?: string
}

type Scene = RegisterScene & {
  readonly heading: Heading<RegisterColumn>
  readonly faultAt: FaultAt
}
type Read = { readonly line?: RegisterLine; readonly faults: readonly RegisterFault[] }

/** A row at work. */
type Reading = {
  readonly cell: (column: RegisterColumn) => TableCell
  readonly tell: (column: RegisterColumn, about: Saying, weight?: RegisterFault['weight']) => undefined
}

const mostLetters = { number: 100, buyer: 500 }

/** Reads a row. What it cannot be without is told, all of it at once; a row with a fault is not taken. */
export function readRegisterRow(row: TableRow, scene: Scene): Read {
  const { heading, faultAt, model } = scene
  const faults: RegisterFault[] = []
  const reading: Reading = {
    cell: (column) => cellAt(row, heading.columns.get(column)),
    tell: (column, about, weight = 'fault') => {
      faults.push(faultAt(row.no, column, about, weight))
      return undefined
    },
  }
  if (row.isTorn === true)
    return { faults: [{ line: row.no, weight: 'fault', about: documentSaying('register_torn') }] }
  tellUnreadable(reading, heading)
  const kind = kindOf(reading, scene)
  const number = textOf(reading, heading.columns.has('number') ? 'number' : 'count', 'number')
  const on = dayOf(reading, 'on', scene.today)
  const buyer = textOf(reading, 'buyer', 'buyer')
  const inn = innOf(reading)
  const kopecks = sumOf(reading, 'sum')
  if (kopecks === undefined && reading.cell('sum').is === 'empty')
    reading.tell('sum', documentSaying('register_no_sum'))
  const vat = kopecks === undefined ? undefined : vatOf(reading, kopecks)
  const seller = sellerOf(reading, model)
  const paidKopecks = kind === undefined ? undefined : paidOf(reading, kind)
  const dueOn = kind?.is === 'invoice' ? dueOf(reading) : undefined
  const state = kind === undefined ? undefined : stateOf(reading, kind, scene)
  const isLost = faults.some(({ weight }) => weight === 'fault')
  if (isLost || kind === undefined || number === undefined || on === undefined) return { faults }
  if (buyer === undefined || kopecks === undefined || state === undefined) return { faults }
  const paid = paidKopecks ?? (state === 'paid' ? kopecks : undefined)
  const there = { line: row.no, kind, number, on, buyer, inn, kopecks, state, deal: reading.cell('deal').text }
  const perhaps = {
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(vat === undefined ? {} : { vat }),
    ...(paid === undefined ? {} : { paidKopecks: paid }),
    ...(seller === undefined ? {} : { seller }),
  }
  return { line: { ...there, ...perhaps }, faults }
}

/** Cells that a spreadsheet could not compute or has not: of the columns that are read alone. */
function tellUnreadable({ cell, tell }: Reading, { columns }: Heading<RegisterColumn>): void {
  for (const column of columns.keys()) {
    const { is, text } = cell(column)
    if (is === 'error') tell(column, documentSaying('register_error', { text }))
    if (is === 'uncomputed') tell(column, documentSaying('register_uncomputed'))
  }
}

const isRead = ({ is }: TableCell): boolean => is !== 'error' && is !== 'uncomputed'

function kindOf({ cell, tell }: Reading, { model, kind: usual }: Scene): PaperKind | undefined {
  const { text } = cell('kind')
  const written = text === '' ? (usual ?? '') : text
  const found = kindNamed(model, written)
  if (found !== undefined || !isRead(cell('kind'))) return found
  const known = kindNames(model)
  return written === ''
    ? tell('kind', documentSaying('register_no_kind', { known }))
    : tell('kind', documentSaying('register_kind', { text: written, known }))
}

/** A text that has to be there; digits of a spreadsheet are a text, too. */
function textOf({ cell, tell }: Reading, column: RegisterColumn, what: 'number' | 'buyer'): string | undefined {
  const found = cell(column)
  if (!isRead(found)) return undefined
  // Our own files put an apostrophe before what a spreadsheet could take for a formula.
  const text = textOfSpreadsheet(found.text).replaceAll(/\s+/g, ' ')
  if (what === 'number' && isSqueezed(text)) return tell(column, documentSaying('register_squeezed', { text }))
  if (text === '') return tell(column, documentSaying(what === 'number' ? 'register_no_number' : 'register_no_buyer'))
  if (text.length <= mostLetters[what]) return text
  return tell(column, documentSaying('register_long', { most: mostLetters[what] }))
}

function dayOf({ cell, tell }: Reading, column: 'on', today: string): string | undefined {
  const { is, text } = cell(column)
  if (!isRead(cell(column))) return undefined
  if (is === 'empty') return tell(column, documentSaying('register_no_day'))
  const day = is === 'number' ? undefined : dayIn(text)
  if (day === undefined || day < '2000-01-01') return tell(column, documentSaying('register_day', { text }))
  return day <= today ? day : tell(column, documentSaying('register_day_ahead', { text: day }))
}

function dueOf({ cell, tell }: Reading): string | undefined {
  const { is, text } = cell('due')
  if (is === 'empty' || !isRead(cell('due'))) return undefined
  const day = is === 'number' ? undefined : dayIn(text)
  return day ?? tell('due', documentSaying('register_day', { text }))
}

function innOf({ cell, tell }: Reading): string {
  const found = cell('inn')
  if (found.is === 'empty' || !isRead(found)) return ''
  // `ИНН/КПП` in one column: the first of the two.
  const digits = (textOfSpreadsheet(found.text).split('/')[0] ?? '').replaceAll(/\s/g, '')
  if (isSqueezed(digits)) {
    tell('inn', documentSaying('register_squeezed', { text: digits }))
    return ''
  }
  if (isInn(digits)) return digits
  if (/^\d{9}$|^\d{11}$/.test(digits) && isInn(`0${digits}`)) {
    tell('inn', documentSaying('register_inn_nought', { text: digits, inn: `0${digits}` }), 'warning')
    return `0${digits}`
  }
  tell('inn', documentSaying('register_inn', { text: found.text }))
  return ''
}

function sumOf({ cell, tell }: Reading, column: 'sum' | 'paid'): number | undefined {
  const { is, text } = cell(column)
  if (is === 'empty' || !isRead(cell(column))) return undefined
  const bare = text.replace(/\s*(?:₽|руб\.?|р\.?|rub)$/iu, '')
  const kopecks = is === 'day' ? undefined : balanceIn(bare)
  const isFit = kopecks !== undefined && kopecks <= mostMinor && (column === 'paid' ? kopecks >= 0 : kopecks > 0)
  return isFit ? kopecks : tell(column, documentSaying('register_sum', { text }))
}

function vatOf({ cell, tell }: Reading, kopecks: number): RegisterVat | undefined {
  const [vat, rate] = [cell('vat'), cell('rate')]
  if (!isRead(vat) || !isRead(rate)) return undefined
  const found = vatIn(kopecks, { vat, rate })
  if (found !== 'unfit') return found
  const text = [rate.text, vat.text].filter((one) => one !== '').join(', ')
  return tell(vat.is === 'empty' ? 'rate' : 'vat', documentSaying('register_vat', { text, kopecks }))
}

function paidOf(reading: Reading, { is }: PaperKind): number | undefined {
  if (is === 'invoice') return sumOf(reading, 'paid')
  const { text } = reading.cell('paid')
  if (text !== '' && text !== '0') reading.tell('paid', documentSaying('register_paid_document'), 'warning')
  return undefined
}

function stateOf({ cell, tell }: Reading, { is, signedBy }: PaperKind, { language }: Scene): WrittenState | undefined {
  const { text } = cell('state')
  if (!isRead(cell('state'))) return undefined
  const state = stateIn(text, is)
  if (state === undefined)
    return tell('state', documentSaying('register_state', { text, known: [...stateNames(is, language)] }))
  if (!state.startsWith('signed') || signedBy !== undefined) return state
  tell('state', documentSaying('register_unsigned', { text }), 'warning')
  return 'issued'
}

function sellerOf({ cell, tell }: Reading, { sellers = {} }: Model): string | undefined {
  const { text } = cell('seller')
  if (text === '' || !isRead(cell('seller'))) return undefined
  const all = Object.values(sellers)
  const found = all.find(({ id, name, inn }) => [id, name, inn].includes(text))
  return found?.id ?? tell('seller', documentSaying('register_seller', { text, known: all.map(({ name }) => name) }))
}
