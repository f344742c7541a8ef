import { foldedWords } from '#domain/kernel/folded-words'
import { legalForms } from '#domain/kernel/legal-form'

/** A longer word is kept and looked for by its beginning. */
export const longestWord = 40

/** How the end of a number is marked: it is kept backwards, so that ends are beginnings. */
export const backwards = '<'

/** So many digits of an end are looked for; fewer are too many people’s. */
export const fewestOfEnd = 4

/**
 * The words of a text that something can be found by: no single letters, no numbers of one or two digits, no legal forms.
 */
export function tellingWords(text: string): readonly string[] {
  return foldedWords(text)
    .filter((word) => word.length > 1 && !/^\d{2}$/u.test(word) && !legalForms.has(word))
    .map((word) => word.slice(0, longestWord))
}

/** A number with letters or signs in it (`Д-2026/118`) as one word, `д2026118`; undefined for plain words and plain digits. */
export function joinedNumber(text: string): string | undefined {
  const isNumber = /^\S*\d\S*$/u.test(text) && !text.includes('@')
  const joined = isNumber ? foldedWords(text).join('').slice(0, longestWord) : ''
  return joined.length > 1 && foldedWords(text).length > 1 ? joined : undefined
}

/** The digits of a telephone number as they are dialled in its country where that is Russia or Kazakhstan, else all. */
export function dialled(number: string): string {
  const digits = number.replaceAll(/\D/gu, '')
  return digits.length === 11 && digits.startsWith('7') ? digits.slice(1) : digits
}

/** Digits as their end is kept. */
export function turned(digits: string): string {
  return backwards + Array.from(digits).toReversed().join('')
}
