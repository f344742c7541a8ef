import { describe, expect, test } from 'vitest'
import { dueAt } from '#domain/time/due'
import { unusualDays } from '#domain/time/due-days'
import type { Anchor, Calendar, DueRule } from '#schemas/model'
import { duration, inMoscow, moscow } from '#test/domain/calendars'

const start: Anchor = { kind: 'start' }
const deliveryDate: Anchor = { kind: 'field', field: 'delivery_date' }
const calendar: Calendar = { ...moscow, shortDays: { '2026-12-31': [{ from: '09:00', to: '15:00' }] } }

function offset(text: string, anchor: Anchor = start, direction: 'after' | 'before' = 'after'): DueRule {
  return { kind: 'offset', direction, duration: duration(text), anchor, text }
}

function days(rule: DueRule, from: string): readonly string[] {
  const anchors = { start: inMoscow(from), tasks: {}, events: {}, fields: { delivery_date: from.slice(0, 10) } }
  return unusualDays(rule, dueAt(rule, anchors, calendar), calendar).map(({ date, kind }) => `${date.slice(5)} ${kind}`)
}

describe('the days on the way to a due date that are worth telling', () => {
  test('days off are passed over by working time', () => {
    expect(days(offset('1 working day'), '2027-01-01 10:00')).toEqual([
      '01-01 holiday',
      '01-02 weekend',
      '01-03 weekend',
      '01-04 holiday',
      '01-05 holiday',
      '01-06 holiday',
      '01-07 holiday',
      '01-08 holiday',
      '01-09 weekend',
      '01-10 weekend',
    ])
  })

  test('a Saturday that is worked is counted, and told', () => {
    expect(days(offset('2 working days'), '2027-02-19 10:00')).toEqual(['02-20 extra_working', '02-21 weekend'])
  })

  test('a day with hours of its own is told', () => {
    expect(days(offset('1 working day'), '2026-12-30 10:00')).toEqual(['12-31 short'])
  })

  test('calendar time passes nothing over', () => {
    expect(days(offset('5 calendar days'), '2027-01-01 10:00')).toEqual([])
  })

  test('counting back passes days off over in working time only', () => {
    expect(days(offset('1 working day', deliveryDate, 'before'), '2027-01-03 00:00')).toEqual([
      '01-03 weekend',
      '01-02 weekend',
      '01-01 holiday',
      '12-31 short',
    ])
    expect(days(offset('1 calendar day', deliveryDate, 'before'), '2027-01-10 00:00')).toEqual([])
    expect(days(offset('1 calendar week', deliveryDate, 'before'), '2027-01-29 00:00')).toEqual([])
    expect(days(offset('1 working day', deliveryDate, 'before'), '2027-02-24 00:00')).toEqual(['02-23 holiday'])
  })

  test('the way is told to its end, however long it is', () => {
    const told = days(offset('130 working days'), '2027-03-01 10:00')

    expect(told.filter((day) => day.endsWith('weekend')).length).toBeGreaterThan(50)
    expect(told.at(-1)?.slice(0, 5)).toBe('08-29')
  })

  test('a certain day is not counted to', () => {
    expect(days({ kind: 'on', anchor: deliveryDate, text: 'on delivery_date' }, '2027-01-02 00:00')).toEqual([])
    expect(days({ kind: 'at_once', text: 'at once' }, '2027-01-02 12:00')).toEqual([])
  })
})
