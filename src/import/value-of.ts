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
  const cells = source.parts.map((part) => (typeof part === 'string' ? part : (row.cells[part.column] ?? '')))
  const isEmpty =
    source.parts.some((part) => typeof part !== 'string') &&
    cells.every((text, index) => text === '' || typeof source.parts[index] === 'string')
  if (isEmpty) return finished(source, source.ifEmpty ?? '')
  const found = lookedUp(source, trimmed(cells.join('')), lookups)
  return finished(source, translated(source, found))
}

function lookedUp({ lookup }: ValueSource, text: string, lookups: LookupTables): string {
  const table = lookup === undefined ? undefined : lookups[lookup]
  if (table === undefined) return text
  const found = table.values.get(text)
  if (found !== undefined) return found
  throw new ValueError(say('not_looked_up', { text, column: table.from, file: table.file }))
}

function translated({ map, otherwise }: ValueSource, text: string): string {
  const found = map?.get(text)
  if (map === undefined || found !== undefined) return found ?? text
  if (otherwise !== undefined) return 'keep' in otherwise ? text : otherwise.value
  throw new ValueError(say('not_mapped', { text, known: [...map.keys()].slice(0, 20) }))
}

function finished(source: ValueSource, text: string): string {
  if (source.asId) return nameToId(text)
  refuseOddSign(columnsOf(source).join(', '), text, 'prose')
  return text
}

/** Refuses a text with characters that none may hold: line breaks in one line, control and direction characters. */
export function refuseOddSign(key: string, text: string, kind: TextKind): void {
  const sign = oddSignIn(text, kind)
  if (sign !== undefined) throw new ValueError(say('odd_sign', { key, sign }))
}

/** The columns a source reads. */
export function columnsOf(source: ValueSource): readonly string[] {
  return source.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.column]))
}
