import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anchorOf, dueAt, lateAtBirth } from '#domain/time/due'
import type { DueAnchors } from '#domain/time/due'
import { instantOf, msOf } from '#domain/time/zone'
import type { Anchor, Calendar, DueRule } from '#schemas/model'
import { duration, inMoscow, moscow, tenToSix } from '#test/domain/calendars'

const start: Anchor = { kind: 'start' }
const deliveryDate: Anchor = { kind: 'field', field: 'delivery_date' }

function offset(text: string, anchor: Anchor, more: { direction?: 'before'; at?: string } = {}): DueRule {
  return { kind: 'offset', direction: 'after', duration: duration(text), anchor, text, ...more }
}

function happened(more: Partial<DueAnchors> = {}): DueAnchors {
  return { start: inMoscow('2026-11-09 12:00'), tasks: {}, events: {}, fields: {}, ...more }
}

function delivered(date: string): DueAnchors {
  return happened({ fields: { delivery_date: date } })
}

describe('the four anchors', () => {
  test.each([
    ['entering the stage', offset('2 working days', start), '2026-11-11 18:00'],
    ['entering the stage, with a time', offset('2 working days', start, { at: '15:00' }), '2026-11-11 15:00'],
    ['a task done', offset('1 working day', { kind: 'task', task: 'send_deck' }), '2026-11-13 18:00'],
    ['an event', offset('4 working hours', { kind: 'event', event: 'contract_signed' }), '2026-11-16 12:00'],
    ['after a date of the deal', offset('1 working day', deliveryDate), '2026-11-23 18:00'],
    ['before a date of the deal', offset('1 working day', deliveryDate, { direction: 'before' }), '2026-11-19 18:00'],
    ['on a date of the deal', { kind: 'on', anchor: deliveryDate, text: 'on delivery_date' }, '2026-11-20 18:00'],
    [
      'on a certain date at a time',
      { kind: 'on', anchor: { kind: 'date', date: '2027-03-01' }, at: '15:00', text: 'on 2027-03-01 at 15:00' },
      '2027-03-01 15:00',
    ],
  ] satisfies [string, DueRule, string][])('%s', (_, rule, due) => {
    const anchors = happened({
      tasks: { send_deck: inMoscow('2026-11-12 10:00') },
      events: { contract_signed: inMoscow('2026-11-13 16:00') },
      fields: { delivery_date: '2026-11-20' },
    })

    expect(dueAt(rule, anchors, tenToSix).dueAt).toBe(inMoscow(due))
  })
})

describe('before a date', () => {
  const spring: Calendar = { ...tenToSix, holidays: ['2026-04-15'] }

  test.each([
    ['1 working day', '2026-04-15', '2026-04-14 18:00'],
    ['1 working day', '2026-04-16', '2026-04-14 18:00'],
    ['1 working day', '2026-04-11', '2026-04-10 18:00'],
    ['1 working day', '2026-04-12', '2026-04-10 18:00'],
    ['5 working days', '2026-04-12', '2026-04-06 18:00'],
    ['1 working week', '2026-04-12', '2026-04-06 18:00'],
    ['2 calendar days', '2026-04-15', '2026-04-13 18:00'],
    ['2 calendar hours', '2026-04-12', '2026-04-11 22:00'],
    ['1 calendar week', '2026-04-17', '2026-04-10 18:00'],
    ['1 working month', '2026-05-31', '2026-04-30 18:00'],
    ['2 working hours', '2026-04-17', '2026-04-16 16:00'],
    ['2 working hours', '2026-04-15', '2026-04-14 16:00'],
    ['2 working hours', '2026-04-11', '2026-04-10 16:00'],
  ])('%s before %s is %s', (text, date, due) => {
    const rule = offset(text, deliveryDate, { direction: 'before' })

    expect(dueAt(rule, delivered(date), spring).dueAt).toBe(inMoscow(due))
  })

  test('a time of day replaces closing time', () => {
    const rule = offset('1 working day', deliveryDate, { direction: 'before', at: '12:00' })

    expect(dueAt(rule, delivered('2026-04-16'), spring).dueAt).toBe(inMoscow('2026-04-14 12:00'))
  })
})

