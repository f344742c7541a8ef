import { beforeAll, describe, expect, test } from 'vitest'

import { usuallyShown } from '#usecases/deals/read-board-page'

import { peopleOf, type DemoPeople } from './demo-people'
import { dragCard } from './drag-card'
import { completeAll, expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
const board = '/app/board/b2b_new'
const title = 'Ёлочный базар на Неве'
let people: DemoPeople
let needle: string

beforeAll(async () => {
  people = await peopleOf(stage)
  // A column shows those longest in the stage first: with so many before it, the last deal is on no card.
  for (let no = 0; no < usuallyShown; no += 1) await aDeal(`Deal before the others ${no}`)
  needle = await aDeal(title, { client: { name: 'ООО «Снегурочка»' } })
})

describe('the search of a board', () => {
  test('finds a deal that is on no card, keeps it while the page renews itself, drags it on and opens it', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head)
    await open(board)
    const shown = await page.locator(`#${needle}`).count()

    await page.keyboard.press('f')
    await page.keyboard.type('елочный НЕВЕ')
    await page.locator(`#${needle}`).waitFor()
    const said = await page.locator('.board-search').textContent()
    const counted = await page.locator('#section-presentation header').textContent()
    await completeAll(stage, people.head, needle)
    await page.locator(`#${needle}`, { hasText: 'Nothing planned' }).waitFor()
    const typed = await page.locator('input[type=search]').inputValue()
    await dragCard(page, needle, 'general_offer')
    await page.locator(`#cards-general_offer #${needle}`).waitFor()
    const cards = await page.locator('[data-deal]').count()
    await page.locator(`#${needle} a.title`).click()
    await page.waitForURL(new RegExp(`/app/deals/${needle}`))

    expect(shown).toBe(0)
    expect(said).toContain('1 deal has “елочный НЕВЕ”.')
    expect(counted).toMatch(/1 found of \d+/)
    expect(typed).toBe('елочный НЕВЕ')
    expect(cards).toBe(1)
    expect(await page.locator('h1').textContent()).toBe(title)
    expect(faults).toEqual([])
    await close()
  })

  test('says when nothing is found, for what, and leads back to all deals', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head)
    await open(board)
    await page.locator('input[type=search]').fill('no such words at all')
    await page.locator('.board-search', { hasText: 'No deal of' }).waitFor()
    const said = await page.locator('.board-search').textContent()
    await expectAccessible(page)
    await page.locator('[data-clear-search]').click()
    await expect.poll(() => page.locator('[data-deal]').count()).toBeGreaterThan(usuallyShown)

    expect(said).toContain('has “no such words at all” in its title')
    expect(new URL(page.url()).search).toBe('')
    expect(await page.locator('input[type=search]').inputValue()).toBe('')
    expect(faults).toEqual([])
    await close()
  })

  test('is part of the address: by a link, with whose deals, and from one direction to the next', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language: 'ru' })
    await open(`${board}?q=${encodeURIComponent('снегурочка')}`)
    const found = await page.locator('[data-deal]').count()
    const counts = (await page.locator('.column header p').allTextContents()).map((text) => /из (\d+)/.exec(text)?.[1])
    const restMs = Number(await page.locator('[data-live-ms]').getAttribute('data-live-ms'))
    await page.locator('select[name=owner]').selectOption('me')
    await page.waitForURL(/owner=me/)
    const mine = await page.locator('[data-deal]').count()
    await page.locator('.tabs a', { hasNotText: /^$/ }).nth(1).click()
    await page.waitForURL(/b2b_repeat/)

    expect([found, mine]).toEqual([1, 1])
    // The more deals a look has to read, the longer it rests before the next.
    expect(restMs).toBe(counts.reduce((sum, count) => sum + Number(count), 0))
    expect(restMs).toBeGreaterThan(usuallyShown)
    expect(await page.locator('input[type=search]').inputValue()).toBe('снегурочка')
    expect(await page.locator('.board-search').textContent()).toContain('нет сделки, у которой «снегурочка»')
    expect(faults).toEqual([])
    await close()
  })

  test('shows the way to a deal of another direction that is named by its id', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head)
    await open(`/app/board/b2c_new?q=${needle}`)

    expect(await page.locator('.board-search').textContent()).toContain('Not on this board:')
    expect(await page.locator(`.board-search a[href="/app/deals/${needle}"]`).textContent()).toBe(title)
    expect(faults).toEqual([])
    await close()
  })

  test('works without scripts, by Enter or the button', async () => {
    const { page, open, close } = await stage.signIn(people.head, { hasScripts: false })
    await open(board)
    await page.locator('input[type=search]').fill('базар')
    await page.locator('.board-head form button').click()
    await page.waitForURL(/q=/)

    expect(await page.locator('[data-deal]').count()).toBe(1)
    await close()
  })

  test.each([
    ['en', 1280, 'light'],
    ['ru', 360, 'dark'],
  ] as const)('is readable in %s at %i, %s', async (language, width, theme) => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language, width, theme })
    await open(`${board}?q=${encodeURIComponent('базар')}`)

    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(faults).toEqual([])
    await close()
  })
})

async function aDeal(name: string, more: object = {}): Promise<string> {
  const { body } = await stage.api(people.head, 'POST', '/deals', {
    title: name,
    pipeline: 'b2b_new',
    owner: people.head,
    fields: { amount: 100_00, decision_maker: 'Owner', need: 'Trees' },
    ...more,
  })
  return (body as { readonly id: string }).id
}
