import { digitsOf as minorDigits } from '#domain/kernel/currency'
import { isPlausible } from '#domain/kernel/money'

import type { Saying } from '#schemas/saying'
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
  // Multiplied as a whole number: 0.07 times 100 is 7, not a hair more.
  const digits = String(BigInt(`${whole}${fraction}`) * BigInt(factor)).padStart(fraction.length + 1, '0')
  const point = digits.length - fraction.length
  return Number(`${digits.slice(0, point)}.${digits.slice(point)}0`) * sign
}

const yes = ['yes', 'y', 'true', 'on', '1', '+', 'x', '✓', 'да', 'д', 'истина', 'есть', 'вкл']
const no = ['no', 'n', 'false', 'off', '0', '-', '–', '—', 'нет', 'н', 'ложь', 'выкл']

/** Reads `yes`, `no` and what people, Excel and 1C write for them in Russian and English. */
export function readYesNo(text: string): boolean {
  const word = text.toLowerCase()
  if (yes.includes(word)) return true
  if (no.includes(word)) return false
  throw new ValueError(say('not_yes_no', { text }))
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

function digitsOf(text: string, format: Format, kind: Kind) {
  const { decimal, thousands } = format
  const plain = plainNumber(text, format)
  const groups = thousands === '' ? '' : `|\\d{1,3}(?:${escaped(thousands)}\\d{3})+`
  const match = new RegExp(`^([-−]?)(\\d+${groups})(?:${escaped(decimal)}(\\d+))?$`).exec(plain)
  const [, minus = '', whole = '', fraction = ''] = match ?? []
  if (match === null) throw new ValueError(notNumber(text, format, kind))
  return { sign: minus === '' ? 1 : -1, whole: whole.replaceAll(thousands === '' ? ' ' : thousands, ''), fraction }
}

/** A number without what the format says stands around it, and with one kind of space and apostrophe. */
function plainNumber(text: string, { thousands, strip }: Format): string {
  // Spreadsheets put several kinds of spaces between thousands.
  const spaced = thousands === ' ' ? text.replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' ') : text
  let plain = minusBefore(thousands === "'" ? spaced.replaceAll('’', "'") : spaced)
  for (const sign of strip) {
    if (plain.endsWith(sign)) plain = plain.slice(0, -sign.length).trimEnd()
    if (plain.startsWith(sign)) plain = plain.slice(sign.length).trimStart()
    // The minus stands before a sign of a currency as often as behind it.
    if (/^[-−]/.test(plain) && plain.slice(1).trimStart().startsWith(sign)) {
      plain = `${plain.slice(0, 1)}${plain.slice(1).trimStart().slice(sign.length).trimStart()}`
    }
  }
  return minusBefore(plain)
}

/** Accounts write what is less than nothing in brackets, or with its minus behind it: `(1 250,50)`, `1 250,50-`. */
function minusBefore(text: string): string {
  const inside = /^\(\s*([^()−-]+?)\s*\)$/.exec(text)?.[1] ?? /^([^()−-]+?)\s*[−-]$/.exec(text)?.[1]
  return inside === undefined ? text : `-${inside}`
}

function notNumber(text: string, { decimal, thousands }: Format, kind: Kind): Saying {
  const example = `1${thousands}250${kind === 'whole' ? '' : `${decimal}50`}`
  const sign = /^[-−]?\s*([^\s\d.,'’()−-][^\d()]*?)\s*[\d]|\d\s*([^\s\d.,'’()−-][^\d()]*)$/.exec(text)
  const around = sign?.[1] ?? sign?.[2]
  if (around === undefined) return say('not_number', { text, kind, example })
  return say('number_sign', { text, kind, example, sign: around.trim() })
}

function escaped(text: string): string {
  return text.replaceAll(/[.$^*+?()[\]{}|\\/]/g, String.raw`\$&`)
}
