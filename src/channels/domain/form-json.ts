import type { Said } from './form-words'

/** A form has no more fields, and none lies deeper. */
const mostFields = 400
const deepest = 8

/** How builders of forms call the two halves of an answer where each answer is a thing of its own. */
const labels = ['title', 'label', 'question', 'q', 'name', 'key', 'id'] as const
const values = ['value', 'answer', 'a', 'values', 'text'] as const

/**
 * Labels and values of a form that came as JSON, whatever its shape: things within things are named by their way
 * (`contact.phone`), lists of plain values are one value, and a thing that is a label and a value is that pair.
 */
export function jsonSaid(value: unknown): Said {
  const found: (readonly [string, string])[] = []
  walk(value, { path: '', depth: 0 }, (pair) => {
    if (found.length < mostFields) found.push(pair)
  })
  return found
}

type At = { readonly path: string; readonly depth: number }

function walk(value: unknown, { path, depth }: At, tell: (pair: readonly [string, string]) => void): void {
  if (value === null || value === undefined || depth > deepest) return
  if (typeof value !== 'object') return tell([path === '' ? 'text' : path, String(value as string | number | boolean)])
  const plain = plainList(value)
  if (plain !== undefined) return tell([path, plain])
  const own = answerIn(value)
  if (own !== undefined) return walk(own.value, { path: own.label ?? path, depth: depth + 1 }, tell)
  for (const [name, one] of Object.entries(value)) {
    const isList = Array.isArray(value)
    walk(one, { path: isList ? path : path === '' ? name : `${path}.${name}`, depth: depth + 1 }, tell)
  }
}

/** A list of plain values as one; undefined where it is none. */
function plainList(value: object): string | undefined {
  if (!Array.isArray(value)) return undefined
  const all = value as readonly unknown[]
  const isPlain =
    all.length > 0 && all.every((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
  return isPlain ? all.map(String).join(', ') : undefined
}

/** `{"title": "Phone", "value": "+7…"}` and the like. */
function answerIn(thing: object): { readonly label?: string; readonly value: unknown } | undefined {
  if (Array.isArray(thing)) return undefined
  const of = (names: readonly string[]) => names.find((name) => Object.hasOwn(thing, name))
  const [labelled, valued] = [of(labels), of(values)]
  if (valued === undefined) return undefined
  const all = thing as Readonly<Record<string, unknown>>
  const said = labelled === undefined ? undefined : all[labelled]
  const label = typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined
  // A thing with more in it than an answer has is none.
  if (label === undefined && Object.keys(thing).length > 1) return undefined
  return { ...(label === undefined ? {} : { label }), value: all[valued] }
}