describe('a night shift belongs to the day it begins on', () => {
  const night: Calendar = { ...tenToSix, hours: [{ from: '22:00', to: '06:00' }] }

  test.each([
    ['1 working day', '2026-11-10 02:00', '2026-11-11 06:00'],
    ['1 working day', '2026-11-10 07:00', '2026-11-12 06:00'],
    ['1 working day', '2026-11-14 02:00', '2026-11-17 06:00'],
    ['2 working hours', '2026-11-10 05:00', '2026-11-10 23:00'],
    ['2 working hours', '2026-11-14 05:00', '2026-11-16 23:00'],
  ])('%s from %s is %s', (text, from, due) => {
    expect(dueAt(offset(text, start), happened({ start: inMoscow(from) }), night).dueAt).toBe(inMoscow(due))
  })

  test.each([
    ['1 working day', '2026-11-10', '2026-11-10 06:00'],
    ['2 working hours', '2026-11-10', '2026-11-10 04:00'],
    ['2 working hours', '2026-11-14', '2026-11-13 22:00'],
    ['8 working hours', '2026-11-15', '2026-11-13 22:00'],
  ])('%s before %s is %s', (text, date, due) => {
    const rule = offset(text, deliveryDate, { direction: 'before' })

    expect(dueAt(rule, delivered(date), night).dueAt).toBe(inMoscow(due))
  })

  test('the same day is the day of the shift that is under way', () => {
    const rule: DueRule = { kind: 'same_day', text: 'same day' }

    expect(dueAt(rule, happened({ start: inMoscow('2026-11-14 02:00') }), night).dueAt).toBe(
      inMoscow('2026-11-14 06:00'),
    )
  })
})

describe('hours that differ by weekday', () => {
  const shop: Calendar = {
    ...moscow,
    workWeek: [1, 2, 3, 4, 5, 6],
    hours: [{ from: '09:00', to: '20:00' }],
    weekHours: { 6: [{ from: '10:00', to: '15:00' }] },
    holidays: ['2026-11-28'],
    extraWorkingDays: ['2026-11-22'],
  }

  test.each([
    ['1 working day', '2026-11-13 12:00', '2026-11-14 15:00'],
    ['6 working hours', '2026-11-14 10:00', '2026-11-16 10:00'],
    ['1 working day', '2026-11-21 12:00', '2026-11-22 20:00'],
    ['1 calendar day', '2026-11-27 12:00', '2026-11-28 15:00'],
  ])('%s from %s is %s', (text, from, due) => {
    expect(dueAt(offset(text, start), happened({ start: inMoscow(from) }), shop).dueAt).toBe(inMoscow(due))
  })
})

test('hours after a date run from its beginning', () => {
  const rule = offset('3 working hours', deliveryDate)

  expect(dueAt(rule, delivered('2026-11-20'), tenToSix).dueAt).toBe(inMoscow('2026-11-20 13:00'))
})

test('a promise for a day off stays on that day, at the normal closing hour', () => {
  const rule: DueRule = { kind: 'on', anchor: deliveryDate, text: 'on delivery_date' }

  expect(dueAt(rule, delivered('2027-01-03'), moscow).dueAt).toBe(inMoscow('2027-01-03 18:00'))
})

test.each([
  ['2026-11-09 12:00', undefined, '2026-11-09 18:00'],
  ['2026-11-09 20:00', undefined, '2026-11-09 18:00'],
  ['2026-11-07 12:00', undefined, '2026-11-09 18:00'],
  ['2026-11-09 12:00', '15:00', '2026-11-09 15:00'],
])('the same day as %s (at %s) ends at %s', (from, at, due) => {
  const rule: DueRule = { kind: 'same_day', text: 'same day', ...(at === undefined ? {} : { at }) }

  expect(dueAt(rule, happened({ start: inMoscow(from) }), tenToSix).dueAt).toBe(inMoscow(due))
})

