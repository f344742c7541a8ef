import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Document, Pair, ParsedNode, Range, Scalar } from 'yaml'
import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'
import type { Entry, MapNode, Span, TreeNode } from './tree'
import { isNamed, reportDecoration } from './decoration'
import { withoutFault, withoutTabs } from './yaml-repair'
import { syntaxFault } from './yaml-fault'

const maxBytes = 1_000_000
const maxDepth = 60
const mostRepairs = 50

/** Reads YAML into blocks, lists and values that know their place; undefined when the text cannot be followed. */
export function readTree(context: Sink): TreeNode | undefined {
  const whole = { start: 0, end: 1 }
  if (reportEncoding(context)) return undefined
  if (new TextEncoder().encode(context.text).length > maxBytes) {
    report(context, whole, {
      code: 'yaml-subset',
      message: say('too-large'),
      help: say('split-texts'),
    })
    return undefined
  }
  if (isTooDeep(context.text)) {
    report(context, whole, {
      code: 'yaml-subset',
      message: say('too-deep', { most: maxDepth }),
      help: say('look-at-brackets'),
    })
    return undefined
  }
  const directive = /^(?:[ \t]*(?:#.*)?\r?\n)*%.*/.exec(context.text)?.[0]
  if (directive !== undefined) {
    const start = directive.lastIndexOf('\n') + 1
    report(
      context,
      { start, end: directive.length },
      { code: 'yaml-subset', message: say('directive'), help: say('leave-line-out') },
    )
    return undefined
  }
  const document = parseRepaired(context, withoutTabs(context))
  if (document === undefined) return undefined
  if (document.contents === null) return { kind: 'scalar', ...whole, path: '', text: '', isEmpty: true, isExact: false }
  return convert(context, document.contents, '', whole)
}

function parse(text: string): Document.Parsed<ParsedNode> {
  return parseDocument(text, {
    prettyErrors: false,
    logLevel: 'error',
    uniqueKeys: false,
    schema: 'core',
    version: '1.2',
    merge: false,
  })
}

/**
 * Parses, and says what keeps the text from being followed. A fault within one value is told and put aside, so that
 * the rest of the file is still read; after any other what follows would be guesswork.
 */
function parseRepaired(context: Sink, text: string): Document.Parsed<ParsedNode> | undefined {
  let current = text
  for (let round = 0; round < mostRepairs; round += 1) {
    const document = parse(current)
    const first = document.errors.toSorted((left, right) => left.pos[0] - right.pos[0])[0]
    if (first === undefined) return document
    const { at, fault } = syntaxFault(context.text, first)
    report(context, at, fault)
    const repaired = withoutFault(current, at.start)
    if (repaired === undefined) return undefined
    context.muted.add(context.place(at.start).line)
    current = repaired
  }
  return undefined
}

/** A file of another encoding is read as signs that stand for what could not be read, or with zeros between the letters. */
function reportEncoding(context: Sink): boolean {
  const at = context.text.search(/[\uFFFD\0]/)
  if (at < 0) return false
  const message = context.text[at] === '\0' ? say('has-zeros') : say('not-utf8')
  report(context, { start: at, end: at + 1 }, { code: 'not-utf8', message, help: say('save-as-utf8') })
  return true
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length
    const dashes = /^(?:- *)+/.exec(line.trimStart())?.[0].length ?? 0
    if (indent > maxDepth * 8 || dashes > maxDepth) return true
    for (const letter of line) {
      if (letter === '[' || letter === '{') depth += 1
      if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1)
      if (depth > maxDepth) return true
    }
  }
  return false
}

function spanOf(range: Range | null | undefined, around: Span): Span {
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : around
}

function convert(context: Sink, node: unknown, path: string, around: Span): TreeNode {
  if (isAlias(node)) {
    const at = spanOf(node.range, around)
    const message = say('alias', { name: node.source })
    // Where the part has its name here, that is told once, with all the places it is repeated in.
    if (!isNamed(context, node.source)) report(context, at, { code: 'yaml-subset', message, help: say('write-out') })
    context.muted.add(context.place(at.start).line)
    return { kind: 'scalar', ...at, path, text: '', isEmpty: true, isExact: false }
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    reportDecoration(context, node, spanOf(node.range, around))
    return convertMap(context, node.items, path, { at: spanOf(node.range, around), owner: around })
  }
  if (isSeq(node)) {
    const at = spanOf(node.range, around)
    reportDecoration(context, node, at)
    const items = node.items.map((item, index) => convertItem(context, item, `${path}[${index + 1}]`, at))
    return { kind: 'list', ...at, path, items }
  }
  if (isScalar(node)) return convertScalar(context, node, path, around)
  return { kind: 'scalar', ...around, path, text: '', isEmpty: true, isExact: false }
}

function convertItem(context: Sink, item: unknown, path: string, around: Span): TreeNode {
  if (!isPair(item)) return convert(context, item, path, around)
  return convertMap(context, [item as Pair<ParsedNode, ParsedNode | null>], path, { at: around, owner: around })
}

