import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
let people: DemoPeople
let found: string

beforeAll(async () => {
  people = await peopleOf(stage)
  const { body } = await stage.api(people.head, 'POST', '/deals', {
    title: 'Сахалинский маяк',
    pipeline: 'b2b_new',
    client: { name: 'ООО «Зелёный берег»', phone: '+7 945 333-44-55' },
  })
  found = (body as { readonly id: string }).id
  await stage.norma.runtime.idle()
})

describe('the box in the header', () => {
  test.each([
    ['en', 1280, 'Deals'],
    ['ru', 390, 'Сделки'],
  ] as const)('finds from any page, in %s at a width of %i, by keys alone', async (language, width, heading) => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language, width, height: 800 })
    await open('/app/reports')

    await page.keyboard.press('/')
    await page.keyboard.type('зеленый сахалин')
    await page.locator('.found a', { hasText: 'Сахалинский маяк' }).waitFor()
    const said = await page.locator('.found').textContent()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    const isClosed = await page.locator('.found').isHidden()
    await page.locator('[data-find]').fill('4455')
    await page.locator('.found a', { hasText: 'Сахалинский маяк' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/app/deals/${found}`))

    expect(said).toContain(heading)
    expect(isClosed).toBe(true)
    expect(faults).toEqual([])
    await close()
  })

  test('opens the page of all that was found by Enter, also without a script', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head, { hasScripts: false })
    await open('/app')
    await page.locator('[data-find]').fill('маяк')
    await page.locator('[data-find]').press('Enter')
    await page.waitForURL(/\/app\/search\?q=/)
    const rows = await page.locator('main [data-found]').allTextContents()

    expect(rows.join()).toContain('Сахалинский маяк')
    expect(faults).toEqual([])
    await close()
  })

  test('says that nothing is found, and that less than two letters is too little', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language: 'ru' })
    await open('/app/search?q=%D1%8A%D1%8A%D1%8A%D1%8A')
    const nothing = await page.locator('main').textContent()
    const underBox = await page.evaluate(
      `fetch('/app/pieces/search?q=%D1%8A%D1%8A%D1%8A%D1%8A').then((one) => one.text())`,
    )
    await open('/app/search?q=%D1%8A')
    const tooShort = await page.locator('main').textContent()
    await open(`/app/search?q=${encodeURIComponent('маяк')}`)
    await expectAccessible(page)

    expect(nothing).toContain('По запросу «ъъъъ» ничего не нашлось.')
    expect(underBox).toContain('ничего не нашлось')
    expect(underBox).not.toContain('found-all')
    expect(tooShort).toContain('Введите хотя бы две буквы или три цифры.')
    expect(faults).toEqual([])
    await close()
  })
})

test('a day by the keyboard alone: a deal is created, a task of it completed, it goes on, is found and commented', async () => {
  const { page, faults, open, close } = await stage.signIn(people.busy)
  const keys = page.keyboard
  /** Goes on from field to field, as far as a key leads. */
  const reach = async (selector: string): Promise<void> => {
    for (let pressed = 0; pressed < 90; pressed += 1) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`)) return
      await keys.press('Tab')
    }
    throw new Error(`No key leads to ${selector}.`)
  }
  const confirm = async (): Promise<void> => {
    await reach('dialog button.primary:not([type=button])')
    await keys.press('Enter')
  }
  await open('/app')

  await keys.press('n')
  await page.locator('dialog [data-piece="/app/pieces/new-deal"]').waitFor()
  await reach('[data-piece="/app/pieces/new-deal"]')
  await keys.press('Enter')
  await page.locator('dialog input[name=title]').waitFor()
  await keys.type('By keys alone')
  await reach('select[name=pipeline]')
  await keys.type('New companies')
  await confirm()
  await page.waitForURL(/\/app\/deals\/deal_/)
  const deal = page.url()
  await page.locator('.tick[data-piece]').first().waitFor()
  await reach('.tick[data-piece]')
  await keys.press('Enter')
  await page.locator('dialog form').waitFor()
  await confirm()
  await page.locator('.closed li').first().waitFor({ state: 'attached' })
  await reach('.gate [data-piece*="/pieces/move/"]')
  await keys.press('Enter')
  await page.locator('dialog input[type=checkbox]').first().waitFor()
  for (const [field, says] of [
    ['decision_maker', 'The director'],
    ['need', 'Queues at noon'],
  ] as const) {
    await reach(`dialog [name="fields.${field}"]`)
    await keys.type(says)
  }
  while ((await page.locator('dialog input[type=checkbox]:not(:checked)').count()) > 0) {
    await reach('dialog input[type=checkbox]:not(:checked)')
    await keys.press('Space')
  }
  await confirm()
  await page.locator('.rail .now', { hasText: 'General offer' }).waitFor()
  await keys.press('g')
  await keys.press('d')
  await page.waitForURL(/\/app$/)
  await keys.press('/')
  await keys.type('keys alone')
  await page.locator('.found a', { hasText: 'By keys alone' }).waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await page.waitForURL(deal)
  await page.locator('.deal-head').waitFor()
  await keys.press('c')
  await keys.type('No mouse was needed')
  await keys.press('Control+Enter')
  await page.locator('.said li', { hasText: 'No mouse was needed' }).waitFor()

  expect(faults).toEqual([])
  await close()
}, 90_000)
