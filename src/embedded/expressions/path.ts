import type { Item } from '#embedded/value'

import { reservedWords } from './reserved-words'
import type { Reader } from './tokens'

/** A step into an item: the name of an attribute (or the `#` name that stands for it), or a place in a list. */
export type Step = string | number

/** Where a value stands in an item. */
export type Path = readonly Step[]

/** What stands for names and values in the expressions of one request. */
export type Stands = {
  readonly names: Readonly<Record<string, string>>
  readonly values: Item
}

const deepest = 32

export function readPath(reader: Reader): Path {
  const steps: Step[] = [readName(reader)]
  for (;;) {
    if (reader.take('.')) steps.push(readName(reader))
    else if (reader.take('[')) {
      const { kind, text } = reader.next()
      if (kind !== 'index') throw reader.fail()
      steps.push(Number(text))
      reader.expect(']')
    } else break
  }
  if (steps.length > deepest) throw reader.fail('The document path has too many nesting elements;')
  return steps
}

function readName(reader: Reader): string {
  const { kind, text } = reader.next()
  if (kind === 'name') return text
  if (kind !== 'word') throw reader.fail()
  if (reservedWords.has(text.toUpperCase())) {
    throw reader.fail(`Attribute name is a reserved keyword; reserved keyword: ${text}`)
  }
  return text
}

/** The path with the names that its `#` names stand for. */
export function resolved(path: Path, { names }: Pick<Stands, 'names'>): Path {
  if (!path.some((step) => typeof step === 'string' && step.startsWith('#'))) return path
  return path.map((step) => (typeof step === 'string' && step.startsWith('#') ? (names[step] ?? step) : step))
}

/** What stands there; undefined where nothing does. */
export function valueAt(item: Item | undefined, path: Path): unknown {
  let at: unknown = item
  for (const step of path) {
    if (at === undefined || at === null) return undefined
    if (typeof step === 'number') at = Array.isArray(at) ? (at as readonly unknown[])[step] : undefined
    else at = isMap(at) && Object.hasOwn(at, step) ? at[step] : undefined
  }
  return at
}

export function isMap(value: unknown): value is Item {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Numbers that JavaScript cannot hold are objects too, but have no names.
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
}

/** Whether one of the paths is the other, or leads through it. */
export function doOverlap(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((step, at) => step === b[at])
}
