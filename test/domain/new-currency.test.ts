import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { convertedAnew } from '#domain/deals/winning'
import { convert } from '#domain/kernel/money'
import { ratesIn, sumToday, timesDecimal, wonIn } from '#domain/plan/new-currency'
import type { Won } from '#schemas/deal'

const currencies = ['RUB', 'USD', 'JPY', 'KWD', 'CLF'] as const
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 9 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(9, '0')}`)

const won: Won = {
  at: '2026-12-01T09:00:00.000Z',
  month: '2026-12',
  amountMinor: 100_000,
  currency: 'RUB',
  rate: '1',
  baseMinor: 100_000,
  baseCurrency: 'RUB',
  owner: 'anna',
  department: 'b2b',
  pipeline: 'b2b_new',
  axes: {},
}

test.each([
  ['2', '3', '6'],
  ['0.1', '0.2', '0.02'],
  ['92.50', '1', '92.5'],
  ['0.0000000001', '0.1', '0.00000000001'],
  ['5.4', '0', '0'],
])('%s times %s is %s, to the last digit', (a, b, product) => {
  expect(timesDecimal(a, b)).toBe(product)
})

test('a rate is cut to as many digits as people may enter, and never to nothing', () => {
  expect(timesDecimal('0.12345678905', '1', 10)).toBe('0.1234567891')
  expect(timesDecimal('0.0000000001', '0.0000000001', 10)).toBe('0.0000000001')
})

describe('the books of a won deal in another currency', () => {
  test.each([
    ['KZT', '5.4', 540_000],
    ['JPY', '1.9', 1_900],
    ['KWD', '0.0033', 3_300],
  ])('come to what they came to, in %s', (to, rate, baseMinor) => {
    expect(wonIn(won, { from: 'RUB', to, rate })).toEqual({ ...won, rate, baseMinor, baseCurrency: to })
  })

  test('are told once: who tells them again changes nothing', () => {
    const change = { from: 'RUB', to: 'KZT', rate: '5.4' }
    const once = wonIn(won, change) ?? won

    expect(wonIn(once, change)).toBeUndefined()
  })

  test('are right by the check that looks for wrong conversions, whatever currencies, rates and amounts', () => {
    const any = fc.record({
      amountMinor: fc.integer({ min: 0, max: 10 ** 9 }),
      currency: fc.constantFrom(...currencies),
      rate: decimal,
      by: decimal,
      from: fc.constantFrom(...currencies),
      to: fc.constantFrom(...currencies),
    })
    fc.assert(
      fc.property(any, ({ amountMinor, currency, rate, by, from, to }) => {
        fc.pre(from !== to)
        const baseMinor = convert(amountMinor, { from: currency, to: from, rate })
        const before = { ...won, amountMinor, currency, rate, baseMinor, baseCurrency: from }
        const after = wonIn(before, { from, to, rate: by })

        expect(after?.baseCurrency).toBe(to)
        expect(convertedAnew(after ?? before, to)).toBeUndefined()
      }),
    )
  })
})

test('the former currency has a rate afterwards, the others follow, and the new one has none', () => {
  expect(ratesIn({ USD: '92.50', KZT: '0.19' }, { from: 'RUB', to: 'KZT', rate: '5.4' })).toEqual({
    USD: '499.5',
    RUB: '5.4',
  })
})

test('a sum that was kept on a day is told in the currency of today by every change since', () => {
  const changes = [
    { from: 'KZT', to: 'USD', rate: '0.002', at: '2027-03-01' },
    { from: 'RUB', to: 'KZT', rate: '5', at: '2027-01-10' },
  ]

  expect(['2027-01-09', '2027-01-10', '2027-02-28', '2027-03-01'].map((on) => sumToday(100_00, on, changes))).toEqual([
    1_00, 20, 20, 100_00,
  ])
})
