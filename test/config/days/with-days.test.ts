import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { daysIn, withDays } from '#config/days/with-days'
import { baseFile } from '#test/config/base-file'
import { runs } from '#test/support/runs'

const day = (date: string): { readonly date: string; readonly name: string } => ({ date, name: 'A day # off' })

/** The base file with its holidays written in one of the ways in which they can be. */
const written = (holidays: string): string => baseFile.replace('  holidays: [2027-01-01]\n', holidays)

const ways = {
  'in brackets': '  holidays: [2027-01-01]\n',
  'in empty brackets': '  holidays: []\n',
  'in brackets over several lines': '  holidays: [\n    2027-01-01,\n    2027-05-03]\n',
  'in brackets with remarks': '  holidays: [2027-01-01, # New Year\n    2027-05-03]\n',
  'in lines': '  holidays:\n    - 2027-01-01  # New Year\n    - 2027-05-03\n',
  'in lines that are not indented': '  holidays:\n  - 2027-01-01\n  - 2027-05-03 # moved\n',
  'with nothing behind the colon': '  holidays:\n',
  nowhere: '',
}

describe('days are put into a list', () => {
  test.each(Object.entries(ways))('written %s', (_, way) => {
    const before = written(way)

    const after = withDays(before, 'holidays', [day('2027-03-08'), day('2027-01-01'), day('2027-11-04')]) ?? ''

    const { model, diagnostics } = check(after)
    expect(diagnostics).toEqual([])
    expect(model?.calendar.holidays).toEqual(
      [...new Set([...daysIn(before, 'holidays'), '2027-01-01', '2027-03-08', '2027-11-04'])].toSorted(),
    )
    // Every line that was there and says something else is there still, letter by letter and in its order.
    const other = (text: string): readonly string[] =>
      text.split('\n').filter((line) => !/holidays|\d{4}-\d\d-\d\d/.test(line))
    expect(other(after)).toEqual(other(before))
    for (const remark of before.match(/#.*/g) ?? []) expect(after).toContain(remark)
  })

  test('in the order of the calendar where each day has its line', () => {
    const after = withDays(written(ways['in lines']), 'holidays', [
      day('2026-12-31'),
      day('2027-03-08'),
      day('2027-11-04'),
    ])

    expect(after).toContain(
      [
        '  holidays:',
        '    - 2026-12-31  # A day off',
        '    - 2027-01-01  # New Year',
        '    - 2027-03-08  # A day off',
        '    - 2027-05-03',
        '    - 2027-11-04  # A day off',
        '',
      ].join('\n'),
    )
  })

  test('in lines that are not too long to read', () => {
    const days = Array.from({ length: 28 }, (_, index) => day(`2027-02-${String(index + 1).padStart(2, '0')}`))

    const after = withDays(baseFile, 'holidays', days) ?? ''

    for (const line of after.split('\n')) expect(line.length).toBeLessThanOrEqual(112)
    expect(daysIn(after, 'holidays')).toHaveLength(29)
  })

  test('behind the hours when the list is new, also where these are written in lines', () => {
    const hours = baseFile.replace(
      '  hours: 09:00-18:00\n',
      '  hours:\n    - 09:00-13:00 # before lunch\n    - 14:00-18:00\n',
    )
    const before = hours.replace('  holidays: [2027-01-01]\n', '')

    const after = withDays(before, 'holidays', [day('2027-03-08')])

    expect(after).toContain('    - 14:00-18:00\n  holidays: [2027-03-08]\n')
  })

  test('of a calendar that is written in one line', () => {
    const before = 'calendar: { timezone: UTC, work_week: mon-fri, hours: 09:00-18:00 } # ours\nroles: {}\n'

    expect(withDays(before, 'holidays', [day('2027-03-08')])).toBe(
      'calendar: { timezone: UTC, work_week: mon-fri, hours: 09:00-18:00, holidays: [2027-03-08] } # ours\nroles: {}\n',
    )
  })

  test('and a second time nothing changes', () => {
    const anyDays = fc.array(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ways)), anyDays, (way, dates) => {
        const days = dates.map((date) => day(date.toISOString().slice(0, 10)))

        const once = withDays(written(way), 'holidays', days) ?? ''

        expect(withDays(once, 'holidays', days)).toBe(once)
        for (const { date } of days) expect(daysIn(once, 'holidays')).toContain(date)
      }),
      { numRuns: runs(100) },
    )
  })

  test('only where there is a calendar', () => {
    expect(withDays('version: 1\n', 'holidays', [day('2027-03-08')])).toBeUndefined()
    expect(withDays('calendar: none\n', 'holidays', [day('2027-03-08')])).toBeUndefined()
  })
})
