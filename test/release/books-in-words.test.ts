import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { planBook } from '#domain/plan/plan-book'
import {
  eveningsTogether,
  recurringChanges,
  recurringInWords,
  targetChanges,
  targetsInWords,
} from '#domain/plan/books-in-words'
import type { RecurringTarget, Target } from '#schemas/plan'

/** Directions a, b and c are alive; x and y were called so once, and are called as drawn today. */
const calls = fc.record({ x: fc.constantFrom('a', 'b'), y: fc.constantFrom('a', 'b', 'c') })
const wordsOf = (now: Readonly<Record<string, string>>) => ({ pipeline: (id: string) => now[id] ?? id })
const names = fc.constantFrom('a', 'b', 'c', 'x', 'y')
const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
const aMonth = fc.constantFrom(...months)

const aTarget: fc.Arbitrary<Target> = fc.record({
  metric: fc.constantFrom('sum', 'count'),
  scope: fc.constant('pipeline'),
  id: names,
  value: fc.nat(100),
})
const targetName = ({ metric, id }: Pick<Target, 'metric' | 'id'>) => `${metric} ${id}`

const aRepeated = fc
  .record({ id: names, from: aMonth, length: fc.option(fc.integer({ min: 0, max: 6 })), value: fc.nat(100) })
  .map(({ id, from, length, value }): RecurringTarget => {
    const to = length === null ? undefined : months[Math.min(11, months.indexOf(from) + length)]
    const row = { every: 'month', metric: 'sum', scope: 'pipeline', id, value } as const
    return { ...row, from, ...(to === undefined ? {} : { to }) }
  })
const repeatedName = ({ id, from }: Pick<RecurringTarget, 'id' | 'from'>) => `${id} ${from}`

/** What is planned for a direction in a month by targets that repeat, as everywhere in the plan. */
const planOf = (targets: readonly RecurringTarget[], id: string, period: string): number | null =>
  planBook({}, targets, 1).own(period, { metric: 'sum', scope: 'pipeline', id })?.value ?? null

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** What a store holds after it was told to write: null takes away. */
function written<T extends { readonly value: number }>(
  stored: readonly T[],
  changes: readonly (readonly (Omit<T, 'value'> & { readonly value: number | null })[])[],
  nameOf: (one: Omit<T, 'value'>) => string,
): readonly T[] {
  const held = new Map(stored.map((one) => [nameOf(one), one]))
  for (const change of changes.flat()) {
    if (change.value === null) held.delete(nameOf(change))
    else held.set(nameOf(change), change as T)
  }
  return [...held.values()]
}

describe('targets under names of today', () => {
  test('are what was set under any of the names, added up', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aTarget, { selector: targetName }), calls, (stored, now) => {
        const found = targetsInWords(stored, wordsOf(now))
        const expected = new Map<string, number>()
        for (const { metric, id, value } of stored) {
          const name = `${metric} ${wordsOf(now).pipeline(id)}`
          expected.set(name, (expected.get(name) ?? 0) + value)
        }

        expect(new Map(found.map((one) => [targetName(one), one.value]))).toEqual(expected)
        expect(found).toHaveLength(expected.size)
      }),
    )
  })

  test('are what is set when they are set again, and nothing that was set before besides', () => {
    const settable = fc.tuple(aTarget, fc.boolean()).map(([one, isGone]) => (isGone ? { ...one, value: null } : one))
    const distinct = { selector: (one: Pick<Target, 'metric' | 'id'>) => targetName(one) }
    fc.assert(
      fc.property(
        fc.uniqueArray(aTarget, { selector: targetName }),
        fc.uniqueArray(settable, { ...distinct, maxLength: 4 }),
        calls,
        (stored, drawn, now) => {
          const words = wordsOf(now)
          const wanted = drawn.filter(({ id }) => words.pipeline(id) === id)
          const changes = targetChanges(stored, wanted, words)
          const after = targetsInWords(written(stored, changes, targetName), words)
          const expected = new Map(targetsInWords(stored, words).map((one) => [targetName(one), one.value]))
          for (const one of wanted) {
            if (one.value === null) expected.delete(targetName(one))
            else expected.set(targetName(one), one.value)
          }

          expect(new Map(after.map((one) => [targetName(one), one.value]))).toEqual(expected)
          const keys = changes.flat().map(targetName)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
    )
  })
})

describe('targets that repeat, under names of today', () => {
  const series = fc.uniqueArray(aRepeated, { selector: repeatedName, maxLength: 8 })

  test('come in every month to what was in force under each of the names, added up', () => {
    fc.assert(
      fc.property(series, calls, (stored, now) => {
        const words = wordsOf(now)
        const found = recurringInWords(stored, words)
        for (const id of ['a', 'b', 'c']) {
          const all = ['a', 'b', 'c', 'x', 'y'].filter((one) => words.pipeline(one) === id)
          for (const month of [...months, '2027-01']) {
            const expected = sumOf(all.map((one) => planOf(stored, one, month)))
            expect([id, month, planOf(found, id, month)]).toEqual([id, month, expected])
          }
        }
      }),
    )
  })

  test('are changed as if they had always stood under the names of today', () => {
    const change = fc.tuple(aRepeated, fc.boolean()).map(([one, isGone]) => (isGone ? { ...one, value: null } : one))
    fc.assert(
      fc.property(
        series,
        fc.uniqueArray(change, { selector: repeatedName, maxLength: 3 }),
        calls,
        (stored, drawn, now) => {
          const words = wordsOf(now)
          const wanted = drawn.filter(({ id }) => words.pipeline(id) === id)
          const changes = recurringChanges(stored, wanted, words)
          const after = recurringInWords(written(stored, changes, repeatedName), words)
          const plainly = written(recurringInWords(stored, words), [wanted], repeatedName)
          for (const id of ['a', 'b', 'c']) {
            for (const month of [...months, '2027-01']) {
              expect([id, month, planOf(after, id, month)]).toEqual([id, month, planOf(plainly, id, month)])
            }
          }
          const keys = changes.flat().map(repeatedName)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
    )
  })
})

describe('evenings kept under several names', () => {
  const at = (on: string, plan: number | null, fact: number) => ({ on, plan, fact })

  test('are added up while both names were in use, and no more from the day on which one was given up', () => {
    const old = [at('2026-12-01', 5, 1), at('2026-12-02', 5, 2), at('2026-12-03', 5, 3)]
    const now = [at('2026-12-01', null, 10), at('2026-12-03', 7, 33), at('2026-12-04', 7, 44)]

    expect(eveningsTogether([{ evenings: now }, { goneOn: '2026-12-03', evenings: old }])).toEqual([
      at('2026-12-01', 5, 11),
      at('2026-12-02', 5, 2),
      at('2026-12-03', 7, 33),
      at('2026-12-04', 7, 44),
    ])
  })

  test('of a name that was given up twice follow one another', () => {
    const first = [at('2026-12-01', 5, 1)]
    const second = [at('2026-12-02', 5, 2)]
    const now = [at('2026-12-03', 5, 3)]

    expect(
      eveningsTogether([
        { evenings: now },
        { goneOn: '2026-12-02', evenings: first },
        { goneOn: '2026-12-03', evenings: second },
      ]),
    ).toEqual([...first, ...second, ...now])
  })
})
