import type { Paragraph } from './paragraphs'

/** The ways of printing a value that a template may name behind `|`. */
export const formatNames = ['money', 'words', 'long', 'short', 'genitive', 'percent'] as const
export type FormatName = (typeof formatNames)[number]

/** What stands between braces: a value, the beginning of what is printed where something is there or is not, or an end. */
export type Tag = {
  readonly is: 'value' | 'where' | 'unless' | 'end'
  /** Empty at an end that does not say of what. */
  readonly name: string
  readonly formats: readonly string[]
}

const openings: Readonly<Record<string, Tag['is']>> = { '#': 'where', '^': 'unless', '/': 'end' }
const namePattern = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/** Reads what stands between braces, blanks aside; undefined where it is nothing that a template may say. */
export function readTag(written: string): Tag | undefined {
  const text = written.replaceAll(/\s+/g, ' ').trim()
  const is = openings[text.charAt(0)] ?? 'value'
  const [name = '', ...formats] = (is === 'value' ? text : text.slice(1)).split('|').map((part) => part.trim())
  if (is === 'end' && name === '' && formats.length === 0) return { is, name, formats }
  return namePattern.test(name) ? { is, name, formats } : undefined
}

/** What is wrong with the braces of a template. */
export type BraceFault = 'unclosed_tag' | 'unopened_tag' | 'doubled_tag' | 'odd_tag'

/** A tag of a paragraph, or what is wrong where one seems to be meant; `from` and `to` are its place in the text. */
export type FoundTag = { readonly paragraph: Paragraph; readonly from: number; readonly to: number } & (
  | { readonly tag: Tag }
  | { readonly fault: BraceFault }
)

/** The tags of a paragraph, in their order. */
export function tagsIn(paragraph: Paragraph): readonly FoundTag[] {
  return [...paragraph.text.matchAll(/\{\{[^{}]*\}\}|\{[^{}]*\}|[{}]/g)].map((match) => {
    const [written] = match
    const place = { paragraph, from: match.index, to: match.index + written.length }
    if (written === '{') return { ...place, fault: 'unclosed_tag' }
    if (written === '}') return { ...place, fault: 'unopened_tag' }
    if (written.startsWith('{{')) return { ...place, fault: 'doubled_tag' }
    const tag = readTag(written.slice(1, -1))
    return tag === undefined ? { ...place, fault: 'odd_tag' } : { ...place, tag }
  })
}

const wordsAround = 24

/** The words around a place, by which people look for it in Word. */
export function around({ paragraph: { text }, from, to }: Pick<FoundTag, 'paragraph' | 'from' | 'to'>): string {
  const [begin, end] = [Math.max(0, from - wordsAround), Math.min(text.length, to + wordsAround)]
  const piece = text.slice(begin, end).replaceAll(/\s+/g, ' ').trim()
  return `${begin > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`
}
