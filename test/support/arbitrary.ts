import fc from 'fast-check'

import { plainSchema, type JsonSchema } from '#schemas/json-schema'
import { shapes, type ShapeName } from '#schemas/shapes'

/** Values that fit a shape. `hints` gives values worth trying for a property by its name: real ids, known words. */
export function fitting(shape: ShapeName, hints: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> {
  return valueOf(plainSchema(shapes[shape]), hints)
}

/** A value with one to three things changed that may or may not make it wrong. */
export function mutated(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([start, mutations]) => mutations.reduce<unknown>((body, mutate) => mutate(structuredClone(body)), start))
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    -1e-300,
    2 ** 53,
    '',
    ' ',
    '0',
    'constructor',
    '__proto__',
    '\u0000',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    { constructor: 1 },
    'x'.repeat(5000),
    '2026-02-30',
    '2026-11-23T25:00:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const mutation: fc.Arbitrary<(body: unknown) => unknown> = fc.oneof(
  odd.map((value) => () => value),
  fc.tuple(fc.nat(), odd).map(
    ([at, value]) =>
      (body: unknown) =>
        changed(body, at, value),
  ),
  fc.nat().map((at) => (body: unknown) => without(body, at)),
  fc.tuple(fc.constantFrom('extra', 'constructor', 'id', 'version', 'toString'), odd).map(
    ([name, value]) =>
      (body: unknown) =>
        isRecord(body) ? { ...body, [name]: value } : body,
  ),
)

function changed(body: unknown, at: number, value: unknown): unknown {
  if (!isRecord(body)) return value
  const names = Object.keys(body)
  const name = names[at % Math.max(names.length, 1)]
  if (name === undefined) return value
  const inner = body[name]
  return { ...body, [name]: isRecord(inner) && at % 2 === 0 ? changed(inner, at >> 1, value) : value }
}

function without(body: unknown, at: number): unknown {
  if (!isRecord(body)) return body
  const names = Object.keys(body)
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== names[at % Math.max(names.length, 1)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueOf(schema: JsonSchema, hints: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> {
  const words = (schema['enum'] ?? schema['examples']) as readonly unknown[] | undefined
  if (schema['enum'] !== undefined && words !== undefined) return fc.constantFrom(...words)
  const types = [schema['type']].flat() as readonly string[]
  return fc.oneof(...types.map((type) => ofType(type, schema, hints)))
}

function ofType(
  type: string,
  schema: JsonSchema,
  hints: Readonly<Record<string, readonly unknown[]>>,
): fc.Arbitrary<unknown> {
  const number = (name: string, otherwise: number): number => Number(schema[name] ?? otherwise)
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: number('minimum', -1e6), max: number('maximum', 1e6) })
    case 'number':
      return fc.oneof(fc.integer({ min: -1e9, max: 1e12 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'array': {
      const items = valueOf(schema['items'] as JsonSchema, hints)
      return fc.array(items, { minLength: number('minItems', 0), maxLength: Math.min(number('maxItems', 4), 4) })
    }
    case 'object':
      return objectOf(schema, hints)
    default:
      return textOf(schema)
  }
}

function objectOf(schema: JsonSchema, hints: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> {
  const [pattern, value] =
    Object.entries((schema['patternProperties'] ?? {}) as Readonly<Record<string, JsonSchema>>)[0] ?? []
  if (pattern !== undefined && value !== undefined) {
    const names = fc.oneof(
      fc.constantFrom(...((hints['*'] ?? ['amount']) as string[])),
      fc.stringMatching(new RegExp(pattern)),
    )
    return fc.dictionary(names, valueOf(value, hints), { maxKeys: 3 })
  }
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>)
  const model = properties.map(([name, part]) => {
    const known = hints[name]
    const any = valueOf(part, hints)
    if (known === undefined) return [name, any]
    return [name, fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, any)]
  })
  return fc.record(Object.fromEntries(model) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: (schema['required'] ?? []) as string[],
  })
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema['format'] === 'date-time')
    return fc.date({ noInvalidDate: true, ...years }).map((date) => date.toISOString())
  if (schema['format'] === 'date')
    return fc.date({ noInvalidDate: true, ...years }).map((date) => date.toISOString().slice(0, 10))
  if (typeof schema['pattern'] === 'string') return fc.stringMatching(new RegExp(schema['pattern']))
  const maxLength = Math.min(Number(schema['maxLength'] ?? 40), 40)
  return fc.string({ unit: 'grapheme', minLength: Number(schema['minLength'] ?? 0), maxLength })
}

const years = { min: new Date('1990-01-01'), max: new Date('2099-12-31') }
