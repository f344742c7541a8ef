import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { baseFile } from '#test/config/base-file'
import { runNorma } from '#test/support/run-norma'

const folder = mkdtempSync(join(tmpdir(), 'norma-show-'))
const file = join(folder, 'pipelines.yaml')
writeFileSync(file, baseFile)
afterAll(() => rmSync(folder, { recursive: true }))

test('norma show calendar says of every part whether it is the calendar’s own or the company’s', () => {
  const all = runNorma(['show', 'calendar', '--file', file, '--lang', 'en'])
  const one = runNorma(['show', 'calendar', 'kazan', '--file', file, '--lang', 'en'])
  const none = runNorma(['show', 'calendar', 'kazn', '--file', file, '--lang', 'en'])

  expect(all.out).toContain('  5  company │   hours: mon-fri 09:00-18:00')
  expect(one.out).toContain('11  own     │   hours: mon-fri 08:00-17:00')
  expect(one.out).toContain(' 6  company │   holidays: 2027-01-01')
  expect(none.err).toContain('Did you mean “kazan”?')
})

describe('norma due', () => {
  test('tells the date and every day that was passed over, with its reason and line', () => {
    const { out: stdout } = runNorma(['due', '1 working day', '--from', '2026-12-30 17:40', '--lang', 'en'])

    expect(stdout).toContain('Mon 2027-01-11 18:00   2027-01-11T15:00:00.000Z')
    expect(stdout).toContain('Fri 2027-01-01  skipped: holiday (line 13)')
    expect(stdout).toContain('Sat 2027-01-02  skipped: weekend')
    expect(stdout.match(/skipped/g)).toHaveLength(11)
  })

  test('knows what the file promises whoever rang in vain, and says where it promises nothing', () => {
    const promised = runNorma([
      'due',
      'call_back',
      '--from',
      '2026-12-04 17:55',
      '--file',
      'examples/channels/rules.yaml',
      '--lang',
      'en',
    ])
    const none = runNorma(['due', 'answer', '--file', file, '--lang', 'en'])

    expect(promised.out).toContain('Mon 2026-12-07 09:10')
    expect(none.err).toContain('write answer under messages')
  })

  test('tells a Saturday that is worked and a day with hours of its own', () => {
    const worked = runNorma(['due', '15 working minutes', '--from', '2027-02-19 17:50', '--file', file, '--lang', 'en'])
    const short = runNorma([
      'due',
      '1 working day',
      '--from',
      '2026-12-30 16:30',
      '--file',
      file,
      '--calendar',
      'kazan',
      '--lang',
      'ru',
    ])

    expect(worked.out).toMatch(/Sat 2027-02-20 {2}counted: a day off that is worked \(line \d+\)/)
    expect(short.out).toContain('чт 2026-12-31 15:00')
    expect(short.out).toContain('считается: другие часы работы 09:00-15:00 (строка 8, из календаря компании)')
    expect(short.out).toContain('часы работы  mon-fri 08:00-17:00 (строка 11)')
  })

  test('asks for what it counts from, by name', () => {
    const asked = runNorma(['due', '1 working day before delivery_date', '--lang', 'en'])
    const told = runNorma([
      'due',
      '1 working day before delivery_date',
      '--field',
      'delivery_date=2027-01-11',
      '--lang',
      'en',
    ])
    const stray = runNorma(['due', '1 working day', '--event', '2026-12-31', '--lang', 'en'])

    expect(asked.code).toBe(2)
    expect(asked.err).toContain('Say which it is: --field delivery_date=2027-01-11')
    expect(told.out).toContain('Wed 2026-12-30 18:00')
    expect(stray.err).toContain('Leave --event out.')
  })

  test('counts around a moment in a field by the clocks of the company', () => {
    const rules = join(folder, 'visit.yaml')
    writeFileSync(rules, baseFile.replace('fields:\n', 'fields:\n  visit_at: { type: date_time, name: Visit }\n'))
    const due = (text: string, visit: string) =>
      runNorma(['due', text, '--field', `visit_at=${visit}`, '--file', rules, '--lang', 'en'])

    expect(due('2 hours before visit_at', '2027-03-04 20:30').out).toContain('Thu 2027-03-04 18:30')
    expect(due('at visit_at', '2027-03-04T20:30+03:00').out).toContain('2027-03-04T17:30:00.000Z')
    expect(due('at visit_at', '2027-03-04').err).toContain('takes a day and a time such as “2027-01-11 16:30”')
    expect(due('at visit_at', 'soon').code).toBe(2)
  })

  test('counts from a task and from an event', () => {
    const task = runNorma(['due', '2 working days after send_deck', '--task-done', '2026-12-30 12:00'])
    const event = runNorma([
      'due',
      '1 working day after contract_signed',
      '--event',
      'contract_signed=2027-01-11 10:00',
    ])

    expect(task.out).toContain('2027-01-12T15:00:00.000Z')
    expect(event.out).toContain('2027-01-12T15:00:00.000Z')
  })

  test('offers the nearest calendar and the nearest name', () => {
    const calendar = runNorma(['due', '1 working day', '--calendar', 'kasan', '--file', file])
    const name = runNorma(['due', '1 working day after contract_sined', '--lang', 'en'])

    expect([calendar.code, calendar.err]).toEqual([2, expect.stringContaining('Did you mean “kazan”?')])
    expect(name.err).toContain('Did you mean “contract_signed”?')
  })
})

