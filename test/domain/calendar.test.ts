import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  addDuration,
  closingOf,
  isWorkingDay,
  nextOpening,
  subtractDuration,
  workingDaysBetween,
  workingSecondsBetween,
} from '#domain/time/calendar'
import { dateOf, dayOf } from '#domain/time/days'
import { spansOn } from '#domain/time/opening-hours'
import { dateIn, instantOf, isZone, msOf, startOfDay, wallTime } from '#domain/time/zone'
import type { Calendar } from '#schemas/model'
import { berlinAllNight, duration, inMoscow, moscow, tenToSix } from '#test/domain/calendars'

describe('durations from an instant in Moscow', () => {
  test.each([
    ['1 working day', '2026-12-30 16:30', '2026-12-31 18:00'],
    ['1 working day', '2026-12-31 17:40', '2027-01-11 18:00'],
    ['1 working day', '2026-12-31 22:00', '2027-01-11 18:00'],
    ['4 working hours', '2026-12-31 17:40', '2027-01-11 12:40'],
    ['1 working day', '2027-01-02 12:00', '2027-01-11 18:00'],
    ['2 working hours', '2027-01-02 12:00', '2027-01-11 11:00'],
    ['15 working minutes', '2027-02-19 17:50', '2027-02-20 09:05'],
    ['2 calendar days', '2027-01-01 10:00', '2027-01-03 18:00'],
    ['1 calendar day', '2026-12-30 23:30', '2026-12-31 18:00'],
    ['2 working days', '2027-02-19 10:00', '2027-02-22 18:00'],
    ['1 calendar week', '2026-12-30 16:30', '2027-01-06 18:00'],
    ['1 working week', '2026-12-07 16:30', '2026-12-14 18:00'],
    ['1 working week', '2026-12-30 16:30', '2027-01-14 18:00'],
    ['1 calendar month', '2027-01-31 10:00', '2027-02-28 18:00'],
    ['1 calendar month', '2028-01-31 10:00', '2028-02-29 18:00'],
    ['13 calendar months', '2026-12-31 10:00', '2028-01-31 18:00'],
    ['1 working month', '2027-01-23 10:00', '2027-02-24 18:00'],
    ['90 calendar minutes', '2027-01-01 23:00', '2027-01-02 00:30'],
    ['24 calendar hours', '2027-01-01 10:00', '2027-01-02 10:00'],
    ['9 working hours', '2027-01-11 09:00', '2027-01-11 18:00'],
    ['0 working hours', '2027-01-02 12:00', '2027-01-11 09:00'],
  ])('%s from %s end at %s', (text, from, due) => {
    expect(addDuration(moscow, inMoscow(from), duration(text))).toBe(inMoscow(due))
  })
})

test.each([
  ['2026-11-06 17:00', '2026-11-09 11:00'],
  ['2026-11-07 09:00', '2026-11-09 12:00'],
  ['2026-11-07 17:00', '2026-11-09 12:00'],
  ['2026-11-08 23:00', '2026-11-09 12:00'],
  ['2026-11-09 08:00', '2026-11-09 12:00'],
  ['2026-11-09 16:00', '2026-11-09 18:00'],
])('two working hours of a shop open 10 to 6 run from %s to %s', (from, due) => {
  expect(addDuration(tenToSix, inMoscow(from), duration('2 working hours'))).toBe(inMoscow(due))
})

test.each([
  ['1 working hour', '2026-10-25T02:30:00+02:00'],
  ['2 working hours', '2026-10-25T02:30:00+01:00'],
  ['24 calendar hours', '2026-10-26T00:30:00+01:00'],
  ['1 calendar day', '2026-10-27T00:00:00+01:00'],
])('in the night the clocks go back in Berlin, %s from 01:30 end at %s', (text, due) => {
  const from = msOf('2026-10-25T01:30:00+02:00')

  expect(addDuration(berlinAllNight, instantOf(from), duration(text))).toBe(instantOf(msOf(due)))
})

test('a shop open all night works 23 and 25 hours on the days the clocks change', () => {
  const hoursOf = (date: string, next: string) =>
    workingSecondsBetween(berlinAllNight, startOfDay('Europe/Berlin', date), startOfDay('Europe/Berlin', next)) / 3600

  expect(hoursOf('2026-03-29', '2026-03-30')).toBe(23)
  expect(hoursOf('2026-10-25', '2026-10-26')).toBe(25)
  expect(hoursOf('2026-10-26', '2026-10-27')).toBe(24)
})

