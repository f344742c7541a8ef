import { moneySaying } from '#money/words/money-refusal'
import type { Saying } from '#schemas/saying'

import { seamed, type Section } from './exchange-sections'
import { paymentIdentity } from './payment-identity'
import { kopecksIn } from '#domain/files/kopecks-in'
import { dayIn } from '#domain/files/day-in'
import type { Direction, Party, StatementFault, StatementLine } from './statement'

/** What became of one document: the payment, where it could be read, and everything to be said of it. */
export type ReadDocument = { readonly line?: StatementLine; readonly faults: readonly StatementFault[] }

/** Keys of which two different values make a document two things at once. */
const weighty = ['Номер', 'Дата', 'Сумма', 'ПлательщикСчет', 'ПолучательСчет', 'ПлательщикИНН', 'ПолучательИНН']

/** Reads a document. What it cannot be without is told, all of it at once; the rest is left as the bank left it. */
export function readDocument(section: Section, ours: ReadonlySet<string>): ReadDocument {
  const faults: StatementFault[] = []
  const tell = (weight: StatementFault['weight'], key: string, about: Saying): void => {
    faults.push({ line: section.fields.get(key)?.line ?? section.line, weight, about })
  }
  if (section.end === 'cut') {
    tell('fault', '', moneySaying('bank_file_document_cut', { number: valueOf(section, 'Номер') }))
    return { faults }
  }
  for (const [key, line] of section.repeated)
    faults.push({
      line,
      weight: weighty.includes(key) ? 'fault' : 'warning',
      about: moneySaying('bank_file_key_twice', { key }),
    })
  if (section.isGarbled) tell('warning', '', moneySaying('bank_file_garbled', { number: valueOf(section, 'Номер') }))
  const kopecks = amountOf(section, tell)
  const days = daysOf(section, ours, tell)
  const isLost = faults.some(({ weight }) => weight === 'fault')
  if (kopecks === undefined || days === undefined || isLost) return { faults }
  const { direction, account, payer, payee } = sidesOf(section, ours)
  if (direction === 'none')
    tell('fault', '', moneySaying('bank_file_neither_ours', { payer: payer.account, payee: payee.account }))
  const foreign = [payer, payee].map((side) => currencyOf(side.account)).find((one) => one !== undefined)
  if (foreign !== undefined) {
    tell('fault', '', moneySaying('bank_file_currency', { code: foreign }))
    return { faults }
  }
  const what = {
    line: section.line,
    kind: section.kind,
    number: valueOf(section, 'Номер'),
    purpose: purposeOf(section),
  }
  const read = { ...what, ...days, kopecks, direction, account, payer, payee }
  return { line: { ...read, identity: paymentIdentity(read) }, faults }
}

type Tell = (weight: StatementFault['weight'], key: string, about: Saying) => void

function amountOf(section: Section, tell: Tell): number | undefined {
  const text = valueOf(section, 'Сумма')
  const kopecks = kopecksIn(text)
  if (text === '') tell('fault', 'Сумма', moneySaying('bank_file_no_amount'))
  else if (kopecks === undefined) tell('fault', 'Сумма', moneySaying('bank_file_amount', { text }))
  else if (kopecks === 0) tell('fault', 'Сумма', moneySaying('bank_file_amount_nothing'))
  return kopecks
}

/** The day of the order, and the one on which it was booked: on our side of it, where the bank says so. */
function daysOf(
  section: Section,
  ours: ReadonlySet<string>,
  tell: Tell,
): Pick<StatementLine, 'on' | 'bookedOn'> | undefined {
  const { direction } = sidesOf(section, ours)
  const order = direction === 'in' ? ['ДатаПоступило', 'ДатаСписано'] : ['ДатаСписано', 'ДатаПоступило']
  const days = [...order, 'Дата'].flatMap((key) => {
    const text = valueOf(section, key)
    const day = dayIn(text)
    if (text !== '' && day === undefined) tell('warning', key, moneySaying('bank_file_day', { key, text }))
    return day === undefined ? [] : [{ key, day }]
  })
  const [booked] = days
  if (booked === undefined) {
    tell('fault', 'Дата', moneySaying('bank_file_no_day'))
    return undefined
  }
  return { on: days.find(({ key }) => key === 'Дата')?.day ?? booked.day, bookedOn: booked.day }
}

function sidesOf(
  section: Section,
  ours: ReadonlySet<string>,
): { direction: Direction; account: string; payer: Party; payee: Party } {
  const payer = partyOf(section, 'Плательщик', ours)
  const payee = partyOf(section, 'Получатель', ours)
  const isFromUs = ours.has(payer.account)
  const isToUs = ours.has(payee.account)
  if (isFromUs && isToUs) return { direction: 'own', account: payer.account, payer, payee }
  if (isFromUs) return { direction: 'out', account: payer.account, payer, payee }
  return { direction: isToUs ? 'in' : 'none', account: isToUs ? payee.account : '', payer, payee }
}

function partyOf(section: Section, side: 'Плательщик' | 'Получатель', ours: ReadonlySet<string>): Party {
  const whole = valueOf(section, side)
  const [lead = '', said = ''] = /^(?:ИНН\s*)?(\d{10}|\d{12})(?:\s*КПП\s*\d{9})?[\s,;]+/iu.exec(whole) ?? []
  const accounts = [`${side}Счет`, `${side}РасчСчет`].map((key) => digitsOf(valueOf(section, key)))
  return {
    name: valueOf(section, `${side}1`) || whole.slice(lead.length).trim(),
    inn: innIn(valueOf(section, `${side}ИНН`)) || said,
    kpp: digitsOf(valueOf(section, `${side}КПП`)),
    // Where it goes through an account of a bank in between, ours is the one behind that.
    account: accounts.find((one) => ours.has(one)) ?? accounts.find((one) => one !== '') ?? '',
    bik: digitsOf(valueOf(section, `${side}БИК`)),
  }
}

function purposeOf(section: Section): string {
  const whole = valueOf(section, 'НазначениеПлатежа')
  if (whole !== '') return whole
  const pieces = [1, 2, 3, 4, 5, 6].map((no) => section.fields.get(`НазначениеПлатежа${no}`)?.value ?? '')
  return pieces.reduce(seamed, '').trim()
}

function valueOf(section: Section, key: string): string {
  return section.fields.get(key)?.value.trim() ?? ''
}

function digitsOf(text: string): string {
  return text.replaceAll(/[\s.\u00A0-]/g, '')
}

/** An INN as it is written; banks put a nought where there is none. */
export function innIn(text: string): string {
  const inn = digitsOf(text)
  return /^0+$/.test(inn) ? '' : inn
}

/** The currency of an account other than roubles, by the digits of it that say so. */
function currencyOf(account: string): string | undefined {
  const code = /^\d{5}(\d{3})\d{12}$/.exec(account)?.[1]
  return code === undefined || code === '810' || code === '643' || !/^40[578]/.test(account) ? undefined : code
}
