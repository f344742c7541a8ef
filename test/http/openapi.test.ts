import { execFileSync } from 'node:child_process'

import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { patternWords } from '#http/fault-words'
import { openApi } from '#test/support/contract'
import { plainSchema } from '#schemas/json-schema'
import { shapes } from '#schemas/shapes'

describe('the description of the interface', () => {
  test('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(openApi) as Record<string, unknown>)

    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })

  test('lists exactly what can be asked', () => {
    const described = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )

    expect(described.toSorted()).toEqual(allOperations.map((one) => `${one.method} ${one.path}`).toSorted())
  })

  test('has a validator for everything that is sent', async () => {
    const generated: Readonly<Record<string, unknown>> = await import('#generated/validators')

    const sent = allOperations.flatMap((one) => [one.body, one.query]).filter((shape) => shape !== undefined)

    expect(sent.length).toBeGreaterThan(20)
    expect(sent.filter((shape) => typeof generated[shape] !== 'function')).toEqual([])
  })

  test('says of every operation what goes wrong and that a token is needed', () => {
    const all = Object.values(openApi.paths).flatMap((methods) => Object.values(methods))
    const open = all.filter((one) => (one as { security?: unknown[] }).security?.length === 0)

    expect(open).toHaveLength(allOperations.filter((one) => one.right === 'public').length)
    for (const one of all) expect(Object.keys(one.responses)).toEqual(expect.arrayContaining(['400', '500', '503']))
  })

  test('is what the shapes and operations say now, like everything that is generated', () => {
    expect(() => execFileSync('npx', ['tsx', 'scripts/generate.ts', '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})

test('every pattern of a request reads as words', () => {
  const asked = new Set(allOperations.flatMap((one) => [one.body, one.query]).filter((name) => name !== undefined))
  const patterns = [...asked].flatMap((name) => patternsIn(plainSchema(shapes[name])))

  expect(patterns.filter((pattern) => !Object.hasOwn(patternWords, pattern))).toEqual([])
})

function patternsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { pattern, patternProperties = {} } = schema as { pattern?: unknown; patternProperties?: object }
  const own = [...(typeof pattern === 'string' ? [pattern] : []), ...Object.keys(patternProperties)]
  return [...own, ...Object.values(schema).flatMap(patternsIn)]
}
