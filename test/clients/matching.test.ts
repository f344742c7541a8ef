import { readFileSync } from 'node:fs'

import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'

import { candidatePairs } from '#clients/domain/matching/candidates'
import { emailKey, prepared, type MatchedCard, type PreparedCard } from '#clients/domain/matching/card'
import { judgeLead, knownOf, verdictOn } from '#clients/domain/matching/verdict'
import { phonesIn, phoneText } from '#domain/kernel/phone'
import { isWhole } from '#test/support/runs'
import { dirtyList, type DirtyCard, type Truth } from './dirty-list'

type List = { readonly cards: readonly DirtyCard[]; readonly truth: readonly Truth[] }

const lists: readonly (readonly [name: string, read: () => List])[] = [
  ['the list that is kept', keptList],
  ...(isWhole() ? [3, 8, 41, 777, 20_261_130] : [8]).map(
    (seed) => [`made from seed ${seed}`, () => dirtyList(seed, { companies: 3000, people: 4000 })] as const,
  ),
]

describe.each(lists)('matching %s', (name, read) => {
  const { cards, truth } = read()

  test.each([
    { kind: 'company', linked: 0.99, ofAll: 0.83, proposed: 0.97, found: 0.98 },
    { kind: 'person', linked: 0.995, ofAll: 0.7, proposed: 0.9, found: 0.93 },
  ] as const)('$kind: precision and recall', ({ kind, linked, ofAll, proposed, found }) => {
    const measured = measure(cards.filter((card) => card.kind === kind).map(cardOf), truth)
    console.log(name, kind, JSON.stringify(measured))

    expect(measured.linked.precision).toBeGreaterThanOrEqual(linked)
    expect(measured.linked.recall).toBeGreaterThanOrEqual(ofAll)
    expect(measured.proposed.precision).toBeGreaterThanOrEqual(proposed)
    expect(measured.proposed.recall).toBeGreaterThanOrEqual(found)
    expect(measured.trapsLinked).toEqual([])
    expect(measured.otherInnProposed).toEqual([])
    expect(measured.branches).toEqual(measured.branchesKnown)
  })
})

describe('a new lead', () => {
  const holder = (id: string, more: Partial<MatchedCard>): MatchedCard => ({
    id,
    kind: 'person',
    name: 'Орлова Анна Петровна',
    phones: ['+79450001122'],
    emails: [],
    ...more,
  })
  const lead = (more: Partial<MatchedCard>): MatchedCard => holder('lead', more)

  test('is the card that bears its name and holds its number', () => {
    const verdict = judgeLead(lead({ name: 'Анна Орлова' }), [
      holder('a', {}),
      holder('b', { name: 'Котов Пётр Ильич' }),
    ])

    expect(verdict).toEqual({ is: 'known', id: 'a', by: ['phone:+79450001122'] })
  })

  test.each([
    [
      'a number that three cards with other names hold',
      lead({}),
      ['Котов Пётр', 'Белов Олег', 'Зуева Нина', 'Орлова Анна'],
    ],
    ['a name nobody on the number bears', lead({ name: 'Ким Вера' }), ['Котов Пётр']],
    ['a name after a marriage', lead({ name: 'Белова Анна Петровна' }), ['Орлова Анна Петровна']],
    ['no name, where two cards hold the number', lead({ name: '' }), ['Котов Пётр', 'Белов Олег']],
    ['one word that the only card does not bear', lead({ name: 'Мария' }), ['Орлова Анна Петровна']],
  ])('is nobody’s by %s', (_, asked, names) => {
    const cards = names.map((name, at) => holder(String(at), { name }))

    expect(judgeLead(asked, cards).is).toBe('new')
  })

  test.each(['', 'Анна', 'Орлова'])('called “%s” is the only card that holds its number', (name) => {
    expect(judgeLead(lead({ name }), [holder('a', {})])).toMatchObject({ is: 'known', id: 'a' })
  })

  const firm = (id: string, more: Partial<MatchedCard>): MatchedCard =>
    holder(id, { kind: 'company', name: 'ООО «Маяк»', inn: '0005616428', ...more })

  test('with another INN is another company, by whatever else they are alike', () => {
    expect(judgeLead(firm('lead', { inn: '0049336192' }), [firm('a', {})])).toEqual({
      is: 'new',
      maybe: [],
      branchOf: [],
    })
  })

  test.each([
    ['its KPP', { kpp: '000143001' }],
    ['its name', { name: 'Филиал ООО «Маяк» в г. Пермь' }],
  ])('that is a branch by %s is proposed as one', (_, more) => {
    expect(judgeLead(firm('lead', more), [firm('a', {})])).toEqual({ is: 'new', maybe: [], branchOf: ['a'] })
  })

  test('of another legal form is proposed', () => {
    const verdict = judgeLead(firm('lead', { name: 'АО «Маяк»' }), [firm('a', {})])

    expect(verdict).toMatchObject({ is: 'new', maybe: [{ id: 'a' }] })
  })
})

