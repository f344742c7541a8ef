import { readFileSync } from 'node:fs'

type Schema = {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** A place of the file with fixed keys: which there are, which must be there, and the words that may stand after each. */
export type KeyBlock = {
  readonly id: string
  readonly keys: readonly string[]
  readonly required: readonly string[]
  readonly words: Readonly<Record<string, readonly string[]>>
}

/**
 * Every place of `pipelines.yaml` that has fixed keys, by how a document names it: `''` for the file itself, `stages.ID`,
 * `new_deals[]`. Places that share a definition of the schema have the same id.
 */
export function keyBlocks(file = 'schemas/generated/pipelines.schema.json'): ReadonlyMap<string, KeyBlock> {
  const root = JSON.parse(readFileSync(file, 'utf8')) as Schema
  const blocks = new Map<string, KeyBlock>()
  const walk = (written: Schema, place: string, inside: string): void => {
    const { schema, name } = followed(root, written)
    const id = name ?? inside
    // A table whose ids are partly known has keys of the analyst's own.
    const isTable = place === 'fields'
    if (!isTable && Object.keys(schema.properties ?? {}).length > 0) blocks.set(place, blockOf(root, id, schema))
    for (const [part, under, step] of partsOf(schema)) walk(under, joined(place, part), `${id}${step}`)
  }
  walk(root, '', '')
  return blocks
}

function blockOf(root: Schema, id: string, { properties = {}, required = [] }: Schema): KeyBlock {
  const words = Object.entries(properties).map(([key, schema]) => [key, wordsOf(root, schema)])
  return { id, keys: Object.keys(properties), required, words: Object.fromEntries(words) }
}

function wordsOf(root: Schema, written: Schema): readonly string[] {
  const { schema } = followed(root, written)
  const own = (schema.enum ?? []).map(String)
  return [...own, ...(schema.anyOf ?? []).flatMap((one) => wordsOf(root, one))]
}

function followed(root: Schema, schema: Schema): { readonly schema: Schema; readonly name?: string } {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? { schema } : { schema: root.definitions?.[name] ?? {}, name }
}

/** What a schema leads to: how the place is named, the schema there, and how it is told apart inside a definition. */
function partsOf(schema: Schema): readonly (readonly [string, Schema, string])[] {
  const other = schema.additionalProperties
  return [
    ...Object.entries(schema.properties ?? {}).map(([key, under]) => [key, under, `.${key}`] as const),
    ...Object.values(schema.patternProperties ?? {}).map((under) => ['ID', under, '.ID'] as const),
    ...(typeof other === 'object' ? [['ID', other, '.ID'] as const] : []),
    ...(schema.items === undefined ? [] : [['[]', schema.items, '[]'] as const]),
    ...(schema.anyOf ?? []).map((under) => ['', under, ''] as const),
  ]
}

function joined(place: string, part: string): string {
  return place === '' || part === '' || part === '[]' ? `${place}${part}` : `${place}.${part}`
}
