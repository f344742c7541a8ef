import { describe, expect, test } from 'vitest'

import * as generated from '#generated/validators'
import type { Validator } from '#generated/validators'
import { faultSentences } from '#http/fault-sentences'
import { faultWords } from '#http/fault-words'
import { faultWordsRu } from '#http/fault-words-ru'
import { allOperations } from '#product/lists/operations'
import { plainSchema, type JsonSchema } from '#schemas/json-schema'
import { shapes, type ShapeName } from '#schemas/shapes'
import { firstRules } from '#product/memory-language'
import { memoryWorld } from '#product/memory-world'
import { aDoor } from '#test/support/http'
import { departments, employees } from '#test/support/world'
import { reportRules } from '#test/reports/histories'

/** A text of a body: of which shape it is, where in it, and what is said of it there. */
type Text = { readonly shape: ShapeName; readonly path: readonly string[]; readonly schema: JsonSchema }

const bodies = [...new Set(allOperations.flatMap(({ body }) => (body === undefined ? [] : [body])))]
const texts: readonly Text[] = bodies.flatMap((shape) =>
  textsIn(plainSchema(shapes[shape])).map((one) => ({ shape, ...one })),
)
const free = texts.filter(({ schema }) => ['line', 'prose'].includes(String(schema['format'])))

/** Whole files are read by the check of the file, which says line and column. */
const files = ['PlanRules.text', 'PublishRules.text', 'SchedulePublish.text']

const bad = [
  ['a zero byte', 'x\u0000y', 'U+0000'],
  ['an escape', 'x\u001By', 'U+001B'],
  ['a next line of terminals', 'x\u0085y', 'U+0085'],
  ['a turned direction', 'x\u202Ey', 'U+202E'],
  ['an embedding', '\u202Ax', 'U+202A'],
  ['an isolate', 'x\u2066y', 'U+2066'],
  ['the end of an isolate', 'x\u2069', 'U+2069'],
  ['a mark of direction', 'x\u200Fy', 'U+200F'],
  ['no character', 'x\uFFFEy', 'U+FFFE'],
] as const
const badInLines = [
  ['a line break', 'x\ny', 'U+000A'],
  ['a line break of old', 'x\ry', 'U+000D'],
  ['a line separator', 'x\u2028y', 'U+2028'],
  ['a tab', 'x\ty', 'U+0009'],
] as const
const blank = [' ', '\u00A0\u2009', '\t\n', '\u200B', '\u2060\uFEFF', '\u200D', '\uFE0F', '\u2800', '\u3164']

test('every text that may be sent says which texts it takes', () => {
  const unsaid = texts.filter(
    ({ schema }) => !['format', 'pattern', 'enum', 'const'].some((keyword) => keyword in schema),
  )

  expect(free.length).toBeGreaterThan(50)
  expect(unsaid.map(nameOf).filter((name) => !files.includes(name))).toEqual([])
})

describe.each(free.map((text) => [nameOf(text), text] as const))('%s', (_name, text) => {
  const odd = text.schema['format'] === 'line' ? [...bad, ...badInLines] : bad

  test.each(odd)('is refused with %s, by name and in both languages', (_what, sent, sign) => {
    const long = `${'w'.repeat(Number(text.schema['minLength'] ?? 0))}${sent}`
    const [english, russian] = [faultWords, faultWordsRu].map((words) => saidOf(text, long, words))

    expect(english).toHaveLength(1)
    expect(english?.[0]).toContain(sign)
    expect(english?.[0]).toContain(text.path.join('.').replaceAll('*', '0'))
    expect(russian?.[0]).toContain(sign)
    expect(russian?.[0]).toMatch(/[а-яё]/)
    expect([english, russian].flat().join('')).not.toMatch(/[\p{Control}\p{Bidi_Control}]/u)
  })

  test('is taken without the blanks around it, and empty where there is nothing else', () => {
    const body = bodyWith(text, ' \u200B word with a space \u00A0\uFEFF')
    const limit = Number(text.schema['maxLength'])
    if (limit >= 17 && Number(text.schema['minLength'] ?? 0) <= 1) expect(validatorOf(text.shape)(body)).toBe(true)
    else validatorOf(text.shape)(body)

    expect(text.path.reduce<unknown>((at, key) => partOf(at, key), body)).toBe('word with a space')
    const must = Number(text.schema['minLength'] ?? 0) > 0
    expect(blank.map((sent) => saidOf(text, sent, faultWords).length)).toEqual(blank.map(() => (must ? 1 : 0)))
  })
})