type Shares = { readonly precision: number; readonly recall: number }

function measure(cards: readonly PreparedCard[], truth: readonly Truth[]) {
  const ids = new Set(cards.map(({ id }) => id))
  const own = truth.filter(({ a, b }) => ids.has(a) && ids.has(b))
  const wanted = sameByTruth(own)
  const known = knownOf(cards)
  const judged = new Map<string, string>()
  for (const [one, other] of candidatePairs(cards))
    judged.set(pairOf(one.id, other.id), verdictOn(one, other, known).is)
  const pairsThatAre = (...what: readonly string[]) =>
    [...judged].flatMap(([pair, is]) => (what.includes(is) ? [pair] : []))
  const shares = (pairs: readonly string[]): Shares => {
    const right = pairs.filter((pair) => wanted.has(pair)).length
    return { precision: right / pairs.length, recall: right / wanted.size }
  }
  const named = (same: string) => own.flatMap((pair) => (pair.same === same ? [pairOf(pair.a, pair.b)] : []))
  const isLinked = (pair: string) => judged.get(pair) === 'same'
  const otherInn = own.filter(({ kind }) => kind.includes('other_inn')).map(({ a, b }) => pairOf(a, b))
  return {
    linked: shares(pairsThatAre('same')),
    proposed: shares(pairsThatAre('same', 'maybe')),
    trapsLinked: [...named('no'), ...named('branch')].filter(isLinked),
    otherInnProposed: otherInn.filter((pair) => judged.get(pair) === 'maybe'),
    branches: named('branch').filter((pair) => judged.get(pair) === 'branch').length,
    branchesKnown: named('branch').length,
  }
}

/** Cards that are the same as a third are the same as each other. */
function sameByTruth(truth: readonly Truth[]): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>()
  for (const { a, b, same } of truth) {
    if (same !== 'yes') continue
    const group = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])])
    for (const id of group) groups.set(id, group)
  }
  return new Set(
    [...new Set(groups.values())].flatMap((group) =>
      [...group].flatMap((a) => [...group].flatMap((b) => (a < b ? [pairOf(a, b)] : []))),
    ),
  )
}

function pairOf(one: string, other: string): string {
  return [one, other].toSorted().join('|')
}

function cardOf({ id, kind, name, phone, email, inn, kpp, company, site, city }: DirtyCard): PreparedCard {
  const address = emailKey(email)
  return prepared({
    id,
    kind,
    name,
    phones: phonesIn(phone).map(phoneText),
    emails: address === undefined ? [] : [address],
    ...(inn === '' ? {} : { inn }),
    ...(kpp === '' ? {} : { kpp }),
    ...(site === '' ? {} : { site }),
    ...(city === '' ? {} : { city }),
    companies: company === '' ? [] : [company],
  })
}

function keptList(): List {
  const rows = (file: string): readonly Readonly<Record<string, string>>[] =>
    parse(readFileSync(`test/fixtures/clients/${file}.csv`), { columns: true })
  const card = (kind: DirtyCard['kind']) => (row: Readonly<Record<string, string>>) =>
    ({ inn: '', kpp: '', company: '', site: '', city: '', ...row, kind }) as unknown as DirtyCard
  const truth = rows('truth') as unknown as readonly Truth[]
  return { cards: [...rows('companies').map(card('company')), ...rows('people').map(card('person'))], truth }
}
