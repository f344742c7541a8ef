import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import { workingSecondsBetween } from '#domain/time/calendar'
import { dueAt } from '#domain/time/due'
import type { Calendar, DueRule, OpenInterval } from '#schemas/model'
import { duration } from '#test/domain/calendars'

/**
 * The same questions answered by another way: all opening time around the moment is laid out as stretches of instants by
 * Temporal, and walked along piece by piece. Nothing of the product's arithmetic is used.
 */
type Stretch = { readonly date: string; readonly from: number; readonly to: number }

type Layout = {
  readonly stretches: readonly Stretch[]
  readonly worked: readonly string[]
  readonly closing: (date: string) => number
  readonly dateAt: (ms: number) => string
}

const reach = 60

function instantAt(zone: string, date: string, time: string): number {
  const day = Temporal.PlainDate.from(date)
  if (time === '24:00') return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

function endAt(zone: string, date: string, { from, to }: OpenInterval): number {
  const day = Temporal.PlainDate.from(date)
  return instantAt(zone, (to < from ? day.add({ days: 1 }) : day).toString(), to)
}

function usualOf(calendar: Calendar, date: string): readonly OpenInterval[] {
  return calendar.weekHours?.[Temporal.PlainDate.from(date).dayOfWeek] ?? calendar.hours
}

function hoursOf(calendar: Calendar, date: string): readonly OpenInterval[] {
  if (calendar.shortDays[date] !== undefined) return calendar.shortDays[date]
  if (calendar.extraWorkingDays.includes(date)) return usualOf(calendar, date)
  if (calendar.holidays.includes(date)) return []
  return calendar.workWeek.includes(Temporal.PlainDate.from(date).dayOfWeek) ? usualOf(calendar, date) : []
}

function layOut(calendar: Calendar, around: string): Layout {
  const { timezone: zone } = calendar
  const first = Temporal.PlainDate.from(around).subtract({ days: reach })
  const dates = Array.from({ length: 2 * reach }, (_, index) => first.add({ days: index }).toString())
  const stretches: Stretch[] = dates.flatMap((date) =>
    hoursOf(calendar, date).map((span) => ({
      date,
      from: instantAt(zone, date, span.from),
      to: endAt(zone, date, span),
    })),
  )
  return {
    stretches: stretches.toSorted((left, right) => left.from - right.from),
    worked: dates.filter((date) => hoursOf(calendar, date).length > 0),
    closing: (date) => {
      const own = hoursOf(calendar, date)
      const spans = own.length > 0 ? own : usualOf(calendar, date)
      return Math.max(...spans.map((span) => endAt(zone, date, span)))
    },
    dateAt: (ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString(),
  }
}

function minutesOn({ stretches }: Layout, from: number, minutes: number): number {
  let left = minutes * 60_000
  for (const stretch of stretches) {
    const begin = Math.max(stretch.from, from)
    if (stretch.to <= begin) continue
    if (stretch.to - begin >= left) return begin + left
    left -= stretch.to - begin
  }
  throw new Error('The layout is too short.')
}

function minutesBack({ stretches }: Layout, from: number, minutes: number): number {
  let left = minutes * 60_000
  for (const stretch of stretches.toReversed()) {
    const end = Math.min(stretch.to, from)
    if (end <= stretch.from) continue
    if (end - stretch.from >= left) return end - left
    left -= end - stretch.from
  }
  throw new Error('The layout is too short.')
}

const workingDate = (layout: Layout, ms: number): string =>
  layout.stretches.find(({ from, to }) => from <= ms && ms < to)?.date ?? layout.dateAt(ms)

function datesOn({ worked }: Layout, date: string, count: number): string {
  return worked.filter((day) => day > date)[count - 1] ?? ''
}

function datesBack({ worked }: Layout, date: string, count: number): string {
  return worked.filter((day) => day < date).toReversed()[count - 1] ?? ''
}

const zones = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC')
const dayHours = fc.constantFrom<readonly OpenInterval[]>(
  [{ from: '09:00', to: '18:00' }],
  [{ from: '10:00', to: '15:00' }],
  [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:30' },
  ],
  [{ from: '22:00', to: '06:00' }],
  [
    { from: '08:00', to: '12:00' },
    { from: '20:00', to: '02:30' },
  ],
  [{ from: '07:00', to: '24:00' }],
)
const anchors = fc
  .integer({ min: 0, max: 1095 })
  .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())

const near = (date: string) =>
  fc.integer({ min: -20, max: 20 }).map((days) => Temporal.PlainDate.from(date).add({ days }).toString())

function calendarsAround(date: string): fc.Arbitrary<Calendar> {
  return fc.record({
    timezone: zones,
    workWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 }),
    hours: dayHours,
    weekHours: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), dayHours),
    holidays: fc.uniqueArray(near(date), { maxLength: 6 }),
    extraWorkingDays: fc.uniqueArray(near(date), { maxLength: 3 }),
    shortDays: fc.dictionary(near(date), dayHours, { maxKeys: 3 }),
  })
}

