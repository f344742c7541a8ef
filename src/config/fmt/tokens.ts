import type { CST } from 'yaml'
import type { Shape } from '#config/shape/shape'
import { own } from '#domain/kernel/own'

/** An entry of a block with its key and its place among the others. */
export type Entry = { readonly item: CST.BlockMap['items'][number]; readonly at: number; readonly key: string }

/** Whether a value stands on lines of its own, below its key. */
export function isBlockKind(token: CST.Token | null | undefined): token is CST.BlockMap | CST.BlockSequence {
  return token?.type === 'block-map' || token?.type === 'block-seq'
}

/** The entries in the order of the language; where order is the author’s, it stays. */
export function orderOf<T extends { readonly at: number; readonly key: string }>(
  entries: readonly T[],
  shape: Shape | undefined,
): readonly T[] {
  const block = shape?.is === 'one_of' ? shape.block : shape
  if (block?.is !== 'block') return entries
  const order = Object.keys(block.keys)
  const rank = ({ key }: T): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return entries.toSorted((left, right) => rank(left) - rank(right) || left.at - right.at)
}

/** What may stand under a key of a block. */
export function shapeOfValue(shape: Shape | undefined, key: string): Shape | undefined {
  const block = shape?.is === 'one_of' ? shape.block : shape
  if (block?.is === 'block') return own(block.keys, key)?.shape
  return block?.is === 'table' ? block.of : undefined
}

/** What an item of a list may be. */
export function shapeOfItem(shape: Shape | undefined, item: CST.Token | null | undefined): Shape | undefined {
  const list = shape?.is === 'one_of' ? shape.list : shape
  const of = list?.is === 'list' ? list.of : undefined
  return of?.is === 'one_of' && item?.type === 'block-map' ? of.block : of
}

/** The remarks among some signs, one a line. */
export function commentsOf(tokens: readonly CST.SourceToken[]): readonly string[] {
  return tokens.flatMap(({ type, source }) => (type === 'comment' ? [source.trimEnd()] : []))
}

/** The remark at the end of a line, as far away as the author put it; remarks on further lines follow below. */
export function remarkAfter(tokens: readonly CST.SourceToken[]): string {
  const at = tokens.findIndex(({ type }) => type === 'comment')
  const comment = tokens[at]
  if (comment === undefined) return ''
  const before = tokens[at - 1]
  return (before?.type === 'space' ? before.source : ' ') + comment.source.trimEnd()
}
