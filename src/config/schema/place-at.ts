/** Where the cursor is: under which keys, at a key or at a value, and what is typed already. */
export type CursorPlace = {
  /** The keys from the top of the file down to here; `[]` is an item of a list. */
  readonly path: readonly string[]
  /** Whether a key of a block is being typed; else a value. */
  readonly isKey: boolean
  /** What is typed of it, and where that begins. */
  readonly typed: string
  readonly from: number
  /** The keys that stand beside it already. */
  readonly beside: readonly string[]
  /** The indentation of the keys here. */
  readonly indent: number
  /** Whether it is within braces or brackets. */
  readonly isInline: boolean
}

type Token = { readonly column: number; readonly key?: string }
type Line = { readonly tokens: readonly Token[]; readonly end: number; readonly isBlank: boolean }

/** Finds the place of the cursor, by indentation and brackets alone, as the text around it is half written. */
export function placeAt(text: string, offset: number): CursorPlace | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const lines = text.split('\n')
  const index = text.slice(0, start).split('\n').length - 1
  const before = text.slice(start, offset)
  if (isRemark(before) || isInBlockText(lines, index)) return undefined
  const flow = openBrackets(text, sectionStart(lines, index), offset)
  return flow === undefined ? blockPlace(lines, index, before, start) : flowPlace(text, lines, flow, offset)
}

function isRemark(before: string): boolean {
  return /^\s*#|\s#/.test(before.replaceAll(/"[^"]*"|'[^']*'/g, ''))
}

