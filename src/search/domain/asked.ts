import { mailText, withoutTag } from '#domain/kernel/mail'
import { phonesIn } from '#domain/kernel/phone'

import { backwards, dialled, fewestOfEnd, joinedNumber, tellingWords, turned } from './spelling'

/** One thing that must fit: a word that begins by one of these. */
export type Term = { readonly starts: readonly string[] }

/** What somebody may have meant by what they typed; what fits is looked for in their order until there is something. */
export type Asked = {
  readonly readings: readonly (readonly Term[])[]
  /** A whole number, address or INN: whoever types it knows the client already, and may be told whose it is. */
  readonly whole?: string
}

/** Words that are looked for side by side at most; further ones are not heeded. */
const mostTerms = 5

/** Reads what somebody typed, with numbers as they are dialled at home. There is no reading where nothing can be looked for. */
export function askedFor(typed: string, home?: string): Asked {
  const text = typed.trim()
  const address = /^\S+@\S+$/u.test(text) ? (mailText(text) ?? text.toLowerCase()) : undefined
  if (address !== undefined) {
    const starts = [address, ...[withoutTag(address)].flatMap((bare) => bare ?? [])]
    return { readings: [[{ starts }]], ...(mailText(text) === undefined ? {} : { whole: address }) }
  }
  const [phone, second] = phonesIn(text, home)
  if (phone !== undefined && second === undefined && isNumber(text)) {
    const number = dialled(phone.number)
    return { readings: [[{ starts: [number] }]], whole: number }
  }
  if (isNumber(text)) return { readings: [[{ starts: ofDigits(text.replaceAll(/\D/gu, '')) }]], ...wholeInn(text) }
  return { readings: readingsOf(text).filter((terms) => terms.length > 0) }
}

/** Whether a word of a thing, or the end of one of its numbers, begins as a term wants it. */
export function fits(term: Term, words: readonly string[]): boolean {
  return term.starts.some((start) => words.some((word) => isBegun(word, start)))
}

/** Whether a thing has one of the words of a term whole. */
export function isWhole(term: Term, words: readonly string[]): boolean {
  return term.starts.some((start) => words.includes(start))
}

function isBegun(word: string, start: string): boolean {
  if (!start.startsWith(backwards)) return word.startsWith(start)
  return /^\d{7,}$/u.test(word) && turned(word).startsWith(start)
}

/** A text with numbers as one word each, then with their parts as words. */
function readingsOf(text: string): readonly (readonly Term[])[] {
  const tokens = text.split(/\s+/u).filter((token) => token !== '')
  const joined = tokens.flatMap((token) => {
    const number = joinedNumber(token)
    return number === undefined ? termsOf(token) : [{ starts: [number] }]
  })
  const apart = tokens.flatMap(termsOf)
  const isSame = JSON.stringify(joined) === JSON.stringify(apart)
  return (isSame ? [joined] : [joined, apart]).map((terms) => terms.slice(0, mostTerms))
}

function termsOf(token: string): readonly Term[] {
  return tellingWords(token).map((word) => ({ starts: /^\d+$/u.test(word) ? ofDigits(word) : [word] }))
}

/** Digits begin a number, with or without the code of the country, or end one. */
function ofDigits(digits: string): readonly string[] {
  if (digits.length < 3) return []
  const isCoded = digits.length > fewestOfEnd && /^[78]/u.test(digits)
  const isEnd = digits.length >= fewestOfEnd && digits.length <= longestEnd
  return [digits, ...(isEnd ? [turned(digits)] : []), ...(isCoded ? [digits.slice(1)] : [])]
}

const longestEnd = 11

function isNumber(text: string): boolean {
  return /^\+?[\d\s().-]+$/u.test(text)
}

function wholeInn(text: string): { readonly whole?: string } {
  const digits = text.replaceAll(/\D/gu, '')
  return digits.length === 10 || digits.length === 12 ? { whole: digits } : {}
}