test.each(['Кофе ☕️ и 👨‍👩‍👧 семья', 'Zürich – “A” & Söhne', 'سلام', 'İzmir № 5', 'नमस्ते'])(
  'a title such as “%s” is nobody’s fault',
  (title) => {
    expect(validatorOf('CreateDeal')({ title })).toBe(true)
  },
)

test('a deal with such a title is refused at the door, one with blanks around it is trimmed', async () => {
  const now = '2026-11-25T09:00:00.000Z'
  const door = await aDoor(
    await memoryWorld({ rules: await firstRules(reportRules, now), employees, departments, now, consumers: [] }),
  )
  const create = (body: object) => door.post('/deals', { pipeline: 'trade', owner: 'anna', title: 'x', ...body })

  const refused = await Promise.all(['x\u0000y', 'x\u202Ey', 'x\ny', '\u200B'].map((title) => create({ title })))
  const field = await create({ fields: { note: 'a\u0007b' } })
  const trimmed = await create({ title: '  Coffee \u200B', client: { name: '\u200B', phone: ' +7 916 ' } })

  expect(refused.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual(
    refused.map(() => [400, '/title']),
  )
  expect([field.status, field.body.errors[0].pointer]).toEqual([400, '/fields/note'])
  expect(trimmed.body).toMatchObject({ title: 'Coffee', client: {} })
  expect((await door.get(`/clients/${trimmed.body.links[0].client}`, { as: 'anna' })).body.unread).toEqual(['+7 916'])
})

function nameOf({ shape, path }: Text): string {
  return [shape, ...path].join('.')
}

function validatorOf(shape: ShapeName): Validator {
  const validator = (generated as unknown as Readonly<Record<string, Validator>>)[shape]
  if (validator === undefined) throw new Error(`no validator of ${shape}`)
  return validator
}

function saidOf(text: Text, sent: string, words: typeof faultWords): readonly string[] {
  const validate = validatorOf(text.shape)
  const value = bodyWith(text, sent)
  if (validate(value)) return []
  const checked = { shape: text.shape, value, where: 'body', known: generated.known, words } as const
  return faultSentences(validate.errors ?? [], checked).map(({ detail }) => detail)
}

/** A body of a shape that is right but for one text. */
function bodyWith({ shape, path }: Text, sent: string): unknown {
  return filled(plainSchema(shapes[shape]), path, sent)
}

function filled(schema: JsonSchema, path: readonly string[], sent: string): unknown {
  const [key, ...rest] = path
  if (key === undefined) return sent
  if (key === '*') return [filled(schema['items'] as JsonSchema, rest, sent)]
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Readonly<Record<string, JsonSchema>>)
  const needed = ((schema['required'] ?? []) as readonly string[]).filter((name) => name !== key)
  return {
    ...Object.fromEntries(needed.map((name) => [name, plainValue(properties[name] ?? {})])),
    [key]: filled(properties[key] ?? patterns[0] ?? {}, rest, sent),
  }
}

/** Something that a schema takes. */
function plainValue(schema: JsonSchema): unknown {
  const [example] = (schema['examples'] ?? []) as readonly unknown[]
  if (example !== undefined) return example
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const type = Array.isArray(schema['type']) ? schema['type'].find((one) => one === 'null') : schema['type']
  if (type === 'null') return null
  if (type === 'object') return filledObject(schema)
  if (type === 'array') return Number(schema['minItems'] ?? 0) > 0 ? [plainValue(schema['items'] as JsonSchema)] : []
  if (type === 'integer' || type === 'number') return Number(schema['minimum'] ?? 1)
  if (type === 'boolean') return true
  return 'x'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)))
}

function filledObject(schema: JsonSchema): unknown {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>
  const needed = (schema['required'] ?? []) as readonly string[]
  return Object.fromEntries(needed.map((name) => [name, plainValue(properties[name] ?? {})]))
}

function partOf(at: unknown, key: string): unknown {
  return (at as Readonly<Record<string, unknown>>)[key === '*' ? '0' : key]
}

function textsIn(schema: JsonSchema, path: readonly string[] = []): readonly Omit<Text, 'shape'>[] {
  const types = [schema['type']].flat()
  const own = types.includes('string') ? [{ path, schema }] : []
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>)
  const patterns = Object.values((schema['patternProperties'] ?? {}) as Readonly<Record<string, JsonSchema>>)
  return [
    ...own,
    ...properties.flatMap(([name, part]) => textsIn(part, [...path, name])),
    ...patterns.flatMap((part) => textsIn(part, [...path, part['pattern'] === undefined ? 'note' : 'RUB'])),
    ...(schema['items'] === undefined ? [] : textsIn(schema['items'] as JsonSchema, [...path, '*'])),
  ]
}
