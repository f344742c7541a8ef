import { moneyRefusal, moneySaying } from '#money/words/money-refusal'

import type { Decoded, DecodedLine } from './decode-statement'
import { exchangeLine, type ExchangeLine } from './exchange-keys'
import { mostStatementLines, type StatementFault } from './statement'

export type Field = { value: string; readonly line: number }

/** The head of a file, a stretch of one account, or one document, by its keys as they stand there. */
export type Section = {
  readonly is: 'head' | 'account' | 'document'
  readonly line: number
  readonly kind: string
  readonly fields: Map<string, Field>
  /** Keys that stand there more than once with other values. */
  readonly repeated: Map<string, number>
  /** Whether its end stands there, or another section begins before it; `cut` where the file ends in it. */
  end: 'there' | 'missing' | 'cut'
  isGarbled: boolean
}

export type Sections = { readonly sections: readonly Section[]; readonly faults: readonly StatementFault[] }

/** Accounts that the head names: the one key that may stand there several times. */
export const headAccounts = 'РасчСчет'

type Reading = {
  readonly sections: Section[]
  readonly faults: StatementFault[]
  documents: number
  open: Section
  last: Field | undefined
  isInPurpose: boolean
  isOver: boolean
  begun: number
}

/** Parts a file into its sections. A file that is none of this format is refused. */
export function sectionsOf({ lines }: Decoded): Sections {
  const head = sectionAt('head', 1, '')
  const reading: Reading = {
    sections: [head],
    faults: [],
    documents: 0,
    open: head,
    last: undefined,
    isInPurpose: false,
    isOver: false,
    begun: 0,
  }
  let lastNo = 1
  for (const line of lines) {
    const text = bare(line.text)
    if (text.trim() === '') continue
    lastNo = line.no
    take(reading, { ...line, text })
  }
  if (reading.sections.length === 1 && reading.begun === 0) throw moneyRefusal('statement_unreadable.empty')
  finish(reading, lastNo)
  return reading
}

/** A line without what editors and DOS leave in files: marks of order and of an end, and nought bytes. */
function bare(text: string): string {
  return ['\uFEFF', '\u001A', '\0'].reduce((left, sign) => left.replaceAll(sign, ''), text)
}

function take(reading: Reading, line: DecodedLine): void {
  const read = exchangeLine(line.text, reading.isInPurpose)
  if (reading.begun === 0) {
    if (read.is !== 'mark' || read.key !== '1CClientBankExchange')
      throw moneyRefusal('statement_unreadable.no_head', { found: line.text.trim().slice(0, 60) })
    reading.begun = line.no
    return
  }
  if (line.isGarbled) reading.open.isGarbled = true
  if (read.is === 'mark') takeMark(reading, read, line.no)
  else if (reading.isOver) warn(reading, line.no, moneySaying('bank_file_after_end', { text: line.text.slice(0, 60) }))
  else if (read.is === 'key') takeKey(reading, read, line.no)
  else takeText(reading, read.value, line.no)
}

function takeMark(reading: Reading, { key, value }: Exclude<ExchangeLine, { is: 'text' }>, line: number): void {
  reading.last = undefined
  reading.isInPurpose = false
  if (key === '1CClientBankExchange') {
    close(reading, 'missing', line)
    reading.isOver = false
    return
  }
  if (key === 'КонецДокумента' || key === 'КонецРасчСчет') {
    const ends = key === 'КонецДокумента' ? 'document' : 'account'
    if (reading.open.is === ends) close(reading, 'there', line)
    else warn(reading, line, moneySaying('bank_file_end_of_nothing', { key }))
    return
  }
  close(reading, 'missing', line)
  reading.isOver = key === 'КонецФайла'
  if (reading.isOver) return
  const is = key === 'СекцияДокумент' ? 'document' : 'account'
  if (is === 'document') reading.documents += 1
  if (reading.documents > mostStatementLines)
    throw moneyRefusal('statement_unreadable.too_many', { most: mostStatementLines })
  reading.open = sectionAt(is, line, value)
  reading.sections.push(reading.open)
}

function takeKey(reading: Reading, { key, value }: Exclude<ExchangeLine, { is: 'text' }>, line: number): void {
  const { open } = reading
  const before = open.fields.get(key)
  reading.isInPurpose = key.startsWith('НазначениеПлатежа')
  if (before === undefined) {
    reading.last = { value, line }
    open.fields.set(key, reading.last)
    return
  }
  reading.last = undefined
  if (open.is === 'head' && key === headAccounts) before.value += ` ${value}`
  else if (before.value.trim() !== value.trim()) open.repeated.set(key, line)
}

/** Text without a key goes on from the value before it: purposes of two lines, mostly. */
function takeText(reading: Reading, text: string, line: number): void {
  if (reading.open.is === 'head' || reading.last === undefined)
    warn(reading, line, moneySaying('bank_file_stray_text', { text: text.trim().slice(0, 60) }))
  else reading.last.value = seamed(reading.last.value, text)
}

/** Two pieces of one text. A number is not parted in two: half of one would be another invoice’s. */
export function seamed(before: string, after: string): string {
  const isWithinNumber = /\d$/.test(before) && /^\d/.test(after)
  const hasBlank = before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after)
  return isWithinNumber || hasBlank ? before + after : `${before} ${after}`
}

function close(reading: Reading, end: Section['end'], line: number): void {
  const { open } = reading
  if (open.is === 'head') return
  open.end = end
  if (end === 'missing') {
    const about =
      open.is === 'document'
        ? moneySaying('bank_file_no_end_of_document', { begins: open.line })
        : moneySaying('bank_file_no_end_of_account', { begins: open.line })
    warn(reading, line, about)
  }
  reading.open = reading.sections[0] ?? open
}

function finish(reading: Reading, line: number): void {
  const { open } = reading
  if (reading.isOver) return
  if (open.is !== 'head') open.end = 'cut'
  warn(reading, line, moneySaying('bank_file_no_end_of_file'))
}

function warn(reading: Reading, line: number, about: StatementFault['about']): void {
  reading.faults.push({ line, weight: 'warning', about })
}

function sectionAt(is: Section['is'], line: number, kind: string): Section {
  return { is, line, kind, fields: new Map(), repeated: new Map(), end: 'there', isGarbled: false }
}
