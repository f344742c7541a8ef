import { expect, test } from 'vitest'

import { askedFor, fits } from '#search/domain/asked'
import { wordsOfDeal } from '#search/domain/words-of'
import { aKeptDeal } from '#test/store/things'

const deal = aKeptDeal({
  title: 'Поставка «Зелёный мир» Д-2026/118',
  client: { name: 'OOO «Зелёный мир»', phone: '8 (495) 012-34-56 доб. 12', email: 'Anna@Romashka.example' },
  externalId: 'CRM-77/4',
  fields: { contract_no: '0005616428', expected_close: '2026-12-01', offer: 'https://files.example/offer-2.pdf' },
})
const { words } = wordsOfDeal(deal)

test('a deal is found by words of its title and its client, its numbers and addresses', () => {
  expect(words.toSorted()).toEqual(
    [
      'поставка',
      'зеленый',
      'мир',
      '2026',
      '118',
      'д2026118',
      '4950123456',
      '<6543210594',
      'anna@romashka.example',
      'romashka.example',
      'crm',
      'crm774',
      '0005616428',
    ].toSorted(),
  )
})

test.each([
  'зел',
  'ЗЕЛЁНЫЙ мир',
  'мир пост',
  '+7 495 012-34-56',
  '84950123456',
  '495012',
  '8495012',
  '3456',
  '12-34-56',
  'anna@rom',
  'anna+spring@romashka.example',
  'romashka',
  'Д-2026/118',
  '2026/118',
  'crm-77/4',
  '0005616',
])('“%s” finds it', (typed) => {
  expect(isFoundBy(typed)).toBe(true)
})

test.each(['елен', 'мир альянс', '456', '9999', 'ооо', 'д', '12', 'anna@other', '2026/119', '…'])(
  '“%s” does not',
  (typed) => {
    expect(isFoundBy(typed)).toBe(false)
  },
)

test.each([
  ['8 (495) 012-34-56', '4950123456'],
  ['anna@romashka.example', 'anna@romashka.example'],
  ['0005616428', '0005616428'],
  ['3456', undefined],
  ['anna@rom', undefined],
  ['Зелёный', undefined],
])('“%s” is whole as %s', (typed, whole) => {
  expect(askedFor(typed).whole).toBe(whole)
})

function isFoundBy(typed: string): boolean {
  return askedFor(typed).readings.some((terms) => terms.every((term) => fits(term, words)))
}
