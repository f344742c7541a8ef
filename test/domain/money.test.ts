import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { inCompanyCurrency } from '#domain/deals/currency-sums'
import { convertedAnew, correctedWon, wonNow } from '#domain/deals/winning'
import { digitsOf } from '#domain/kernel/currency'
import { convert, sumOf } from '#domain/kernel/money'
import { scopeOf } from '#reports/domain/scope'
import type { Frame } from '#reports/domain/scope'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'

test.each([
  ['JPY', 0],
  ['VND', 0],
  ['ISK', 0],
  ['HUF', 2],
  ['IDR', 2],
  ['RSD', 2],
  ['RUB', 2],
  ['KWD', 3],
  ['IQD', 3],
  ['CLF', 4],
])('the minor unit of %s has %i digits, as ISO 4217 says', (currency, digits) => {
  expect(digitsOf(currency)).toBe(digits)
})

test.each([
  ['10 000 yen at 0.6', 10_000, { from: 'JPY', to: 'RUB', rate: '0.6' }, 600_000],
  ['10.000 dinars at 300', 10_000, { from: 'KWD', to: 'RUB', rate: '300' }, 300_000],
  ['100.00 dollars at 90.5', 10_000, { from: 'USD', to: 'RUB', rate: '90.5' }, 905_000],
  ['1.0000 unidad at 3.21', 10_000, { from: 'CLF', to: 'RUB', rate: '3.21' }, 321],
  ['100.00 roubles in yen at 1.5', 10_000, { from: 'RUB', to: 'JPY', rate: '1.5' }, 150],
  ['0.01 roubles in yen at 50, half to even', 1, { from: 'RUB', to: 'JPY', rate: '50' }, 0],
  ['0.03 roubles in yen at 50, half to even', 3, { from: 'RUB', to: 'JPY', rate: '50' }, 2],
  ['less than nothing', -10_000, { from: 'JPY', to: 'RUB', rate: '0.6' }, -600_000],
])('%s', (_, minor, conversion, expected) => {
  expect(convert(minor, conversion)).toBe(expected)
})

const byDigits = { 0: 'JPY', 2: 'RUB', 3: 'KWD', 4: 'CLF' } as const
const currencies = fc.constantFrom(...Object.values(byDigits))
const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 })
// No more than 6 significant digits behind the point, so that the ordinary arithmetic below is near enough to compare.
const rates = fc.integer({ min: 1, max: 5_000_000 }).map((millionths) => (millionths / 10_000).toFixed(4))

const model = { calendar: { timezone: 'UTC' }, pipelines: {} } as unknown as Model

function dealOf(amount: number, currency: string): Deal {
  return { owner: 'ann', pipeline: 'p', currency, fields: { amount } } as unknown as Deal
}

/** What everything that converts makes of an amount, by name. */
function everyConversion(amount: number, from: string, to: string, rate: string): Readonly<Record<string, unknown>> {
  const money = { currency: to, rates: from === to ? {} : { [from]: rate } }
  const won = wonNow(dealOf(amount, from), '2026-11-29T09:00:00.000Z', { model, employees: {}, money })
  const frame = { model, money, caller: { reach: {} }, org: { employees: {}, departments: {} }, filters: {} }
  return {
    winning: won.baseMinor,
    correcting: correctedWon({ ...won, amountMinor: 0, baseMinor: 0 }, amount, to).baseMinor,
    reconciling: convertedAnew({ ...won, baseMinor: won.baseMinor + 1 }, to)?.baseMinor,
    columns: inCompanyCurrency([{ currency: from, minor: amount }], money).minor,
    reports: scopeOf(frame as unknown as Frame).base(amount, from),
  }
}

test('every place that converts does it by the digits of both currencies', () => {
  fc.assert(
    fc.property(amounts, currencies, currencies, rates, (amount, from, to, written) => {
      const rate = from === to ? '1' : written
      const exact = (amount / 10 ** digitsOf(from)) * Number(rate) * 10 ** digitsOf(to)

      for (const [place, found] of Object.entries(everyConversion(amount, from, to, rate))) {
        expect([place, Math.abs(Number(found) - exact) <= 0.5 + Math.abs(exact) * 1e-12]).toEqual([place, true])
        expect([place, found]).toEqual([place, convert(amount, { from, to, rate })])
      }
    }),
  )
})

describe('books', () => {
  const won = wonNow(dealOf(10_000, 'KWD'), '2026-11-29T09:00:00.000Z', {
    model,
    employees: {},
    money: { currency: 'RUB', rates: { KWD: '300' } },
  })

  test('that are right are left alone', () => {
    expect(won.baseMinor).toBe(300_000)
    expect(convertedAnew(won, 'RUB')).toBeUndefined()
  })

  test('that were frozen tenfold are put right, in the currency they were kept in', () => {
    const { baseCurrency: _, ...before } = { ...won, baseMinor: 3_000_000 }

    expect(convertedAnew(before, 'RUB')).toEqual({ ...won, baseMinor: 300_000 })
    expect(convertedAnew({ ...won, baseMinor: 3_000_000 }, 'USD')?.baseMinor).toBe(300_000)
  })

  test('refuse an amount that nobody can mean', () => {
    const win = (amount: number, rate: string) =>
      wonNow(dealOf(amount, 'KWD'), '2026-11-29T09:00:00.000Z', {
        model,
        employees: {},
        money: { currency: 'RUB', rates: { KWD: rate } },
      })

    expect(() => win(8_008_327_012_345_600, '300')).toThrow('too large to be meant')
    expect(() => win(10_000_000_000_000, '999999999999')).toThrow('too large to be meant')
  })
})

test('a sum that no number holds is the nearest one that is', () => {
  expect(sumOf([8_008_327_012_345_600, 8_008_327_012_345_700])).toBe(Number.MAX_SAFE_INTEGER)
  expect(sumOf([8_008_327_012_345_600, 8_008_327_012_345_700, -8_008_327_012_345_700])).toBe(8_008_327_012_345_600)
  expect(convert(10_000_000_000_000, { from: 'JPY', to: 'CLF', rate: '999999999999' })).toBe(Number.MAX_SAFE_INTEGER)
})
