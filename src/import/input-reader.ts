import type { Node } from 'yaml'

import type { Saying } from '#schemas/saying'
import type { Format, Lookup, Place, ValueSource } from './mapping'
import { readSource } from './read-source'
import { say } from './say'
import type { Thing } from './words/things'
import { blockOf, offer, type Block, type Walk } from './yaml-walk'

/** What reads one input of the mapping. */
export type InputReader = {
  readonly walk: Walk
  readonly node: Node
  readonly lookups: Readonly<Record<string, Lookup>>
}

/** What every input says: its file and how it is read. */
export type InputFile = { readonly at: Place; readonly file: string; readonly format: Format }

/** Reads the block of an input of one kind. */
export function inputBlock({ walk, node }: InputReader, thing: Thing, keys: readonly string[]): Block | undefined {
  return blockOf(walk, node, thing, ['kind', 'file', 'format', ...keys])
}

/** Reads a source that may be absent. */
export function maybeSource(reader: InputReader, block: Block, key: string): ValueSource | undefined {
  const value = block.values.get(key)
  if (value === undefined) return undefined
  const source = readSource(reader.walk, value, { source: key })
  const { lookup } = source ?? {}
  if (lookup !== undefined && reader.lookups[lookup] === undefined) {
    reader.walk.fault(value, say('lookup_unknown', { lookup, ...offer(lookup, Object.keys(reader.lookups)) }))
  }
  return source
}

/** Reads a source that must be there; the sentence says what it is for where it is not. */
export function needSource(reader: InputReader, block: Block, key: string, missing: Saying): ValueSource {
  const source = maybeSource(reader, block, key)
  if (!block.values.has(key)) reader.walk.fault(block.at, missing)
  return source ?? { at: block.at, parts: [], asId: false, factor: 1, isSum: false }
}

/** The sources of a block that are there, by key. */
export function someSources<K extends string>(
  reader: InputReader,
  block: Block,
  keys: readonly K[],
): Readonly<Partial<Record<K, ValueSource>>> {
  const found: Partial<Record<K, ValueSource>> = {}
  for (const key of keys) {
    const source = maybeSource(reader, block, key)
    if (source !== undefined) found[key] = source
  }
  return found
}
