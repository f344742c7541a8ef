import ExcelJs from 'exceljs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Language } from '#schemas/language-names'
import { reportNames } from '#schemas/report-names'

import { isWhole } from '#test/support/runs'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

const roles = [
  'head_of_sales',
  'b2b_hunters',
  'b2b_farmers',
  'b2c_team',
  'lawyer',
  'accountant',
  'logistics',
  'quality',
] as const
const languages: readonly Language[] = ['en', 'ru']
const everyWalk = roles.flatMap((role, index) =>
  languages.map((language, no) => ({
    role,
    language,
    width: (index + no) % 2 === 0 ? 1280 : 390,
    theme: index % 2 === 0 ? ('light' as const) : ('dark' as const),
  })),
)
// Every role walks once, every other one in Russian, wide and on a phone; in the whole proof each in both languages.
const walks = everyWalk.filter((_, no) => isWhole() || no % 4 === 0 || no % 4 === 3)

async function whoIs(role: string): Promise<string> {
  const { employees } = await stage.norma.ports.people.load()
  const found = Object.values(employees).find(({ roles: own }) => own.includes(role))
  if (found === undefined) throw new Error(`Nobody is in the role ${role}.`)
  return found.id
}

/** Where the page leads within the product, without what belongs to one report or operation. */
async function leadsTo(page: Page, selector: string): Promise<readonly string[]> {
  const links = await page
    .locator(selector)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')).filter((href) => href !== null))
  return [...new Set(links)].filter((href) => href.startsWith('/app'))
}

/** Words that stand on no page of the other language. */
const foreign: Readonly<Record<Language, RegExp>> = {
  en: /Мой день|Отчёты|Просрочено|Сотрудник/,
  ru: /My day|Overdue|Reports|Salespeople|undefined/,
}

describe.each(walks)('$role in $language, $width wide, $theme', ({ role, language, width, theme }) => {
  test('comes to every page there is a way to, and each is whole', { timeout: 120_000 }, async () => {
    const { page, faults, open, close } = await stage.signIn(await whoIs(role), { language, theme, width })
    await open('/app')
    const pages = new Set(['/app', '/app/inbox', ...(await leadsTo(page, 'header a'))])
    for (const deal of (await leadsTo(page, 'main a')).filter((href) => href.startsWith('/app/deals/')).slice(0, 1)) {
      pages.add(deal)
    }
    await open('/app/plan')
    for (const targets of (await leadsTo(page, 'main a')).filter((href) => href.startsWith('/app/plan/targets'))) {
      pages.add(targets)
    }

    for (const path of pages) {
      await open(path)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('h1').count()).toBe(1)
      // What the API is called is in the language of its document.
      const headings = await page.locator(path === '/app/api-reference' ? 'header' : 'header, h1, h2').allInnerTexts()
      expect(headings.join(' ')).not.toMatch(foreign[language])
      await expectNoSidewaysScroll(page)
    }

    expect(pages.size).toBeGreaterThanOrEqual(8)
    expect(faults).toEqual([])
    await close()
  })
})

test.for([
  ['en', 'head'],
  ['ru', 'accountant'],
] as const)(
  'every report is taken out as a file with what the page shows (%s, %s)',
  { timeout: 180_000 },
  async ([language, who]) => {
    const { page, faults, open, close } = await stage.signIn(people[who], { language })
    for (const name of reportNames) {
      await open(`/app/reports/${name}?period=2026-Q4`)
      const tables = await page
        .locator('main .report-table')
        .evaluateAll((all) => all.map((table) => table.querySelectorAll('tbody tr').length))
      const files = await leadsTo(page, '.report-files a')
      const [csv, xlsx] = ['csv', 'xlsx'].map((kind) => files.find((href) => href.includes(kind)))
      const texts = await page.request.get(stage.norma.address + csv)
      const book = new ExcelJs.Workbook()
      await book.xlsx.load((await (await page.request.get(stage.norma.address + xlsx)).body()) as never)

      expect((await texts.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
      expect((await texts.text()).split('\r\n')[0]).toContain(';')
      expect(book.worksheets.map(({ views }) => views[0]?.state)).toEqual(book.worksheets.map(() => 'frozen'))
      // A table with nothing in it is not shown; in the file it has its heading.
      const rows = book.worksheets.reduce((sum, sheet) => sum + sheet.rowCount, 0)
      expect(rows).toBeGreaterThanOrEqual(tables.reduce((sum, count) => sum + count, 0) + book.worksheets.length)
    }
    expect(faults).toEqual([])
    await close()
  },
)
