import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { bounds } from '#domain/time/period'
import { companyPlan, decompose, derivePlan, distribute } from '#domain/plan/plan-totals'
import { progress, workingDaysOf } from '#domain/plan/progress'
import { divideHalfEven, percentOf, ratioOf } from '#domain/kernel/ratio'
import { moscow } from '#test/domain/calendars'

test('in the middle of a month it says what must be done today', () => {
  const facts = { plan: 1_000_000_00, fact: 300_000_00, workingDays: { gone: 10, all: 20 }, weightedOpen: 350_000_00 }

  expect(progress(facts)).toEqual({
    plan: 1_000_000_00,
    fact: 300_000_00,
    percent: 30,
    expected: 500_000_00,
    runRate: 600_000_00,
    needPerDay: 70_000_00,
    gap: 700_000_00,
    coverage: 0.5,
  })
})

test.each([
  ['without a plan', { plan: null, fact: 46_695_58 }, { percent: null, expected: null, needPerDay: null, gap: null }],
  ['with a plan of 0', { plan: 0, fact: 46_695_58 }, { percent: null, expected: 0, needPerDay: 0, gap: -46_695_58 }],
  ['with a plan of 0 and no sales', { plan: 0, fact: 0 }, { percent: null, gap: 0, coverage: null }],
  ['over the plan', { plan: 100, fact: 250 }, { percent: 250, needPerDay: 0, gap: -150, coverage: null }],
  ['below nothing after cancellations', { plan: 100, fact: -50 }, { percent: -50, runRate: -100, gap: 150 }],
])('%s', (_, facts, expected) => {
  expect(progress({ ...facts, workingDays: { gone: 10, all: 20 }, weightedOpen: 10 })).toMatchObject(expected)
})

test('on the first day there is no run rate yet', () => {
  const first = progress({ plan: 100, fact: 5, workingDays: { gone: 0, all: 20 } })

  expect(first).toMatchObject({ runRate: null, expected: 0, needPerDay: 5, coverage: null })
})

test('when no days are left there is no need per day', () => {
  const last = progress({ plan: 100, fact: 60, workingDays: { gone: 20, all: 20 } })

  expect(last).toMatchObject({ needPerDay: null, expected: 100, runRate: 60, gap: 40 })
})

test('a period without a working day has neither pace nor need', () => {
  const none = progress({ plan: 100, fact: 60, workingDays: { gone: 0, all: 0 } })

  expect(none).toMatchObject({ expected: null, runRate: null, needPerDay: null, percent: 60 })
})

test.each([
  ['2026-12-31', 0],
  ['2027-01-01', 0],
  ['2027-01-12', 1],
  ['2027-01-31', 15],
  ['2027-03-01', 15],
])('on %s, %i working days of January are finished', (today, gone) => {
  expect(workingDaysOf(moscow, bounds('2027-01', 1), today)).toEqual({ gone, all: 15 })
})

describe('percent', () => {
  test.each([
    [48_932_840, 200_000_000, 2, 24.47],
    [1, 3, 1, 33.3],
    [2, 3, 1, 66.7],
    [1, 8, 1, 12.5],
    [125, 100_000, 2, 0.12],
    [135, 100_000, 2, 0.14],
    [5, 10_000, 1, 0],
    [15, 10_000, 1, 0.2],
    [-15, 10_000, 1, -0.2],
    [9_007_199_254_740_991, 9_007_199_254_740_991, 1, 100],
    [0, 5, 1, 0],
    [5, 0, 1, null],
    [0, 0, 1, null],
  ])('%i of %i at %i decimals is %s', (fact, plan, decimals, percent) => {
    expect(percentOf(fact, plan, decimals)).toBe(percent)
  })

  test('is never NaN or infinite', () => {
    const money = fc.maxSafeInteger()
    fc.assert(
      fc.property(
        money,
        fc.option(fc.maxSafeNat(), { nil: null }),
        fc.integer({ min: 0, max: 4 }),
        (fact, plan, decimals) => {
          const percent = percentOf(fact, plan, decimals)

          if (plan === null || plan === 0) expect(percent).toBeNull()
          else expect(Number.isFinite(percent)).toBe(true)
        },
      ),
    )
  })

  test('rounding is off by half a step at most, and goes to even at the middle', () => {
    const ints = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(ints, ints, (top, bottom) => {
        fc.pre(bottom !== 0)
        const quotient = divideHalfEven(BigInt(top), BigInt(bottom))
        const off = Math.abs(top - Number(quotient) * bottom) * 2

        expect(off).toBeLessThanOrEqual(Math.abs(bottom))
        if (off === Math.abs(bottom)) expect(quotient % 2n).toBe(0n)
      }),
    )
  })

  test('a ratio over nothing cannot be said', () => {
    expect(ratioOf(5, 0, 2)).toBeNull()
    expect(ratioOf(1, -3, 2)).toBe(-0.33)
  })
})

