import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { monthsOf } from '#domain/time/period'
import { periodsWithin, planBook, type RowId } from '#domain/plan/plan-book'
import type { RecurringTarget, Target } from '#schemas/plan'
import { runs } from '#test/support/runs'

const anna: RowId = { metric: 'sum', scope: 'employee', id: 'anna' }
const boris: RowId = { ...anna, id: 'boris' }
const company: RowId = { metric: 'sum', scope: 'company', id: '' }

const of = (row: RowId, value: number): Target => ({ ...row, value })
const every = (row: RowId, more: Partial<RecurringTarget> & { value: number }): RecurringTarget => ({
  ...row,
  every: 'month',
  from: '2026-01',
  ...more,
})

test('a year is made of itself, 2 halves, 4 quarters and 12 months', () => {
  const within = periodsWithin('2026', 1)

  expect(within).toHaveLength(19)
  expect(new Set(within).size).toBe(19)
  expect(periodsWithin('2026-Q4', 1)).toEqual(['2026-Q4', '2026-10', '2026-11', '2026-12'])
  expect(periodsWithin('2026-11', 1)).toEqual(['2026-11'])
})

test('quarters of a year that starts in April are made of its own months', () => {
  expect(periodsWithin('2026-Q1', 4)).toEqual(['2026-Q1', '2026-04', '2026-05', '2026-06'])
})

describe('recurring targets', () => {
  const book = planBook(
    { '2026-03': [of(anna, 7)] },
    [every(anna, { value: 100 }), every(anna, { value: 200, from: '2026-06', to: '2026-08' })],
    1,
  )

  test.each([
    ['2025-12', null],
    ['2026-01', { value: 100, source: 'recurring' }],
    ['2026-03', { value: 7, source: 'explicit' }],
    ['2026-06', { value: 200, source: 'recurring' }],
    ['2026-08', { value: 200, source: 'recurring' }],
    ['2026-09', { value: 100, source: 'recurring' }],
    ['2026-Q1', null],
  ])('for %s the plan is what is set, else what began last', (period, expected) => {
    const own = book.own(period, anna)

    expect(own === null ? null : { value: own.value, source: own.source }).toEqual(expected)
  })
})

describe('longer periods', () => {
  test('are independent targets, and derived from shorter ones only where they have none', () => {
    const book = planBook(
      { '2026-10': [of(anna, 1)], '2026-11': [of(anna, 2)], '2026-Q3': [of(anna, 30)], '2026-H1': [of(anna, 500)] },
      [],
      1,
    )

    const planned = (period: string) => book.planned(period, anna)

    expect(planned('2026-Q4')).toMatchObject({ value: 3, source: 'derived' })
    expect(planned('2026-H2')).toMatchObject({ value: 33, source: 'derived' })
    expect(planned('2026')).toMatchObject({ value: 533, source: 'derived' })
    expect(planned('2026-H1')).toMatchObject({ value: 500, source: 'explicit' })
    expect(planned('2026-12')).toBeNull()
    expect(book.planned('2026', boris)).toBeNull()
  })

  test('with monthly plans alone, every longer one is the sum of its months', () => {
    const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 1e12 })), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (months, yearStarts) => {
        const all = monthsOf('2026', yearStarts)
        const explicit = Object.fromEntries(
          all.map((month, index) => [
            month,
            [months[index] ?? null].flatMap((value) => (value === null ? [] : [of(anna, value)])),
          ]),
        )
        const book = planBook(explicit, [], yearStarts)
        for (const period of periodsWithin('2026', yearStarts)) {
          const own = monthsOf(period, yearStarts).flatMap((month) => explicit[month]?.map(({ value }) => value) ?? [])
          const sum = own.length === 0 ? null : own.reduce((a, b) => a + b, 0)
          expect(book.planned(period, anna)?.value ?? null).toBe(sum)
        }
      }),
      { numRuns: runs(50) },
    )
  })
})

describe('the company’s plan', () => {
  const parts = [anna, boris]
  const plan = (explicit: Record<string, Target[]>, period: string) =>
    planBook(explicit, [], 1).plannedWithParts(period, company, parts)

  test('is the sum of employees where nothing is set', () => {
    expect(plan({ '2026-11': [of(anna, 60), of(boris, 40)] }, '2026-11')).toEqual({
      value: 100,
      source: 'sum',
      topDownGap: null,
    })
  })

  test('is what is set, and says how far the sum of employees is from it', () => {
    expect(plan({ '2026-11': [of(company, 120), of(anna, 60), of(boris, 40)] }, '2026-11')).toEqual({
      value: 120,
      source: 'explicit',
      topDownGap: 20,
    })
  })

  test('of a quarter with one month set takes the other months from employees', () => {
    const explicit = { '2026-10': [of(company, 120), of(anna, 100)], '2026-11': [of(anna, 50)] }

    expect(plan(explicit, '2026-Q4')).toEqual({ value: 170, source: 'derived', topDownGap: 20 })
  })

  test('is nothing where nobody has a plan', () => {
    expect(plan({}, '2026')).toBeNull()
  })
})
