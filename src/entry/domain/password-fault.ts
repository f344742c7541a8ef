/** What is wrong with a password somebody wants to have. */
export type PasswordFault = 'short' | 'long' | 'common' | 'simple' | 'own'

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

/**
 * What somebody who guesses would try first: what many have, rows of keys, a few characters again and again, and what is
 * known of the person. `isCommon` knows the passwords that many have.
 */
export function passwordFault(
  password: string,
  { own, isCommon }: { readonly own: readonly string[]; readonly isCommon: (text: string) => boolean },
): PasswordFault | undefined {
  const { length } = Array.from(password)
  if (length < leastLength) return 'short'
  if (length > mostLength) return 'long'
  const plain = password.toLowerCase()
  const core = plain.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const bare = core.replaceAll(/^\d+|\d+$/g, '')
  if ([plain, core, bare].some((one) => one !== '' && isCommon(one))) return 'common'
  if (isSimple(plain)) return 'simple'
  return hasOwn(plain, own) ? 'own' : undefined
}

/** Fewer than five characters of its own, a piece again and again, or a row of keys, to and fro. */
function isSimple(text: string): boolean {
  if (new Set(text).size < 5) return true
  if (/^(.{1,6})\1+.{0,5}$/u.test(text)) return true
  const all = rows.flatMap((row) => [
    row + row,
    Array.from(row + row)
      .toReversed()
      .join(''),
  ])
  return all.some((row) => row.includes(text)) || restAfterRows(text, all).length < 4
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
