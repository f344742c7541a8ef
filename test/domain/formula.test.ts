import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { formulaOrder, prepareFormulas, withComputed } from '#domain/formula/formula'
import { checkFormula, formulaFunctions } from '#domain/formula/formula-rules'
import type { Field, FieldType, FieldValue } from '#schemas/model'

const types: Readonly<Record<string, FieldType>> = {
  amount: 'money',
  paid: 'money',
  discount: 'percent',
  nps: 'number',
  need: 'text',
  objection: 'choice',
  repeat_client: 'yes_no',
  signed_on: 'date',
  delivery_date: 'date',
}

function fieldsWith(computed: Readonly<Record<string, readonly [FieldType, string]>>): Record<string, Field> {
  const plain = Object.entries(types).map(([id, type]): Field => ({ id, name: id, type, builtIn: false }))
  const others = Object.entries(computed).map(([id, [type, formula]]): Field => ({
    id,
    name: id,
    type,
    formula,
    builtIn: false,
  }))
  return Object.fromEntries([...others, ...plain].map((field) => [field.id, field]))
}

function compute(type: FieldType, formula: string, values: Record<string, FieldValue>): FieldValue | undefined {
  return withComputed(fieldsWith({ result: [type, formula] }), values, 'RUB')['result']
}

test('formulas that were not made ready are refused', async () => {
  // A module of its own: other files of this process may have made formulas ready already.
  vi.resetModules()
  const fresh = await import('#domain/formula/formula')

  expect(() => fresh.withComputed(fieldsWith({ result: ['number', 'nps + 1'] }), { nps: 1 }, 'RUB')).toThrow(
    'Formulas are not ready',
  )
})

