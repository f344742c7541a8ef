/** What a text may be: one line (a title, a name, a reason), or prose of several lines (a comment, a description). */
export type TextKind = 'line' | 'prose'

/** A character that no text of people or programs may hold: why, and as `U+202E`. */
export type OddSign = { readonly why: 'line_break' | 'control' | 'direction' | 'broken'; readonly sign: string }

const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/u
const control = /\p{Control}/u
const direction = /\p{Bidi_Control}/u
const broken = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u
const odd = /[\p{Control}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}\u2028\u2029]/gu

/** Blanks, and what is as good as one: spaces of no width, joiners of nothing, the blank of Braille, a byte order mark. */
const blank = String.raw`[\s\u00AD\u180E\u200B-\u200D\u2060-\u2064\u2800\uFEFF]`
const ends = new RegExp(`^${blank}+|${blank}+$`, 'gu')
const nothing = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** A text without blanks and invisible characters at its ends; empty where there is nothing else in it. */
export function trimmed(text: string): string {
  const bare = text.replaceAll(ends, '')
  return nothing.test(bare) && oddSignIn(bare, 'prose') === undefined ? '' : bare
}

/** The first character that a text may not hold; undefined for a text that is fine. */
export function oddSignIn(text: string, kind: TextKind): OddSign | undefined {
  for (const [found] of text.matchAll(odd)) {
    const why = whyOdd(found, kind)
    if (why !== undefined) return { why, sign: codePoint(found) }
  }
  return undefined
}

/** Whether a text is one line that can be shown everywhere. */
export function isLine(text: string): boolean {
  return oddSignIn(text, 'line') === undefined
}

/** Whether a text of several lines can be shown everywhere. */
export function isProse(text: string): boolean {
  return oddSignIn(text, 'prose') === undefined
}

/** A text in which every character that may not stand there is written out, `<U+202E>`: for quoting it. */
export function readable(text: string): string {
  return text.replaceAll(odd, (found) => `<${codePoint(found)}>`)
}

/** A text without what may not stand in it, for files that are made of what was kept before there was this rule. */
export function withoutOddSigns(text: string, kind: TextKind): string {
  return text.replaceAll(odd, (found) => {
    const why = whyOdd(found, kind)
    if (why === undefined) return found
    return why === 'line_break' || found === '\t' ? ' ' : ''
  })
}

function whyOdd(sign: string, kind: TextKind): OddSign['why'] | undefined {
  if (kind === 'prose' && /[\t\n\r\u2028\u2029]/u.test(sign)) return undefined
  if (lineBreak.test(sign)) return kind === 'line' ? 'line_break' : 'control'
  if (control.test(sign)) return 'control'
  if (direction.test(sign)) return 'direction'
  return broken.test(sign) ? 'broken' : undefined
}

function codePoint(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