test('at once is due at the very start, open or closed', () => {
  const rule: DueRule = { kind: 'at_once', text: 'at once' }

  expect(dueAt(rule, happened({ start: '2026-11-07T01:00:00Z' }), tenToSix).dueAt).toBe('2026-11-07T01:00:00.000Z')
})

test.each([
  ['an empty date field', deliveryDate, { kind: 'field', name: 'delivery_date', value: null }],
  ['a task not done', { kind: 'task', task: 'send_deck' }, { kind: 'task', name: 'send_deck', value: null }],
  ['an event not arrived', { kind: 'event', event: 'paid' }, { kind: 'event', name: 'paid', value: null }],
] satisfies [string, Anchor, object][])('%s gives no date yet and says what is awaited', (_, anchor, awaited) => {
  const rule = offset('1 working day', anchor)

  expect(dueAt(rule, happened({ fields: { delivery_date: '' } }), moscow)).toEqual({
    dueAt: null,
    why: { rule: '1 working day', anchor: awaited, skipped: [] },
  })
})

test('a field that holds no date is refused by its name', () => {
  expect(() => dueAt(offset('1 working day', deliveryDate), delivered('soon'), moscow)).toThrow(
    'The field delivery_date holds “soon”, which is not a date.',
  )
})

test('the reason names the days passed over', () => {
  const { why } = dueAt(offset('1 working day', start), happened({ start: inMoscow('2026-12-31 17:40') }), moscow)

  expect(why.anchor).toEqual({ kind: 'start', name: null, value: '2026-12-31T14:40:00.000Z' })
  expect(why.skipped.map(({ date, reason }) => `${date.slice(8)} ${reason}`)).toEqual([
    '01 holiday',
    '02 weekend',
    '03 weekend',
    '04 holiday',
    '05 holiday',
    '06 holiday',
    '07 holiday',
    '08 holiday',
    '09 weekend',
    '10 weekend',
  ])
})

test('the reason of a date before names the days off that working time passed over', () => {
  const days = { kind: 'on', anchor: deliveryDate, text: '' } as const
  const working = dueAt(
    offset('1 working day', deliveryDate, { direction: 'before' }),
    delivered('2026-11-15'),
    tenToSix,
  )
  const calendar = dueAt(
    offset('9 calendar days', deliveryDate, { direction: 'before' }),
    delivered('2026-11-15'),
    tenToSix,
  )

  expect(working.why.skipped.map(({ date }) => date)).toEqual(['2026-11-15', '2026-11-14'])
  expect(calendar.why.skipped).toEqual([])
  expect(dueAt(days, delivered('2026-11-15'), tenToSix).why.skipped).toEqual([])
})

test('a very long wait lists sixty skipped days and no more', () => {
  const { why } = dueAt(offset('400 working days', start), happened(), tenToSix)

  expect(why.skipped).toHaveLength(60)
})

test('a rule without an anchor counts from the start', () => {
  expect(anchorOf({ kind: 'same_day', text: 'same day' })).toEqual(start)
  expect(anchorOf(offset('1 working day', deliveryDate))).toEqual(deliveryDate)
})

test('what is already past at birth is due now and blames nobody', () => {
  const now = inMoscow('2026-11-09 12:00')

  expect(lateAtBirth(inMoscow('2026-11-09 11:59'), now)).toEqual({ dueAt: now, lateAtBirth: true })
  expect(lateAtBirth(now, now)).toEqual({ dueAt: now, lateAtBirth: false })
  expect(lateAtBirth(inMoscow('2026-11-09 12:01'), now).lateAtBirth).toBe(false)
})

test('nothing is ever due before now', () => {
  const instants = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map(instantOf)
  fc.assert(
    fc.property(instants, instants, (due, now) => {
      const born = lateAtBirth(due, now)

      expect(msOf(born.dueAt)).toBe(Math.max(msOf(due), msOf(now)))
      expect(born.lateAtBirth).toBe(msOf(due) < msOf(now))
    }),
  )
})
