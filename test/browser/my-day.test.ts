import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

describe('signing in on one machine', () => {
  test('a person is found by a few letters, chosen, and goes out again', async () => {
    const context = await stage.browser.newContext({ locale: 'ru-RU' })
    const page = await context.newPage()
    await page.goto(`${stage.norma.address}/`)
    const offered = await page.locator('[name=person]:visible').count()
    const name = (await stage.norma.ports.people.load()).employees[people.busy]?.name ?? ''

    await page.locator('input[type=search]').fill(name.toLowerCase())
    const found = await page.locator('[name=person]:visible').count()
    await expectAccessible(page)
    await page.locator('[name=person]:visible').first().click()
    await page.locator('h1', { hasText: 'Мой день' }).waitFor()
    await page.locator('.account summary').click()
    const who = await page.locator('.who').textContent()
    await page.getByRole('button', { name: 'Выйти' }).click()
    await page.locator('h1', { hasText: 'Кем вы хотите войти?' }).waitFor()

    expect(offered).toBeGreaterThan(25)
    expect(found).toBe(1)
    expect(who).toContain(name)
    await context.close()
  })
})

describe('my day', () => {
  test('a task is completed with one key, gone at once, and can be had back', async () => {
    const { page, faults, open, close } = await stage.signIn(people.busy)
    await open('/app')
    const tasks = page.locator('[data-task]')
    const before = await tasks.count()
    await page.keyboard.press('j')
    const first = await page.evaluate('document.activeElement.id')
    await page.keyboard.press('j')
    const second = await page.evaluate('document.activeElement.id')
    const plain = page.locator('[data-task]:not([data-asks])').first()
    const id = await plain.getAttribute('data-task')

    await plain.focus()
    await page.keyboard.press('x')
    await page.locator(`[data-task="${id}"]`).waitFor({ state: 'detached' })
    const after = await tasks.count()
    await page.locator('.toast button').click()
    await page.locator(`[data-task="${id}"]`).waitFor()

    expect(first).not.toBe(second)
    expect(after).toBe(before - 1)
    expect(await tasks.count()).toBe(before)
    expect(faults).toEqual([])
    await close()
  })

  test('what a task needs is asked for where it is completed, and is written with it', async () => {
    const deal = await stage.api(people.head, 'POST', '/deals', {
      title: 'Asks',
      pipeline: 'b2b_new',
      owner: people.busy,
    })
    const { id } = deal.body as { readonly id: string }
    await stage.norma.runtime.idle()
    const { page, faults, open, close } = await stage.signIn(people.busy)
    await open('/app')
    const task = page.locator('[data-task]', { hasText: 'Asks' }).first()

    await task.focus()
    await page.keyboard.press('x')
    const dialog = page.locator('dialog.piece')
    await expectAccessible(page)
    await dialog.getByLabel('Person who decides').fill('Mr Ivanov')
    await dialog.locator('textarea').fill('Sent, they like it')
    await dialog.locator('button.primary').click()
    await dialog.waitFor({ state: 'detached' })
    const { body } = await stage.api(people.busy, 'GET', `/deals/${id}`)

    expect(body).toMatchObject({ deal: { fields: { decision_maker: 'Mr Ivanov' } } })
    expect(faults).toEqual([])
    await close()
  })

  // Two seconds are promised on a machine that is not busy with other things: a late one is looked at again.
  test(
    'why it is due then is said in sentences, and a task that somebody else gives appears by itself',
    { retry: 2 },
    async () => {
      const deal = await stage.api(people.head, 'POST', '/deals', {
        title: 'Given',
        pipeline: 'b2b_new',
        owner: people.head,
      })
      const { id } = deal.body as { readonly id: string }
      const { page, faults, open, close } = await stage.signIn(people.busy)
      await open('/app')

      await stage.api(people.head, 'POST', `/deals/${id}/tasks`, {
        do: 'Call the harbour master',
        responsible: people.busy,
        due: '2 working days',
      })
      const startedMs = performance.now()
      const task = page.locator('[data-task]', { hasText: 'Call the harbour master' })
      await task.waitFor({ timeout: 5000 })
      const tookMs = performance.now() - startedMs
      await task.focus()
      await page.keyboard.press('w')
      const why = await task.locator('.why').innerText()

      expect(tookMs).toBeLessThan(2000)
      expect(why).toContain('By the rules: within 2 working days')
      expect(faults).toEqual([])
      await close()
    },
  )

  test('the keys of a page are listed', async () => {
    const { page, faults, open, close } = await stage.signIn(people.busy)
    await open('/app')
    await page.keyboard.press('?')
    const list = await page.locator('dialog#keys').innerText()
    await page.keyboard.press('Escape')

    expect(list).toContain('Complete the task')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(faults).toEqual([])
    await close()
  })

  test('language and colours are switched from the corner of the page and stay', async () => {
    const { page, faults, open, close } = await stage.signIn(people.accountant)
    await open('/app')
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Русский' }).click()
    await page.locator('h1', { hasText: 'Мой день' }).waitFor()
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Тёмное' }).click()
    await page.locator('html[data-theme=dark]').waitFor()

    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(20, 23, 26)')
    expect(faults).toEqual([])
    await close()
  })

  test.each([
    ['busy', 'en', 1280, 'light'],
    ['busy', 'ru', 360, 'dark'],
    ['head', 'ru', 1280, 'dark'],
    ['accountant', 'en', 390, 'light'],
  ] as const)('is readable for %s in %s at %i, %s', async (who, language, width, theme) => {
    const { page, faults, open, close } = await stage.signIn(people[who], { language, width, theme })
    await open('/app')

    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await open('/app/inbox')
    await expectAccessible(page)
    expect(faults).toEqual([])
    await close()
  })
})
