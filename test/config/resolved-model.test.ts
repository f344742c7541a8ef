import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { baseFile } from './base-file'

const { model } = check(baseFile)

test('what a direction does not change stays as in the library', () => {
  const library = model?.pipelines.companies?.stages.find(({ id }) => id === 'payment')
  const changed = model?.pipelines.people?.stages.find(({ id }) => id === 'payment')

  expect(changed).toEqual({
    ...library,
    maxAge: { count: 6, kind: 'working', unit: 'days', text: '6 working days' },
    origin: changed?.origin,
  })
  expect(changed?.origin.path).toBe('pipelines.people.change.payment')
})

test('a changed list of tasks takes the place of the whole list', () => {
  const change =
    'change:\n      delivery:\n        tasks:\n          ask: { do: Ask, by: owner, due: at once }\n      payment:\n'

  const changed = check(baseFile.replace('change:\n      payment:\n', change)).model?.pipelines.people?.stages[1]

  expect(changed?.tasks.map(({ id }) => id)).toEqual(['ask'])
  expect(changed?.name).toBe('Delivery')
})

test('a further calendar inherits what it leaves out', () => {
  expect(model?.calendars.kazan).toEqual({ ...model?.calendar, hours: [{ from: '08:00', to: '17:00' }] })
  expect(model?.calendar.shortDays).toEqual({ '2026-12-31': [{ from: '09:00', to: '15:00' }] })
})

describe('hours by weekday', () => {
  const calendarOf = (hours: string) =>
    check(baseFile.replace('  work_week: mon-fri\n  hours: 09:00-18:00', `  hours: ${hours}`)).model?.calendar
  const dayList = (hours: string) => {
    const text = baseFile.replace('  holidays: [2027-01-01]\n  extra_working_days: [2027-02-20]\n', '')
    return check(text.replace('  work_week: mon-fri\n  hours: 09:00-18:00', `  hours: ${hours}`)).model?.calendar
  }

  test('say which days are worked, and the usual hours are those of most days', () => {
    expect(dayList('{ mon-fri: 09:00-20:00, sat: "10:00-13:00, 14:00-15:00" }')).toMatchObject({
      workWeek: [1, 2, 3, 4, 5, 6],
      hours: [{ from: '09:00', to: '20:00' }],
      weekHours: {
        6: [
          { from: '10:00', to: '13:00' },
          { from: '14:00', to: '15:00' },
        ],
      },
    })
  })

  test('may be a list, and run past midnight', () => {
    expect(dayList('{ "mon, wed": [08:00-12:00, 22:00-06:00] }')).toMatchObject({
      workWeek: [1, 3],
      hours: [
        { from: '08:00', to: '12:00' },
        { from: '22:00', to: '06:00' },
      ],
    })
  })

  test('that are the same on all days are no different from hours without days', () => {
    expect(calendarOf('{ mon-fri: 09:00-18:00 }')).toEqual(model?.calendar)
  })
})

describe('a further calendar', () => {
  const further = (lines: string) =>
    check(baseFile.replace('  kazan:\n    hours: 08:00-17:00', `  kazan:\n${lines}`)).model?.calendars.kazan

  test('has a short day of the company only where it works that day', () => {
    // 2026-12-31 is a Thursday.
    expect(further('    work_week: mon-wed')?.shortDays).toEqual({})
    expect(further('    holidays: [2026-12-31]')?.shortDays).toEqual({})
    expect(further('    work_week: wed-sun')?.shortDays).toEqual(model?.calendar.shortDays)
  })

  test('stands above the company in what it says of a day', () => {
    expect(further('    holidays: [2027-02-22]')).toMatchObject({ extraWorkingDays: ['2027-02-20'] })
    expect(further('    work_week: mon-sat\n    holidays: [2027-02-20]')).toMatchObject({
      holidays: ['2027-02-20'],
      extraWorkingDays: [],
    })
    expect(further('    extra_working_days: [2027-01-01]')).toMatchObject({
      holidays: ['2027-01-01'],
      extraWorkingDays: ['2027-01-01'],
    })
  })

  test('has the hours of the company by weekday unless it says its own', () => {
    const byDay = baseFile.replace(
      '  work_week: mon-fri\n  hours: 09:00-18:00',
      '  hours: { mon-thu: 09:00-18:00, fri: 09:00-17:00 }',
    )
    const kazan = check(byDay.replace('    hours: 08:00-17:00', '    timezone: Europe/Samara')).model?.calendars.kazan

    expect(kazan).toMatchObject({ weekHours: { 5: [{ from: '09:00', to: '17:00' }] }, timezone: 'Europe/Samara' })
    expect(check(byDay).model?.calendars.kazan?.weekHours).toBeUndefined()
  })
})