const cases = anchors.chain((date) =>
  fc.record({
    date: fc.constant(date),
    calendar: calendarsAround(date),
    minute: fc.integer({ min: 0, max: 1439 }),
    count: fc.integer({ min: 1, max: 12 }),
  }),
)

const rule = (text: string, direction: 'after' | 'before', anchor: 'start' | 'field'): DueRule => ({
  kind: 'offset',
  direction,
  duration: duration(text),
  anchor: anchor === 'start' ? { kind: 'start' } : { kind: 'field', field: 'visit' },
  text,
})

function due(calendar: Calendar, written: DueRule, at: { readonly start?: number; readonly date?: string }): number {
  const start = new Date(at.start ?? 0).toISOString()
  const found = dueAt(written, { start, tasks: {}, events: {}, fields: { visit: at.date ?? null } }, calendar)
  return Date.parse(found.dueAt ?? '')
}

type Case = {
  readonly date: string
  readonly calendar: Calendar
  readonly minute: number
  readonly count: number
}

function expectAfter(layout: Layout, { date, calendar, minute, count }: Case): void {
  const start = instantAt(calendar.timezone, date, '00:00') + minute * 60_000
  const minutes = count * 37

  expect(due(calendar, rule(`${minutes} working minutes`, 'after', 'start'), { start })).toBe(
    minutesOn(layout, start, minutes),
  )
  expect(due(calendar, rule(`${count} working days`, 'after', 'start'), { start })).toBe(
    layout.closing(datesOn(layout, workingDate(layout, start), count)),
  )
  expect(due(calendar, rule(`${count} calendar days`, 'after', 'start'), { start })).toBe(
    layout.closing(Temporal.PlainDate.from(layout.dateAt(start)).add({ days: count }).toString()),
  )
}

function expectBefore(layout: Layout, { date, calendar, count }: Case): void {
  const opening = layout.stretches.find((stretch) => stretch.date === date)?.from
  const begin = opening ?? instantAt(calendar.timezone, date, '00:00')

  expect(due(calendar, rule(`${count} working days`, 'before', 'field'), { date })).toBe(
    layout.closing(datesBack(layout, date, count)),
  )
  expect(due(calendar, rule(`${count} working hours`, 'before', 'field'), { date })).toBe(
    minutesBack(layout, begin, count * 60),
  )
  expect(due(calendar, rule(`${count} calendar days`, 'before', 'field'), { date })).toBe(
    layout.closing(Temporal.PlainDate.from(date).subtract({ days: count }).toString()),
  )
}

function expectBetween(layout: Layout, { date, calendar, minute, count }: Case): void {
  const from = instantAt(calendar.timezone, date, '00:00') + minute * 60_000
  const to = from + count * 11 * 3_600_000
  const open = layout.stretches.reduce(
    (sum, stretch) => sum + Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from)),
    0,
  )

  expect(workingSecondsBetween(calendar, new Date(from).toISOString(), new Date(to).toISOString())).toBe(open / 1000)
}

test('working time is what an independent count of opening hours says: after a moment, before a date, between two', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const layout = layOut(one.calendar, one.date)

      expectAfter(layout, one)
      expectBefore(layout, one)
      expectBetween(layout, one)
    }),
    { numRuns: 2000 },
  )
}, 240_000)
