import { digitsOf as minorDigits } from '#domain/kernel/currency'
import { isPlausible } from '#domain/kernel/money'
import { isDate } from '#domain/time/days'

import type { Format } from './mapping'
import { say, ValueError } from './say'

/** An amount as it is written: in the digits of its currency, times a whole factor. */
export type MoneyWriting = { readonly currency: string; readonly factor?: number | undefined }

/** Reads an amount of money as minor units of its currency (kopecks, cents, whole yen), exactly. */
export function readMoney(text: string, format: Format, { currency, factor = 1 }: MoneyWriting): number {
  const minor = scaled(text, format, { decimals: minorDigits(currency), factor, kind: 'amount' })
  if (isPlausible(minor)) return minor
  throw new ValueError(say('too_large', { text }))
}

/** Reads a whole number, times a whole factor. */
export function readCount(text: string, format: Format, factor = 1): number {
  return scaled(text, format, { decimals: 0, factor, kind: 'whole' })
}

/** Reads a number; a percent sign at its end is passed over. */
export function readNumber(text: string, format: Format, factor = 1): number {
  const { sign, whole, fraction } = digitsOf(text.replace(/\s*%$/, ''), format, 'number')
  return Number(`${whole}.${fraction === '' ? '0' : fraction}`) * factor * sign
}

/** Reads `yes`, `no` and what people write for them in Russian and English. */
export function readYesNo(text: string): boolean {
  const word = text.toLowerCase()
  if (['yes', 'y', 'true', '1', 'да', '+'].includes(word)) return true
  if (['no', 'n', 'false', '0', 'нет', '-'].includes(word)) return false
  throw new ValueError(say('not_yes_no', { text }))
}

/** Reads a date, with the time of day where the pattern has one. */
export function readDate(text: string, patterns: readonly string[]): { readonly date: string; readonly time?: string } {
  for (const pattern of patterns) {
    const found = matchDate(text, pattern)
    if (found !== undefined) return found
  }
  throw new ValueError(say('not_date', { text, patterns }))
}

type Kind = 'amount' | 'whole' | 'number'
type Scale = { readonly decimals: number; readonly factor: number; readonly kind: Kind }

function scaled(text: string, format: Format, { decimals, factor, kind }: Scale): number {
  const { sign, whole, fraction } = digitsOf(text, format, kind)
  const ten = 10n ** BigInt(fraction.length)
  const units = BigInt(`${whole}${fraction}`) * BigInt(factor) * 10n ** BigInt(decimals)
  if (units % ten !== 0n) throw new ValueError(say('too_exact', { text, decimals }))
  const value = Number(units / ten) * sign
  if (!Number.isSafeInteger(value)) throw new ValueError(say('too_large', { text }))
  return value
}

function digitsOf(text: string, { decimal, thousands }: Format, kind: Kind) {
  // Spreadsheets put several kinds of spaces between thousands.
  const plain = thousands === ' ' ? text.replaceAll(/[\u00a0\u202f]/g, ' ') : text
  const groups = thousands === '' ? '' : `|\\d{1,3}(?:${escaped(thousands)}\\d{3})+`
  const match = new RegExp(`^([-−]?)(\\d+${groups})(?:${escaped(decimal)}(\\d+))?$`).exec(plain)
  const [, minus = '', whole = '', fraction = ''] = match ?? []
  if (match === null) {
    const example = `1${thousands}250${kind === 'whole' ? '' : `${decimal}50`}`
    throw new ValueError(say('not_number', { text, kind, example }))
  }
  return { sign: minus === '' ? 1 : -1, whole: whole.replaceAll(thousands === '' ? ' ' : thousands, ''), fraction }
}

function escaped(text: string): string {
  return text.replaceAll(/[.$^*+?()[\]{}|\\/]/g, String.raw`\$&`)
}

const tokens: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  YY: String.raw`(?<year>\d{2})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
}

const patternsSeen = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = patternsSeen.get(pattern)
  if (known !== undefined) return known
  const source = pattern.replaceAll(
    /YYYY|YY|MM|M|DD|D|HH|H|mm|ss|[.$^*+?()[\]{}|\\/]/g,
    (part) => tokens[part] ?? escaped(part),
  )
  const expression = new RegExp(`^${source}$`)
  patternsSeen.set(pattern, expression)
  return expression
}

function matchDate(text: string, pattern: string): { readonly date: string; readonly time?: string } | undefined {
  const parts = expressionOf(pattern).exec(text)?.groups
  if (parts === undefined) return undefined
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const year = parts['year']?.length === 2 ? `20${parts['year']}` : parts['year']
  const date = `${year}-${two(parts['month'])}-${two(parts['day'])}`
  if (!isDate(date)) return undefined
  if (parts['hour'] === undefined) return { date }
  const time = `${two(parts['hour'])}:${two(parts['minute'])}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? { date, time } : undefined
}