describe('a calendar is behind', () => {
  const codes = (holidays: string, today: string) =>
    check(baseFile.replace('[2027-01-01]', holidays), { today }).diagnostics.map(({ code, severity }) => [
      code,
      severity,
    ])

  test('when it has no holiday in the year it is, or from October on in the next', () => {
    expect(codes('[2027-01-01]', '2027-09-30')).toEqual([])
    expect(codes('[2027-01-01]', '2027-10-01')).toEqual([['calendar-behind', 'warning']])
    expect(codes('[2027-01-01]', '2026-12-01')).toEqual([['calendar-behind', 'warning']])
    expect(codes('[2027-01-01]', '2028-03-01')).toEqual([['calendar-behind', 'warning']])
  })

  test('only as far as anybody says what day it is', () => {
    expect(check(baseFile.replace('[2027-01-01]', '[2020-01-01]')).diagnostics).toEqual([])
  })
})

test('money in conditions is in minor units, and what people wrote is kept', () => {
  const text = baseFile.replace('{ score: at most 6 }', '{ score: at most 6, amount: more than 100 000.50 }')

  expect(check(text).model?.automation[1]?.when?.all[1]).toMatchObject({
    field: 'amount',
    op: 'more_than',
    value: 10_000_050,
    text: 'amount: more than 100 000.50',
  })
})

test('yes and no are answers, whatever YAML makes of them elsewhere', () => {
  expect(model?.newDeals[0]?.when?.all[1]).toMatchObject({ field: 'repeat_client', op: 'is', values: [false] })
})

test('what nobody wrote has its default', () => {
  const task = model?.pipelines.companies?.stages[0]?.tasks[0]

  expect(task).toMatchObject({
    optional: false,
    escalate: 'late_task',
    onLeave: 'cancel',
    onReturn: 'again',
    whileAway: 'deputy',
    checklist: [],
  })
  expect(model?.escalations.stuck_deal).toEqual([])
  expect(model?.pipelines.companies?.stages[0]?.whenStuck).toBe('stuck_deal')
})

test('a computed field knows what it reads', () => {
  expect(model?.fields.paid_percent).toMatchObject({ formula: 'paid / amount * 100', reads: ['paid', 'amount'] })
})

test('a chain of renamings leads to its end', () => {
  const chained = baseFile.replace('  talk: meeting\n', '  chat: talk\n  talk: meeting\n  roles.counsel: lawyer\n')

  expect(check(chained).model?.moved).toEqual({ chat: 'meeting', talk: 'meeting', 'roles.counsel': 'lawyer' })
})

test('every rule knows the line it came from', () => {
  const line = baseFile.split('\n').indexOf('      write:') + 1

  expect(model?.pipelines.companies?.stages[0]?.tasks[1]?.origin).toEqual({
    line,
    column: 7,
    path: 'stages.meeting.tasks.write',
  })
})

test('the model survives being stored', () => {
  expect(JSON.parse(JSON.stringify(model))).toEqual(model)
})

test('a stage may say how long nobody may leave a deal alone, and a direction may say otherwise', () => {
  const text = baseFile
    .replace('    max_age: 9 working days\n', '    max_age: 9 working days\n    max_idle: 2 working days\n')
    .replace('        max_age: 6 working days\n', '        max_idle: 4 working hours\n')

  const { model: timed } = check(text)

  const idleIn = (pipeline: string) => timed?.pipelines[pipeline]?.stages.find(({ id }) => id === 'payment')?.maxIdle
  expect(idleIn('companies')).toEqual({ count: 2, kind: 'working', unit: 'days', text: '2 working days' })
  expect(idleIn('people')).toMatchObject({ text: '4 working hours' })
})

test('a task may wait for whoever is away', () => {
  const { model: patient } = check(baseFile.replace('by: lawyer\n', 'by: lawyer\n        while_away: wait\n'))

  expect(patient?.pipelines.companies?.stages[0]?.tasks.map(({ whileAway }) => whileAway)).toEqual(['deputy', 'wait'])
})

test.each([
  ['max_idle', '    max_age: 9 working days\n', '    max_idle: 2 days\n', '“2 working days” or “2 calendar days”'],
  ['while_away', 'by: lawyer\n', 'by: lawyer\n        while_away: deputi\n', 'Did you mean “deputy”?'],
])('a mistake in %s is told with what to write', (_key, from, to, help) => {
  const { diagnostics } = check(baseFile.replace(from, to))

  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]?.help).toContain(help)
})

test('a step of a ladder is urgent only where it says so', () => {
  const text = baseFile.replace('notify: [owner, lawyer]', 'notify: [owner, lawyer]\n      urgent: yes')

  const { model: changed, diagnostics } = check(text)

  expect(diagnostics).toEqual(check(baseFile).diagnostics)
  expect(changed?.escalations.money_late?.[0]).toMatchObject({ urgent: true })
  expect(model?.escalations.money_late?.[0]).not.toHaveProperty('urgent')
})

test('urgent is yes or no and nothing else', () => {
  const text = baseFile.replace('notify: [owner, lawyer]', 'notify: [owner, lawyer]\n      urgent: at night')

  expect(check(text).diagnostics.map(({ code }) => code)).toEqual(['unknown-value'])
})
