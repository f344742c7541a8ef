import { describe, expect, test } from 'vitest'
import { tell } from '#config/messages/say'
import { parseDue, parseDuration } from '#config/values/parse-due'
import type { Anchors } from '#config/values/parse-due'

const anchors: Anchors = {
  known: () => ['call', 'signed', 'delivery_date'],
  kindOf: (name) => ({ call: 'task', signed: 'event', delivery_date: 'field' })[name] as ReturnType<Anchors['kindOf']>,
}

const twoDays = { count: 2, kind: 'working', unit: 'days', text: '2 working days' }

describe('lengths of time', () => {
  test.each([
    ['2 working days', twoDays],
    ['1 calendar month', { count: 1, kind: 'calendar', unit: 'months', text: '1 calendar month' }],
    ['15  working minutes', { count: 15, kind: 'working', unit: 'minutes', text: '15 working minutes' }],
  ])('%s is understood', (text, duration) => {
    expect(parseDuration(text)).toEqual({ duration })
  })

  test.each([
    ['5 days', 'ambiguous-duration', '“5 working days” or “5 calendar days”'],
    ['1 hour', 'ambiguous-duration', '“1 working hour” or “1 calendar hour”'],
    ['P2D', 'iso-duration', '“2 working days” or “2 calendar days”'],
    ['PT4H', 'iso-duration', '“4 working hours” or “4 calendar hours”'],
    ['P1DT2H', 'iso-duration', '“3 working days”'],
    ['10 wroking days', 'bad-duration', '“10 working days”'],
    ['two business days', 'bad-duration', '“2 working days”'],
    ['3 рабочих дня', 'bad-duration', '“3 working days”'],
    ['2d', 'ambiguous-duration', '“2 working days”'],
    ['0 working days', 'bad-duration', 'at once'],
    ['1.5 working days', 'bad-duration', 'smaller unit'],
    ['99999 working days', 'bad-duration', 'number'],
    ['', 'bad-duration', '“3 working days”'],
    ['soon', 'bad-duration', '“3 working days”'],
  ])('“%s” is answered with %s and what to write', (text, code, help) => {
    const parsed = parseDuration(text)

    expect(parsed).toMatchObject({ fault: { code } })
    expect('fault' in parsed && parsed.fault.help !== undefined ? tell(parsed.fault.help, 'en') : '').toContain(help)
  })
})

describe('due dates', () => {
  test.each([
    ['2 working days', { kind: 'offset', direction: 'after', duration: twoDays, anchor: { kind: 'start' } }],
    ['2 working days after call', { kind: 'offset', direction: 'after', anchor: { kind: 'task', task: 'call' } }],
    ['2 working days after signed at 15:00', { anchor: { kind: 'event', event: 'signed' }, at: '15:00' }],
    ['2 working days before delivery_date', { direction: 'before', anchor: { kind: 'field', field: 'delivery_date' } }],
    ['on delivery_date', { kind: 'on', anchor: { kind: 'field', field: 'delivery_date' } }],
    ['on 2027-03-01', { kind: 'on', anchor: { kind: 'date', date: '2027-03-01' } }],
    ['same day at 15:00', { kind: 'same_day', at: '15:00' }],
    ['at once', { kind: 'at_once' }],
  ])('“%s” is understood', (text, due) => {
    expect(parseDue(text, anchors)).toMatchObject({ due: { ...due, text } })
  })

  test.each([
    ['2 working days after cal', 'unknown-anchor', 'Did you mean “call”?'],
    ['2 working days before call', 'unknown-anchor', 'Write “after call”.'],
    ['on 2027-02-30', 'bad-duration', 'year, month and day'],
    ['same day at 3pm', 'bad-duration', 'Write “15:00”.'],
    ['at once at 15:00', 'bad-duration', 'same day at 15:00'],
    ['2 days after call', 'ambiguous-duration', '2 working days'],
  ])('“%s” is answered with %s and what to write', (text, code, help) => {
    const parsed = parseDue(text, anchors)

    expect(parsed).toMatchObject({ fault: { code } })
    expect('fault' in parsed && parsed.fault.help !== undefined ? tell(parsed.fault.help, 'en') : '').toContain(help)
  })
})
