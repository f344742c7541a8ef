import type { CST } from 'yaml'
import type { Shape } from '#config/shape/shape'
import { own } from '#domain/kernel/own'
import { flowText } from './print-flow'
import { commentsOf, isBlockKind, orderOf, remarkAfter, shapeOfItem, shapeOfValue } from './tokens'
import type { Entry } from './tokens'

const step = 2

/** The lines of a block of the file in the canonical form. */
export function printBlock(
  token: CST.Token,
  shape: Shape | undefined,
  depth: number,
  remarks: readonly string[] = [],
): readonly string[] {
  if (token.type === 'block-map') return printMap(token, shape, depth, remarks)
  return token.type === 'block-seq' ? printList(token, shape, depth) : []
}

/** `remarks` stand above the first entry as it was written, and go where it goes. */
function printMap(
  map: CST.BlockMap,
  shape: Shape | undefined,
  depth: number,
  remarks: readonly string[],
): readonly string[] {
  const entries: readonly Entry[] = map.items.map((item, at) => ({ item, at, key: keyOf(item) }))
  const isAligned = alignedColumn(map.items)
  const lines: string[] = []
  for (const { item, key, at } of orderOf(entries, shape)) {
    if (at === 0) lines.push(...remarks.map((remark) => pad(depth) + remark))
    lines.push(...leading(item.start, lines.length === 0, depth))
    if (item.key === undefined || item.key === null) continue
    const own = printEntry(item, shapeOfValue(shape, key), { depth, isAligned })
    if (depth === 0 && lines.length > 0 && isBlockKind(item.value)) separate(lines, item.start)
    lines.push(...own)
  }
  return lines
}

/** Sections stand apart from each other; remarks above one belong to it. */
function separate(lines: string[], start: readonly CST.SourceToken[]): void {
  const remarks = commentsOf(start).length
  let at = lines.length
  while (at > lines.length - remarks && lines[at - 1] !== '') at -= 1
  if (at > 0 && lines[at - 1] !== '') lines.splice(at, 0, '')
}

/** The remarks and the blank line above an entry. */
function leading(start: readonly CST.SourceToken[], isFirst: boolean, depth: number): readonly string[] {
  const lines: string[] = []
  let isAfterRemark = false
  for (const { type, source } of start) {
    if (type === 'comment') {
      lines.push(pad(depth) + source.trimEnd())
      isAfterRemark = true
    }
    if (type !== 'newline') continue
    if (!isAfterRemark && lines.at(-1) !== '' && !(isFirst && lines.length === 0)) lines.push('')
    isAfterRemark = false
  }
  return lines
}

type Look = { readonly depth: number; readonly isAligned: ReadonlySet<unknown> }

function printEntry(item: CST.BlockMap['items'][number], shape: Shape | undefined, look: Look): readonly string[] {
  const { depth, isAligned } = look
  const key = `${pad(depth)}${sourceOf(item.key)}:`
  const sep = item.sep ?? []
  const { same, below } = split(sep)
  const inner = below.map((comment) => pad(depth + 1) + comment)
  const { value } = item
  if (value === undefined || value === null) return [key + same, ...inner]
  if (value.type === 'block-map') return [key + same, ...printBlock(value, shape, depth + 1, below)]
  if (isBlockKind(value)) return [key + same, ...inner, ...printBlock(value, shape, depth + 1)]
  const text = printValue(value, shape, depth)
  if (same !== '' || inner.length > 0) return [key + same, ...inner, ...hang(text, depth + 1)]
  const gap = isAligned.has(item) ? gapOf(sep) : ' '
  const [first = '', ...others] = text
  return [key + gap + first, ...others]
}

/** A value on lines of its own, because a remark stands after its key. */
function hang(text: readonly string[], depth: number): readonly string[] {
  return text.map((line, index) => (index === 0 ? pad(depth) + line : line))
}

function printList(list: CST.BlockSequence, shape: Shape | undefined, depth: number): readonly string[] {
  const lines: string[] = []
  for (const item of list.items) {
    const dash = item.start.findIndex(({ type }) => type === 'seq-item-ind')
    const [before, after] = dash < 0 ? [item.start, []] : [item.start.slice(0, dash), item.start.slice(dash + 1)]
    lines.push(...leading(before, lines.length === 0, depth))
    if (dash < 0) continue
    lines.push(...printItem(item.value, shapeOfItem(shape, item.value), after, depth))
  }
  return lines
}

