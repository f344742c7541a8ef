import type { EditorSchema } from './editor-schema'
import { placeAt } from './place-at'
import type { CursorPlace } from './place-at'
import { schemasAt } from './schemas-at'
import { snippetText } from './snippet-text'

/** Something that may be typed at the cursor. `inserts` has fields such as `${1:name}` where it is to be filled in. */
export type Offer = {
  readonly label: string
  readonly says: string
  readonly inserts: string
  readonly kind: 'key' | 'value' | 'part'
}

/** What may be typed at a place of a text, and where what is typed of it begins. */
export type Suggestions = { readonly from: number; readonly offers: readonly Offer[] }

/** Offers what may stand at the cursor by a schema; undefined where nothing can be offered, as in a remark. */
export function suggestionsAt(text: string, offset: number, schema: EditorSchema): Suggestions | undefined {
  const place = placeAt(text, offset)
  if (place === undefined) return undefined
  const schemas = schemasAt(schema, place.path)
  const offers = place.isKey ? keysAndParts(schemas, place, schema) : schemas.flatMap(valuesOf)
  return offers.length === 0 ? undefined : { from: place.from, offers: once(offers) }
}

/** What the word under the mouse is, in Markdown; undefined where there is nothing to say. */
export function explanationAt(text: string, offset: number, schema: EditorSchema): string | undefined {
  const word = wordAt(text, offset)
  if (word === undefined) return undefined
  const place = placeAt(text, word.to)
  if (place === undefined) return undefined
  const isKey = /^\s*:(?:\s|$)/.test(text.slice(word.to))
  if (place.isKey && isKey) return first(schemasAt(schema, [...place.path, text.slice(place.from, word.to)]), describe)
  const schemas = schemasAt(schema, place.path)
  return first(schemas, (one) => explainWord(one, word.text)) ?? first(schemas, describe)
}

function first<T>(items: readonly EditorSchema[], find: (schema: EditorSchema) => T | undefined): T | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function describe(schema: EditorSchema): string | undefined {
  const text = schema['markdownDescription'] ?? schema['description']
  return typeof text === 'string' ? text : undefined
}

/** A name is explained by what people call it; one within a due date by the line that is offered with it. */
function explainWord(schema: EditorSchema, word: string): string | undefined {
  const index = textsOf(schema, 'enum').indexOf(word)
  const name = textsOf(schema, 'enumDescriptions')[index]
  if (name !== undefined) return `**${name}**\n\n${describe(schema) ?? ''}`.trim()
  return snippetsOf(schema).find(({ label }) => label === word || label.endsWith(` ${word}`))?.description
}

function wordAt(text: string, offset: number): { readonly text: string; readonly to: number } | undefined {
  const start = /[\p{L}\w]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0
  const end = /^[\p{L}\w]*/u.exec(text.slice(offset))?.[0].length ?? 0
  return start + end === 0 ? undefined : { text: text.slice(offset - start, offset + end), to: offset + end }
}

function keysAndParts(schemas: readonly EditorSchema[], place: CursorPlace, root: EditorSchema): readonly Offer[] {
  const keys = schemas.flatMap((schema) => keysOf(schema, place, root))
  const parts = schemas.flatMap((schema) => partsOf(schema, place))
  // Behind a dash a name may stand as well as a key.
  const isItem = place.path.at(-1) === '[]'
  return [...keys, ...parts, ...(isItem ? schemas.flatMap(valuesOf) : [])]
}

function keysOf(schema: EditorSchema, place: CursorPlace, root: EditorSchema): readonly Offer[] {
  const properties = schema['properties']
  if (typeof properties !== 'object' || properties === null || schema['type'] !== 'object') return []
  return Object.keys(properties)
    .filter((key) => !place.beside.includes(key))
    .map((key) => {
      const inner = schemasAt({ ...schema, definitions: root['definitions'] }, [key])
      const says = first(inner, describe) ?? ''
      return { label: key, says, inserts: `${key}:${openingOf(inner, place)}`, kind: 'key' }
    })
}

/** What follows a key: a value on its line, or a line of its own for what is a block. */
function openingOf(inner: readonly EditorSchema[], { indent, isInline }: CursorPlace): string {
  const isBlock = inner.length > 0 && inner.every((schema) => schema['type'] === 'object')
  const isList = inner.length > 0 && inner.every((schema) => schema['type'] === 'array')
  if (isInline) return isBlock ? ' { ${1} }' : isList ? ' [${1}]' : ' '
  if (isBlock) return `\n${' '.repeat(indent + 2)}`
  const item = isList && inner.every((schema) => (schema['items'] as EditorSchema | undefined)?.['type'] === 'object')
  return item ? `\n${' '.repeat(indent + 2)}- ` : isList ? ' [${1}]' : ' '
}

/** Ready-made parts: only on lines of their own. */
function partsOf(schema: EditorSchema, { indent, isInline }: CursorPlace): readonly Offer[] {
  if (isInline) return []
  return snippetsOf(schema).flatMap(({ label, description, body }) =>
    body === undefined
      ? []
      : [
          {
            label,
            says: description,
            inserts: snippetText(body, indent, schema['type'] === 'array'),
            kind: 'part' as const,
          },
        ],
  )
}

function valuesOf(schema: EditorSchema): readonly Offer[] {
  const names = textsOf(schema, 'enumDescriptions')
  const value = (label: string, says: string): Offer => ({ label, says, inserts: label, kind: 'value' })
  const listed = schema['enum']
  return [
    ...(Array.isArray(listed) ? listed : []).map((one: unknown, index) =>
      value(String(one), names[index] ?? describe(schema) ?? ''),
    ),
    ...textsOf(schema, 'examples').map((one) => value(one, describe(schema) ?? '')),
    ...snippetsOf(schema).flatMap(({ label, description, body }) =>
      body === undefined ? [value(label, description)] : [],
    ),
  ]
}

function textsOf(schema: EditorSchema, key: string): readonly string[] {
  const list = schema[key]
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

type Snippet = { readonly label: string; readonly description: string; readonly body?: unknown }

function snippetsOf(schema: EditorSchema): readonly Snippet[] {
  const list = schema['defaultSnippets']
  return Array.isArray(list) ? (list as readonly Snippet[]) : []
}

function once(offers: readonly Offer[]): readonly Offer[] {
  return [...new Map(offers.toReversed().map((offer) => [offer.label, offer])).values()].toReversed()
}
