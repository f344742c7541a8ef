import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { holds, isEmpty, today, unmet } from '#domain/formula/condition'
import type { Condition, FieldValue, Test } from '#schemas/model'

function line(check: Test, text = `${check.field}: ${check.op}`): Condition['all'][number] {
  return { ...check, text }
}

function all(...checks: readonly Test[]): Condition {
  return { all: checks.map((check) => line(check)) }
}

describe('one line of a condition', () => {
  const is: Test = { field: 'objection', op: 'is', values: ['price', 'timing'] }
  const not: Test = { field: 'objection', op: 'not', values: ['none'] }
  const atLeast: Test = { field: 'amount', op: 'at_least', value: 100_00 }
  const between: Test = { field: 'discount', op: 'between', from: 5, to: 10 }
  const since: Test = { field: 'delivery_date', op: 'at_least', value: '2027-03-01' }

  test.each([
    [is, 'price', true],
    [is, 'trust', false],
    [{ field: 'repeat_client', op: 'is', values: [false] }, false, true],
    [{ field: 'repeat_client', op: 'is', values: [false] }, true, false],
    [{ field: 'nps', op: 'is', values: [0] }, 0, true],
    [not, 'price', true],
    [not, 'none', false],
    [{ field: 'nps', op: 'filled' }, 0, true],
    [{ field: 'repeat_client', op: 'filled' }, false, true],
    [{ field: 'need', op: 'filled' }, '  ', false],
    [{ field: 'nps', op: 'empty' }, 0, false],
    [atLeast, 100_00, true],
    [atLeast, 99_99, false],
    [{ field: 'amount', op: 'at_most', value: 100_00 }, 100_00, true],
    [{ field: 'amount', op: 'at_most', value: 100_00 }, 100_01, false],
    [{ field: 'amount', op: 'more_than', value: 100_00 }, 100_00, false],
    [{ field: 'amount', op: 'more_than', value: 100_00 }, 100_01, true],
    [{ field: 'amount', op: 'less_than', value: 100_00 }, 100_00, false],
    [{ field: 'amount', op: 'less_than', value: 100_00 }, 99_99, true],
    [between, 5, true],
    [between, 10, true],
    [between, 4.9, false],
    [between, 10.1, false],
    [since, '2027-03-01', true],
    [since, '2027-02-28', false],
    [since, '2027-10-01', true],
    [{ field: 'delivery_date', op: 'between', from: '2027-01-01', to: '2027-01-31' }, '2027-01-31', true],
    [atLeast, '10000', false],
  ] satisfies [Test, FieldValue, boolean][])('%o over %o: %s', (check, value, expected) => {
    expect(holds(all(check), { [check.field]: value })).toBe(expected)
  })
})

describe('a line that compares with another field, or with today', () => {
  const paid: Test = { field: 'paid', op: 'at_least', than: 'amount' }
  const days = (count: number, unit: 'days' | 'weeks' | 'months' = 'days'): Test => {
    const text = `${count} calendar ${unit}`
    return { field: 'due', op: 'within', duration: { count, kind: 'calendar', unit, text } }
  }
  const day = (op: 'at_least' | 'at_most' | 'more_than' | 'less_than'): Test => ({ field: 'due', op, than: today })

  test.each([
    [paid, { paid: 100, amount: 100 }, true],
    [paid, { paid: 0, amount: 0 }, true],
    [paid, { paid: 99, amount: 100 }, false],
    [paid, { paid: 99 }, false],
    [paid, { amount: 0 }, false],
    [{ ...paid, op: 'less_than' }, { paid: 99, amount: 100 }, true],
    [{ ...paid, op: 'less_than' }, { paid: 100, amount: 100 }, false],
    [{ field: 'to', op: 'more_than', than: 'from' }, { from: '2027-01-31', to: '2027-02-01' }, true],
    [{ field: 'to', op: 'more_than', than: 'from' }, { from: '2027-01-31', to: '2027-01-31' }, false],
    [day('more_than'), { due: '2027-03-02', [today]: '2027-03-01' }, true],
    [day('more_than'), { due: '2027-03-01', [today]: '2027-03-01' }, false],
    [day('at_least'), { due: '2027-03-01', [today]: '2027-03-01' }, true],
    [day('less_than'), { due: '2027-02-28', [today]: '2027-03-01' }, true],
    [day('at_most'), { due: '2027-03-02', [today]: '2027-03-01' }, false],
    [day('at_most'), { due: '2027-03-02' }, false],
    [days(30), { due: '2027-03-31', [today]: '2027-03-01' }, true],
    [days(30), { due: '2027-04-01', [today]: '2027-03-01' }, false],
    [days(30), { due: '2027-03-01', [today]: '2027-03-01' }, true],
    [days(30), { due: '2027-02-28', [today]: '2027-03-01' }, false],
    [days(2, 'weeks'), { due: '2027-03-15', [today]: '2027-03-01' }, true],
    [days(2, 'weeks'), { due: '2027-03-16', [today]: '2027-03-01' }, false],
    [days(1, 'months'), { due: '2027-02-28', [today]: '2027-01-31' }, true],
    [days(1, 'months'), { due: '2027-03-01', [today]: '2027-01-31' }, false],
  ] satisfies [Test, Record<string, FieldValue>, boolean][])('%o of %o: %s', (check, values, expected) => {
    expect(holds(all(check), values)).toBe(expected)
  })
})

