import type { Sink } from '#config/context'
import { own } from '#domain/kernel/own'
import { language } from '#config/shape/language-shape'
import type { Shape } from '#config/shape/shape'
import { walkShape } from '#config/shape/walk-shape'
import type { TreeNode } from '#config/yaml/tree'
import { placesIn } from '#config/yaml/places-in'
import { readTree } from '#config/yaml/yaml-tree'

/** What can be said of a part of a file by its form alone; lines count from 0. */
export type Judged = {
  readonly isReadable: boolean
  readonly faults: number
  readonly firstFault: number
  /** How many keys there are; a key that is lost in a text is no mend. */
  readonly keys: number
  /** Lines that begin with a word of the language where it may stand. */
  readonly words: ReadonlySet<number>
  /** Lines that begin with an id that is declared there. */
  readonly ids: ReadonlySet<number>
  /** Lines that begin with a name of what is declared elsewhere, where one may stand. */
  readonly names: ReadonlySet<number>
  /** Lines with a key that has nothing under it. */
  readonly empties: ReadonlySet<number>
}

/** The sections of the file; a part of a file need not have all of them. */
const sections: Shape =
  language.is !== 'block'
    ? language
    : {
        is: 'block',
        keys: Object.fromEntries(Object.entries(language.keys).map(([key, { shape, says }]) => [key, { shape, says }])),
      }

/** Reads whole sections of a file and counts what is wrong with their form. */
export function judge(text: string): Judged {
  const place = placesIn(text)
  const sink: Sink = { text, lang: 'en', place, diagnostics: [], fixes: [], muted: new Set(), misnamed: new Set() }
  const tree = readTree(sink)
  if (tree !== undefined) walkShape(sink, tree, sections, { name: 'rules' })
  const places = () => new Set<number>()
  const found = { keys: 0, words: places(), ids: places(), names: places(), empties: places() }
  if (tree !== undefined) note(tree, sections, { line: (offset) => place(offset).line - 1, found })
  return {
    isReadable: tree !== undefined,
    faults: sink.diagnostics.length,
    firstFault: Math.min(...sink.diagnostics.map(({ line }) => line - 1)),
    ...found,
  }
}

type Notes = {
  readonly line: (offset: number) => number
  readonly found: {
    keys: number
    readonly words: Set<number>
    readonly ids: Set<number>
    readonly names: Set<number>
    readonly empties: Set<number>
  }
}

function note(node: TreeNode, shape: Shape | undefined, notes: Notes): void {
  const part = shape?.is === 'one_of' ? (node.kind === 'map' ? shape.block : shape.list) : shape
  if (node.kind === 'list') {
    for (const item of node.items) note(item, part?.is === 'list' ? part.of : undefined, notes)
  }
  if (node.kind !== 'map') return
  for (const { key, keyAt, value } of node.entries) {
    const line = notes.line(keyAt.start)
    const known = part?.is === 'block' ? own(part.keys, key)?.shape : undefined
    notes.found.keys += 1
    if (known !== undefined) notes.found.words.add(line)
    if (part?.is === 'table') notes.found[part.ids === undefined ? 'names' : 'ids'].add(line)
    if (value.kind === 'scalar' && value.isEmpty) notes.found.empties.add(line)
    note(value, part?.is === 'table' ? part.of : known, notes)
  }
}