test('no minute is worked twice where the clocks skip an hour between two intervals', () => {
  const bakery: Calendar = {
    ...berlinAllNight,
    hours: [
      { from: '01:00', to: '02:30' },
      { from: '03:00', to: '04:00' },
    ],
  }
  const [first, second] = spansOn(bakery, dayOf('2026-03-29'))

  expect(first?.to).toBe(msOf('2026-03-29T01:30:00Z'))
  expect(second).toEqual({ from: first?.to, to: msOf('2026-03-29T02:00:00Z') })
})

describe('a day with a lunch break', () => {
  const lunch: Calendar = {
    ...tenToSix,
    hours: [
      { from: '14:00', to: '18:00' },
      { from: '09:00', to: '13:00' },
    ],
    shortDays: { '2026-11-10': [{ from: '09:00', to: '12:00' }], '2026-11-14': [{ from: '10:00', to: '11:00' }] },
  }

  test.each([
    ['2 working hours', '2026-11-09 12:00', '2026-11-09 15:00'],
    ['1 working hour', '2026-11-09 12:00', '2026-11-09 13:00'],
    ['1 working hour', '2026-11-09 13:20', '2026-11-09 15:00'],
    ['8 working hours', '2026-11-09 18:00', '2026-11-11 15:00'],
    ['1 working day', '2026-11-09 18:00', '2026-11-10 12:00'],
    ['2 working hours', '2026-11-13 17:00', '2026-11-14 11:00'],
  ])('%s from %s end at %s', (text, from, due) => {
    expect(addDuration(lunch, inMoscow(from), duration(text))).toBe(inMoscow(due))
  })

  test('is not worked during lunch', () => {
    expect(workingSecondsBetween(lunch, inMoscow('2026-11-09 12:30'), inMoscow('2026-11-09 14:15'))).toBe(45 * 60)
  })

  test('opens again after lunch', () => {
    expect(nextOpening(lunch, inMoscow('2026-11-09 13:00'))).toBe(inMoscow('2026-11-09 14:00'))
    expect(nextOpening(lunch, inMoscow('2026-11-09 12:59'))).toBe(inMoscow('2026-11-09 12:59'))
    expect(nextOpening(lunch, inMoscow('2026-11-10 12:00'))).toBe(inMoscow('2026-11-11 09:00'))
  })
})

test.each([
  ['2 working hours', '2026-11-09 11:00', '2026-11-06 17:00'],
  ['2 working hours', '2026-11-09 12:00', '2026-11-09 10:00'],
  ['2 working hours', '2026-11-08 12:00', '2026-11-06 16:00'],
  ['1 working day', '2026-11-09 12:00', '2026-11-06 18:00'],
  ['1 calendar month', '2027-03-31 12:00', '2027-02-28 18:00'],
])('%s before %s is %s', (text, from, earlier) => {
  expect(subtractDuration(tenToSix, inMoscow(from), duration(text))).toBe(inMoscow(earlier))
})

test('holidays are off, moved Saturdays are worked', () => {
  expect(isWorkingDay(moscow, '2027-01-11')).toBe(true)
  expect(isWorkingDay(moscow, '2027-01-09')).toBe(false)
  expect(isWorkingDay(moscow, '2027-02-23')).toBe(false)
  expect(isWorkingDay(moscow, '2027-02-20')).toBe(true)
})

test('the working days of a span leave out its last date', () => {
  expect(workingDaysBetween(moscow, '2027-01-01', '2027-02-01')).toBe(15)
  expect(workingDaysBetween(moscow, '2027-02-15', '2027-02-20')).toBe(5)
  expect(workingDaysBetween(moscow, '2027-02-15', '2027-02-21')).toBe(6)
  expect(workingDaysBetween(moscow, '2027-02-15', '2027-02-15')).toBe(0)
})

test('a day off closes when a normal day does', () => {
  expect(closingOf(moscow, '2027-01-03')).toBe(inMoscow('2027-01-03 18:00'))
})