function printItem(
  value: CST.Token | null | undefined,
  shape: Shape | undefined,
  after: readonly CST.SourceToken[],
  depth: number,
): readonly string[] {
  const comments = commentsOf(after)
  const dash = `${pad(depth)}- `
  if (value === undefined || value === null) return [(dash + comments.join(' ')).trimEnd()]
  const own = isBlockKind(value)
    ? printBlock(value, shape, depth + 1)
    : hang(printValue(value, shape, depth), depth + 1)
  if (comments.length > 0) {
    return [dash + (comments[0] ?? ''), ...comments.slice(1).map((comment) => pad(depth + 1) + comment), ...own]
  }
  const [first = '', ...others] = own
  return [dash + first.trimStart(), ...others]
}

/** A value that is not a block, beginning at where it stands; further lines have their whole indent. */
function printValue(value: CST.Token, shape: Shape | undefined, depth: number): readonly string[] {
  if (value.type === 'block-scalar') return printText(value, depth)
  if (value.type === 'flow-collection') {
    const [first = '', ...others] = flowText(value, shape).split('\n')
    const inner = others.map(
      (line, index) => pad(index === others.length - 1 && /^[\]}]/.test(line) ? depth : depth + 1) + line,
    )
    const lines = [first, ...inner]
    return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${remarkAfter(value.end.slice(1))}`]
  }
  const [first = '', ...others] = sourceOf(value).split('\n')
  const folded = [first.trimEnd(), ...others.map((line) => (line.trim() === '' ? '' : pad(depth + 1) + line.trim()))]
  const end = 'end' in value && value.end !== undefined ? remarkAfter(value.end) : ''
  return [...folded.slice(0, -1), `${folded.at(-1) ?? ''}${end}`]
}

/** A text of several lines moves as a whole. */
function printText(value: CST.BlockScalar, depth: number): readonly string[] {
  const tokens = value.props.filter((prop): prop is CST.SourceToken => 'source' in prop)
  const header = tokens.find(({ type }) => type === 'block-scalar-header')?.source ?? '|'
  const lines = linesOfText(value.source, header)
  const given = /[1-9]/.exec(header)?.[0]
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const from = given === undefined ? first.search(/\S|$/) : value.indent + Number(given)
  const to = given === undefined ? (depth + 1) * step : depth * step + Number(given)
  const moved = lines.map((line) =>
    line.length <= from && line.trim() === '' ? '' : ' '.repeat(to) + line.slice(from),
  )
  return [header + remarkAfter(tokens), ...(value.source === '' ? [] : moved)]
}

/** Blank lines below a text are no part of it, unless its sign says so; one of them stays, to set the next entry apart. */
function linesOfText(source: string, header: string): readonly string[] {
  const lines = source.replace(/\n$/, '').split('\n')
  if (header.includes('+')) return lines
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(0, last + 2).map((line, index) => (index > last ? '' : line))
}

/** Entries whose values were put under each other on purpose keep their column. */
function alignedColumn(items: CST.BlockMap['items']): ReadonlySet<unknown> {
  const columns = new Map<number, (typeof items)[number][]>()
  for (const item of items) {
    const gap = item.value === undefined || isBlockKind(item.value) ? '' : gapOf(item.sep ?? [])
    if (gap === '') continue
    const column = sourceOf(item.key).length + gap.length
    columns.set(column, [...(columns.get(column) ?? []), item])
  }
  const kept = [...columns.values()].filter(
    (group) => group.length > 1 && group.some((item) => gapOf(item.sep ?? []).length > 1),
  )
  return new Set(kept.flat())
}

/** What stands between the colon and the value, when that is only spaces. */
function gapOf(sep: readonly CST.SourceToken[]): string {
  const at = sep.findIndex(({ type }) => type === 'map-value-ind')
  const after = sep.slice(at + 1)
  return after.length === 1 && after[0]?.type === 'space' ? after[0].source : ''
}

function split(sep: readonly CST.SourceToken[]): { readonly same: string; readonly below: readonly string[] } {
  const end = sep.findIndex(({ type }) => type === 'newline')
  const head = end < 0 ? sep : sep.slice(0, end)
  return { same: remarkAfter(head), below: end < 0 ? [] : commentsOf(sep.slice(end)) }
}

function keyOf(item: CST.BlockMap['items'][number]): string {
  const source = sourceOf(item.key)
  return own(plainOf, source.charAt(0)) === undefined ? source : source.slice(1, -1)
}

const plainOf: Readonly<Record<string, true>> = { '"': true, "'": true }

function sourceOf(token: CST.Token | null | undefined): string {
  return token !== undefined && token !== null && 'source' in token ? token.source : ''
}

function pad(depth: number): string {
  return ' '.repeat(depth * step)
}
