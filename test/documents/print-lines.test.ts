import { expect, test } from 'vitest'

import { printLines } from '#documents/domain/printing/print-lines'

test('pieces are said in the language of the document, every other unit as it was entered', () => {
  const lines = ['шт.', 'ч', 'box'].map((unit) => ({ name: 'Machine', quantity: 1, unit, priceKopecks: 100 }))
  const units = (language: 'en' | 'ru') => printLines(lines, { vat: 22, language }).map(({ unit }) => unit)

  expect(units('ru')).toEqual([
    ['text', 'шт.'],
    ['text', 'ч'],
    ['text', 'box'],
  ])
  expect(units('en')).toEqual([
    ['text', 'pcs'],
    ['text', 'ч'],
    ['text', 'box'],
  ])
})
