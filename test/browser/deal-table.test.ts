import type { Page } from 'playwright-core'
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
  await page.locator('#deals-bulk').waitFor({ state: 'hidden' })

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
    await page.locator('#deals-bulk [data-take-all]').click()
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
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  await page.route('**/app/api/changes', async (route) => {
    // Whoever would leave it midway is asked whether they mean it.
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
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
  expect(await page.locator('[data-tick-all="deals-bulk"]').isChecked()).toBe(false)
  await open(table)
  expect(asked).toEqual(['beforeunload'])
  expect(faults).toEqual([])
  await close()
})

test('a run that broke off makes another change of everything, and what could not be changed stays in sight', async () => {
  const { page, faults, open, close } = await stage.signIn('admin', { width: 1440 })
  const form = page.locator('#deals-bulk')
  const send = async (source: string): Promise<void> => {
    await form.locator('[name="fields.source"]').fill(source)
    await form.locator('button.primary').click()
    await page.locator('dialog[open] button[value=yes]').click()
  }
  const sent: { readonly key: string; readonly source: unknown }[] = []
  const failing = { id: '' }
  await page.route('**/app/api/changes', async (route) => {
    const request = route.request()
    const { fields } = request.postDataJSON() as { readonly fields: { readonly source: unknown } }
    sent.push({ key: request.headers()['idempotency-key'] ?? '', source: fields.source })
    if (sent.length === 2) {
      const problem = { code: 'conflict', status: 409, said: 'It broke off.' }
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) })
    }
    const answer = await route.fetch()
    const { done, failed } = (await answer.json()) as { readonly done: readonly string[]; readonly failed: object[] }
    const [first = ''] = sent.length === 3 ? done : []
    if (first === '') return route.fulfill({ response: answer })
    failing.id = first
    const said = [...failed, { id: first, code: 'conflict', detail: 'Somebody else was at it.' }]
    return route.fulfill({ response: answer, json: { done: done.slice(1), failed: said } })
  })

  await open('/app/deals?where=status%3Dopen%2Cwon%2Ccompleted')
  const total = Number(await form.locator('[data-bulk-all]').getAttribute('data-total'))
  await page.locator('[data-tick-all="deals-bulk"]').check()
  await form.locator('[data-take-all]').click()
  await form.locator('label', { hasText: 'Field' }).locator('select').selectOption('source')
  await form.locator('[name=reason]').fill('All of them')
  await send('the show')
  await form.getByText('It broke off.').waitFor()
  await mark(page)
  await send('the road')
  const problem = form.locator('[data-problem]')
  await problem.getByText('Somebody else was at it.').waitFor()
  await page.locator('#toasts').getByText('Changed').waitFor()
  await renewed(page)

  const keys = sent.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(sent.map(({ source }) => source)).toEqual(['the show', 'the show', ...keys.slice(2).map(() => 'the road')])
  const { body } = await stage.api('admin', 'GET', '/deal-table?where=fields.source%3Dthe%20road')
  expect((body as { readonly total: number }).total).toBe(total)
  expect(await problem.innerText()).not.toContain('It broke off.')
  // What failed is told and ticked, however often the page is renewed, until the tick is taken away.
  expect(await problem.isVisible()).toBe(true)
  const ticked = page.locator('input[name="deals[]"]:checked')
  expect(await ticked.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')))).toEqual([failing.id])
  await ticked.uncheck()
  expect([await form.isVisible(), await problem.isVisible()]).toEqual([false, false])
  expect(faults).toEqual([])
  await close()
})

test('what somebody ticked to see and to change is theirs while a page renews itself', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head, { width: 390 })

  await open('/app/plan')
  const rows = page.locator('.all-rows:visible').first()
  await rows.click()
  await mark(page)
  await renewed(page)
  expect(await rows.locator('input').isChecked()).toBe(true)

  await open('/app/team')
  const section = page.locator('section', { has: page.locator('input[name="deals[]"]') }).first()
  const boxes = section.locator('input[name="deals[]"]')
  const all = section.locator('[data-tick-all]')
  const chosen = page.locator('form.bulk:visible [data-bulk-count]')
  await all.check()
  const count = await boxes.count()
  expect(count).toBeGreaterThan(1)
  await mark(page)
  await renewed(page)
  expect([await all.isChecked(), await chosen.innerText()]).toEqual([true, `${count}`])

  const keys: string[] = []
  await page.route('**/app/api/changes', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    const problem = { code: 'conflict', status: 409, said: 'It broke off.' }
    await route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) })
  })
  const form = page.locator('form.bulk:visible')
  await form.locator('select[name=giveTo]').selectOption(people.busy)
  await form.locator('[name=reason]').fill('On holiday')
  const sent = async (): Promise<void> => {
    await form.locator('button.primary').click()
    await form.locator('[data-problem]').waitFor()
  }
  await sent()
  await sent()
  // With another thing ticked, it is another request.
  await boxes.first().uncheck()
  expect([await all.isChecked(), await chosen.innerText()]).toEqual([false, `${count - 1}`])
  await sent()
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2])
  expect(faults).toEqual([])
  await close()
})

/** Marks a page as it stands; the mark is gone once the page has been renewed, which happens at once where it is live. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const main = document.getElementById('main')
    main.dataset.etag = '"before"'
    main.append(Object.assign(document.createElement('i'), { id: 'before' }))
    document.dispatchEvent(new Event('visibilitychange'))
  })()`)
}

const renewed = (page: Page): Promise<void> => page.locator('#before').waitFor({ state: 'detached' })

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
