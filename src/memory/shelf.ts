import type { Page } from '#ports/page'

/** Which part of a list to read: by how its keys begin or between two keys, both included; from after a cursor on. */
export type Span = {
  readonly prefix?: string
  readonly from?: string
  readonly to?: string
  readonly newestFirst?: boolean
  readonly cursor?: string
}

/** Things in named lists, each in the order of its keys: what a partition of the table is, or of an index. */
export type Shelf<T> = {
  readonly get: (list: string, key: string) => T | undefined
  readonly put: (list: string, key: string, thing: T) => void
  readonly take: (list: string, key: string) => void
  /** So many things, with a cursor where there are more. */
  readonly page: (list: string, span: Span & { readonly limit: number }) => Page<T>
  readonly all: (list: string, span?: Span) => readonly T[]
  /** The first key that is not before another. */
  readonly firstKey: (list: string, from: string) => string | undefined
}

type List<T> = { readonly keys: string[]; readonly things: T[] }

/** An empty shelf. */
export function shelf<T>(): Shelf<T> {
  const lists = new Map<string, List<T>>()
  const listOf = (name: string): List<T> => lists.get(name) ?? { keys: [], things: [] }
  return {
    get: (name, key) => {
      const { keys, things } = listOf(name)
      const at = placeOf(keys, key)
      return keys[at] === key ? things[at] : undefined
    },
    put: (name, key, thing) => {
      const list = listOf(name)
      lists.set(name, list)
      const at = placeOf(list.keys, key)
      const isThere = list.keys[at] === key ? 1 : 0
      if (isThere === 0) list.keys.splice(at, 0, key)
      list.things.splice(at, isThere, thing)
    },
    take: (name, key) => {
      const { keys, things } = listOf(name)
      const at = placeOf(keys, key)
      if (keys[at] !== key) return
      keys.splice(at, 1)
      things.splice(at, 1)
      // A list that is empty is gone, or lists of months and people long past would pile up.
      if (keys.length === 0) lists.delete(name)
    },
    page: (name, span) => pageOf(listOf(name), span),
    all: (name, span = {}) => {
      const { keys, things } = listOf(name)
      return things.slice(...bounds(keys, span))
    },
    firstKey: (name, from) => {
      const { keys } = listOf(name)
      return keys[placeOf(keys, from)]
    },
  }
}

function pageOf<T>({ keys, things }: List<T>, { limit, ...span }: Span & { readonly limit: number }): Page<T> {
  const [first, end] = bounds(keys, span)
  if (span.newestFirst === true) {
    const start = Math.max(first, end - limit)
    return withCursor(things.slice(start, end).toReversed(), start > first ? keys[start] : undefined)
  }
  const stop = Math.min(end, first + limit)
  return withCursor(things.slice(first, stop), stop < end ? keys[stop - 1] : undefined)
}

function withCursor<T>(items: readonly T[], cursor: string | undefined): Page<T> {
  return cursor === undefined ? { items } : { items, cursor }
}

/** From which place up to, but not, which one a span reaches. */
function bounds(keys: readonly string[], { prefix, from, to, newestFirst, cursor }: Span): [number, number] {
  const low = placeOf(keys, prefix ?? from ?? '')
  const last = prefix === undefined ? to : `${prefix}\uFFFF`
  const high = last === undefined ? keys.length : placeAfter(keys, last)
  if (cursor === undefined) return [low, Math.max(low, high)]
  if (newestFirst === true) return [low, Math.max(low, Math.min(high, placeOf(keys, cursor)))]
  const next = Math.max(low, placeAfter(keys, cursor))
  return [next, Math.max(next, high)]
}

/** Where a key stands, or would. */
function placeOf(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  // Most of what is written comes last, because most keys hold a time or a number that grows.
  if (high > 0 && (keys[high - 1] ?? '') < key) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

function placeAfter(keys: readonly string[], key: string): number {
  const at = placeOf(keys, key)
  return keys[at] === key ? at + 1 : at
}
