import { latinOf } from '#domain/kernel/latin'

/** What is wrong with a password somebody wants to have. */
export type PasswordFault = 'short' | 'long' | 'common' | 'digits' | 'simple' | 'own'

export const leastLength = 10
export const mostLength = 200

const rows = [
  'qwertyuiopasdfghjklzxcvbnm',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  '01234567890',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'йфяцычувскамепинртгоьшлбщдюзжэхъ',
]

/** Letters of the keys of one layout in the other, as somebody types who has not switched it. */
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё'

/** Words that stand with a year or a number in passwords of offices, where no list of passwords has them. */
const officeWords = new Set(
  [
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь зима весна лето осень понедельник пятница',
    'любовь люблю мама папа семья работа директор менеджер продажи компания фирма офис бухгалтерия админ сотрудник клиент клиенты',
    'january february march april june july august september october november december winter spring summer autumn monday friday',
    'sales company office manager director employee customer welcome changeme',
  ]
    .join(' ')
    .split(' '),
)

/**
 * What somebody who guesses would try first: what many have, in Latin letters, in Russian ones or by the keys of the other
 * layout, digits alone, rows of keys, a few characters again and again, and what is known of the person. `isCommon` knows the
 * passwords that many have, in Latin letters.
 */
export function passwordFault(
  password: string,
  { own, isCommon }: { readonly own: readonly string[]; readonly isCommon: (text: string) => boolean },
): PasswordFault | undefined {
  const { length } = Array.from(password)
  if (length < leastLength) return 'short'
  if (length > mostLength) return 'long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isOften(plain, isCommon)) return 'common'
  if (isSimple(plain)) return 'simple'
  if (!/[^\d\p{P}\p{S}\p{Z}]/u.test(plain) && /\d/.test(plain) && length < leastDigits) return 'digits'
  return [plain, switched(plain)].some((one) => hasOwn(one, own)) ? 'own' : undefined
}

/** So many digits cannot be a day, a telephone or the number of a document. */
const leastDigits = 20

/** Whether it is what many have, as it is or with figures and signs around it, in whatever letters it was typed. */
function isOften(plain: string, isCommon: (text: string) => boolean): boolean {
  const core = plain.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  // A sign may be the key of a letter.
  const bare = [core.replaceAll(/^\d+|\d+$/g, ''), plain.replaceAll(/^\d+|\d+$/g, '')]
  const words = [...new Set(plain.split(/[^\p{L}]+/u).filter((word) => word !== ''))]
  const whole = [plain, core, ...bare, ...(words.length === 1 ? words : [])].filter((one) => one !== '')
  return whole.some((one) => [one, switched(one), latinOf(one)].some((text) => isCommon(text) || officeWords.has(text)))
}

/** The same keys in the other layout. */
function switched(text: string): string {
  const [from, to] = /[а-яё]/.test(text) ? [russianKeys, latinKeys] : [latinKeys, russianKeys]
  return text.replaceAll(/./gu, (letter) => to[from.indexOf(letter)] ?? letter)
}

/** Fewer than five characters of its own, a piece again and again, or a row of keys, to and fro. */
function isSimple(text: string): boolean {
  if (new Set(text).size < 5) return true
  if (/^(.{1,6})\1+.{0,5}$/u.test(text) || isRepeated(text.split(/[^\p{L}\p{N}]+/u))) return true
  const all = rows.flatMap((row) => [
    row + row,
    Array.from(row + row)
      .toReversed()
      .join(''),
  ])
  return all.some((row) => row.includes(text)) || restAfterRows(text, all).length < 4
}

/** A word of some length again and again. */
function isRepeated(words: readonly string[]): boolean {
  const written = words.filter((word) => word !== '')
  return written.length > 1 && new Set(written).size === 1
}

/** What is left of a text when every piece of a row of four keys or more is taken out. */
function restAfterRows(text: string, all: readonly string[]): string {
  const characters = Array.from(text)
  let rest = ''
  for (let at = 0; at < characters.length;) {
    let end = at + 4
    while (end <= characters.length && all.some((row) => row.includes(characters.slice(at, end).join('')))) end += 1
    if (end > at + 4) {
      at = end - 1
    } else {
      rest += characters[at] ?? ''
      at += 1
    }
  }
  return rest
}

/** Whether little is left when names, e-mail, the company and the product are taken out. */
function hasOwn(text: string, own: readonly string[]): boolean {
  const words = own
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3)
    .toSorted((a, b) => b.length - a.length)
  const rest = [...words, 'norma', 'норма'].reduce((left, word) => left.replaceAll(word, ''), text)
  return rest.length < text.length && rest.replaceAll(/[^\p{L}]/gu, '').length < 4
}