/** Within a text that was begun with “|” or “>” nothing is a key. */
function isInBlockText(lines: readonly string[], index: number): boolean {
  const indent = indentOf(lines[index] ?? '')
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (indentOf(line) >= indent && indent > 0) continue
    return /:\s+[|>][+-]?\s*$/.test(line) && indentOf(line) < indent
  }
  return false
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function sectionStart(lines: readonly string[], index: number): number {
  let at = index
  while (at > 0 && !/^[^\s#-]/.test(lines[at] ?? '')) at -= 1
  return lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
}

type Bracket = { readonly at: number; readonly sign: '{' | '[' }

/** The brackets that are open at a place: only those that begin a value, as a text may have brackets in it, too. */
function openBrackets(text: string, from: number, to: number): readonly Bracket[] | undefined {
  const open: Bracket[] = []
  let quote: string | undefined
  let last = '\n'
  for (let at = from; at < to; at += 1) {
    const sign = text[at] ?? ''
    if (quote !== undefined) {
      if (sign === quote) quote = undefined
      continue
    }
    const isStart = /[:\-[{,\n]/.test(last)
    if ((sign === '"' || sign === "'") && isStart) quote = sign
    else if (sign === '#' && /\s/.test(text[at - 1] ?? '\n')) at = skipLine(text, at, to)
    else if ((sign === '{' || sign === '[') && isStart) open.push({ at, sign })
    else if ((sign === '}' || sign === ']') && open.length > 0) open.pop()
    if (sign === '\n' || !/\s/.test(sign)) last = sign
  }
  return open.length === 0 ? undefined : open
}

function skipLine(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 || end > to ? to : end - 1
}

/** Keys and dashes of a line with their columns: `  - when: x` has a dash at 2 and a key at 4. */
function lineOf(text: string): Line {
  const tokens: Token[] = []
  let column = indentOf(text)
  let rest = text.slice(column)
  if (rest === '' || rest.startsWith('#')) return { tokens: [], end: column, isBlank: true }
  for (let dash = /^-(\s+|$)/.exec(rest); dash !== null; dash = /^-(\s+|$)/.exec(rest)) {
    tokens.push({ column })
    column += dash[0].length
    rest = rest.slice(dash[0].length)
  }
  const key = /^(?:"([^"]*)"|'([^']*)'|([^\s:#'"[\]{}][^:#]*?))\s*:(?=\s|$)/.exec(rest)
  if (key === null) return { tokens, end: column, isBlank: false }
  tokens.push({ column, key: key[1] ?? key[2] ?? key[3] ?? '' })
  return { tokens, end: column + key[0].length, isBlank: false }
}

function blockPlace(lines: readonly string[], index: number, before: string, start: number): CursorPlace {
  const own = lineOf(before)
  const last = own.tokens.at(-1)
  if (last?.key !== undefined) {
    const value = before.slice(own.end)
    const typed = value.trimStart()
    const above = pathAbove(lines, index, own.tokens)
    return {
      path: above,
      isKey: false,
      typed,
      from: start + own.end + (value.length - typed.length),
      beside: [],
      indent: last.column,
      isInline: false,
    }
  }
  const column = own.isBlank ? before.length : own.end
  const typed = before.slice(column)
  const path = pathAbove(lines, index, [...own.tokens, { column, key: '' }]).slice(0, -1)
  return {
    path,
    isKey: true,
    typed,
    from: start + column,
    beside: besideOf(lines, index, column, own.tokens.length > 0),
    indent: column,
    isInline: false,
  }
}

/** The keys above a line that its last token stands under, and its own. */
function pathAbove(lines: readonly string[], index: number, own: readonly Token[]): readonly string[] {
  const path: string[] = []
  let limit = Number.POSITIVE_INFINITY
  let isItem = false
  const take = (tokens: readonly Token[]): void => {
    for (const token of tokens.toReversed()) {
      // A list may stand as far left as the key it belongs to.
      const fits = token.key !== undefined && isItem ? token.column <= limit : token.column < limit
      if (!fits || (token.key === undefined && isItem && token.column >= limit)) continue
      path.unshift(token.key ?? '[]')
      limit = token.column
      isItem = token.key === undefined
    }
  }
  take(own)
  for (let at = index - 1; at >= 0 && (limit > 0 || isItem); at -= 1) take(lineOf(lines[at] ?? '').tokens)
  return path
}

function besideOf(lines: readonly string[], index: number, column: number, isFirst: boolean): readonly string[] {
  const keys: string[] = []
  const walk = (from: number, step: 1 | -1): void => {
    for (let at = from; at >= 0 && at < lines.length; at += step) {
      const { tokens, isBlank } = lineOf(lines[at] ?? '')
      if (isBlank) continue
      const same = tokens.find((token) => token.column === column && token.key !== undefined)
      if (same?.key !== undefined) keys.push(same.key)
      const first = tokens[0]?.column ?? indentOf(lines[at] ?? '')
      // A dash to the left begins another item: going up it is the first line of this one, going down the next one.
      if (first < column && (step === 1 || same === undefined || tokens.length > 1)) return
    }
  }
  // Behind a dash a new item begins: what is above belongs to the one before.
  if (!isFirst) walk(index - 1, -1)
  walk(index + 1, 1)
  return keys
}

/** Where the cursor is within brackets: the block path of the outermost one, then what is written inside. */
function flowPlace(text: string, lines: readonly string[], open: readonly Bracket[], offset: number): CursorPlace {
  const outer = open[0]?.at ?? offset
  const start = text.lastIndexOf('\n', outer) + 1
  const index = text.slice(0, start).split('\n').length - 1
  const line = lineOf(text.slice(start, outer))
  const path = [...pathAbove(lines, index, line.tokens)]
  let part = { typed: '', from: offset }
  let isKey = false
  for (const [depth, { at, sign }] of open.entries()) {
    const end = open[depth + 1]?.at ?? offset
    part = partAfterComma(text, at + 1, end)
    isKey = sign === '{'
    if (sign === '[') path.push('[]')
    const pair = /^([^:]*?)\s*:(?:\s+|$)/.exec(part.typed)
    if (sign === '{' && pair !== null) {
      path.push(pair[1] ?? '')
      part = { typed: part.typed.slice(pair[0].length), from: part.from + pair[0].length }
      isKey = false
    }
  }
  const inside = text.slice((open.at(-1)?.at ?? offset) + 1, closingOf(text, offset))
  const beside = [...inside.matchAll(/(?:^|,)\s*([\w]+)\s*:/g)].flatMap((found) => found[1] ?? [])
  return { path, isKey, ...part, beside, indent: indentOf(lines[index] ?? ''), isInline: true }
}

function partAfterComma(text: string, from: number, to: number): { readonly typed: string; readonly from: number } {
  let depth = 0
  let start = from
  for (let at = from; at < to; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    if (sign === ',' && depth === 0) start = at + 1
  }
  const part = text.slice(start, to)
  const typed = part.trimStart()
  return { typed, from: start + part.length - typed.length }
}

function closingOf(text: string, offset: number): number {
  const found = /[\]}\n]/.exec(text.slice(offset))
  return found === null ? text.length : offset + found.index
}