describe('with formulas made ready', () => {
  beforeAll(() => prepareFormulas({ fields: fieldsWith({ result: ['number', 'nps'] }) }))

  test.each([
    ['percent', 'paid / amount * 100', { paid: 40_000_00, amount: 100_000_00 }, 40],
    ['percent', 'paid / amount * 100', { paid: 57, amount: 100 }, 57],
    ['percent', 'paid / amount * 100', { paid: 1, amount: 3 }, 33.333333333],
    ['money', 'amount * discount / 100', { amount: 199_99, discount: 15 }, 30_00],
    ['money', 'amount - paid', { amount: 100_00, paid: 33_33 }, 66_67],
    ['money', 'amount + 0.1 + 0.2', { amount: 0 }, 30],
    ['money', 'amount * -0.005', { amount: 1_00 }, -1],
    ['number', 'amount > 1000 ? 1 : 2', { amount: 1000_00 }, 2],
    ['number', 'amount > 1000 ? 1 : 2', { amount: 1000_01 }, 1],
    ['number', '1 / 2 * nps', { nps: 10 }, 5],
    ['number', 'nps % 3', { nps: 10 }, 1],
    ['number', '-nps + 2.5', { nps: 1 }, 1.5],
    ['number', 'round(nps / 3, 2)', { nps: 10 }, 3.33],
    ['number', 'round(nps * 1.005, 2)', { nps: 1 }, 1.01],
    ['number', 'round(-nps / 2)', { nps: 5 }, -3],
    ['number', 'floor(nps / 3) + ceil(nps / 3) + abs(-nps)', { nps: 10 }, 17],
    ['number', 'min(nps, 3) + max(nps, 3)', { nps: 10 }, 13],
    ['number', 'days(signed_on, delivery_date)', { signed_on: '2027-02-27', delivery_date: '2027-03-01' }, 2],
    ['date', 'add_days(signed_on, 14)', { signed_on: '2027-02-20' }, '2027-03-06'],
    ['date', 'signed_on > date("2027-02-01") ? signed_on : delivery_date', late('2027-02-20'), '2027-02-20'],
    ['yes_no', 'delivery_date <= signed_on', { signed_on: '2027-02-27', delivery_date: '2027-03-01' }, false],
    ['yes_no', 'objection in ["price", "timing"]', { objection: 'price' }, true],
    ['yes_no', 'objection == "price" && !repeat_client', { objection: 'price', repeat_client: false }, true],
    ['yes_no', 'repeat_client || nps / 3 * 3 == nps', { nps: 0.7, repeat_client: false }, true],
    ['yes_no', 'need.contains("lift") && need.startsWith("a") && need.endsWith("t")', { need: 'a lift' }, true],
    ['text', 'need + ", " + objection', { need: 'a lift', objection: 'price' }, 'a lift, price'],
  ] satisfies [FieldType, string, Record<string, FieldValue>, FieldValue][])(
    'a %s: %s over %o gives %s',
    (type, formula, values, expected) => {
      expect(compute(type, formula, values)).toBe(expected)
    },
  )

  test.each([
    ['number', 'nps / 0', { nps: 1 }],
    ['percent', 'paid / amount * 100', { paid: 100, amount: 0 }],
    ['number', 'paid / amount > 2 ? 1 : 2', { paid: 100, amount: 0 }],
    ['yes_no', 'nps % 0 in [1, 2]', { nps: 1 }],
    ['yes_no', 'nps / 0 == 1 || true', { nps: 1 }],
    ['number', 'nps * 1e308 * 1e308', { nps: 1 }],
    ['money', 'amount * 1e15', { amount: 100_00 }],
    ['date', 'date("2027-02-30")', {}],
    ['date', 'add_days(signed_on, nps)', { signed_on: '2027-02-20', nps: 1e12 }],
    ['number', 'round(nps, 99)', { nps: 1 }],
  ] satisfies [FieldType, string, Record<string, FieldValue>][])(
    'a %s: %s over %o cannot be worked out and is empty',
    (type, formula, values) => {
      expect(compute(type, formula, values)).toBeNull()
    },
  )

  test.each([{ paid: 100 }, { paid: 100, amount: null }, { paid: null, amount: 100 }, {}])(
    'over an empty field (%o) a formula is empty',
    (values) => {
      expect(compute('percent', 'paid / amount * 100', values)).toBeNull()
      expect(compute('number', 'paid > 0 ? 1 : 2', { amount: 1 })).toBeNull()
    },
  )

  test('a computed field may read another, wherever it stands in the file', () => {
    const fields = fieldsWith({
      bonus: ['money', 'margin * 0.1'],
      margin: ['money', 'amount - paid'],
      is_big: ['yes_no', 'bonus > 5'],
    })

    expect(withComputed(fields, { amount: 100_00, paid: 40_00 }, 'RUB')).toEqual({
      amount: 100_00,
      paid: 40_00,
      margin: 60_00,
      bonus: 6_00,
      is_big: true,
    })
    expect(withComputed(fields, { amount: 100_00 }, 'RUB')).toEqual({
      amount: 100_00,
      margin: null,
      bonus: null,
      is_big: null,
    })
  })

  test('a stale computed value is worked out anew and the values given are left alone', () => {
    const values = Object.freeze({ nps: 2, result: 99 })

    expect(withComputed(fieldsWith({ result: ['number', 'nps * 2'] }), values, 'RUB')).toEqual({ nps: 2, result: 4 })
    expect(values).toEqual({ nps: 2, result: 99 })
  })

  test('the same formula over fields of other types is another formula', () => {
    const money = { ...fieldsWith({ result: ['number', 'nps * 2'] }), nps: field('nps', 'money') }

    expect(compute('number', 'nps * 2', { nps: 300 })).toBe(600)
    expect(withComputed(money, { nps: 300 }, 'RUB')['result']).toBe(6)
  })

  test('computed fields that read each other are refused by name', () => {
    const fields = fieldsWith({ one: ['number', 'two + 1'], two: ['number', 'one + 1'] })

    expect(() => withComputed(fields, {}, 'RUB')).toThrow('The computed fields one, two read each other in a circle.')
  })

  test.each([
    ['JPY', 0],
    ['RUB', 2],
    ['KWD', 3],
    ['CLF', 4],
  ])('in %s, with %i digits, a formula is of whole units, and its sum of minor ones', (currency, digits) => {
    const fields = fieldsWith({
      fee: ['money', 'amount * 0.1 + 5'],
      is_large: ['yes_no', 'amount > 1000'],
      share: ['percent', 'paid / amount * 100'],
      left: ['money', 'amount - fee'],
    })
    const units = (count: number): number => count * 10 ** digits

    expect(withComputed(fields, { amount: units(2000), paid: units(500) }, currency)).toMatchObject({
      fee: units(205),
      left: units(1795),
      is_large: true,
      share: 25,
    })
    expect(withComputed(fields, { amount: units(1000), paid: 0 }, currency)).toMatchObject({
      is_large: false,
      share: 0,
    })
  })

  test('parts of a sum of money add up to the kopeck', () => {
    const fields = fieldsWith({ rest: ['money', 'amount - paid'] })
    const money = fc.integer({ min: 0, max: 1e13 })
    fc.assert(
      fc.property(money, money, (amount, paid) => {
        expect(withComputed(fields, { amount, paid }, 'RUB')['rest']).toBe(amount - paid)
      }),
    )
  })
})

test('a model without formulas needs no preparation', async () => {
  const fields = { nps: field('nps', 'number') }

  await prepareFormulas({ fields })

  expect(withComputed(fields, { nps: 1 }, 'RUB')).toEqual({ nps: 1 })
})