function convertMap(
  context: Sink,
  pairs: readonly Pair<ParsedNode, ParsedNode | null>[],
  path: string,
  { at, owner }: { readonly at: Span; readonly owner: Span },
): MapNode {
  const entries: Entry[] = []
  const keys = new Set<string>()
  for (const pair of pairs) {
    const entry = convertPair(context, pair, path, at)
    if (entry === undefined) continue
    if (keys.has(entry.key)) reportDuplicate(context, entry, entries)
    else entries.push(entry)
    keys.add(entry.key)
  }
  return { kind: 'map', ...at, path, at: owner, entries }
}

function reportDuplicate(context: Sink, entry: Entry, entries: readonly Entry[]): void {
  const first = entries.find((known) => known.key === entry.key)
  const line = context.place(first?.keyAt.start ?? 0).line
  report(context, entry.keyAt, {
    code: 'duplicate-key',
    message: say('duplicate-key', { key: entry.key, line }),
    help: say('keep-one'),
  })
}

function convertPair(
  context: Sink,
  pair: Pair<ParsedNode, ParsedNode | null>,
  path: string,
  around: Span,
): Entry | undefined {
  if (!isScalar(pair.key)) {
    const at = spanOf(pair.key?.range, around)
    report(context, at, { code: 'yaml-subset', message: say('key-is-block'), help: say('write-single-key') })
    return undefined
  }
  const keyAt = spanOf(pair.key.range, around)
  reportDecoration(context, pair.key, keyAt)
  const key = textOfScalar(pair.key)
  if (key === '<<') {
    report(context, keyAt, { code: 'yaml-subset', message: say('merge-key'), help: say('write-lines-out') })
    return undefined
  }
  if (pair.value === null && /^\w+:\S/.test(key)) {
    const colon = key.indexOf(':')
    reportMissingSpace(context, keyAt, key)
    const own = { start: keyAt.start, end: keyAt.start + colon }
    const value = { start: keyAt.start + colon + 1, end: keyAt.end }
    const inner = `${path === '' ? '' : `${path}.`}${key.slice(0, colon)}`
    const node = {
      kind: 'scalar',
      ...value,
      path: inner,
      text: key.slice(colon + 1),
      isEmpty: false,
      isExact: true,
    } as const
    return { key: key.slice(0, colon), keyAt: own, path: inner, value: node }
  }
  const inner = path === '' ? key : `${path}.${key}`
  return { key, keyAt, path: inner, value: convert(context, pair.value, inner, keyAt) }
}

/** Reports `key:value`, which YAML reads as one word. */
export function reportMissingSpace(context: Sink, at: Span, text: string): void {
  const colon = text.indexOf(':')
  const isWhole = context.text.slice(at.start, at.end) === text
  report(context, at, {
    code: 'missing-space',
    message: say('colon-without-space', { key: text.slice(0, colon) }),
    help: say('write', { text: `${text.slice(0, colon)}: ${text.slice(colon + 1)}` }),
    ...(isWhole ? { fix: { text: `${text.slice(0, colon)}: ${text.slice(colon + 1)}` } } : {}),
  })
}

function textOfScalar(node: Scalar): string {
  if (node.type === 'PLAIN') return node.source ?? ''
  return typeof node.value === 'string' ? node.value : String(node.source ?? '')
}

function convertScalar(context: Sink, node: Scalar, path: string, around: Span): TreeNode {
  const range = node.range ?? undefined
  const isPlain = node.type === 'PLAIN' || node.type === undefined
  const text = textOfScalar(node)
  const isEmpty = isPlain && (text === '' || text === '~' || text === 'null')
  const at = isEmpty && text === '' && node.tag === undefined ? around : spanOf(range, around)
  const tagged = reportDecoration(context, node, at, { text, path })
  // The value that was meant stands in, so that nothing else is said of it.
  if (tagged !== undefined) return { kind: 'scalar', ...at, path, text: tagged, isEmpty: false, isExact: false }
  if (isPlain && range !== undefined) reportCut(context, { start: range[0], end: range[1] }, text)
  const isExact = isPlain && context.text.slice(at.start, at.start + text.length) === text
  return { kind: 'scalar', ...at, path, text, isEmpty, isExact }
}

/** A text such as `Offer #2` is cut at the `#`, silently. */
function reportCut(context: Sink, at: Span, text: string): void {
  const rest = /^[^\n]*/.exec(context.text.slice(at.end, at.end + 500))?.[0].trimEnd() ?? ''
  if (!/^[ \t]+#[^\s#!]/.test(rest)) return
  const whole = `${text}${rest}`.trim()
  report(
    context,
    { start: at.end + rest.indexOf('#'), end: at.end + rest.length },
    {
      code: 'text-cut',
      message: say('text-cut', { rest: rest.trim() }),
      help: say('quote-or-remark', { text: whole.replaceAll('"', '\\"') }),
    },
  )
}