test('what is needed every day, kept up to the end, reaches the plan', () => {
  const sums = fc.integer({ min: 0, max: 1_000_000_000 })
  fc.assert(
    fc.property(sums, sums, fc.nat(22), fc.integer({ min: 1, max: 23 }), (plan, fact, gone, left) => {
      const { needPerDay } = progress({ plan, fact, workingDays: { gone, all: gone + left } })

      expect(fact + Number(needPerDay) * left).toBeGreaterThanOrEqual(plan)
      expect(fact + Number(needPerDay) * left).toBeLessThan(Math.max(plan, fact) + left)
    }),
  )
})

test.each([
  [1000, 900, { plan: 1000, source: 'explicit', gap: 100 }],
  [1000, 1000, { plan: 1000, source: 'explicit', gap: 0 }],
  [800, 900, { plan: 800, source: 'explicit', gap: -100 }],
  [1000, null, { plan: 1000, source: 'explicit', gap: null }],
  [null, 900, { plan: 900, source: 'sum', gap: null }],
  [0, 900, { plan: 0, source: 'explicit', gap: -900 }],
  [null, null, null],
])('the company with %s of its own and %s by employees', (explicit, employees, expected) => {
  expect(companyPlan(explicit, employees)).toEqual(expected)
})

test.each([
  [500, [100, 100, 100], { value: 500, derived: false, missingMonths: 0 }],
  [null, [100, 200, 300], { value: 600, derived: true, missingMonths: 0 }],
  [null, [100, null, 300], { value: 400, derived: true, missingMonths: 1 }],
  [null, [0, null, null], { value: 0, derived: true, missingMonths: 2 }],
  [null, [null, null, null], null],
  [null, [], null],
  [null, [Number.MAX_SAFE_INTEGER, 9001], { value: Number.MAX_SAFE_INTEGER, derived: true, missingMonths: 0 }],
])('a longer plan of %s over months %o', (explicit, monthly, expected) => {
  expect(derivePlan(explicit, monthly)).toEqual(expected)
})

describe('splitting a plan', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1000, [20, 22, 21], [318, 349, 333]],
    [10, [0, 5], [0, 10]],
    [0, [1, 2], [0, 0]],
  ])('%i by %o is %o', (total, weights, parts) => {
    expect(distribute(total, weights)).toEqual(parts)
  })

  test('between parts that weigh nothing is refused', () => {
    expect(() => distribute(100, [0, 0])).toThrow('A plan cannot be split between parts that all weigh nothing.')
  })

  test('gives parts that add up to the whole, each within one unit of its exact share', () => {
    const totals = fc.integer({ min: -1e15, max: 1e15 })
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const whole = list.reduce((sum, weight) => sum + weight, 0)
        fc.pre(whole > 0)
        const parts = distribute(total, list)

        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        for (const [index, part] of parts.entries()) {
          const exact = BigInt(total) * BigInt(list[index] ?? 0)
          const off = BigInt(part) * BigInt(whole) - exact
          expect((off < 0n ? -off : off) < BigInt(whole)).toBe(true)
        }
      }),
    )
  })
})

describe('what the plan needs of every stage', () => {
  const stages = [
    { id: 'presentation', conversion: 0.5 },
    { id: 'offer', conversion: 0.4 },
    { id: 'payment', conversion: 1 },
  ]

  test('is counted back from the deals to win', () => {
    expect(decompose({ remaining: 1_000_000, averageAmount: 100_000, stages, daysLeft: 20 })).toEqual({
      wins: 10,
      stages: [
        { id: 'presentation', deals: 50, perDay: 2.5 },
        { id: 'offer', deals: 25, perDay: 1.3 },
        { id: 'payment', deals: 10, perDay: 0.5 },
      ],
    })
  })

  test('is nothing once the plan is reached', () => {
    const { wins, stages: needs } = decompose({ remaining: -5, averageAmount: 0, stages, daysLeft: 20 })

    expect(wins).toBe(0)
    expect(needs.map(({ deals, perDay }) => [deals, perDay])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  test.each([
    ['no deal was ever won', { averageAmount: 0, daysLeft: 20, conversion: 0.5 }, { deals: null, perDay: null }],
    ['nothing converts', { averageAmount: 100, daysLeft: 20, conversion: 0 }, { deals: null, perDay: null }],
    ['no days are left', { averageAmount: 100, daysLeft: 0, conversion: 0.5 }, { deals: 20, perDay: null }],
  ])('cannot be said where %s', (_, { averageAmount, daysLeft, conversion }, expected) => {
    const need = decompose({ remaining: 1000, averageAmount, stages: [{ id: 'offer', conversion }], daysLeft })

    expect(need.stages).toEqual([{ id: 'offer', ...expected }])
  })

  test('never shrinks towards the beginning of the pipeline', () => {
    const conversions = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(conversions, fc.integer({ min: 1, max: 1e9 }), (list, remaining) => {
        const many = list.map((conversion, index) => ({ id: String(index), conversion }))
        const deals = decompose({ remaining, averageAmount: 1000.5, stages: many, daysLeft: 5 }).stages.map((stage) =>
          Number(stage.deals),
        )

        expect(deals).toEqual(deals.toSorted((a, b) => b - a))
      }),
    )
  })
})
