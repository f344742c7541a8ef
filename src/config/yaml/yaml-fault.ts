import type { YAMLError } from 'yaml'
import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { own } from '#domain/kernel/own'
import type { Span } from './tree'

/** Says in plain words what keeps the text from being read, and where to look. */
export function syntaxFault(text: string, error: YAMLError): { readonly at: Span; readonly fault: Fault } {
  const open = openSign(text, error)
  if (open !== undefined) return open
  const line = lineAt(text, error.pos[0])
  const spaceless = missingSpace(line.text)
  if (spaceless !== undefined) {
    const start = line.start + spaceless.from
    return { at: { start, end: line.start + withoutRemark(line.text).length }, fault: spaceless.fault }
  }
  const above = missingSpaceAbove(text, line.start)
  if (above !== undefined) return above
  const own = valueFault(line.text)
  if (own !== undefined) return { at: { start: line.start + own.from, end: line.start + own.to }, fault: own.fault }
  const at = { start: Math.min(error.pos[0], Math.max(0, text.length - 1)), end: error.pos[1] }
  return {
    at: withinLine(text, at),
    fault: { code: isSubset(error) ? 'yaml-subset' : 'yaml-syntax', ...words(error, line.text) },
  }
}

function isSubset(error: YAMLError): boolean {
  const codes: readonly string[] = [
    'MULTIPLE_DOCS',
    'BAD_DIRECTIVE',
    'TAB_AS_INDENT',
    'BAD_ALIAS',
    'ALIAS_PROPS',
    'MULTIPLE_ANCHORS',
    'MULTIPLE_TAGS',
    'NON_STRING_KEY',
    'TAG_RESOLVE_FAILED',
  ]
  return codes.includes(error.code)
}

type Words = { readonly message: Phrase; readonly help: Phrase }

const wordsOf: Readonly<Record<string, Words>> = {
  BAD_INDENT: { message: say('bad-indent'), help: say('begin-below') },
  MULTILINE_IMPLICIT_KEY: { message: say('runs-together'), help: say('one-line-each') },
  BLOCK_AS_IMPLICIT_KEY: { message: say('runs-together-colons'), help: say('one-line-each-quotes') },
  MULTIPLE_DOCS: { message: say('second-document'), help: say('leave-out-dashes') },
  MISSING_CHAR: { message: say('something-open'), help: say('close-on-line') },
  BAD_DIRECTIVE: { message: say('directive'), help: say('leave-line-out') },
  TAB_AS_INDENT: { message: say('tab-at-start'), help: say('put-spaces') },
  BAD_DQ_ESCAPE: { message: say('bad-escape'), help: say('single-quotes') },
}

const otherwise: Words = { message: say('not-lines'), help: say('compare-around') }