test('a calendar without working time is refused and not searched for ever', () => {
  const closed: Calendar = { ...moscow, workWeek: [], extraWorkingDays: [] }
  const refusal = /no working time in the 400 days/

  for (const text of ['1 working minute', '3 working hours', '1 working day', '1 working week', '1 working month']) {
    expect(() => addDuration(closed, inMoscow('2027-01-02 12:00'), duration(text))).toThrow(refusal)
    expect(() => subtractDuration(closed, inMoscow('2027-01-02 12:00'), duration(text))).toThrow(refusal)
  }
  expect(() => nextOpening(closed, inMoscow('2027-01-02 12:00'))).toThrow(refusal)
})

test('the same instant is another date in another zone', () => {
  expect(dateIn('Europe/Moscow', '2026-12-31T21:00:00.000Z')).toBe('2027-01-01')
  expect(dateIn('Europe/Berlin', '2026-12-31T21:00:00.000Z')).toBe('2026-12-31')
  expect(dateIn('Pacific/Kiritimati', '2026-12-31T10:00:00.000Z')).toBe('2027-01-01')
  expect(dateIn('America/Los_Angeles', '2027-01-01T07:59:59.999Z')).toBe('2026-12-31')
  expect(startOfDay('Europe/Berlin', '2026-06-01')).toBe('2026-05-31T22:00:00.000Z')
  expect(wallTime('Europe/Berlin', '2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
})

test('an instant without its zone and a date that does not exist are refused', () => {
  expect(() => dateIn('Europe/Moscow', '2026-12-31T21:00:00')).toThrow('is not an instant')
  expect(() => startOfDay('Europe/Moscow', '2027-02-30')).toThrow('“2027-02-30” is not a date')
})

test('a zone is known by its name', () => {
  expect(isZone('Asia/Yekaterinburg')).toBe(true)
  expect(isZone('Europe/Moskow')).toBe(false)
  expect(isZone('+03:00')).toBe(false)
})

describe('laws', () => {
  const calendars = fc.constantFrom(moscow, tenToSix, berlinAllNight)
  const instants = fc.integer({ min: msOf('2026-01-01T00:00:00Z'), max: msOf('2027-12-31T00:00:00Z') })
  const units = fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months')
  const kinds = fc.constantFrom('working', 'calendar')
  const counts = fc.integer({ min: 1, max: 40 })
  const due = (calendar: Calendar, from: number, text: string) =>
    msOf(addDuration(calendar, instantOf(from), duration(text)))

  test('working time ends inside opening hours', () => {
    fc.assert(
      fc.property(calendars, instants, counts, units, (calendar, from, count, unit) => {
        const end = due(calendar, from, `${count} working ${unit}`)
        const day = dayOf(dateIn(calendar.timezone, instantOf(end)))
        const spans = [...spansOn(calendar, day - 1), ...spansOn(calendar, day)]

        expect(end).toBeGreaterThan(from)
        expect(spans.some((span) => span.from <= end && end <= span.to)).toBe(true)
      }),
    )
  })

  test('more time is never due earlier', () => {
    fc.assert(
      fc.property(calendars, instants, counts, kinds, units, (calendar, from, count, kind, unit) => {
        const less = due(calendar, from, `${count} ${kind} ${unit}`)
        const more = due(calendar, from, `${count + 1} ${kind} ${unit}`)

        expect(more).toBeGreaterThanOrEqual(less)
      }),
    )
  })

  test('a later start is never due earlier', () => {
    const apart = fc.integer({ min: 0, max: 40 * 86_400_000 })
    fc.assert(
      fc.property(calendars, instants, apart, counts, kinds, units, (calendar, from, later, count, kind, unit) => {
        const text = `${count} ${kind} ${unit}`

        expect(due(calendar, from + later, text)).toBeGreaterThanOrEqual(due(calendar, from, text))
      }),
    )
  })

  test('as much time passes in opening hours as was given', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 5000 }), (calendar, from, count) => {
        const end = addDuration(calendar, instantOf(from), duration(`${count} working minutes`))

        expect(workingSecondsBetween(calendar, instantOf(from), end)).toBeCloseTo(count * 60, 6)
      }),
    )
  })

  test('going forward and back by working time returns to where opening hours began', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5000 }), (from, count) => {
        const length = duration(`${count} working minutes`)
        const end = addDuration(moscow, instantOf(from), length)

        expect(subtractDuration(moscow, end, length)).toBe(nextOpening(moscow, instantOf(from)))
      }),
    )
  })

  test('a date survives the way to its day number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
        expect(dayOf(dateOf(day))).toBe(day)
      }),
    )
  })
})
