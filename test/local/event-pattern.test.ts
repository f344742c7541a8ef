import { describe, expect, test } from 'vitest'

import { compilePattern } from '#local/stream/event-pattern'

const moved = {
  source: 'norma',
  'detail-type': 'deal.moved',
  detail: {
    became: 'won',
    amountMinor: 120_000,
    comment: null,
    isUrgent: true,
    tags: ['hot', 'b2b'],
    none: [],
    plan: [
      { month: '2026-11', employee: 'anna' },
      { month: '2026-12', employee: 'boris' },
    ],
  },
}

describe('a pattern', () => {
  const on = (detail: unknown) => ({ detail })

  test.each([
    ['a value that is listed', { source: ['other', 'norma'] }, true],
    ['a value that is not listed', { source: ['other'] }, false],
    ['two fields that both hold', { source: ['norma'], 'detail-type': ['deal.moved'] }, true],
    ['two fields of which one does not hold', { source: ['norma'], 'detail-type': ['deal.lost'] }, false],
    ['a number', on({ amountMinor: [120_000] }), true],
    ['a number written as text', on({ amountMinor: ['120000'] }), false],
    ['null where null stands', on({ comment: [null] }), true],
    ['null where nothing stands', on({ reason: [null] }), false],
    ['true', on({ isUrgent: [true] }), true],
    ['one element of a list', on({ tags: ['b2b'] }), true],
    ['no element of a list', on({ tags: ['cold'] }), false],
    ['two fields of one element of a list', on({ plan: { month: ['2026-12'], employee: ['boris'] } }), true],
    ['two fields of different elements of a list', on({ plan: { month: ['2026-11'], employee: ['boris'] } }), false],
    ['how a text begins', on({ became: [{ prefix: 'wo' }] }), true],
    ['how a text does not begin', on({ became: [{ prefix: 'lo' }] }), false],
    ['how a text begins in any case', on({ became: [{ prefix: { 'equals-ignore-case': 'WO' } }] }), true],
    ['how a text ends', on({ became: [{ suffix: 'on' }] }), true],
    ['how a text ends in any case', on({ became: [{ suffix: { 'equals-ignore-case': 'ON' } }] }), true],
    ['how a text does not end', on({ became: [{ suffix: 'ost' }] }), false],
    ['a text in any case', on({ became: [{ 'equals-ignore-case': 'WON' }] }), true],
    ['a wildcard', { 'detail-type': [{ wildcard: 'deal.*' }] }, true],
    ['a wildcard around', { 'detail-type': [{ wildcard: '*al.mo*' }] }, true],
    ['a wildcard whose ends overlap', on({ became: [{ wildcard: 'wo*on' }] }), false],
    ['a wildcard that does not fit', { 'detail-type': [{ wildcard: 'task.*' }] }, false],
    ['a wildcard without a star', on({ became: [{ wildcard: 'won' }] }), true],
    ['a range', on({ amountMinor: [{ numeric: ['>', 100_000, '<=', 120_000] }] }), true],
    ['a range that ends before', on({ amountMinor: [{ numeric: ['>=', 0, '<', 120_000] }] }), false],
    ['a number exactly', on({ amountMinor: [{ numeric: ['=', 120_000.0] }] }), true],
    ['a range on a text', on({ became: [{ numeric: ['>', 0] }] }), false],
    ['a field that is there', on({ became: [{ exists: true }] }), true],
    ['a field that is null', on({ comment: [{ exists: true }] }), true],
    ['a field that is not there', on({ reason: [{ exists: true }] }), false],
    ['an object, which is no value', { detail: [{ exists: true }] }, false],
    ['the absence of a field', on({ reason: [{ exists: false }] }), true],
    ['the absence of a field that is there', on({ became: [{ exists: false }] }), false],
    ['the absence below what is absent', on({ won: { by: [{ exists: false }] } }), true],
    ['an empty list, which has no values', on({ none: [{ exists: false }] }), true],
    ['anything but a value', on({ became: [{ 'anything-but': 'lost' }] }), true],
    ['anything but this value', on({ became: [{ 'anything-but': ['lost', 'won'] }] }), false],
    ['anything but, where nothing is', on({ reason: [{ 'anything-but': 'price' }] }), false],
    ['anything but a number', on({ amountMinor: [{ 'anything-but': [0] }] }), true],
    ['anything but a beginning', { 'detail-type': [{ 'anything-but': { prefix: 'task.' } }] }, true],
    ['anything but this beginning', { 'detail-type': [{ 'anything-but': { prefix: ['x', 'deal.'] } }] }, false],
    ['anything but an end', on({ became: [{ 'anything-but': { suffix: 'n' } }] }), false],
    ['anything but a word in any case', on({ became: [{ 'anything-but': { 'equals-ignore-case': 'WON' } }] }), false],
    ['anything but a wildcard', on({ became: [{ 'anything-but': { wildcard: 'l*' } }] }), true],
    ['one alternative of two', on({ $or: [{ became: ['lost'] }, { amountMinor: [120_000] }] }), true],
    ['no alternative', on({ $or: [{ became: ['lost'] }, { amountMinor: [1] }] }), false],
    ['an alternative and a field beside', on({ isUrgent: [false], $or: [{ became: ['won'] }, { x: [1] }] }), false],
  ])('on %s', (_, pattern, expected) => {
    expect(compilePattern(pattern)(moved)).toBe(expected)
  })

  test.each([
    [{ source: [{ cidr: '10.0.0.0/8' }] }, 'At the rule.source stands “cidr”, which the local bus does not know'],
    [{ source: 'norma' }, 'At the rule.source stands "norma": write an object of fields.'],
    [{ source: [] }, 'At the rule.source stands an empty list'],
    [{}, 'At the rule stands an empty object'],
    [{ source: [{ prefix: 'a', suffix: 'b' }] }, 'one matcher names prefix and suffix: write two matchers'],
    [{ n: [{ numeric: ['>'] }] }, 'At the rule.n numeric is [">"]'],
    [{ n: [{ numeric: ['~', 1] }] }, 'At the rule.n numeric is ["~",1]'],
    [{ n: [{ exists: 'yes' }] }, 'At the rule.n exists is yes: write true or false.'],
    [{ n: [{ 'anything-but': { numeric: ['=', 1] } }] }, 'At the rule.n.anything-but stands'],
    [{ n: [{ wildcard: 'a**' }] }, 'At the rule.n the wildcard “a**”'],
    [{ $or: [{ a: [1] }] }, 'At the rule.$or write a list of two patterns or more.'],
    [{ n: [[1]] }, 'At the rule.n a list stands within a list'],
  ])('that says %j is refused at the start', (pattern, sentence) => {
    expect(() => compilePattern(pattern, 'the rule')).toThrow(sentence)
  })
})
