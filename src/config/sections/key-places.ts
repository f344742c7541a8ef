import { placesIn } from '#config/yaml/places-in'
import type { Sink } from '#config/context'
import { readTree } from '#config/yaml/yaml-tree'
import type { TreeNode } from '#config/yaml/tree'

/** Where a key or an item of a list stands, and what is written there when it is a single value. */
export type KeyPlace = { readonly line: number; readonly column: number; readonly text?: string }

/** Every key and every item of a file by its path, such as `stages.contract.tasks` or `calendar.holidays[2]`. */
export type KeyPlaces = ReadonlyMap<string, KeyPlace>

/** Finds where everything stands in a text without faults; of any other text, what can be read of it. */
export function keyPlaces(text: string): KeyPlaces {
  const place = placesIn(text)
  const sink: Sink = { text, lang: 'en', place, diagnostics: [], fixes: [], muted: new Set(), misnamed: new Set() }
  const places = new Map<string, KeyPlace>()
  const tree = readTree(sink)
  if (tree !== undefined) walk(tree, (path, at, node) => places.set(path, { ...place(at), ...textIn(node) }))
  return places
}

function walk(node: TreeNode, see: (path: string, at: number, node: TreeNode) => void): void {
  if (node.kind === 'map') {
    for (const { path, keyAt, value } of node.entries) {
      see(path, keyAt.start, value)
      walk(value, see)
    }
  }
  if (node.kind !== 'list') return
  for (const item of node.items) {
    see(item.path, item.start, item)
    walk(item, see)
  }
}

function textIn(node: TreeNode): { readonly text?: string } {
  return node.kind === 'scalar' && !node.isEmpty ? { text: node.text } : {}
}
