import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays } from '#domain/time/days'
import {
  bounds,
  monthOf,
  monthsOf,
  parsePeriod,
  periodAfter,
  periodMonths,
  periodsContaining,
} from '#domain/time/period'

test.each([
  ['2026-11', { kind: 'month', year: 2026, index: 11 }],
  ['2026-Q4', { kind: 'quarter', year: 2026, index: 4 }],
  ['2026-H2', { kind: 'half', year: 2026, index: 2 }],
  ['2026', { kind: 'year', year: 2026, index: 1 }],
])('%s is read', (id, period) => {
  expect(parsePeriod(id)).toEqual({ id, ...period })
})

test.each([
  '',
  '2026-13',
  '2026-00',
  '2026-1',
  '2026-Q5',
  '2026-Q0',
  '2026-H3',
  '26',
  '0026',
  '2026-11-01',
  'Q4',
  '2026-q4',
])('“%s” is no period and the refusal says how to write one', (id) => {
  expect(() => parsePeriod(id)).toThrow(`“${id}” is not a period. Write a month such as 2026-11`)
  expect(() => parsePeriod(id)).toThrow(expect.objectContaining({ code: 'period_unknown' }))
})

test.each([
  ['2026-11', 1, '2026-11-01', '2026-12-01'],
  ['2026-12', 1, '2026-12-01', '2027-01-01'],
  ['2026-Q4', 1, '2026-10-01', '2027-01-01'],
  ['2026-H1', 1, '2026-01-01', '2026-07-01'],
  ['2026-H2', 1, '2026-07-01', '2027-01-01'],
  ['2026', 1, '2026-01-01', '2027-01-01'],
  ['2026-11', 7, '2026-11-01', '2026-12-01'],
  ['2026-Q1', 7, '2026-07-01', '2026-10-01'],
  ['2026-Q3', 7, '2027-01-01', '2027-04-01'],
  ['2026-H2', 7, '2027-01-01', '2027-07-01'],
  ['2026', 7, '2026-07-01', '2027-07-01'],
  ['2026-Q4', 12, '2027-09-01', '2027-12-01'],
])('%s, where years start in month %i, runs from %s to before %s', (id, yearStarts, from, to) => {
  expect(bounds(id, yearStarts)).toEqual({ from, to })
})

test.each([
  ['2026-11-30', 1, { month: '2026-11', quarter: '2026-Q4', half: '2026-H2', year: '2026' }],
  ['2026-01-01', 1, { month: '2026-01', quarter: '2026-Q1', half: '2026-H1', year: '2026' }],
  ['2026-11', 7, { month: '2026-11', quarter: '2026-Q2', half: '2026-H1', year: '2026' }],
  ['2026-03-31', 7, { month: '2026-03', quarter: '2025-Q3', half: '2025-H2', year: '2025' }],
  ['2026-03-31', 4, { month: '2026-03', quarter: '2025-Q4', half: '2025-H2', year: '2025' }],
])('%s, where years start in month %i, belongs to its four periods', (date, yearStarts, periods) => {
  expect(periodsContaining(date, yearStarts)).toEqual(periods)
})

test('what is neither a date nor a month belongs to no period', () => {
  expect(() => periodsContaining('2026-Q1', 1)).toThrow('“2026-Q1” is neither a date such as')
})

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-Q4', 1, '2027-Q1'],
  ['2026-Q1', -5, '2024-Q4'],
  ['2026-H2', 1, '2027-H1'],
  ['2026', 2, '2028'],
])('%s and %i further on is %s', (id, count, expected) => {
  expect(periodAfter(id, count)).toBe(expected)
})

test('the month of an instant is the month of the company’s own clock', () => {
  expect(monthOf('Europe/Moscow', '2026-11-30T21:00:00.000Z')).toBe('2026-12')
  expect(monthOf('Europe/Moscow', '2026-11-30T20:59:59.999Z')).toBe('2026-11')
  expect(monthOf('Europe/Berlin', '2026-11-30T21:00:00.000Z')).toBe('2026-11')
})

describe('laws', () => {
  const years = fc.integer({ min: 1990, max: 2090 })
  const starts = fc.integer({ min: 1, max: 12 })
  const dates = fc.integer({ min: 0, max: 40_000 }).map((day) => addDays('1990-01-01', day))

  test('a half-year is its two quarters, a year its two halves, a quarter its three months', () => {
    fc.assert(
      fc.property(years, starts, (year, start) => {
        const months = (...ids: readonly string[]) => ids.flatMap((id) => monthsOf(id, start))

        expect(months(`${year}-H1`)).toEqual(months(`${year}-Q1`, `${year}-Q2`))
        expect(months(`${year}-H2`)).toEqual(months(`${year}-Q3`, `${year}-Q4`))
        expect(months(`${year}`)).toEqual(months(`${year}-H1`, `${year}-H2`))
      }),
    )
  })

  test('a day lies in each of its periods, and the month of the day is one of the months of each', () => {
    fc.assert(
      fc.property(dates, starts, (date, start) => {
        for (const id of Object.values(periodsContaining(date, start))) {
          const { from, to } = bounds(id, start)

          expect(from <= date && date < to).toBe(true)
          expect(monthsOf(id, start)).toContain(date.slice(0, 7))
          expect(monthsOf(id, start)).toHaveLength(periodMonths[parsePeriod(id).kind])
        }
      }),
    )
  })

  test('the next period begins where the one before ends', () => {
    fc.assert(
      fc.property(dates, starts, (date, start) => {
        for (const id of Object.values(periodsContaining(date, start))) {
          expect(bounds(periodAfter(id), start).from).toBe(bounds(id, start).to)
          expect(periodAfter(periodAfter(id, 7), -7)).toBe(id)
        }
      }),
    )
  })
})
