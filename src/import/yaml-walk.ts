import { distance } from 'fastest-levenshtein'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'

import type { Place } from './mapping'

/** A walk over a YAML text that collects faults on its way instead of stopping at the first. */
export type Walk = {
  readonly placeOf: (node: Node | null | undefined) => Place
  readonly fault: (at: Node | Place | null | undefined, message: string) => void
}

/** A map of the file: its values by key, and where it stands. */
export type Block = { readonly at: Place; readonly node: Node; readonly values: ReadonlyMap<string, Node> }

/** Parses a YAML text; what is wrong with it as YAML is told to `fault` with the place. */
export function openYaml(
  text: string,
  tell: (place: Place, message: string) => void,
): { readonly walk: Walk; readonly root: Node | null } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  for (const error of [...document.errors, ...document.warnings]) tell(at(error.pos[0]), error.message)
  const placeOf = (node: Node | null | undefined): Place => at(node?.range?.[0] ?? 0)
  const fault: Walk['fault'] = (where, message) => {
    tell(where !== null && where !== undefined && 'column' in where ? where : placeOf(where), message)
  }
  return { walk: { placeOf, fault }, root: document.contents }
}

/** Reads a map that may have only the named keys; any other is a fault with the nearest of them as the suggestion. */
export function blockOf(walk: Walk, node: Node, what: string, keys: readonly string[]): Block | undefined {
  const block = mapOf(walk, node, what)
  if (block === undefined) return undefined
  for (const [key, value] of block.values) {
    if (!keys.includes(key)) walk.fault(value, `There is no key “${key}” in ${what}. ${suggestion(key, keys)}`)
  }
  return block
}

/** Reads a map with any keys. */
export function mapOf(walk: Walk, node: Node, what: string): Block | undefined {
  if (!isMap(node)) {
    walk.fault(node, `Write ${what} as keys with values, one a line.`)
    return undefined
  }
  const values = new Map<string, Node>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? scalarText(key) : ''
    if (value === null) walk.fault(key as Node, `“${name}” has no value.`)
    else values.set(name, value as Node)
  }
  return { at: walk.placeOf(node), node, values }
}

/** Reads a list; a single value is a list of one. */
export function listOf(node: Node): readonly Node[] {
  return isSeq(node) ? (node.items as readonly Node[]) : [node]
}

/** Reads a text as it was written: `01` stays `01`. */
export function textOf(walk: Walk, node: Node, what: string): string | undefined {
  if (isScalar(node) && node.value !== null) return scalarText(node)
  walk.fault(node, `Write ${what} as one text.`)
  return undefined
}

/** Reads one of some words. */
export function wordOf<W extends string>(walk: Walk, node: Node, what: string, words: readonly W[]): W | undefined {
  const text = textOf(walk, node, what)
  const found = words.find((word) => word === text)
  if (text !== undefined && found === undefined) {
    walk.fault(node, `“${text}” cannot be ${what}. ${suggestion(text, words)}`)
  }
  return found
}

/** The nearest of some words, and all of them. */
export function suggestion(word: string, known: readonly string[]): string {
  const nearest = known.toSorted((a, b) => distance(word, a) - distance(word, b))[0]
  const all = known.length === 0 ? 'There are none.' : `Write one of: ${known.slice(0, 20).join(', ')}.`
  if (nearest === undefined || distance(word, nearest) > Math.max(2, nearest.length / 3)) return all
  return `Did you mean “${nearest}”? ${all}`
}

/** Whether a node is one value, not a map or a list. */
export function isText(node: Node): boolean {
  return isScalar(node)
}

function scalarText(node: { readonly source?: string | undefined; readonly value: unknown }): string {
  return node.source ?? String(node.value)
}
