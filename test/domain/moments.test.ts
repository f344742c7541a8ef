import { describe, expect, test } from 'vitest'

import { applyFields } from '#domain/deals/fields'
import { compileFormula } from '#domain/formula/formula-rules'
import { holds, now, today, zone } from '#domain/formula/condition'
import { dueAt } from '#domain/time/due'
import { Refusal } from '#domain/kernel/refusal'
import { parseDue } from '#config/values/parse-due'
import { parseTest } from '#config/values/parse-condition'
import type { Calendar, Field, FieldValue, Model } from '#schemas/model'
import { berlinAllNight, moscow } from '#test/domain/calendars'

const berlin: Calendar = { ...moscow, timezone: 'Europe/Berlin', holidays: [], extraWorkingDays: [] }

function dueOf(text: string, visitAt: FieldValue, calendar: Calendar): string | null {
  const read = parseDue(text, { kindOf: () => 'moment', known: () => ['visit_at'] })
  if (!('due' in read)) throw new Error(JSON.stringify(read.fault))
  const anchors = { start: '2026-01-01T00:00:00.000Z', tasks: {}, events: {}, fields: { visit_at: visitAt } }
  return dueAt(read.due, anchors, calendar).dueAt
}

describe('a due date around a moment', () => {
  // Thursday 2027-03-04, 20:30 in Moscow, after closing time.
  const evening = '2027-03-04T17:30:00.000Z'
  test.each([
    ['at visit_at', evening],
    ['2 hours before visit_at', '2027-03-04T15:30:00.000Z'],
    ['30 minutes after visit_at', '2027-03-04T18:00:00.000Z'],
    ['14 hours after visit_at', '2027-03-05T07:30:00.000Z'],
    ['2 calendar hours before visit_at', '2027-03-04T15:30:00.000Z'],
    ['2 working hours before visit_at', '2027-03-04T13:00:00.000Z'],
    ['2 working hours after visit_at', '2027-03-05T08:00:00.000Z'],
    ['1 calendar day before visit_at', '2027-03-03T17:30:00.000Z'],
    ['2 calendar days after visit_at', '2027-03-06T17:30:00.000Z'],
    ['1 calendar week before visit_at', '2027-02-25T17:30:00.000Z'],
    ['1 calendar month before visit_at', '2027-02-04T17:30:00.000Z'],
    ['1 working day before visit_at', '2027-03-03T15:00:00.000Z'],
    ['1 working day after visit_at', '2027-03-05T15:00:00.000Z'],
    ['1 calendar day before visit_at at 10:00', '2027-03-03T07:00:00.000Z'],
    ['on visit_at', '2027-03-04T15:00:00.000Z'],
    ['on visit_at at 09:15', '2027-03-04T06:15:00.000Z'],
  ])('%s is %s', (text, due) => {
    expect(dueOf(text, evening, moscow)).toBe(due)
  })

  test('is none while the field is empty', () => {
    expect(dueOf('at visit_at', null, moscow)).toBeNull()
    expect(dueOf('2 hours before visit_at', '', moscow)).toBeNull()
  })

  test('counts hours as they pass and days by the clock on the nights the clocks change', () => {
    // 2027-03-28 and 2026-10-25 in Berlin: 02:00 becomes 03:00, and 03:00 becomes 02:00.
    const springNoon = '2027-03-28T10:00:00.000Z'
    expect(dueOf('24 hours before visit_at', springNoon, berlin)).toBe('2027-03-27T10:00:00.000Z')
    expect(dueOf('1 calendar day before visit_at', springNoon, berlin)).toBe('2027-03-27T11:00:00.000Z')
    expect(dueOf('2 hours after visit_at', '2026-10-25T00:30:00.000Z', berlinAllNight)).toBe('2026-10-25T02:30:00.000Z')
    expect(dueOf('1 calendar day after visit_at', '2026-10-24T00:30:00.000Z', berlin)).toBe('2026-10-25T00:30:00.000Z')
  })

  test('a day that the field held before it had a time of day is still a day', () => {
    expect(dueOf('at visit_at', '2027-03-04', moscow)).toBe('2027-03-04T15:00:00.000Z')
    expect(dueOf('2 hours before visit_at', '2027-03-04', moscow)).toBe('2027-03-03T19:00:00.000Z')
  })
})

const field: Field = { id: 'visit_at', name: 'Visit', type: 'date_time', zone: 'Europe/Moscow', builtIn: false }

function passes(line: string, value: FieldValue, at = '2027-03-04T12:00:00.000Z'): boolean {
  const read = parseTest(field, line, new Map([['other_at', { ...field, id: 'other_at' }]]))
  if (!('test' in read)) throw new Error(JSON.stringify(read.fault))
  const clock = { [now]: at, [today]: '2027-03-04', [zone]: 'Europe/Moscow' }
  const values = { visit_at: value, other_at: '2027-03-04T12:00:00.000Z', ...clock }
  return holds({ all: [{ ...read.test, text: line }] }, values)
}

