import Type from 'typebox'
import { describe, expect, test } from 'vitest'

import { isDay, isInstant } from '#schemas/formats'
import { plainSchema, titledShapes } from '#schemas/json-schema'
import { nullable, shape, words } from '#schemas/shape'

describe('a plain schema', () => {
  test('says alternatives of different types in one schema', () => {
    expect(plainSchema(nullable(Type.Integer({ minimum: 1 })))).toEqual({ type: ['integer', 'null'], minimum: 1 })
    expect(plainSchema(nullable(words(['a', 'b'])))).toEqual({ type: ['string', 'null'], enum: ['a', 'b', null] })
  })

  test('cannot be made of alternatives that nobody could tell apart', () => {
    const one = shape('One', { a: Type.String() })
    const two = shape('Two', { b: Type.String() })

    expect(() => plainSchema(Type.Union([one, two]))).toThrow('give them a tag')
  })

  test('refers to shapes inside it by their title', () => {
    const inner = shape('Inner', { a: Type.String() })

    const outer = plainSchema(shape('Outer', { inner, maybe: nullable(inner) }), (title) => `#/${title}`)

    expect(outer['properties']).toEqual({
      inner: { $ref: '#/Inner' },
      maybe: { anyOf: [{ $ref: '#/Inner' }, { type: 'null' }] },
    })
  })

  test('closes records: a key that their pattern does not have is not taken', () => {
    const record = plainSchema(Type.Record(Type.String({ pattern: '^[a-z]$' }), Type.Number()))

    expect(record['additionalProperties']).toBe(false)
  })
})

test('two shapes cannot have one title', () => {
  const shapes = [shape('One', { a: Type.String() }), shape('One', { b: Type.String() })]

  expect(() => titledShapes(shapes)).toThrow('two different shapes with the title One')
})

test.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-2-3', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test.each([
  ['2026-11-23T09:00:00Z', true],
  ['2026-11-23T09:00:00.123+03:00', true],
  ['2026-11-23T09:00:00', false],
  ['2026-11-31T09:00:00Z', false],
  ['2026-11-23T09:00:00+25:00', false],
])('%s is an instant: %s', (text, expected) => {
  expect(isInstant(text)).toBe(expected)
})
