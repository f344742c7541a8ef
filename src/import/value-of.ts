import { isSqueezed, textOfSpreadsheet } from '#domain/files/spreadsheet-text'
import { oddSignIn, trimmed, type TextKind } from '#domain/kernel/text'

import type { ValueSource } from './mapping'
import { nameToId } from './name-to-id'
import type { Row } from './read-table'
import { say, ValueError } from './say'

/** Tables in which values are looked up, by name: value to value. */
export type LookupTables = Readonly<
  Record<string, { readonly file: string; readonly from: string; readonly values: ReadonlyMap<string, string> }>
>

/** The text a source makes out of a row; empty where the cells are. Throws `ValueError` for a value nobody knows. */
export function valueOf(source: ValueSource, row: Row, lookups: LookupTables): string {
  const key = keyOf(source, row, lookups)
  return source.asId ? nameToId(key) : key
}

/** Refuses a text with characters that none may hold: line breaks in one line, control and direction characters. */
export function refuseOddSign(key: string, text: string, kind: TextKind): void {
  const sign = oddSignIn(text, kind)
  if (sign !== undefined) throw new ValueError(say('odd_sign', { key, sign }))
}

/** The same before it is made an id: what tells two apart whose names have one id. */
export function keyOf(source: ValueSource, row: Row, lookups: LookupTables): string {
  const cells = source.parts.map((part) => (typeof part === 'string' ? part : (row.cells[part.column] ?? '')))
  const isEmpty =
    source.parts.some((part) => typeof part !== 'string') &&
    cells.every((text, index) => text === '' || typeof source.parts[index] === 'string')
  if (isEmpty) return source.ifEmpty ?? ''
  const squeezed = cells.find(isSqueezed)
  if (squeezed !== undefined) throw new ValueError(say('squeezed', { text: squeezed }))
  const text = cutTo(source, translated(source, trimmed(cells.map(textOfSpreadsheet).join('')), lookups))
  refuseOddSign(columnsOf(source).join(', '), text, 'prose')
  return text
}

function cutTo({ cut }: ValueSource, text: string): string {
  if (cut === undefined || text.length <= cut) return text
  // A letter of two halves is not cut in two.
  return text.slice(0, cut).replace(/[\ud800-\udbff]$/, '')
}

/** Looked up, then put into other words; `otherwise` is for what either of them does not know. */
function translated(source: ValueSource, text: string, lookups: LookupTables): string {
  const { lookup, map, otherwise } = source
  const table = lookup === undefined ? undefined : lookups[lookup]
  const found = table === undefined ? text : table.values.get(text)
  const word = found === undefined || map === undefined ? found : map.get(found)
  if (word !== undefined) return word
  if (otherwise !== undefined) return 'keep' in otherwise ? (found ?? text) : otherwise.value
  if (table !== undefined && found === undefined) {
    throw new ValueError(say('not_looked_up', { text, column: table.from, file: table.file }))
  }
  throw new ValueError(say('not_mapped', { text: found ?? text, known: [...(map?.keys() ?? [])].slice(0, 20) }))
}

/** The columns a source reads. */
export function columnsOf(source: ValueSource): readonly string[] {
  return source.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.column]))
}
