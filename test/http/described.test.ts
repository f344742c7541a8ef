import { expect, test } from 'vitest'

import type { ChapterOf } from '#http/described'
import { operation, type Operation } from '#http/operation'
import { describedOperations } from '#product/openapi'

const health = { method: 'GET', path: '/health', right: 'public', answer: 'Health' } as const
const run = () => Promise.resolve({ status: 'ok' as const, at: '2026-12-01T07:00:00.000Z' })
const operations = [operation({ ...health, id: 'one', run }), operation({ ...health, id: 'two', run })] as const
const said = { tag: 'System', summary: 'Something' }

const whole = { chapter: 1, operations: { two: said, one: said } } satisfies ChapterOf<typeof operations>
// @ts-expect-error -- nothing is said of `two`
const short = { chapter: 1, operations: { one: said } } satisfies ChapterOf<typeof operations>
const long = {
  chapter: 1,
  // @ts-expect-error -- there is no `three`
  operations: { one: said, two: said, three: said },
} satisfies ChapterOf<typeof operations>
const nameless = {
  chapter: 1,
  // @ts-expect-error -- of operations that have lost their names nobody could tell whether one is missing
  operations: { one: said },
} satisfies ChapterOf<readonly Operation[]>

test('operations stand in the order in which they are described, chapter by chapter', () => {
  const later = { chapter: 2, operations: { one: said } }
  const sooner = { chapter: 1, operations: { two: said } }

  expect(describedOperations(operations, [later, sooner]).map(({ id }) => id)).toEqual(['two', 'one'])
  expect(describedOperations(operations, [whole])[0]).toMatchObject({ id: 'two', path: '/health', tag: 'System' })
})

test('an operation that nothing is said of is named, and so is what is said of none', () => {
  expect(() => describedOperations(operations, [short])).toThrow('Nothing is said of two')
  expect(() => describedOperations(operations, [long])).toThrow('three is described, but there is no such operation')
  expect(() => describedOperations([], [nameless])).toThrow('one is described, but there is no such operation')
})
