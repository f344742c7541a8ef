import { language } from '#config/shape/language-shape'
import type { Shape } from '#config/shape/shape'

let words: { readonly items: ReadonlySet<string>; readonly texts: ReadonlySet<string> } | undefined

/** The words of the language with which items of lists begin, and those after which a text for people stands. */
export function wordsOfLanguage(): NonNullable<typeof words> {
  if (words !== undefined) return words
  const found = { items: new Set<string>(), texts: new Set<string>() }
  note(language, { isItem: false, found, seen: new Set() })
  words = found
  return words
}

type Notes = {
  readonly isItem: boolean
  readonly found: { readonly items: Set<string>; readonly texts: Set<string> }
  readonly seen: Set<Shape>
}

function note(shape: Shape, notes: Notes): void {
  const { isItem, found, seen } = notes
  if (isItem && shape.is === 'block') for (const key of Object.keys(shape.keys)) found.items.add(key)
  if (seen.has(shape)) return
  seen.add(shape)
  const below = { ...notes, isItem: false }
  switch (shape.is) {
    case 'block':
      for (const [key, { shape: own }] of Object.entries(shape.keys)) {
        if (own.is === 'value' && own.holds === 'text') found.texts.add(key)
        note(own, below)
      }
      return
    case 'list':
      return note(shape.of, { ...notes, isItem: true })
    case 'table':
      return note(shape.of, below)
    case 'one_of':
      for (const one of [shape.block, shape.list]) if (one !== undefined) note(one, notes)
      return
    default:
  }
}
