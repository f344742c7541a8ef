import { callingCodes, homePlans } from './phone-plans'

/** A telephone number as all the world writes it (`+74950123456`), and the extension behind it. */
export type Phone = { readonly number: string; readonly extension?: string }

/** The country in which numbers are dialled without its code, as long as the company names no other. */
export const usualHome = 'RU'

/** The countries that may be a home. */
export const homeCountries: readonly string[] = Object.keys(homePlans)

/**
 * The telephone numbers that a text holds, each once, in their order. One that says its country (`+`, `00`, `810`) has to be
 * possible there: an assigned code, a length that numbers have, not all zeros. One that does not has to be a number of the
 * home country. Anything else, such as a number within a town, is none: too many people would share it.
 */
export function phonesIn(text: string, home: string = usualHome): readonly Phone[] {
  const found: Phone[] = []
  for (const one of writtenIn(text, home)) {
    const last = found.at(-1)
    if ('extension' in one) {
      if (last !== undefined && last.extension === undefined) found[found.length - 1] = { ...last, ...one }
    } else found.push(...numbersOf(one.number, home).map((number) => ({ number })))
  }
  return [...new Map(found.map((phone) => [phoneText(phone), phone])).values()]
}

/** A number as one text, the same for the same telephone alone: those behind one switchboard differ by their extension. */
export function phoneText({ number, extension }: Phone): string {
  return extension === undefined ? number : `${number};ext=${extension}`
}

/** Messengers write whole numbers without a plus; what stands behind an @ is a machine. */
const messenger = /(?<!\d)(\d+)@(?:c\.us|s\.whatsapp\.net)\b/g
const machine = /@[^\s,;]*/g
const mark = String.raw`(?<!\p{L})(?:до[бп](?:авочный|олнительный)?|вн(?:утр(?:енний)?)?|ext(?:ensio)?n?|x|#)[\s.:=№]*`
/** An exchange of a large bank has eight figures behind its number. */
const extensionText = String.raw`\d{1,8}`
const run = String.raw`\+?[ \t(]*\d(?:[\d \t().\-‐-―−]*\d)?\)?`
const token = new RegExp(
  String.raw`(?<comma>[,;]\s*)?(?:${mark}(?<behind>\d(?:[\d \t().\-‐-―−]*\d)?)|(?<run>${run}))`,
  'giu',
)
const lastExtension = new RegExp(String.raw`[\s,;]*${mark}${extensionText}\s*$`, 'iu')
const firstBehind = new RegExp(String.raw`^(?<extension>${extensionText})(?:\D+(?<more>.*))?$`)
const inBrackets = /^(?<number>.*\d.*?)\s*\((?<extension>\d{1,6})\)$/
/** A shorter one is no number of the world; behind a comma it is an extension. */
const fewestDigits = 7

/** Marks that nobody sees, copied out of address books, and where one waits for the tone when dialling abroad: `8~10`. */
const unseen = /\p{Cf}/gu
const afterTone = /(?<!\d)8[ \t]*[~-][ \t]*10(?=[ \t~-]*\d)[ \t]*[~-]?/g
const arabic = /[٠-٩۰-۹]/g

function readable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(arabic, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(afterTone, '810')
}

/** A telephone number as it stands, without the extension behind its mark. */
export function withoutExtension(text: string): string {
  return text.replace(lastExtension, '')
}

type Written = { readonly number: string } | { readonly extension: string }

function writtenIn(text: string, home: string): readonly Written[] {
  const plain = readable(text).replaceAll(messenger, '+$1').replaceAll(machine, ' ')
  return [...plain.matchAll(token)].flatMap(({ groups = {} }): readonly Written[] => {
    const { comma, behind, run: written = '' } = groups
    if (behind !== undefined) return afterMark(behind, home)
    if (comma !== undefined && !written.startsWith('+') && digitsOf(written).length < fewestDigits) {
      return [{ extension: digitsOf(written) }]
    }
    const { number, extension } = inBrackets.exec(written)?.groups ?? {}
    if (number === undefined || extension === undefined) return [{ number: written }]
    return digitsOf(number).length < fewestDigits ? [{ number: written }] : [{ number }, { extension }]
  })
}

/** People also call a whole second number an extension: `доп. 8 916 012-34-56`. */
function afterMark(behind: string, home: string): readonly Written[] {
  const isNumber = digitsOf(behind).length >= fewestDigits && numbersOf(behind, home).length > 0
  const { extension, more } = firstBehind.exec(behind)?.groups ?? {}
  if (isNumber || extension === undefined) return [{ number: behind }]
  return [{ extension }, ...(more === undefined ? [] : [{ number: more }])]
}

/** The number, or two of them with nothing but a space between. */
function numbersOf(written: string, home: string): readonly string[] {
  const one = numberOf(written, home)
  if (one !== undefined) return [one]
  for (const { index } of written.matchAll(/ /g)) {
    const both = [written.slice(0, index), written.slice(index + 1)].map((half) => numberOf(half, home))
    if (both.every((half) => half !== undefined)) return both
  }
  return []
}

function numberOf(written: string, home: string): string | undefined {
  const { idd = '00', code } = homePlans[home] ?? {}
  const digits = digitsOf(written)
  const isAbroad = written.startsWith('+')
  // +8 900 … is what becomes of 8 900 … where somebody is asked for a plus. Japan and Vietnam begin so, too, but nobody parts their 8.
  if (isAbroad && code === '7' && /^\+[ \t]*8[^\d]/.test(written) && digits.length === 11) return `+7${digits.slice(1)}`
  if (isAbroad) return possible(digits) ?? (digits.startsWith('8') && code === '7' ? homely(digits, home) : undefined)
  const prefix = ['00', idd].find((way) => digits.startsWith(way))
  return (prefix === undefined ? undefined : possible(digits.slice(prefix.length))) ?? homely(digits, home)
}

/** A number that says its country: possible there, and not all zeros. */
function possible(digits: string): string | undefined {
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => callingCodes[start] !== undefined)
  if (code === undefined) return undefined
  const [lengths = '', dialled = ''] = callingCodes[code]?.split('/') ?? []
  const isOne = (number: string): boolean => lengths.split(' ').includes(String(number.length)) && !/^0*$/.test(number)
  const whole = digits.slice(code.length)
  const prefix = dialled.replace('.', '')
  const short = prefix !== '' && whole.startsWith(prefix) ? whole.slice(prefix.length) : undefined
  const isNeverAStart = dialled.endsWith('.')
  const number = (isNeverAStart ? [short, whole] : [whole, short]).find((one) => one !== undefined && isOne(one))
  return number === undefined ? undefined : `+${code}${number}`
}

/** A number as it is dialled at home: without its prefix, as it is, or with the code of the country but no plus. */
function homely(digits: string, home: string): string | undefined {
  const plan = homePlans[home]
  if (plan === undefined) return undefined
  const { code, prefix } = plan
  const behind = (whole: string): string => (prefix === '' ? whole : whole.replace(new RegExp(`^(?:${prefix})`), ''))
  const bare = digits.startsWith(code) ? digits.slice(code.length) : digits
  // Two countries may share a code: a number of the neighbour is dialled the same way.
  const valid = Object.values(homePlans).flatMap((one) => (one.code === code ? [one.valid] : []))
  const number = [behind(digits), digits, bare, behind(bare)].find((one) =>
    valid.some((pattern) => new RegExp(`^(?:${pattern})$`).test(one)),
  )
  return number === undefined ? undefined : `+${code}${number}`
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}
