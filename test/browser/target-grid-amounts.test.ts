import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { plainAmount, readAmount, type ReadAmount, type Writing } from '#domain/numbers/typed-amount'
import { readTable, writeTable } from '#browser/target-grid/clipboard'
import { runs } from '#test/support/runs'

const en: Writing = { language: 'en', digits: 2, currency: 'RUB' }
const ru: Writing = { ...en, language: 'ru' }
const counts: Writing = { language: 'ru', digits: 0 }
const is = (value: number | null): ReadAmount => ({ value })
const fault = (why: string) => ({ fault: why })

describe('an amount is read as people write it', () => {
  test.for<readonly [string, Writing, ReadAmount]>([
    ['1200000', en, is(1_200_000_00)],
    ['1 200 000', ru, is(1_200_000_00)],
    ['1\u00A0200\u00A0000,50', ru, is(1_200_000_50)],
    ['1\u202F200\u202F000', ru, is(1_200_000_00)],
    ['1,200,000.50', en, is(1_200_000_50)],
    ['1,200,000.50', ru, is(1_200_000_50)],
    ['1.200.000,50', en, is(1_200_000_50)],
    ['1,200', en, is(1_200_00)],
    ['12,5', ru, is(12_50)],
    ['12.5', ru, is(12_50)],
    ['12,50', en, is(12_50)],
    ["1'200'000", en, is(1_200_000_00)],
    ['0,5', ru, is(50)],
    ['833333,333333', ru, is(833_333_33)],
    ['0,005', ru, is(1)],
    ['350 000 ₽', ru, is(350_000_00)],
    ['₽350,000', en, is(350_000_00)],
    ['RUB 350,000', en, is(350_000_00)],
    ['350000 rub', en, is(350_000_00)],
    ['350 000 руб.', ru, is(350_000_00)],
    ['350000р.', ru, is(350_000_00)],
    ['300 тыс.', ru, is(300_000_00)],
    ['300 тыс. руб.', ru, is(300_000_00)],
    ['1,5 млн ₽', ru, is(1_500_000_00)],
    ['1,234 млн', ru, is(1_234_000_00)],
    ['1.5m', en, is(1_500_000_00)],
    ['300k', en, is(300_000_00)],
    ['300к', ru, is(300_000_00)],
    ['', ru, is(null)],
    [' – ', ru, is(null)],
    ['25', counts, is(25)],
    ['1 000', counts, is(1000)],
    ['25,00', counts, is(25)],
  ])('“%s”', ([text, writing, expected]) => {
    expect(readAmount(text, writing)).toEqual(expected)
  })
})

describe('what is no amount is refused and never guessed', () => {
  test.for<readonly [string, Writing, unknown]>([
    ['20%', ru, fault('percent')],
    ['20 %', en, fault('percent')],
    ['-100', ru, fault('negative')],
    ['−100', ru, fault('negative')],
    ['(100)', en, fault('negative')],
    ['=A1+B2', en, fault('formula')],
    ['#REF!', en, fault('formula')],
    ['#Н/Д', ru, fault('formula')],
    ['$100', ru, fault('other_currency')],
    ['100 USD', ru, fault('other_currency')],
    ['1,234', ru, fault('ambiguous')],
    ['1.234', en, fault('ambiguous')],
    ['1.234', counts, fault('ambiguous')],
    ['2,5', counts, fault('fraction')],
    ['1 2', ru, fault('not_number')],
    ['10 00', ru, fault('not_number')],
    ['12,34,5', en, fault('not_number')],
    ['1.2.3,4,5', en, fault('not_number')],
    ['Anna', en, fault('not_number')],
    ['12 apples', en, fault('not_number')],
    ['1e6', en, fault('not_number')],
    ['90071992547409.92', en, fault('too_large')],
    ['9999999999 млн', ru, fault('too_large')],
  ])('“%s”', ([text, writing, expected]) => {
    expect(readAmount(text, writing)).toEqual(expected)
  })
})

test('an amount that was written is read as the same amount, in both languages', () => {
  const anAmount = fc.oneof(fc.maxSafeNat(), fc.nat(2_000_000))
  fc.assert(
    fc.property(anAmount, fc.constantFrom(en, ru, counts, { ...en, digits: 3 }), (value, writing) => {
      expect(readAmount(plainAmount(value, writing), writing)).toEqual(is(value))
    }),
    { numRuns: runs(500) },
  )
})

test('an amount grouped as its language does is read as the same amount', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 12), fc.constantFrom(en, ru), (value, writing) => {
      const text = new Intl.NumberFormat(writing.language, { minimumFractionDigits: 2 }).format(value / 100)
      const money = new Intl.NumberFormat(writing.language, { style: 'currency', currency: 'RUB' }).format(value / 100)

      expect(readAmount(text, writing)).toEqual(is(value))
      expect(readAmount(money, writing)).toEqual(is(value))
    }),
    { numRuns: runs(500) },
  )
})

describe('a table from a spreadsheet', () => {
  test('has a row for every line and a cell for every tab', () => {
    expect(readTable('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(readTable('5')).toEqual([['5']])
    expect(readTable('1\t\n\t2\n')).toEqual([
      ['1', ''],
      ['', '2'],
    ])
  })

  test('may have tabs, lines and quotes inside of quoted cells', () => {
    expect(readTable('"a\tb"\t"c\nd"\t"e ""f"""\r\n1\t2\t3\r\n')).toEqual([
      ['a\tb', 'c\nd', 'e "f"'],
      ['1', '2', '3'],
    ])
  })

  test('is read as it was written', () => {
    const aCell = fc.string({ unit: fc.constantFrom('1', ' ', '\t', '\n', '"', ',', 'я') })
    const aTable = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(aCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
      // A last line of nothing is how spreadsheets end a table.
      .filter((table) => table.at(-1)?.join('') !== '')
    fc.assert(
      fc.property(aTable, (table) => {
        expect(readTable(writeTable(table))).toEqual(table)
      }),
      { numRuns: runs(300) },
    )
  })
})
