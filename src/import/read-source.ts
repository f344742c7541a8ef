import type { Node } from 'yaml'

import { encodings, type Format, type ValueSource } from './mapping'
import { isDatePattern } from './read-dates'
import { say } from './say'
import type { Thing } from './words/things'
import { blockOf, isText, listOf, mapOf, textOf, wordOf, type Block, type Walk } from './yaml-walk'

const sourceKeys = [
  'column',
  'text',
  'value',
  'if_empty',
  'lookup',
  'map',
  'otherwise',
  'as',
  'factor',
  'sum',
  'dates',
  'cut',
]
const formatKeys = [
  'encoding',
  'delimiter',
  'quote',
  'skip_lines',
  'skip_rows',
  'decimal',
  'thousands',
  'strip',
  'dates',
  'blank',
]

/** How files are read where nothing is said. */
export const usualFormat: Format = {
  encoding: 'auto',
  delimiter: ',',
  quote: '"',
  skipLines: 0,
  skipRows: [],
  decimal: '.',
  thousands: '',
  strip: [],
  dates: ['YYYY-MM-DD'],
  blank: [],
}

/**
 * Reads how a text is made out of a row: the name of a column, a text with {columns} in it, or a map that says more.
 */
export function readSource(walk: Walk, node: Node, thing: Thing): ValueSource | undefined {
  const plain = { at: walk.placeOf(node), asId: false, factor: 1, isSum: false }
  if (isText(node)) {
    const text = textOf(walk, node, thing) ?? ''
    return { ...plain, parts: text.includes('{') ? partsOf(text) : [{ column: text }] }
  }
  const block = blockOf(walk, node, thing, sourceKeys)
  if (block === undefined) return undefined
  return { ...plain, ...readMore(walk, block, thing), parts: readParts(walk, block, thing) }
}

/** Reads a format block on top of another format. */
export function readFormat(walk: Walk, node: Node | undefined, usual: Format): Format {
  if (node === undefined) return usual
  const block = blockOf(walk, node, 'format', formatKeys)
  if (block === undefined) return usual
  const { values } = block
  const word = <W extends string>(key: string, words: readonly W[]): W | undefined => {
    const value = values.get(key)
    return value === undefined ? undefined : wordOf(walk, value, key, words)
  }
  const texts = (key: 'blank' | 'strip' | 'skip_rows', otherwise: readonly string[]): readonly string[] => {
    const value = values.get(key)
    return value === undefined ? otherwise : listOf(value).flatMap((one) => textOf(walk, one, key) ?? [])
  }
  const dates = values.get('dates')
  const quote = word('quote', ['"', "'", 'none'])
  return {
    encoding: word('encoding', encodings) ?? usual.encoding,
    quote: quote === 'none' ? '' : (quote ?? usual.quote),
    skipLines: wholeOf(walk, values.get('skip_lines'), 'skip_lines') ?? usual.skipLines,
    skipRows: texts('skip_rows', usual.skipRows),
    strip: texts('strip', usual.strip),
    delimiter: delimiterOf(walk, values.get('delimiter')) ?? usual.delimiter,
    decimal: word('decimal', ['.', ',']) ?? usual.decimal,
    thousands: word('thousands', ['', ',', '.', ' ', "'"]) ?? usual.thousands,
    dates: dates === undefined ? usual.dates : readDates(walk, dates),
    blank: texts('blank', usual.blank),
  }
}

function readParts(walk: Walk, { values, node }: Block, thing: Thing): ValueSource['parts'] {
  const given = ['column', 'text', 'value'].filter((key) => values.has(key))
  const [kind] = given
  if (kind === undefined || given.length > 1) {
    walk.fault(node, say('source_unsaid', { thing }))
    return []
  }
  const text = textOf(walk, values.get(kind) ?? node, kind) ?? ''
  if (kind === 'column') return [{ column: text }]
  return kind === 'value' ? [text] : partsOf(text)
}

function readMore(walk: Walk, { values }: Block, thing: Thing): Partial<ValueSource> {
  const text = (key: string) => {
    const value = values.get(key)
    return value === undefined ? undefined : textOf(walk, value, key)
  }
  const map = values.get('map')
  const as = values.get('as')
  const dates = values.get('dates')
  const cut = wholeOf(walk, values.get('cut'), 'cut')
  const [ifEmpty, lookup, otherwise] = [text('if_empty'), text('lookup'), text('otherwise')]
  if (otherwise !== undefined && map === undefined && lookup === undefined) {
    walk.fault(values.get('otherwise'), say('otherwise_alone'))
  }
  return {
    ...(ifEmpty === undefined ? {} : { ifEmpty }),
    ...(lookup === undefined ? {} : { lookup }),
    ...(map === undefined ? {} : { map: readMap(walk, map, { mapOf: thing }) }),
    ...(otherwise === undefined ? {} : { otherwise: otherwise === 'keep' ? { keep: true } : { value: otherwise } }),
    asId: as !== undefined && wordOf(walk, as, 'as', ['id']) === 'id',
    factor: readFactor(walk, values.get('factor')),
    isSum: readYes(walk, values.get('sum'), 'sum'),
    ...(dates === undefined ? {} : { dates: readDates(walk, dates) }),
    ...(cut === undefined ? {} : { cut }),
  }
}

function wholeOf(walk: Walk, node: Node | undefined, key: string): number | undefined {
  if (node === undefined) return undefined
  const whole = Number(textOf(walk, node, key))
  if (Number.isSafeInteger(whole) && whole > 0) return whole
  walk.fault(node, say('not_whole', { key }))
  return undefined
}

function readMap(walk: Walk, node: Node, thing: Thing): ReadonlyMap<string, string> {
  const block = mapOf(walk, node, thing)
  const pairs = [...(block?.values ?? [])].flatMap(([key, value]) => {
    const text = textOf(walk, value, { becomes: key })
    return text === undefined ? [] : [[key, text] as const]
  })
  return new Map(pairs)
}

/** Reads what numbers are multiplied by; 1 where nothing is said. */
export function readFactor(walk: Walk, node: Node | undefined): number {
  if (node === undefined) return 1
  const factor = Number(textOf(walk, node, 'factor'))
  if (Number.isSafeInteger(factor) && factor > 0) return factor
  walk.fault(node, say('factor'))
  return 1
}

function readYes(walk: Walk, node: Node | undefined, what: string): boolean {
  return node !== undefined && ['yes', 'true'].includes(wordOf(walk, node, what, ['yes', 'no', 'true', 'false']) ?? '')
}

function readDates(walk: Walk, node: Node): readonly string[] {
  return listOf(node).flatMap((one) => {
    const text = textOf(walk, one, 'dates')
    if (text === undefined || isDatePattern(text)) return text ?? []
    walk.fault(one, say('dates', { text }))
    return []
  })
}

function delimiterOf(walk: Walk, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined
  const text = textOf(walk, node, 'delimiter')
  if (text === 'tab') return '\t'
  if (text === undefined || text.length === 1) return text
  walk.fault(node, say('delimiter', { text }))
  return undefined
}

function partsOf(text: string): ValueSource['parts'] {
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { column: part.slice(1, -1) } : part))
}
