import Excel from 'exceljs'
import { describe, expect, test } from 'vitest'

import { reportFile } from '#reports/http/report-file'
import type { Report } from '#schemas/report'
import { aDoor } from '#test/support/http'
import { pagesOn } from '#test/pages/support'
import { aReportedCompany } from './report-scene'

/** The reported company while its consumers have so much still to do, and which of them was asked. */
async function companyBehind(toCome: number | null) {
  const world = await aReportedCompany()
  const asked = new Set<string>()
  const backlog = {
    toCome: async (consumers: readonly string[]) => {
      for (const name of consumers) asked.add(name)
      return toCome
    },
  }
  return { world: { ...world, ports: { ...world.ports, backlog } }, asked }
}

const told = /^As of \d{2}:\d{2} 1234 events are still to come: the numbers are not whole yet\.$/
const toldInRussian = /^На \d{2}:\d{2} ещё не учтено событий: 1234\. Цифры пока неполные\.$/

describe('while events are still to come, a report says so', () => {
  test.each(['accountant', 'plan_fact', 'funnel_period', 'lost_reasons'])('by API: %s', async (name) => {
    const { world, asked } = await companyBehind(1234)
    const door = await aDoor(world)

    const { body } = await door.get(`/reports/${name}?period=2026-11`)

    expect(body).toMatchObject({ toCome: 1234, notes: expect.arrayContaining([expect.stringMatching(told)]) })
    expect([...asked].toSorted()).toEqual(['follow-deal', 'keep-plan-ledger'])
  })

  test('in CSV, below the tables, in the language of the reader', async () => {
    const door = await aDoor((await companyBehind(1234)).world)

    const { body } = await door.get('/reports/accountant/csv?period=2026-11&lang=ru')

    expect(String(body).trimEnd().split('\r\n').at(-1)).toMatch(toldInRussian)
  })

  test('in every sheet of a workbook, below its totals', async () => {
    const door = await aDoor((await companyBehind(1234)).world)

    const { body: report } = await door.get('/reports/accountant?period=2026-11')
    const { body } = await reportFile(report as Report, 'xlsx')

    const workbook = new Excel.Workbook()
    await workbook.xlsx.load((body as Uint8Array<ArrayBuffer>).buffer)
    const last = workbook.worksheets.map((sheet) => sheet.getRow(sheet.rowCount).getCell(1).value)
    expect(last).toEqual([expect.stringMatching(told), expect.stringMatching(told)])
  })

  test('on the page', async () => {
    const page = pagesOn((await companyBehind(1234)).world)

    const html = await (await page('/app/reports/accountant?period=2026-11', { as: 'helen' })).text()

    expect(html).toMatch(/As of \d{2}:\d{2} 1234 events are still to come|ещё не учтено событий: 1234/)
  })
})

test.each([0, null])('with %s to come nothing is said of it', async (toCome) => {
  const door = await aDoor((await companyBehind(toCome)).world)

  const { body } = await door.get('/reports/accountant?period=2026-11')
  const { body: csv } = await door.get('/reports/accountant/csv?period=2026-11')

  expect(body).toMatchObject({ toCome })
  expect(JSON.stringify(body) + String(csv)).not.toContain('still to come')
})
