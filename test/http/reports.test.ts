import { beforeAll, describe, expect, test } from 'vitest'

import { languageOf } from '#http/asked-language'
import { aDoor, type Door } from '#test/support/http'
import { aReportedCompany } from './report-scene'

let door: Door
beforeAll(async () => {
  door = await aDoor(await aReportedCompany())
})

describe('a report', () => {
  test('tells its numbers, how they are computed and what to know about them', async () => {
    const { status, body } = await door.get('/reports/accountant?period=2026-11')

    expect(status).toBe(200)
    const [won, progress] = body.tables
    expect(won.totals.base.value).toBe(1_250_00 + 90_50_00)
    expect(progress.rows[0].cells.sum.value).toBe(300_00 + 905_00)
    expect(body.how).toContain('to the last kopeck')
    expect(body.notes).toEqual([expect.stringContaining('rates of today')])
  })

  test('speaks the language of the browser, or the one asked for', async () => {
    const russian = await door.get('/reports/load', { headers: { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' } })
    const english = await door.get('/reports/load?lang=en', { headers: { 'accept-language': 'ru' } })

    expect([russian.body.title, english.body.title]).toEqual(['Загрузка и просрочка', 'Workload and overdue'])
  })

  test('lists the deals behind a number, page after page', async () => {
    const { body } = await door.get('/reports/accountant?period=2026-11')
    const { cell } = body.tables[1].rows[0].cells.sum
    const address = `/reports/accountant/items?period=2026-11&limit=1&cell=${encodeURIComponent(cell)}`

    const first = await door.get(address)
    const next = /<(.*)>/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await door.get(next)

    const items = [...first.body.items, ...second.body.items]
    expect(items.map(({ title }: { title: string }) => title).toSorted()).toEqual(['Open', 'Open in dollars'])
    expect(items.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(first.body.value)
    expect(second.headers.get('link')).toBeNull()
  })

  test('has only what the reader may see, in no number anything else', async () => {
    const { body } = await door.get('/reports/accountant?period=2026-11', { as: 'cyril' })

    expect(body.tables[0].rows.map(({ label }: { label: string }) => label)).toEqual([
      '=HYPERLINK("https://evil.example")',
    ])
    expect(body.tables[0].totals.base.value).toBe(90_50_00)
    expect(body.tables[1].totals.count.value).toBe(0)
  })

  test.each([
    ['/reports/plan_facts', 404, 'report_unknown', 'There is no report “plan_facts”. There are: plan_fact,'],
    ['/reports/load?by=reason', 422, 'report_group', 'It can be asked by: person,'],
    ['/reports/load?period=november', 422, 'period_unknown', 'Write a month such as 2026-11'],
    ['/reports/load?from=2026-11-01', 422, 'period_unknown', 'Name both days'],
    ['/reports/load?from=2026-11-30&to=2026-11-01', 422, 'period_unknown', 'Swap them'],
    ['/reports/load?period=2026-11&from=2026-11-01&to=2026-11-02', 422, 'period_unknown', 'not both'],
    ['/reports/load?from=2000-11-01&to=2026-11-02', 422, 'period_unknown', 'more than 36 months'],
    ['/reports/load?direction=retial', 422, 'pipeline_unknown', 'There is no direction “retial”'],
    ['/reports/load?axis=segment=b3b', 422, 'field_value', 'There are: segment=b2b'],
    ['/reports/load?department=moon', 422, 'department_unknown', 'There is no department “moon”'],
    ['/reports/load?person=nobody', 422, 'employee_unknown', 'There is no employee “nobody”'],
    ['/reports/load/items?cell=nonsense', 422, 'report_cell', 'has no number “nonsense”'],
    ['/reports/load/items?cell=load:%25zz:open', 422, 'report_cell', 'has no number'],
    ['/reports/load?by=constructor', 400, 'invalid_input', 'by'],
  ])('that cannot be told says why: %s', async (address, status, code, words) => {
    const { status: answered, body } = await door.get(address)

    expect([answered, body.code]).toEqual([status, code])
    expect(body.detail).toContain(words)
  })

  test('of a person whose deals the reader may not see is refused', async () => {
    const { status, body } = await door.get('/reports/load?person=anna', { as: 'cyril' })

    expect([status, body.code]).toEqual([403, 'forbidden'])
  })
})

test('the language is the one a browser prefers among ours', () => {
  expect([undefined, 'de', 'ru', 'de,ru;q=0.5,en;q=0.4', 'en;q=0,ru', 'ru;q=0.1,en-GB'].map(languageOf)).toEqual([
    'en',
    'en',
    'ru',
    'ru',
    'ru',
    'en',
  ])
})
