import { readFileSync } from 'node:fs'

import ExcelJs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'

import { reportNames } from '#schemas/report-names'
import { isWhole } from '#test/support/runs'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

const numberIn = (text: string): number => Number(text.replaceAll(/[^\d.,-]/g, '').replaceAll(',', '.'))

test.for([
  ['en', 'light', 1280],
  ['ru', 'dark', 390],
] as const)(
  'a head opens every report and what stands behind a number (%s, %s, %i wide)',
  { timeout: 180_000 },
  async ([language, theme, width]) => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language, theme, width })
    await open('/app/reports')
    await expectAccessible(page)
    const listed = await page
      .locator('.report-list a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))

    // Each of them here or there; in the whole proof here and there.
    const looked = reportNames.filter((_, no) => isWhole() || (no % 2 === 0) === (language === 'en'))
    for (const name of looked) {
      await open(`/app/reports/${name}?period=2026-Q4`)
      expect((await page.locator('.how-sentence').innerText()).length).toBeGreaterThan(60)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      const numbers = page.locator('.report-table tbody td a')
      if ((await numbers.count()) === 0) continue
      // On a phone a table below its picture waits until it is asked for.
      const waiting = page.locator('.cards-box.folded .all-rows').first()
      if (await waiting.isVisible()) await waiting.click()
      await numbers.first().click()
      await page.waitForURL('**/items?**')
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
      await expectNoSidewaysScroll(page)
    }

    expect(listed.toSorted()).toEqual(reportNames.map((name) => `/app/reports/${name}`).toSorted())
    expect(faults).toEqual([])
    await close()
  },
)

test('an accountant takes the summary out as a workbook with the very total of the page and of the plan', async () => {
  const { page, faults, open, close } = await stage.signIn(people.accountant, { language: 'ru' })
  await open('/app/reports/accountant?period=2026-11')
  const total = await page.locator('#main .report-table').first().locator('tfoot td').allInnerTexts()
  const download = page.waitForEvent('download')
  await page.locator('.report-files a', { hasText: 'Excel' }).click()
  const file = await download
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(readFileSync(await file.path()) as never)
  const [sheet] = book.worksheets
  const last = sheet?.lastRow?.values as readonly unknown[]
  const plan = await stage.api(people.head, 'GET', '/plans/2026-11/progress')
  const [company] = (plan.body as { rows: { fact: number }[] }).rows

  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(last.filter((value) => typeof value === 'number')).toContain((company?.fact ?? 0) / 100)
  expect(total.map(numberIn)).toContain((company?.fact ?? 0) / 100)
  expect(faults).toEqual([])
  await close()
})

test.for([
  ['en', 'light', 1280, '.week-wide'],
  ['ru', 'dark', 360, '.week-narrow'],
] as const)(
  'the weeks of the first response say of every hour how many leads came and how soon they were answered, and open to them (%s, %s, %i wide)',
  async ([language, theme, width, shown]) => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language, theme, width })
    const address = '/app/reports/response?period=2026-Q4&by=source_hour'
    await open(address)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const closed = page.locator('.weeks details:not([open]) > summary')
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click()
    const cells = page.locator(`${shown} .week-cell a`)
    const counts = (await cells.locator('strong').allInnerTexts()).map(numberIn)
    const [first] = await cells.all()
    const told = await first?.locator('.hidden').textContent()
    await first?.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/items?**')
    const behind = await page.locator('tbody tr').count()
    await page.goBack()
    await page
      .locator('details', { hasText: language === 'en' ? 'The same as a table' : 'То же таблицей' })
      .last()
      .locator('summary')
      .click()
    const total = numberIn(await page.locator('.report-table tfoot td').first().innerText())

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(told).toMatch(
      language === 'en' ? /· (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:00: \d+ leads?, / : /· ..\s\d\d:00: \d+\sобращени/,
    )
    expect(behind).toBe(counts[0])
    expect(faults).toEqual([])
    await close()
  },
)

test('filters work without a script and stay in the address', async () => {
  const { page, open, close } = await stage.signIn(people.head)
  await open('/app/reports/tasks')
  await page.locator('select[name=by]').selectOption('day')
  await page.locator('select[name=period]').selectOption('2026-10')
  await page.locator('.report-filters button:not([type=button])').click()
  await page.waitForURL('**/tasks?*by=day*')

  expect(page.url()).toContain('period=2026-10')
  expect(await page.locator('select[name=by]').inputValue()).toBe('day')
  expect(await page.locator('.report-table tbody tr').count()).toBeGreaterThan(3)
  expect(await page.locator('svg.chart-wide').count()).toBe(1)

  // A sheet of paper is as narrow as a phone.
  await page.setViewportSize({ width: 700, height: 990 })
  const rows = page.locator('#main .report-table tr')
  const shown = async (): Promise<readonly boolean[]> => Promise.all((await rows.all()).map((row) => row.isVisible()))
  const onPhone = await shown()
  await page.emulateMedia({ media: 'print' })
  const onPaper = await shown()
  expect(onPhone).toContain(false)
  expect(onPaper.length).toBeGreaterThan(12)
  expect(onPaper).not.toContain(false)
  expect(await page.locator('.all-rows:visible, .chart-narrow:visible').count()).toBe(0)
  for (const path of ['/app/plan', '/app/plan/targets', '/app/board', '/app/deals', '/app/team']) {
    await open(path)
    expect([path, await page.evaluate(scrolled)]).toEqual([path, []])
  }
  await page.setViewportSize({ width: 1047, height: 720 })
  for (const path of ['/app/plan/targets', '/app/board', '/app/deals']) {
    await open(path)
    await expectNoSidewaysScroll(page)
    expect(await page.locator('.deal-filters:visible, .grid-tools:visible, .board-head form:visible').count()).toBe(0)
  }
  await close()
})

test('a salesperson’s reports are of the own deals alone', async () => {
  const { page, faults, open, close } = await stage.signIn(people.busy)
  await open('/app/reports/plan_fact')
  const rows = await page.locator('.report-table tbody tr').count()
  const others = await page.locator('select[name=person]').count()

  expect(rows).toBe(1)
  expect(others).toBe(0)
  expect(faults).toEqual([])
  await close()
})

test('the API is described so that a word finds an operation, and a line of it works', async () => {
  const { page, faults, open, close } = await stage.signIn(people.busy)
  await open('/app/api-reference')
  await page.locator('input[type=search]').fill('move a deal')
  const found = page.locator('.api-list li:not([hidden])')
  expect(await found.count()).toBe(1)
  await expectAccessible(page)
  await found.first().locator('a').click()
  await page.waitForURL('**/moveDeal')

  expect(await page.locator('h1').innerText()).toBe('Move a deal to another stage')
  expect(await page.locator('.code').first().innerText()).toContain(`${stage.norma.address}/deals/`)
  expect(await page.locator('#refusals').count()).toBe(1)
  await expectAccessible(page)
  expect(faults).toEqual([])
  await close()
})

/** What has to be scrolled to be seen whole, which nobody can do on paper. */
const scrolled = `[...document.querySelectorAll('#main *')]
  .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflow))
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map(({ className }) => className)`
