import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Pair, ParsedNode } from 'yaml'
import { language } from '#config/shape/language-shape'
import type { Shape } from '#config/shape/shape'

/** A word of the file, by offsets. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string }

/** One place of a good file where a fault can be planted: an entry of a block, or an item of a list. */
export type Spot = {
  /** The keys that lead here; items of lists have their number. */
  readonly path: readonly string[]
  readonly shape: Shape
  /** What the key is: a word of the language, an id that is declared here, a name that is used here; none for an item. */
  readonly key?: Stretch & { readonly is: 'word' | 'id' | 'name' }
  readonly isRequired: boolean
  readonly value: Stretch & { readonly kind: 'scalar' | 'map' | 'list'; readonly isPlain: boolean }
  /** Whether it stands between brackets. */
  readonly isFlow: boolean
  /** The whole lines of an entry in block style. */
  readonly lines: { readonly start: number; readonly end: number }
  /** How many brothers it has. */
  readonly brothers: number
  readonly ownerKey?: Stretch
  readonly ownerStart: number
}

type Around = {
  readonly path: readonly string[]
  readonly isFlow: boolean
  readonly ownerKey?: Stretch
  readonly ownerStart: number
}

/** Every place of a good file, with what the language says of it. */
export function spotsOf(text: string): readonly Spot[] {
  const { contents } = parseDocument(text, { schema: 'core' })
  const spots: Spot[] = []
  visit(contents, language, { path: [], isFlow: false, ownerStart: contents?.range[0] ?? 0 })
  return spots

  function visit(node: unknown, shape: Shape | undefined, around: Around): void {
    if (shape === undefined) return
    const isFlow = around.isFlow || ((isMap(node) || isSeq(node)) && node.flow === true)
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const own = shape.is === 'one_of' ? shape.block : shape
      for (const pair of node.items) entry(pair, own, { ...around, isFlow }, node.items.length)
    }
    if (isSeq<ParsedNode>(node)) {
      const own = shape.is === 'one_of' ? shape.list : shape
      if (own?.is !== 'list') return
      for (const [index, item] of node.items.entries()) {
        if (isPair(item)) continue
        const at = { ...around, isFlow, path: [...around.path, String(index)] }
        add(item, own.of, at, { isRequired: false, brothers: node.items.length })
        visit(item, own.of, { path: at.path, isFlow, ownerStart: item.range[0] })
      }
    }
  }

  function entry(
    pair: Pair<ParsedNode, ParsedNode | null>,
    shape: Shape | undefined,
    around: Around,
    brothers: number,
  ): void {
    if (!isScalar(pair.key) || pair.value === null || shape === undefined) return
    const name = String(pair.key.value)
    const key = { ...stretch(pair.key.range), text: name }
    const at = { ...around, path: [...around.path, name] }
    if (shape.is === 'block') {
      const known = shape.keys[name]
      if (known === undefined) throw new Error(`“${name}” is not in the language`)
      const more = { key: { ...key, is: 'word' as const }, isRequired: known.required === true, brothers }
      add(pair.value, known.shape, at, more)
      visit(pair.value, known.shape, { path: at.path, isFlow: around.isFlow, ownerKey: key, ownerStart: key.start })
    }
    if (shape.is === 'table') {
      const is = shape.ids === undefined ? ('name' as const) : ('id' as const)
      add(pair.value, shape.of, at, { key: { ...key, is }, isRequired: false, brothers })
      visit(pair.value, shape.of, { path: at.path, isFlow: around.isFlow, ownerKey: key, ownerStart: key.start })
    }
  }

  function add(
    node: ParsedNode,
    shape: Shape,
    around: Around,
    more: Pick<Spot, 'key' | 'isRequired' | 'brothers'>,
  ): void {
    const own = stretch(node.range)
    const kind = isMap(node) ? 'map' : isSeq(node) ? 'list' : 'scalar'
    const first = text.lastIndexOf('\n', (more.key ?? own).start - 1) + 1
    const last = text.indexOf('\n', Math.max(own.start, own.end - 1))
    spots.push({
      ...around,
      ...more,
      shape,
      value: { ...own, kind, isPlain: isScalar(node) && node.type === 'PLAIN' },
      lines: { start: first, end: last < 0 ? text.length : last + 1 },
    })
  }

  function stretch([start, end]: readonly [number, number, number]): Stretch {
    return { start, end, text: text.slice(start, end) }
  }
}
