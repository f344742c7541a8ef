import { distance } from 'fastest-levenshtein'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'

import type { Saying } from '#schemas/saying'
import type { Place } from './mapping'
import { say } from './say'
import type { Offer } from './words/en-mapping'
import type { Thing } from './words/things'

/** A walk over a YAML text that collects faults on its way instead of stopping at the first. */
export type Walk = {
  readonly placeOf: (node: Node | null | undefined) => Place
  readonly fault: (at: Node | Place | null | undefined, sentence: Saying) => void
}

/** A map of the file: its values by key, and where it stands. */
export type Block = { readonly at: Place; readonly node: Node; readonly values: ReadonlyMap<string, Node> }

/** Parses a YAML text; what is wrong with it as YAML is told to `fault` with the place. */
export function openYaml(
  text: string,
  tell: (place: Place, sentence: Saying) => void,
): { readonly walk: Walk; readonly root: Node | null } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  for (const error of [...document.errors, ...document.warnings]) {
    tell(at(error.pos[0]), say('yaml', { text: error.message }))
  }
  const placeOf = (node: Node | null | undefined): Place => at(node?.range?.[0] ?? 0)
  const fault: Walk['fault'] = (where, sentence) => {
    tell(where !== null && where !== undefined && 'column' in where ? where : placeOf(where), sentence)
  }
  return { walk: { placeOf, fault }, root: document.contents }
}

/** Reads a map that may have only the named keys; any other is a fault with the nearest of them as the suggestion. */
export function blockOf(walk: Walk, node: Node, thing: Thing, keys: readonly string[]): Block | undefined {
  const block = mapOf(walk, node, thing)
  if (block === undefined) return undefined
  for (const [key, value] of block.values) {
    if (!keys.includes(key)) walk.fault(value, say('key_unknown', { key, thing, ...offer(key, keys) }))
  }
  return block
}

/** Reads a map with any keys. */
export function mapOf(walk: Walk, node: Node, thing: Thing): Block | undefined {
  if (!isMap(node)) {
    walk.fault(node, say('not_keys', { thing }))
    return undefined
  }
  const values = new Map<string, Node>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? scalarText(key) : ''
    if (value === null) walk.fault(key as Node, say('no_value', { key: name }))
    else values.set(name, value as Node)
  }
  return { at: walk.placeOf(node), node, values }
}

/** Reads a list; a single value is a list of one. */
export function listOf(node: Node): readonly Node[] {
  return isSeq(node) ? (node.items as readonly Node[]) : [node]
}

/** Reads a text as it was written: `01` stays `01`. */
export function textOf(walk: Walk, node: Node, thing: Thing): string | undefined {
  if (isScalar(node) && node.value !== null) return scalarText(node)
  walk.fault(node, say('not_text', { thing }))
  return undefined
}

/** Reads one of some words. */
export function wordOf<W extends string>(walk: Walk, node: Node, key: string, words: readonly W[]): W | undefined {
  const text = textOf(walk, node, key)
  const found = words.find((word) => word === text)
  if (text !== undefined && found === undefined) {
    walk.fault(node, say('word_unknown', { text, key, ...offer(text, words) }))
  }
  return found
}

/** What may have been meant by a word, where one of those there are is near, and what there is. */
export function offer(word: string, known: readonly string[]): Offer {
  // Whatever is written in capitals is as near as what is not.
  const far = (one: string) => distance(word.toLowerCase(), one.toLowerCase())
  const named = known.filter((one) => one !== '')
  const nearest = named.toSorted((a, b) => far(a) - far(b))[0]
  const some = named.slice(0, 20)
  if (nearest === undefined || far(nearest) > Math.max(2, nearest.length / 3)) return { known: some }
  return { guess: nearest, known: some }
}

/** Whether a node is one value, not a map or a list. */
export function isText(node: Node): boolean {
  return isScalar(node)
}

function scalarText(node: { readonly source?: string | undefined; readonly value: unknown }): string {
  return node.source ?? String(node.value)
}