test.each([
  [{ field: 'x', op: 'empty' }, true],
  [{ field: 'x', op: 'not', values: ['a'] }, true],
  [{ field: 'x', op: 'filled' }, false],
  [{ field: 'x', op: 'is', values: ['a'] }, false],
  [{ field: 'x', op: 'is', values: [null] }, false],
  [{ field: 'x', op: 'at_least', value: 0 }, false],
  [{ field: 'x', op: 'at_most', value: 0 }, false],
  [{ field: 'x', op: 'more_than', value: -1 }, false],
  [{ field: 'x', op: 'less_than', value: 1 }, false],
  [{ field: 'x', op: 'between', from: 0, to: 1 }, false],
] satisfies [Test, boolean][])('over an empty field %o is %s', (check, expected) => {
  for (const values of [{}, { x: null }, { x: '' }]) expect(holds(all(check), values)).toBe(expected)
})

test('all lines must hold', () => {
  const condition = all({ field: 'a', op: 'filled' }, { field: 'b', op: 'filled' })

  expect(holds(condition, { a: 1, b: 1 })).toBe(true)
  expect(holds(condition, { a: 1 })).toBe(false)
  expect(holds({ all: [] }, {})).toBe(true)
})

test('of alternatives one must hold, besides every line', () => {
  const condition: Condition = {
    all: [line({ field: 'a', op: 'filled' })],
    any: [all({ field: 'b', op: 'filled' }), all({ field: 'c', op: 'filled' })],
  }

  expect(holds(condition, { a: 1, c: 1 })).toBe(true)
  expect(holds(condition, { a: 1 })).toBe(false)
  expect(holds(condition, { b: 1, c: 1 })).toBe(false)
})

test('the lines that do not hold are told as they were written', () => {
  const condition: Condition = {
    all: [
      line({ field: 'paid_percent', op: 'at_least', value: 100 }, 'paid_percent: at least 100%'),
      line({ field: 'need', op: 'filled' }, 'need: filled'),
    ],
    any: [{ all: [line({ field: 'discount', op: 'at_most', value: 20 }, 'discount: at most 20%')] }],
  }

  expect(unmet(condition, { paid_percent: 40, need: 'a lift' })).toEqual([
    { field: 'paid_percent', text: 'paid_percent: at least 100%' },
    { field: 'discount', text: 'discount: at most 20%' },
  ])
  expect(unmet(condition, { paid_percent: 100, need: 'a lift', discount: 20 })).toEqual([])
})

test('a condition holds exactly when no line is unmet', () => {
  const values = fc.constantFrom<FieldValue>(null, '', 'a', 0, 1, false)
  const checks: fc.Arbitrary<Test> = fc.oneof(
    fc.record({ field: fc.constantFrom('x', 'y'), op: fc.constantFrom('filled', 'empty') }),
    fc.record({ field: fc.constantFrom('x', 'y'), op: fc.constantFrom('is', 'not'), values: fc.array(values) }),
  )
  const lists = fc.array(checks, { maxLength: 4 }).map((list) => all(...list))
  fc.assert(
    fc.property(lists, fc.array(lists, { minLength: 1, maxLength: 3 }), values, values, (condition, any, x, y) => {
      expect(holds(condition, { x, y })).toBe(unmet(condition, { x, y }).length === 0)
      expect(holds({ ...condition, any }, { x, y })).toBe(unmet({ ...condition, any }, { x, y }).length === 0)
    }),
  )
})

test('no and zero are values', () => {
  expect([false, 0].some(isEmpty)).toBe(false)
  expect([null, undefined, '', ' \n'].every(isEmpty)).toBe(true)
})
