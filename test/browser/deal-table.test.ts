import { beforeAll, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
const shots = process.env['NORMA_SHOTS']
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
  await stage.norma.runtime.idle()
})

test('deals are narrowed, sorted, kept as a view and changed together, with the keyboard alone', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head, { width: 1440 })

  await open('/app/deals')
  await page.getByRole('heading', { level: 1, name: 'Deals' }).waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Amount' }).press('Enter')
  await page.locator('th[aria-sort=ascending]').waitFor()
  await page.locator('select[name="f.owner"]').selectOption(people.busy)
  await page.getByRole('button', { name: 'Show' }).press('Enter')
  await page.locator('.chips').getByText('Manager:').waitFor()
  expect(page.url()).toContain(encodeURIComponent(`owner=${people.busy}`))

  await page.locator('summary', { hasText: 'Save view' }).press('Enter')
  await page.locator('form[data-api="POST /views"] input[name=name]').fill('Of the busy one')
  await page.getByRole('button', { name: 'Save as new' }).press('Enter')
  await page.locator('nav.deal-views a[aria-current=page]', { hasText: 'Of the busy one' }).waitFor()

  const first = page.locator('input[name="deals[]"]').first()
  const deal = (await first.getAttribute('value')) ?? ''
  await first.press('Space')
  await page.locator('#deals-bulk').waitFor()
  await expectAccessible(page)
  if (shots !== undefined) await page.screenshot({ path: `${shots}/deal-table-1440-en.png` })
  await page.locator('#deals-bulk label', { hasText: 'Field' }).locator('select').selectOption('source')
  await page.locator('#deals-bulk [name="fields.source"]').fill('exhibition')
  await page.locator('#deals-bulk [name=reason]').fill('They came to our stand')
  await page.locator('#deals-bulk button.primary').press('Enter')
  await page.locator('#toasts').getByText('Changed').waitFor()

  const { body } = await stage.api(people.head, 'GET', `/deals/${deal}`)
  expect(body).toMatchObject({ deal: { fields: { source: 'exhibition' } } })
  expect(faults).toEqual([])
  await close()
})

test('everything that the table is narrowed to is changed part by part, and can be stopped between two', async () => {
  const { page, faults, open, close } = await stage.signIn('admin', { width: 1440 })
  const changed = async (): Promise<number> => {
    await stage.norma.runtime.idle()
    const { body } = await stage.api('admin', 'GET', '/deal-table?where=fields.source%3Dthe%20fair')
    return (body as { readonly total: number }).total
  }
  const start = async (): Promise<void> => {
    await page.locator('[data-tick-all="deals-bulk"]').check()
    await page.locator('#deals-bulk [data-all]').click()
    await page.locator('#deals-bulk label', { hasText: 'Field' }).locator('select').selectOption('source')
    await page.locator('#deals-bulk [name="fields.source"]').fill('the fair')
    await page.locator('#deals-bulk [name=reason]').fill('All of them')
    await page.locator('#deals-bulk button.primary').click()
    await page.locator('dialog[open] button[value=yes]').click()
  }

  const table = '/app/deals?where=status%3Dopen%2Cwon%2Ccompleted'
  await open(table)
  const total = Number(await page.locator('#deals-bulk [data-bulk-all]').getAttribute('data-total'))
  expect(total).toBeGreaterThan(50)
  await page.route('**/app/api/changes', async (route) => {
    await page.locator('#deals-bulk [data-stop]').click()
    await route.continue()
  })
  await start()
  await page.locator('#toasts').getByText('Stopped').waitFor()
  expect(await changed()).toBe(50)

  await page.unroute('**/app/api/changes')
  await open(table)
  await start()
  await page.locator('#toasts').getByText('Changed').waitFor()
  expect(await changed()).toBe(total)
  expect(faults).toEqual([])
  await close()
})

test('on a phone each deal is a card, in Russian', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head, { width: 390, language: 'ru', theme: 'dark' })

  await open('/app/deals')
  await page.getByRole('heading', { level: 1, name: 'Сделки' }).waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  if (shots !== undefined) await page.screenshot({ path: `${shots}/deal-table-390-ru.png` })
  expect(faults).toEqual([])
  await close()
})
