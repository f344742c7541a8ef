import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { amountInWords } from '#domain/texts/amount-in-words'
import { dateInWords, dateLong } from '#domain/texts/date-in-words'
import { numberInWordsEn } from '#domain/texts/number-in-words-en'
import { numberInWordsRu } from '#domain/texts/number-in-words-ru'
import type { FormatName } from './tags'
import type { Printed, PrintedValue, ValueKind } from '#schemas/documents/printed'

const kinds: Readonly<Record<FormatName, readonly ValueKind[]>> = {
  money: ['money'],
  words: ['money', 'number', 'date'],
  long: ['date'],
  short: ['text'],
  genitive: ['text'],
  percent: ['percent', 'number'],
}

/** Whether values of a kind may be printed so. */
export function isFor(format: FormatName, kind: ValueKind): boolean {
  return kinds[format].includes(kind)
}

type How = Pick<Printed, 'language' | 'forms'> & { readonly name: string; readonly formats: readonly string[] }

/** A value as it is printed; empty where there is none. */
export function showValue([kind, value]: PrintedValue, how: How): string {
  if (value === null || value === '') return ''
  const [format] = how.formats
  if (typeof value === 'boolean') return yesNo[how.language][value ? 'yes' : 'no']
  if (typeof value === 'number') return showNumber(value, kind, format, how.language)
  if (kind === 'date') return showDate(value, format, how.language)
  const text = how.formats.includes('genitive') ? (how.forms[how.name]?.form ?? value) : value
  return clean(how.formats.includes('short') ? shortName(text) : text)
}

const yesNo = { en: { yes: 'yes', no: 'no' }, ru: { yes: 'да', no: 'нет' } } as const

function showNumber(value: number, kind: ValueKind, format: string | undefined, language: Printed['language']): string {
  if (kind === 'money')
    return format === 'words' ? inWords(value, (kopecks) => amountInWords(kopecks, language)) : amount(value, language)
  if (format === 'words' && Number.isInteger(value) && value >= 0)
    return language === 'ru' ? numberInWordsRu(BigInt(value)) : numberInWordsEn(BigInt(value))
  const text = grouped(value, language)
  return kind === 'percent' || format === 'percent' ? `${text}%` : text
}

function inWords(value: number, say: (value: number) => string): string {
  return Number.isSafeInteger(value) && value >= 0 ? say(value) : ''
}

/** Kopecks as documents have amounts: `120 000,00`. */
function amount(kopecks: number, language: Printed['language']): string {
  const digits = String(Math.abs(Math.round(kopecks))).padStart(3, '0')
  const [between, point] = language === 'ru' ? ['\u00A0', ','] : [',', '.']
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, between)
  return `${kopecks < 0 ? '−' : ''}${whole}${point}${digits.slice(-2)}`
}

function grouped(value: number, language: Printed['language']): string {
  const [whole = '', fraction] = Math.abs(value)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.')
  const [between, point] = language === 'ru' ? ['\u00A0', ','] : [',', '.']
  const text = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, between)
  return `${value < 0 ? '−' : ''}${text}${fraction === undefined ? '' : `${point}${fraction}`}`
}

function showDate(value: string, format: string | undefined, language: Printed['language']): string {
  const day = value.slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return clean(value)
  if (format === 'words') return dateInWords(day, language)
  if (format === 'long' || language === 'en') return dateLong(day, language)
  return dayInDigits(day)
}

/** `Иванов Иван Иванович` as `Иванов И. И.`; what is no such name stays as it is. */
function shortName(text: string): string {
  const [family = '', first, middle, ...more] = text.trim().split(/\s+/)
  if (first === undefined || more.length > 0) return text
  return [family, ...[first, middle].flatMap((name) => (name === undefined ? [] : [`${name.charAt(0)}.`]))].join(
    '\u00A0',
  )
}

/** A text without what no document may hold: control characters would make it unreadable for Word. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const plain = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return plain.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
}
