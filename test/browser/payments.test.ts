import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { loadStatement } from '#money/usecases/load-statement'
import { aDealWorth, anInvoice, moneyRules, statementOf } from '#test/money/money-world'
import { pageAssets } from '#local/page-assets'
import { fromHere, host, pagesOn, type PagesDoor } from '#test/pages/support'
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

test('a payment that fits nothing is booked on an invoice that is found as it is typed, all that there is room for or less', async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const invoice = await anInvoice(world, (await aDealWorth(world)).id)
  const strange = { kopecks: 9_900_000, purpose: 'за работу', number: '9', inn: '7736207543' }
  await loadStatement(world.ports, await world.as('alex'), statementOf([strange]))
  const product = pagesOn(world, { assets: pageAssets })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  // What makes keys of requests is there only where a line is safe.
  const home = host.replace('http:', 'https:')
  await page.route(`${home}/**`, async (route) => {
    const request = route.request()
    const json: unknown = request.postDataJSON()
    const headers = { ...request.headers(), ...fromHere, 'accept-language': 'ru' }
    const asked = { as: 'alex', method: request.method(), headers, ...(json === null ? {} : { json }) }
    const answer = await product(request.url().slice(home.length), asked)
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
  await page.goto(`${home}/app/payments`)
  const dialog = page.locator('dialog.piece')

  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'май.txt', mimeType: 'text/plain', buffer: Buffer.of(1) }])
  expect(await page.locator('[data-chosen]').textContent()).toBe('май.txt')
  await page.getByRole('button', { name: 'Разнести на счёт…' }).click()
  await dialog.locator('.empty').waitFor()
  await page.keyboard.type('альфа')
  await dialog.locator('form').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(await dialog.locator('[name="shares.0.kopecks"]').inputValue()).toBe('99000')
  await dialog.locator('[name="shares.0.kopecks"]').fill('40 000,50')
  await dialog.getByRole('button', { name: 'Разнести на счёт' }).click()
  await dialog.waitFor({ state: 'detached' })

  const [share, ...others] = (await world.ports.money.findInvoice(invoice.id))?.shares ?? []
  expect([share?.kopecks, others]).toEqual([4_000_050, []])
  await expect
    .poll(() => page.locator('article[id^=pay_]').allInnerTexts())
    .toEqual([expect.stringMatching(/Аванс\s+58\s999,50\s₽/)])
  await context.close()
})