describe('checking a formula', () => {
  test('a good one tells which fields it reads and what it gives', () => {
    expect(checkFormula('paid / amount * 100 + paid', types, 'percent')).toEqual({
      ok: true,
      reads: ['paid', 'amount'],
      kind: 'number',
    })
  })

  test.each([
    ['amout * 2', 'number', 'unknown-field', 0, 'There is no field “amout”.'],
    ['nps + toString', 'number', 'unknown-field', 6, 'There is no field “toString”.'],
    ['nps + need', 'number', 'wrong-type', 0, '“nps + need” is given a number and a text.'],
    ['need', 'number', 'wrong-type', 0, 'This formula gives a text, but the field is of the type number.'],
    ['need', 'choice', 'wrong-type', 0, 'A field of the type choice cannot be computed.'],
    ['nps ? 1 : 2', 'number', 'wrong-type', 0, '“nps” is a number, but a yes or no is needed here.'],
    ['repeat_client ? 1 : need', 'number', 'wrong-type', 0, 'Both must be of one kind.'],
    ['need < need', 'yes_no', 'wrong-type', 0, '“need < need” is given a text and a text.'],
    ['nps + round()', 'number', 'wrong-type', 6, '“round()” is given nothing.'],
    ['need.matches("(a+)+b")', 'yes_no', 'unknown-function', 0, 'A formula cannot call “matches”.'],
    ['constructor(nps)', 'number', 'unknown-function', 0, 'A formula cannot call “constructor”.'],
    ['nps + size(need)', 'number', 'unknown-function', 6, 'A formula cannot call “size”.'],
    ['[1, 2].map(x, x * nps)', 'number', 'unknown-function', 0, 'A formula cannot call “map”.'],
    ['amount.paid', 'number', 'not-allowed', 0, 'A formula cannot hold “amount.paid”.'],
    ['[nps][0]', 'number', 'not-allowed', 0, 'A formula cannot hold “[nps][0]”.'],
    ['nps in need', 'yes_no', 'not-allowed', 7, 'After “in” write a list'],
    ['null', 'number', 'not-allowed', 0, 'A formula may hold numbers, texts'],
    ['', 'number', 'formula-syntax', 0, 'This formula is empty.'],
    ['paid /', 'number', 'formula-syntax', 6, 'The formula stops too early.'],
    ['paid amount', 'number', 'formula-syntax', 5, 'cannot be read at “amount”'],
    ['paid * сумма', 'number', 'formula-syntax', 7, 'cannot be read at “сумма”'],
    ['nps = 1', 'yes_no', 'formula-syntax', 4, 'write ==, with two equals signs'],
    ['nps > 1 & nps < 2', 'yes_no', 'formula-syntax', 8, 'To join two conditions write &&.'],
    ['nps * 0,5', 'number', 'formula-syntax', 7, 'Write decimals with a point'],
    ['nps * 100 000', 'number', 'formula-syntax', 10, 'Write numbers in a formula without spaces.'],
    ['need == "a', 'yes_no', 'formula-syntax', 8, 'Put a quotation mark after it.'],
    ['for + 1', 'number', 'formula-syntax', 0, '“for” is a word of the formula language'],
    [`nps${' + 1'.repeat(150)}`, 'number', 'formula-too-long', 0, 'This formula has too many parts.'],
    [`${'('.repeat(60)}nps${')'.repeat(60)}`, 'number', 'formula-too-long', 0, 'This formula has too many parts.'],
    [`nps + ${'1'.repeat(1000)}`, 'number', 'formula-too-long', 0, 'This formula has 1006 characters.'],
  ] satisfies [string, FieldType, string, number, string][])(
    '%s for a %s is a fault',
    (text, type, code, offset, says) => {
      const check = checkFormula(text, types, type)

      expect(check).toMatchObject({ ok: false, code, offset, message: expect.stringContaining(says) })
    },
  )

  test('an unknown name is given apart, so that a better one can be suggested', () => {
    expect(checkFormula('amout * 2', types)).toMatchObject({ name: 'amout', length: 5 })
  })

  test('no text whatever makes the check itself fail', () => {
    const pieces = fc.constantFrom(
      'nps',
      'need',
      '(',
      ')',
      '+',
      '/',
      '?',
      ':',
      '"',
      '1',
      ',',
      '[',
      ']',
      '.',
      ' in ',
      '\n',
      'а',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const check = checkFormula(text, types)

          if (!check.ok) expect(check.offset).toBeLessThanOrEqual(text.length)
          else expect(check.reads.every((id) => id in types)).toBe(true)
        },
      ),
    )
  })

  test('what may be called is listed', () => {
    expect(formulaFunctions).toContain('round')
    expect(formulaFunctions).not.toContain('matches')
  })
})

describe('the order of computed fields', () => {
  test('what is read comes first', () => {
    expect(formulaOrder({ c: ['b', 'amount'], b: ['a'], a: [] })).toEqual({ order: ['a', 'b', 'c'] })
  })

  test('a circle is named without the way that leads to it', () => {
    expect(formulaOrder({ x: ['a'], a: ['b'], b: ['a'] })).toEqual({ circle: ['a', 'b'] })
    expect(formulaOrder({ a: ['a'] })).toEqual({ circle: ['a'] })
  })
})

function field(id: string, type: FieldType): Field {
  return { id, name: id, type, builtIn: false }
}

function late(date: string): Record<string, FieldValue> {
  return { signed_on: date, delivery_date: '2027-12-31' }
}
