/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * A declared shape as plain JSON Schema in which one mistake is one error: alternatives of different types become one
 * schema with several types, and records take no key that their pattern does not have. With `refer`, shapes inside it
 * that have a title become references to that title.
 */
export function plainSchema(shape: object, refer?: (title: string) => string): JsonSchema {
  const schema = walk(JSON.parse(JSON.stringify(shape)) as JsonSchema, refer, true)
  return schema
}

/** Every titled shape inside a shape, itself included, by title. Two different shapes with one title are refused. */
export function titledShapes(shapes: readonly object[]): ReadonlyMap<string, JsonSchema> {
  const found = new Map<string, JsonSchema>()
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const part of Object.values(schema)) look(part)
    const title = (schema as JsonSchema)['title']
    if (typeof title !== 'string' || Array.isArray(schema)) return
    const before = found.get(title)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(schema)) {
      throw new Error(`There are two different shapes with the title ${title}.`)
    }
    found.set(title, schema as JsonSchema)
  }
  for (const shape of shapes) look(JSON.parse(JSON.stringify(shape)))
  return found
}

function walk(schema: JsonSchema, refer: ((title: string) => string) | undefined, isTop: boolean): JsonSchema {
  const title = schema['title']
  if (!isTop && refer !== undefined && typeof title === 'string') return { $ref: refer(title) }
  const inside = (part: unknown): JsonSchema => walk(part as JsonSchema, refer, false)
  const mapped = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'properties' || keyword === 'patternProperties') {
        return [
          keyword,
          Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, inside(part)])),
        ]
      }
      if (keyword === 'items') return [keyword, inside(value)]
      return [keyword, keyword === 'anyOf' ? (value as unknown[]).map(inside) : value]
    }),
  )
  return merged('patternProperties' in mapped ? { ...mapped, additionalProperties: false } : mapped)
}

function merged(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema
  if (anyOf === undefined) return schema
  const variants = anyOf as readonly JsonSchema[]
  if (variants.some((variant) => '$ref' in variant)) return schema
  const types = variants.map((variant) => variant['type'])
  if (types.some((type) => typeof type !== 'string') || new Set(types).size < types.length) {
    throw new Error(`Alternatives of one type cannot be told apart: give them a tag. ${JSON.stringify(schema)}`)
  }
  const words = variants.find((variant) => 'enum' in variant)?.['enum'] as readonly unknown[] | undefined
  return {
    ...Object.assign({}, ...variants),
    ...rest,
    type: types,
    ...(words === undefined ? {} : { enum: [...words, ...(types.includes('null') ? [null] : [])] }),
  }
}
