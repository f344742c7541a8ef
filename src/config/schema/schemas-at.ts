import type { EditorSchema } from './editor-schema'

/** The schemas that hold for what stands at a path; several where there are several ways to write it. */
export function schemasAt(root: EditorSchema, path: readonly string[]): readonly EditorSchema[] {
  return path.reduce<readonly EditorSchema[]>(
    (found, step) => found.flatMap((schema) => below(schema, step)).flatMap((schema) => alternatives(root, schema)),
    alternatives(root, root),
  )
}

/** A schema and its alternatives, references followed; what is said around a reference goes before what it says. */
function alternatives(root: EditorSchema, schema: EditorSchema): readonly EditorSchema[] {
  const { $ref: reference, ...around } = schema
  if (typeof reference === 'string') {
    const definitions = partOf(root, 'definitions')
    const target = partOf(definitions, reference.slice('#/definitions/'.length))
    return alternatives(root, { ...target, ...around })
  }
  const ways = schema['anyOf']
  if (!Array.isArray(ways)) return [schema]
  const { anyOf: _, ...rest } = schema
  return ways.flatMap((way: EditorSchema) => alternatives(root, { ...rest, ...way }))
}

function below(schema: EditorSchema, step: string): readonly EditorSchema[] {
  if (step === '[]') return isSchema(schema['items']) ? [schema['items']] : []
  const own = partOf(schema, 'properties')[step]
  if (isSchema(own)) return [own]
  const byPattern = Object.entries(partOf(schema, 'patternProperties')).find(([pattern]) =>
    new RegExp(pattern).test(step),
  )
  if (byPattern !== undefined && isSchema(byPattern[1])) return [byPattern[1]]
  return isSchema(schema['additionalProperties']) ? [schema['additionalProperties']] : []
}

function isSchema(value: unknown): value is EditorSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function partOf(schema: EditorSchema, key: string): EditorSchema {
  const part = Object.hasOwn(schema, key) ? schema[key] : undefined
  return isSchema(part) ? part : {}
}
