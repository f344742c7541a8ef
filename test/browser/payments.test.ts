import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { loadStatement } from '#money/usecases/load-statement'
import { aDealWorth, anInvoice, moneyRules, statementOf } from '#test/money/money-world'
import { pagesOn, type PagesDoor } from '#test/pages/support'
import { aWorldInMemory } from '#test/support/world'
import { closeAll, sharedBrowser } from './browser'
import { expectAccessible, expectNoSidewaysScroll } from './support'

const shots = process.env['NORMA_SHOTS']
let browser: Browser
let ask: PagesDoor
let style = ''

beforeAll(async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const deal = await aDealWorth(world)
  const { number } = await anInvoice(world, deal.id)
  const other = await aDealWorth(world, 7_000_000, 'Кофемашины для очень длинного названия компании')
  await anInvoice(world, other.id)
  const payments = [
    { kopecks: 12_500_000, purpose: `Оплата по счету № ${number}` },
    { kopecks: 7_000_000, purpose: 'За оборудование', number: '2', on: '03.12.2026' },
    { kopecks: 0, purpose: 'Ничего', number: '3' },
  ]
  await loadStatement(world.ports, await world.as('alex'), statementOf(payments))
  ask = pagesOn(world)
  const bundled = await build({ entryPoints: ['src/browser/style/style.css'], bundle: true, write: false })
  style = bundled.outputFiles[0]?.text ?? ''
  browser = await sharedBrowser()
})
afterAll(async () => {
  await closeAll(browser)
})

test.each([
  [390, 'ru', 'Платежи'],
  [1440, 'en', 'Payments'],
] as const)(
  'the accountant’s payments are in their place and can be read by everybody (%i, %s)',
  async (width, language, title) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const answer = await ask('/app/payments', { as: 'alex', headers: { 'accept-language': language } })
    const html = (await answer.text()).replaceAll(/<script\b[\s\S]*?<\/script>|<link [^>]*>/g, '')
    await page.setContent(html.replace('</head>', () => `<style>${style}</style></head>`))

    expect(await page.locator('h1').textContent()).toBe(title)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/payments-${width}-${language}.png`, fullPage: true })
    await context.close()
  },
)
