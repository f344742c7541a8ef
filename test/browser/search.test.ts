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
    await open('/app/search?q=%D1%8A')
    const tooShort = await page.locator('main').textContent()
    await open(`/app/search?q=${encodeURIComponent('маяк')}`)
    await expectAccessible(page)

    expect(nothing).toContain('По запросу «ъъъъ» ничего не нашлось.')
    expect(tooShort).toContain('Введите хотя бы две буквы или три цифры.')
    expect(faults).toEqual([])
    await close()
  })
})
