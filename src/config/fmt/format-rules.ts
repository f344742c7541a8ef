import { Lexer, Parser, parseDocument } from 'yaml'
import type { CST } from 'yaml'
import { check } from '#config/check'
import { language } from '#config/shape/language-shape'
import type { Language } from '#schemas/language-names'
import type { Diagnostic } from '#schemas/model'
import { printBlock } from './print-tree'

/** A text in its canonical form, or the fault that keeps it from being followed. */
export type Formatted = { readonly text: string } | { readonly fault: Diagnostic }

/** Faults after which nobody can say what belongs to what. */
const unreadable: ReadonlySet<string> = new Set(['yaml-syntax', 'yaml-subset', 'missing-space', 'duplicate-key'])

/**
 * Puts a text into the canonical form: the order of the language, two spaces a level, one space where one is enough.
 * Remarks stay, and what the text says is the same before and after.
 */
export function formatRules(text: string, { lang = 'en' }: { readonly lang?: Language } = {}): Formatted {
  const fault = check(text, { lang }).diagnostics.find(({ code }) => unreadable.has(code))
  if (fault !== undefined) return { fault }
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const fresh = printed(plain)
  return { text: isSame(plain, fresh) ? fresh : plain }
}

function printed(text: string): string {
  const tokens = [...new Parser().parse(text)]
  const at = tokens.findIndex(({ type }) => type === 'document')
  const document = tokens[at]
  if (document?.type !== 'document' || document.value === undefined) return text
  const body = printBlock(document.value, language, 0)
  if (body.length === 0) return text
  // Remarks may stand before the document, at its ends, or behind it.
  const before = [...tokens.slice(0, at).filter(isSign), ...document.start]
  const behind = [...(document.end ?? []), ...tokens.slice(at + 1).filter(isSign)]
  return `${[...remarkLines(before), ...body, ...remarkLines(behind)].join('\n').trimEnd()}\n`
}

function isSign(token: CST.Token): token is CST.SourceToken {
  return token.type === 'comment' || token.type === 'newline'
}

function remarkLines(tokens: readonly CST.SourceToken[]): readonly string[] {
  const lines: string[] = []
  let isAfterRemark = false
  for (const { type, source } of tokens) {
    if (type === 'comment') lines.push(source.trimEnd())
    else if (type === 'newline' && !isAfterRemark && lines.at(-1) !== '' && lines.length > 0) lines.push('')
    isAfterRemark = type === 'comment'
  }
  return lines
}

/** Whether both say the same and have the same remarks: a form that changes either is not used. */
function isSame(before: string, after: string): boolean {
  return meaningOf(before) === meaningOf(after) && remarksOf(before) === remarksOf(after)
}

function meaningOf(text: string): string {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false })
  return document.errors.length > 0 ? '' : JSON.stringify(sorted(document.toJS()))
}

/** The order of keys tells nothing where it is changed: tables keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

/** The remarks of a text, each as often as it stands there. */
export function remarksOf(text: string): string {
  const lexed = [...new Lexer().lex(text)].filter((lexeme) => lexeme.startsWith('#')).map((lexeme) => lexeme.trimEnd())
  return lexed.toSorted().join('\n')
}
