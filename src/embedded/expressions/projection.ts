import type { Item } from '#embedded/value'

import { isMap, readPath, valueAt, type Path } from './path'
import type { Reader } from './tokens'

/** Reads the paths of a projection to its end. */
export function readProjection(reader: Reader): readonly Path[] {
  const paths = [readPath(reader)]
  while (reader.take(',')) paths.push(readPath(reader))
  if (reader.peek() !== undefined) throw reader.fail()
  return paths
}

type Tree = Map<string | number, Tree | undefined>

/** What of an item stands at these paths, in the maps and lists it stands in; lists keep their order and lose the gaps. */
export function projected(item: Item, paths: readonly Path[]): Item {
  const root: Tree = new Map()
  for (const path of paths) if (valueAt(item, path) !== undefined) plant(root, path)
  return cut(item, root) as Item
}

function plant(tree: Tree, [step = '', ...rest]: Path): void {
  if (rest.length === 0) {
    tree.set(step, undefined)
    return
  }
  const found = tree.get(step)
  if (found === undefined && tree.has(step)) return
  const branch: Tree = found ?? new Map()
  tree.set(step, branch)
  plant(branch, rest)
}

function cut(value: unknown, tree: Tree | undefined): unknown {
  if (tree === undefined) return value
  if (Array.isArray(value)) {
    const places = [...tree.keys()].map(Number).toSorted((a, b) => a - b)
    return places.map((place) => cut((value as readonly unknown[])[place], tree.get(place)))
  }
  if (!isMap(value)) return value
  return Object.fromEntries([...tree].map(([name, branch]) => [name, cut(value[name], branch)]))
}