describe('a condition on a moment', () => {
  test.each([
    ['after now', '2027-03-04T12:00:00.001Z', true],
    ['after now', '2027-03-04T12:00:00.000Z', false],
    ['before now', '2027-03-04T11:59:00.000Z', true],
    ['after today', '2027-03-04T20:59:00.000Z', false],
    ['after today', '2027-03-04T21:00:00.000Z', true],
    ['before today', '2027-03-03T20:59:00.000Z', true],
    ['before today', '2027-03-03T21:00:00.000Z', false],
    ['at least today', '2027-03-03T21:00:00.000Z', true],
    ['within 24 calendar hours', '2027-03-05T12:00:00.000Z', true],
    ['within 24 calendar hours', '2027-03-05T12:01:00.000Z', false],
    ['within 30 calendar minutes', '2027-03-04T11:59:00.000Z', false],
    ['within 1 calendar day', '2027-03-05T20:59:00.000Z', true],
    ['within 1 calendar day', '2027-03-05T21:00:00.000Z', false],
    ['at least 2027-03-04 15:00', '2027-03-04T12:00:00.000Z', true],
    ['more than 2027-03-04 15:00', '2027-03-04T12:00:00.000Z', false],
    ['2027-03-04 15:00', '2027-03-04T12:00:00.000Z', true],
    ['not 2027-03-04 15:00', '2027-03-04T12:00:00.000Z', false],
    ['2027-03-04', '2027-03-04T20:59:59.999Z', true],
    ['2027-03-04', '2027-03-04T21:00:00.000Z', false],
    ['after 2027-03-04', '2027-03-04T20:00:00.000Z', false],
    ['after 2027-03-04', '2027-03-04T21:00:00.000Z', true],
    ['at most 2027-03-04', '2027-03-04T20:59:00.000Z', true],
    ['before 2027-03-04', '2027-03-03T21:00:00.000Z', false],
    ['between 2027-03-01 and 2027-03-04', '2027-03-04T20:59:00.000Z', true],
    ['between 2027-03-04 10:00 and 2027-03-04', '2027-03-04T06:59:00.000Z', false],
    ['at least other_at', '2027-03-04T12:00:00.000Z', true],
    ['less than other_at', '2027-03-04T12:00:00.000Z', false],
    ['filled', '2027-03-04T12:00:00.000Z', true],
    ['after now', null, false],
  ])('%s over %s: %s', (line, value, expected) => {
    expect(passes(line, value)).toBe(expected)
  })
})

const model = { fields: { visit_at: field } } as unknown as Model
const written = (value: FieldValue): FieldValue | undefined =>
  applyFields({}, { visit_at: value }, { model }).fields['visit_at']

describe('a field with a moment', () => {
  test.each([
    ['2027-03-04T20:30:00.000Z', '2027-03-04T20:30:00.000Z'],
    ['2027-03-04T20:30+03:00', '2027-03-04T17:30:00.000Z'],
    [' 2027-03-04T20:30:15+03:00 ', '2027-03-04T17:30:15.000Z'],
    ['', undefined],
    [null, undefined],
  ])('keeps %s as %s', (sent, kept) => {
    expect(written(sent)).toBe(kept)
  })

  test('that is said in another zone is no change', () => {
    const was = { visit_at: '2027-03-04T17:30:00.000Z' }
    expect(applyFields(was, { visit_at: '2027-03-04T20:30:00+03:00' }, { model }).changes).toEqual({})
  })

  test.each(['2027-03-04', '2027-03-04T20:30', '2027-02-30T10:00Z', '2027-03-04T25:00Z', 'tomorrow', 5, true])(
    'refuses %s and shows how it is written',
    (sent) => {
      const refused = (): unknown => written(sent)
      expect(refused).toThrow(Refusal)
      expect(refused).toThrow(`“Visit” takes a day and a time with its zone, such as 2027-03-01T10:00+03:00, you sent`)
    },
  )
})

test('formulas count hours between moments', () => {
  const types = { from: 'date_time', to: 'date_time', day: 'date' } as const
  const values = { from: '2027-03-04T10:00:00.000Z', to: '2027-03-04T11:30:00.000Z', day: '2027-03-04' }

  expect(compileFormula('hours(from, to)', types, 'number').run(values)).toBe(1.5)
  expect(compileFormula('from < to', types, 'yes_no').run(values)).toBe(true)
  expect(compileFormula('from < to ? from : to', types, 'date_time').run(values)).toBe(values.from)
  expect(() => compileFormula('days(from, day)', types, 'number')).toThrow('a date and time')
})
