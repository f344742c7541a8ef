import type { Node } from 'yaml'

import type { Format, ValueSource } from './mapping'
import { blockOf, isText, listOf, mapOf, textOf, wordOf, type Block, type Walk } from './yaml-walk'

const sourceKeys = ['column', 'text', 'value', 'if_empty', 'lookup', 'map', 'otherwise', 'as', 'factor', 'sum', 'dates']
const formatKeys = ['encoding', 'delimiter', 'decimal', 'thousands', 'dates', 'blank']

/** How files are read where nothing is said. */
export const usualFormat: Format = {
  encoding: 'auto',
  delimiter: ',',
  decimal: '.',
  thousands: '',
  dates: ['YYYY-MM-DD'],
  blank: [],
}

/**
 * Reads how a text is made out of a row: the name of a column, a text with {columns} in it, or a map that says more.
 */
export function readSource(walk: Walk, node: Node, what: string): ValueSource | undefined {
  const plain = { at: walk.placeOf(node), asId: false, factor: 1, isSum: false }
  if (isText(node)) {
    const text = textOf(walk, node, what) ?? ''
    return { ...plain, parts: text.includes('{') ? partsOf(text) : [{ column: text }] }
  }
  const block = blockOf(walk, node, what, sourceKeys)
  if (block === undefined) return undefined
  return { ...plain, ...readMore(walk, block, what), parts: readParts(walk, block, what) }
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
  const dates = values.get('dates')
  const blank = values.get('blank')
  return {
    encoding: word('encoding', ['auto', 'utf-8', 'utf-16', 'cp1251']) ?? usual.encoding,
    delimiter: delimiterOf(walk, values.get('delimiter')) ?? usual.delimiter,
    decimal: word('decimal', ['.', ',']) ?? usual.decimal,
    thousands: word('thousands', ['', ',', '.', ' ', "'"]) ?? usual.thousands,
    dates: dates === undefined ? usual.dates : readDates(walk, dates),
    blank: blank === undefined ? usual.blank : listOf(blank).flatMap((one) => textOf(walk, one, 'blank') ?? []),
  }
}

function readParts(walk: Walk, { values, node }: Block, what: string): ValueSource['parts'] {
  const given = ['column', 'text', 'value'].filter((key) => values.has(key))
  const [kind] = given
  if (kind === undefined || given.length > 1) {
    walk.fault(
      node,
      `Say where ${what} comes from: one of column, text (with {columns} in it) or value (the same for all).`,
    )
    return []
  }
  const text = textOf(walk, values.get(kind) ?? node, kind) ?? ''
  if (kind === 'column') return [{ column: text }]
  return kind === 'value' ? [text] : partsOf(text)
}

function readMore(walk: Walk, { values }: Block, what: string): Partial<ValueSource> {
  const text = (key: string) => {
    const value = values.get(key)
    return value === undefined ? undefined : textOf(walk, value, key)
  }
  const map = values.get('map')
  const as = values.get('as')
  const dates = values.get('dates')
  const [ifEmpty, lookup, otherwise] = [text('if_empty'), text('lookup'), text('otherwise')]
  if (otherwise !== undefined && map === undefined) {
    walk.fault(
      values.get('otherwise'),
      '“otherwise” is for values that “map” does not know: add a map, or take it away.',
    )
  }
  return {
    ...(ifEmpty === undefined ? {} : { ifEmpty }),
    ...(lookup === undefined ? {} : { lookup }),
    ...(map === undefined ? {} : { map: readMap(walk, map, `the map of ${what}`) }),
    ...(otherwise === undefined ? {} : { otherwise: otherwise === 'keep' ? { keep: true } : { value: otherwise } }),
    asId: as !== undefined && wordOf(walk, as, 'as', ['id']) === 'id',
    factor: readFactor(walk, values.get('factor')),
    isSum: readYes(walk, values.get('sum'), 'sum'),
    ...(dates === undefined ? {} : { dates: readDates(walk, dates) }),
  }
}

function readMap(walk: Walk, node: Node, what: string): ReadonlyMap<string, string> {
  const block = mapOf(walk, node, what)
  const pairs = [...(block?.values ?? [])].flatMap(([key, value]) => {
    const text = textOf(walk, value, `what “${key}” becomes`)
    return text === undefined ? [] : [[key, text] as const]
  })
  return new Map(pairs)
}

/** Reads what numbers are multiplied by; 1 where nothing is said. */
export function readFactor(walk: Walk, node: Node | undefined): number {
  if (node === undefined) return 1
  const factor = Number(textOf(walk, node, 'factor'))
  if (Number.isSafeInteger(factor) && factor > 0) return factor
  walk.fault(node, 'A factor is a whole number of 1 or more, such as 1000 for a file in thousands.')
  return 1
}

function readYes(walk: Walk, node: Node | undefined, what: string): boolean {
  return node !== undefined && ['yes', 'true'].includes(wordOf(walk, node, what, ['yes', 'no', 'true', 'false']) ?? '')
}

function readDates(walk: Walk, node: Node): readonly string[] {
  return listOf(node).flatMap((one) => {
    const text = textOf(walk, one, 'dates')
    if (text === undefined || isDatePattern(text)) return text ?? []
    walk.fault(
      one,
      `“${text}” does not say how dates are written. Write it such as YYYY-MM-DD, DD.MM.YYYY or M/D/YYYY HH:mm.`,
    )
    return []
  })
}

function isDatePattern(text: string): boolean {
  return ['YY', 'M', 'D'].every((part) => text.includes(part)) && /^[YMDHhms\s./:,T-]+$/.test(text)
}

function delimiterOf(walk: Walk, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined
  const text = textOf(walk, node, 'delimiter')
  if (text === 'tab') return '\t'
  if (text === undefined || text.length === 1) return text
  walk.fault(node, `“${text}” cannot be a delimiter. Write one character, such as ";" or "|", or the word tab.`)
  return undefined
}

function partsOf(text: string): ValueSource['parts'] {
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { column: part.slice(1, -1) } : part))
}