describe('norma show', () => {
  test('prints the rules of a stage with line and origin, in two languages', () => {
    const english = runNorma(['show', 'people', 'payment', '--file', file, '--lang', 'en'])
    const russian = runNorma(['show', 'people', 'payment', '--file', file, '--lang', 'ru'])

    expect(english.out).toMatch(/\d+ {2}change +│ +max_age: 6 working days +← in place of 9 working days, line \d+/)
    expect(english.out).toMatch(/– {2}default +│ +escalate: late_task/)
    expect(russian.out).toMatch(/– {2}умолчание +│ +escalate: late_task/)
  })

  test('is JSON and Markdown, too', () => {
    const json = runNorma(['show', 'people', '--file', file, '--format', 'json'])
    const markdown = runNorma(['show', 'people', '--file', file, '--format', 'markdown', '--lang', 'en'])

    const lines = JSON.parse(json.out) as readonly { readonly path: string; readonly source: string }[]
    expect(lines.find(({ path }) => path === 'pipelines.people.change.payment.max_age')?.source).toBe('change')
    expect(markdown.out).toMatch(/\| \d+ \| change \|/)
  })

  test('offers the nearest direction and stage', () => {
    const direction = runNorma(['show', 'peple', '--file', file])
    const stage = runNorma(['show', 'people', 'paymnt', '--file', file])

    expect([direction.code, direction.err]).toEqual([2, expect.stringContaining('Did you mean “people”?')])
    expect(stage.err).toContain('Did you mean “payment”?')
  })
})

test('norma docs writes every page and the stylesheet, and takes pages away that are no longer meant', () => {
  const book = join(folder, 'book')
  runNorma(['docs', '--file', file, '--out', book, '--format', 'html', '--lang', 'ru'])
  writeFileSync(join(book, 'role-gone.html'), '')
  writeFileSync(join(book, 'notes.html'), 'mine')

  const again = runNorma(['docs', '--file', file, '--out', book, '--format', 'html', '--lang', 'ru'])

  expect(again.out).toMatch(/^Страниц в .+: 10\. Начните с .+index\.html\.\n$/)
  expect(readdirSync(book).toSorted()).toEqual([
    'automation.html',
    'deals.html',
    'direction-companies.html',
    'direction-people.html',
    'glossary.html',
    'index.html',
    'notes.html',
    'playbook.css',
    'role-hunters.html',
    'role-lawyer.html',
    'role-owner.html',
    'role-owner_manager.html',
  ])
  expect(readFileSync(join(book, 'index.html'), 'utf8')).toContain('<html lang="ru">')
})
