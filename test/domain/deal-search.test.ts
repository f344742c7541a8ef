import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isFound, searchFor, searchKeyOf } from '#domain/deals/deal-search'
import { cardOf } from '#domain/deals/deal-card'
import { employees } from '#test/support/world'
import { aKeptDeal } from '#test/store/things'
import { runs } from '#test/support/runs'

const people = Object.fromEntries(
  [...employees, { ...employees[0], id: 'petr', name: 'Пётр Королёв' }].map((one) => [one.id, one]),
) as Parameters<typeof searchFor>[1]

function finds(typed: string, deal: object, client = ''): boolean {
  const search = searchFor(typed, people)
  return search !== undefined && isFound(search, cardOf(aKeptDeal(deal)), client)
}

describe('a deal is found', () => {
  test.each([
    ['coffee', 'Coffee machines for Aurora', ''],
    ['AURORA', 'Coffee machines for Aurora', ''],
    ['machines aurora', 'Coffee machines for Aurora', ''],
    ['aurora   coffee ', 'Coffee machines for Aurora', ''],
    ['ёлки', 'Елки и гирлянды', ''],
    ['елки', 'Ёлки и гирлянды', ''],
    ['ооо "ромашка"', 'Поставка', 'ООО «Ромашка»'],
    ['поставка ромашка', 'Поставка', 'ООО «Ромашка»'],
    ['d’or', "Côte d'Or", ''],
  ])('by %s in %s %s', (typed, title, client) => {
    expect(finds(typed, { title }, client)).toBe(true)
  })

  test('by its owner’s name, together with other words', () => {
    expect(finds('королев чай', { title: 'Чай', owner: 'petr' })).toBe(true)
    expect(finds('королев чай', { title: 'Чай', owner: 'anna' })).toBe(false)
    expect(finds('anna', { title: 'Tea', owner: 'anna' })).toBe(true)
  })

  test('by its number elsewhere and by the end of its id, but not by letters that are in an id by chance', () => {
    const deal = { id: 'deal_01HXK9F3ZQ7TEACUP0QWERTY12', externalId: 'CRM-4711', title: 'Nothing of the kind' }

    expect(['4711', 'crm-4711', 'QWERTY12', 'qwerty12'].map((typed) => finds(typed, deal))).toEqual(Array(4).fill(true))
    expect(['deal', 'tea', 'ty12', '9f3zq7'].map((typed) => finds(typed, deal))).toEqual(Array(4).fill(false))
  })

  test('only where every word is somewhere in it', () => {
    expect(finds('coffee borealis', { title: 'Coffee machines for Aurora' })).toBe(false)
  })
})

test('spaces and quotation marks alone look for nothing', () => {
  expect(['', '   ', '«»', '" "'].map((typed) => searchFor(typed, people))).toEqual(Array(4).fill(undefined))
})

test('any word of a title finds it, in whatever case it is typed', () => {
  const word = fc.stringMatching(/^[a-zа-яё0-9-]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(5), (words, at) => {
      const typed = (words[at % words.length] ?? '').toUpperCase()
      expect(finds(typed, { title: words.join(' ') })).toBe(true)
    }),
    { numRuns: runs(300) },
  )
})

test('an id, a phone number and an e-mail address are keys; words and short numbers are not', () => {
  expect(searchKeyOf(' deal_01hx ')).toEqual({ kind: 'id', ids: ['deal_01hx', 'deal_01HX'] })
  expect(searchKeyOf('8 (900) 123-45-67')).toMatchObject({
    kind: 'phone',
    isWhole: true,
    contacts: expect.arrayContaining(['phone:+79001234567']),
  })
  expect(searchKeyOf('Anna@Aurora.example')).toEqual({ kind: 'contacts', contacts: ['email:anna@aurora.example'] })
  expect(['Aurora', 'anna@', 'deal'].map(searchKeyOf)).toEqual(Array(3).fill(undefined))
  // A few digits may be the end of a phone number, and something else as well.
  expect(searchKeyOf('123-45-67')).toMatchObject({ kind: 'phone', isWhole: false })
})
