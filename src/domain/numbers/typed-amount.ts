import type { Language } from '#schemas/language-names'

/** How amounts are written: in which language, with how many decimals, and in which currency (none for counts). */
export type Writing = { readonly language: Language; readonly digits: number; readonly currency?: string }

/** Why a text is not an amount. */
export type AmountFault =
  | 'not_number'
  | 'percent'
  | 'negative'
  | 'formula'
  | 'other_currency'
  | 'fraction'
  | 'ambiguous'
  | 'too_large'

/** What a text says: an amount in whole units, nothing at all, or why it says neither. */
export type ReadAmount = { readonly value: number | null } | { readonly fault: AmountFault }

const signs: Readonly<Record<string, string>> = {
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  р: 'RUB',
  'р.': 'RUB',
  рублей: 'RUB',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₸': 'KZT',
  '₴': 'UAH',
}
const shifts: readonly (readonly [RegExp, number])[] = [
  [/(?:тыс\.?|тысяч[аи]?|k|к)$/iu, 3],
  [/(?:млн\.?|миллион(?:а|ов)?|m|м)$/iu, 6],
]

/**
 * Reads what a person types or pastes: spaces, points or commas between thousands, a decimal comma or point, a currency
 * sign, “300 тыс.” or “1.5m”. A text that may be two amounts is refused rather than guessed.
 */
export function readAmount(text: string, writing: Writing): ReadAmount {
  const bare = text.replaceAll(/[\s\u00A0\u2009\u202F]+/gu, ' ').trim()
  if (bare === '' || /^[-–—]$/u.test(bare)) return { value: null }
  if (/^[=#]/u.test(bare)) return { fault: 'formula' }
  if (bare.includes('%')) return { fault: 'percent' }
  const amount = withoutCurrency(bare, writing.currency)
  if (amount === null) return { fault: 'other_currency' }
  if (/^[-–−].*\d|^\(.*\d.*\)$/u.test(amount)) return { fault: 'negative' }
  const shift = shifts.find(([word]) => word.test(amount))
  const number = shift === undefined ? amount : amount.replace(shift[0], '').trim()
  return numberOf(number, writing, shift?.[1] ?? 0)
}

/**
 * Minor units of what was typed into a field, less than nothing with a minus before it. Undefined where it says no amount,
 * may be two, or has more decimals than the currency: a field rounds nothing.
 */
export function typedMinor(text: string, writing: Writing): number | undefined {
  const isLess = /^\s*[-−–]/u.test(text)
  const amount = isLess ? text.replace(/[-−–]/u, '') : text
  const read = readAmount(amount, writing)
  if ('fault' in read || read.value === null) return undefined
  const finer = readAmount(amount, { ...writing, digits: writing.digits + 2 })
  if ('value' in finer && finer.value !== read.value * 100) return undefined
  return isLess ? 0 - read.value : read.value
}

/** Writes an amount so that a spreadsheet reads it as a number: no spaces, the decimal sign of the language. */
export function plainAmount(value: number | null, { language, digits }: Writing): string {
  if (value === null) return ''
  const text = String(value).padStart(digits + 1, '0')
  const [whole, part] = [text.slice(0, text.length - digits), text.slice(text.length - digits)]
  return digits === 0 || /^0+$/u.test(part) ? whole : `${whole}${decimalSign(language)}${part}`
}

function decimalSign(language: Writing['language']): ',' | '.' {
  return language === 'ru' ? ',' : '.'
}

/** Takes a currency sign off either end; null where it is one of another currency. */
function withoutCurrency(text: string, currency: string | undefined): string | null {
  const found = /^(?<before>[^\d\s(.,–−-]+)?\s*(?<number>.*\d\)?)\s*(?<after>\D*)$/u.exec(text)?.groups
  if (found === undefined) return text
  const { before = '', number = '', after = '' } = found
  const [unit, tail] = splitShift(after)
  for (const sign of [before, tail.trim()]) {
    if (sign === '') continue
    const code = signs[sign.toLowerCase()] ?? (/^[a-z]{3}$/iu.test(sign) ? sign.toUpperCase() : undefined)
    if (code === undefined) return text
    if (code !== currency) return null
  }
  return `${number}${unit}`
}

/** “ тыс. руб.”: a word that multiplies, and what is behind it. */
function splitShift(after: string): readonly [string, string] {
  const words = /^(?<unit>тыс\.?|тысяч[аи]?|млн\.?|миллион(?:а|ов)?|[kmкм])(?:\s+(?<tail>.*))?$/iu.exec(after)?.groups
  return words === undefined ? ['', after] : [words['unit'] ?? '', words['tail'] ?? '']
}

function numberOf(text: string, writing: Writing, shift: number): ReadAmount {
  if (!/^\d[\d .,'’]*$/u.test(text) || /\D$/u.test(text)) return { fault: 'not_number' }
  const parts = partsOf(text, writing, shift)
  if ('fault' in parts) return parts
  const { whole, decimals } = parts
  const places = writing.digits + shift
  const kept = decimals.padEnd(places, '0')
  if (writing.digits === 0 && /[1-9]/u.test(kept.slice(places))) return { fault: 'fraction' }
  const value =
    BigInt(`${whole}${kept.slice(0, places)}`) + (kept[places] !== undefined && kept[places] >= '5' ? 1n : 0n)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? { fault: 'too_large' } : { value: Number(value) }
}

type Parts = { readonly whole: string; readonly decimals: string } | { readonly fault: AmountFault }

function partsOf(text: string, writing: Writing, shift: number): Parts {
  const marks = text.match(/[.,]/gu) ?? []
  const last = marks.at(-1)
  if (last === undefined) return grouped(text, /[ '’]/u, '')
  const isBoth = new Set(marks).size === 2
  const count = marks.filter((mark) => mark === last).length
  if (count > 1) return isBoth ? { fault: 'not_number' } : grouped(text, last === '.' ? /[.]/u : /,/u, '')
  const at = text.lastIndexOf(last)
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  if (!isBoth && shift === 0 && /^[1-9]\d{0,2}$/u.test(before) && /^\d{3}$/u.test(after)) {
    if (last === ',' && writing.language === 'en') return { whole: before + after, decimals: '' }
    if (writing.digits < 3 || last !== decimalSign(writing.language)) return { fault: 'ambiguous' }
  }
  if (!/^\d+$/u.test(after)) return { fault: 'not_number' }
  return grouped(before, isBoth ? (last === '.' ? /,/u : /[.]/u) : /[ '’]/u, after)
}

/** Digits with one kind of sign between thousands: three of them in every group but the first. */
function grouped(text: string, between: RegExp, decimals: string): Parts {
  const [first = '', ...rest] = text.split(between)
  const isWell =
    /^\d+$/u.test(first) && (rest.length === 0 || first.length <= 3) && rest.every((one) => /^\d{3}$/u.test(one))
  return isWell ? { whole: first + rest.join(''), decimals } : { fault: 'not_number' }
}