function words({ code }: YAMLError, line: string): Words {
  if (code !== 'BAD_SCALAR_START') return own(wordsOf, code) ?? otherwise
  return { message: say('cannot-begin', { sign: /[@`%|>]/.exec(line)?.[0] }), help: say('in-quotes') }
}

function withoutRemark(line: string): string {
  return line.replace(/\s+#.*$/, '').trimEnd()
}

function missingSpace(whole: string): { readonly from: number; readonly fault: Fault } | undefined {
  const line = withoutRemark(whole)
  const dash = /^(\s*)-([a-z_]+:.*?)\s*$/.exec(line)
  if (dash?.[2] !== undefined) {
    const help = say('write', { text: `- ${dash[2]}` })
    const fault = {
      code: 'missing-space',
      message: say('dash-without-space'),
      help,
      fix: { text: `- ${dash[2]}` },
    } as const
    return { from: dash[1]?.length ?? 0, fault }
  }
  const found = /^(\s*(?:- +)?)([a-z_]+):([^\s:/][^#]*)$/.exec(line)
  if (found?.[1] === undefined || found[2] === undefined || found[3] === undefined) return undefined
  return {
    from: found[1].length,
    fault: {
      code: 'missing-space',
      message: say('colon-without-space', { key: found[2] }),
      help: say('write', { text: `${found[2]}: ${found[3].trim()}` }),
      fix: { text: `${found[2]}: ${found[3].trim()}` },
    },
  }
}

/** `- key:value` is a text to YAML, which is surprised only by the line below. */
function missingSpaceAbove(text: string, lineStart: number): { readonly at: Span; readonly fault: Fault } | undefined {
  const { start, text: line } = lineAt(text, Math.max(0, lineStart - 1))
  const spaceless = start === lineStart || !/^\s*- /.test(line) ? undefined : missingSpace(line)
  if (spaceless === undefined) return undefined
  return { at: { start: start + spaceless.from, end: start + withoutRemark(line).length }, fault: spaceless.fault }
}

/** A quote or a bracket that is not closed where it was opened; YAML notices only further down. */
function openSign(
  text: string,
  { code, message, pos }: YAMLError,
): { readonly at: Span; readonly fault: Fault } | undefined {
  const isQuote = code === 'MISSING_CHAR' && message.includes('closing')
  if (!isQuote && !message.startsWith('Flow ')) return undefined
  const at = isQuote ? openQuoteIn(text, pos[0]) : openBracketIn(text, pos[0])
  if (at === undefined) return undefined
  const sign = text[at.start] ?? ''
  const closing = { '[': ']', '{': '}' }[sign] ?? sign
  const fault = {
    code: 'yaml-syntax',
    message: say('not-closed', { sign }),
    help: say('close-it', { sign: closing }),
  } as const
  return { at, fault }
}

function openQuoteIn(text: string, before: number): Span | undefined {
  let start = 0
  for (const line of text.split('\n')) {
    if (start > before) return undefined
    const column = openQuote(line)
    if (column !== undefined) return { start: start + column, end: start + line.trimEnd().length }
    start += line.length + 1
  }
  return undefined
}

function openQuote(line: string): number | undefined {
  const found = /^[^#"']*[:\-[{,]\s+(["'])/.exec(line)
  const sign = found?.[1]
  if (found === null || sign === undefined) return undefined
  return (line.split(sign).length - 1) % 2 === 1 ? found[0].length - 1 : undefined
}

/** Quoted texts, which may hold brackets, remarks, and brackets. */
const flowParts = /"(?:[^"\\\n]|\\.)*"|(?<![^\s[{,])'(?:[^'\n]|'')*'|(?<=^|\s)#[^\n]*|[[\]{}]/gm

/**
 * The bracket that is open where the reader gave up, over lines too; the end of the place is where it should have been
 * closed: before one that closes another, or at the end of its line.
 */
function openBracketIn(text: string, before: number): Span | undefined {
  const open: number[] = []
  for (const { 0: sign, index } of text.matchAll(flowParts)) {
    if (index > before) break
    if (sign === '[' || sign === '{') open.push(index)
    if (sign !== ']' && sign !== '}') continue
    const last = open.pop()
    if (last === undefined || text[last] === { ']': '[', '}': '{' }[sign]) continue
    return { start: last, end: last + text.slice(last, index).trimEnd().length }
  }
  const start = open.at(-1)
  return start === undefined ? undefined : withinLine(text, { start, end: text.length })
}

type ValueFault = { readonly from: number; readonly to: number; readonly fault: Fault }

/** A value that YAML takes for something else: a comparison in signs, or a text with a colon in it. */
function valueFault(line: string): ValueFault | undefined {
  const signs = /:\s+((>=|<=|>|<)\s*(\d[\d ]*(?:\.\d+)?%?))/.exec(line)
  if (signs?.[1] !== undefined && signs[3] !== undefined) {
    const from = signs.index + signs[0].length - signs[1].length
    const words =
      { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'less than' }[signs[2] ?? ''] ?? 'at least'
    const message = say('sign-in-words', { sign: signs[2] ?? '' })
    const better = `${words} ${signs[3].trim()}`
    const fault = {
      code: 'bad-comparison',
      message,
      help: say('write', { text: better }),
      fix: { text: better },
    } as const
    return { from, to: from + signs[1].trimEnd().length, fault }
  }
  const colon = /^(\s*(?:- +)?)([a-z_]+): +([^"'[{|>&*!%@`#\s].*: .*?)\s*$/.exec(line)
  if (colon?.[2] === undefined || colon[3] === undefined) return undefined
  const second = /^[^,;]*[,;]\s*([a-z_]+):\s/.exec(colon[3])?.[1]
  const both = line.indexOf(colon[2])
  // Behind a comma one more key stands, where no text for people does.
  if (second !== undefined && !/^(?:do|name|goal|message|how_to|text)$/.test(colon[2])) {
    const message = say('two-keys-in-line', { first: colon[2], second })
    const fault = { code: 'yaml-syntax', message, help: say('one-line-each') } as const
    return { from: both, to: line.trimEnd().length, fault }
  }
  const from = line.indexOf(colon[3], (colon[1] ?? '').length + colon[2].length)
  const fault = {
    code: 'yaml-syntax',
    message: say('colon-in-text', { key: colon[2] }),
    help: say('write-in-quotes', { text: `${colon[2]}: "${colon[3].replaceAll('"', '\\"')}"` }),
  } as const
  return { from, to: from + colon[3].length, fault }
}

function lineAt(text: string, offset: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, text: text.slice(start, end < 0 ? text.length : end) }
}

function withinLine(text: string, at: Span): Span {
  const end = text.indexOf('\n', at.start + 1)
  return { start: at.start, end: Math.max(at.start + 1, Math.min(at.end, end < 0 ? text.length : end)) }
}
