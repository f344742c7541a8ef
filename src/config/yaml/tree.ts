/** A stretch of the text, as offsets; the end is exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** A single value. `text` is what it says; `isExact` means it stands in the source letter by letter at `start`. */
export type ScalarNode = Span & {
  readonly kind: 'scalar'
  readonly path: string
  readonly text: string
  readonly isEmpty: boolean
  readonly isExact: boolean
}

/** One `key: value` line. `key` is what is meant, `keyAt` is where it stands. */
export type Entry = {
  readonly key: string
  readonly keyAt: Span
  readonly path: string
  readonly value: TreeNode
}

/** A block of `key: value` lines. `at` is the place to point at when something is missing in it. */
export type MapNode = Span & {
  readonly kind: 'map'
  readonly path: string
  readonly at: Span
  readonly entries: readonly Entry[]
  /** Keys that stand here with something that could not be read, “?” for a key that means nothing; all are reported. */
  readonly broken?: readonly string[]
}

/** A list of values. */
export type ListNode = Span & {
  readonly kind: 'list'
  readonly path: string
  readonly items: readonly TreeNode[]
  /** Whether items that could not be read are left out; all of them are reported. */
  readonly isPartial?: true
}

export type TreeNode = ScalarNode | MapNode | ListNode

/** The line of a block that has this key. */
export function entryOf(map: MapNode | undefined, key: string): Entry | undefined {
  return map?.entries.find((entry) => entry.key === key)
}

/** Whether the key is written in a block, even if what stands there, or a key beside it, could not be read. */
export function isWritten(map: MapNode | undefined, key: string): boolean {
  return entryOf(map, key) !== undefined || map?.broken?.some((broken) => broken === key || broken === '?') === true
}

/** The block under this key, when it is one. */
export function mapOf(map: MapNode | undefined, key: string): MapNode | undefined {
  const value = entryOf(map, key)?.value
  return value?.kind === 'map' ? value : undefined
}

/** The single value under this key, when it is one and not empty. */
export function scalarOf(map: MapNode | undefined, key: string): ScalarNode | undefined {
  const value = entryOf(map, key)?.value
  return value?.kind === 'scalar' && !value.isEmpty ? value : undefined
}

/** The text under this key. */
export function textOf(map: MapNode | undefined, key: string): string | undefined {
  return scalarOf(map, key)?.text
}

/** The values under this key, whether it is a list or a single one. */
export function itemsOf(map: MapNode | undefined, key: string): readonly TreeNode[] {
  const value = entryOf(map, key)?.value
  if (value === undefined) return []
  if (value.kind === 'list') return value.items
  return value.kind === 'scalar' && value.isEmpty ? [] : [value]
}

/** Whether the list under this key could be read only in part. */
export function isPartial(map: MapNode | undefined, key: string): boolean {
  const value = entryOf(map, key)?.value
  return value?.kind === 'list' && value.isPartial === true
}

/** The single values under this key, whether it is a list or one alone. */
export function scalarsOf(map: MapNode | undefined, key: string): readonly ScalarNode[] {
  return itemsOf(map, key).filter((item) => item.kind === 'scalar')
}
