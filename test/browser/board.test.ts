import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { dragCard } from './drag-card'
import { completeAll, expectAccessible, expectNoSidewaysScroll, useStage, type Watched } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

describe('the board', () => {
  test('a dragged deal that may go on goes on, and the column counts it', async () => {
    const deal = await aDeal('Drag me on', { decision_maker: 'Owner', need: 'Coffee' })
    await completeAll(stage, people.head, deal)
    const { page, faults, close } = await onBoard()
    const before = await countOf(page, 'general_offer')

    await dragCard(page, deal, 'general_offer')
    await page.locator(`#cards-general_offer #${deal}`).waitFor()

    await expect.poll(() => countOf(page, 'general_offer'), { timeout: 8000 }).toBe(before + 1)
    expect((await stage.api(people.head, 'GET', `/deals/${deal}`)).body).toMatchObject({
      deal: { stage: 'general_offer' },
    })
    expect(faults).toEqual([])
    await close()
  })

  test('a refused move says everything that is missing, lets it be filled in there, and then lets the deal through', async () => {
    const deal = await aDeal('Refuse me')
    const { page, faults, close } = await onBoard()

    await dragCard(page, deal, 'general_offer')
    const dialog = page.locator('dialog.piece')
    await dialog.waitFor()
    const asked = await dialog.locator('form').textContent()
    await expectAccessible(page)
    await dialog.locator('button.primary').click()
    await dialog.locator('[data-problem]:not([hidden])').waitFor()
    const refused = await dialog.locator('[data-problem]').textContent()
    for (const box of await dialog.locator('input[type=checkbox]').all()) await box.check()
    await dialog.getByLabel('Person who decides').fill('The director')
    await dialog.getByLabel('What the client is trying to solve').fill('Queues at noon')
    await dialog.locator('button.primary').click()
    await page.locator(`#cards-general_offer #${deal}`).waitFor()

    expect(asked).toContain('Send the presentation together with the three examples')
    expect(asked).toContain('Ring and find out what they thought of the presentation')
    expect(refused).toContain('fill in “Person who decides”')
    expect(await dialog.count()).toBe(0)
    expect((await stage.api(people.head, 'GET', `/deals/${deal}`)).body).toMatchObject({
      deal: { stage: 'general_offer', fields: { decision_maker: 'The director', need: 'Queues at noon' } },
    })
    expect(faults).toEqual([])
    await close()
  })

  test('without a mouse: a deal is moved back by its button, which asks why', async () => {
    const deal = await aDeal('Back with me', { decision_maker: 'Owner', need: 'Coffee' })
    await completeAll(stage, people.head, deal)
    await stage.api(people.head, 'POST', `/deals/${deal}/moves`, { toStage: 'general_offer' })
    const { page, faults, close } = await onBoard()

    await page.locator(`#${deal} button`).focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog.piece')
    await dialog.locator('select[name=toStage]').selectOption('presentation')
    await dialog.locator('textarea[name=reason]').fill('The wrong person decided')
    await dialog.locator('button.primary').click()
    await page.locator(`#cards-presentation #${deal}`).waitFor()

    expect(faults).toEqual([])
    await close()
  })

  test('who may pass a gate passes it with a reason, and the timeline says so', async () => {
    const deal = await aDeal('Pass me', { decision_maker: 'Owner', need: 'Coffee', objection: 'none', discount: 25 })
    for (const toStage of ['general_offer', 'feedback', 'individual_offer']) {
      await completeAll(stage, people.head, deal)
      await stage.api(people.head, 'POST', `/deals/${deal}/moves`, { toStage })
    }
    const { page, faults, close } = await onBoard()

    await page.goto(`${stage.norma.address}/app/deals/${deal}`)
    await page.keyboard.press('m')
    const dialog = page.locator('dialog.piece')
    const asked = await dialog.locator('form').textContent()
    await dialog.locator('summary').click()
    await dialog.locator('textarea[name="override.reason"]').fill('A client of ten years')
    await dialog.locator('button.primary').click()
    await page.locator('.rail [aria-current=step]', { hasText: 'Contract' }).waitFor()

    expect(asked).toContain('at most 20%')
    expect(await page.locator('#timeline').textContent()).toContain('A client of ten years')
    expect(faults).toEqual([])
    await close()
  })

  // Two seconds are promised on a machine that is not busy with other things: a late one is looked at again.
  test('what others do appears within two seconds, and what is typed meanwhile stays', { retry: 2 }, async () => {
    const { page, faults, close } = await onBoard()
    await page.locator('input[type=search]').fill('nothing like this')
    await page.locator('input[type=search]').fill('')
    const deal = await aDeal('Fresh from elsewhere')
    const startedMs = performance.now()

    await page.locator(`#cards-presentation #${deal}`).waitFor({ timeout: 5000 })
    const tookMs = performance.now() - startedMs

    expect(tookMs).toBeLessThan(2000)
    expect(faults).toEqual([])
    await close()
  })

  test('cards are found by words and by manager, and a new deal is created from here', async () => {
    await aDeal('Unmistakable zebra')
    const { page, faults, close } = await onBoard()
    await page.keyboard.press('f')
    await page.keyboard.type('zebra')
    await page.locator('[data-deal]', { hasText: 'Unmistakable zebra' }).waitFor()
    await expect.poll(() => page.locator('[data-deal]').count()).toBe(1)
    await page.locator('select[name=owner]').selectOption(people.busy)
    await page.waitForURL(/owner=/)
    const owners = new Set(await page.locator('[data-deal] .quiet:first-child').allTextContents())
    await page.keyboard.press('n')
    await page.locator('dialog input[name=title]').fill('Made on the board')
    await page.locator('dialog [name="fields.amount"]').fill('1 250,50')
    await page.locator('dialog button.primary').click()
    await page.waitForURL(/\/app\/deals\/deal_/)

    expect(owners.size).toBeLessThanOrEqual(1)
    expect(await page.locator('h1').textContent()).toBe('Made on the board')
    expect(await page.locator('.amount').textContent()).toContain('1,250.5')
    expect(faults).toEqual([])
    await close()
  })

  test.each([
    ['busy', 'ru', 390, 'dark'],
    ['head', 'en', 1280, 'dark'],
    ['head', 'ru', 360, 'light'],
    ['accountant', 'ru', 1280, 'light'],
  ] as const)('is readable for %s in %s at %i, %s', async (who, language, width, theme) => {
    const { page, faults, open, close } = await stage.signIn(people[who], { language, width, theme })
    await open('/app/board')

    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(faults).toEqual([])
    await close()
  })
})

async function onBoard(): Promise<Watched> {
  const watched = await stage.signIn(people.head)
  await watched.open('/app/board/b2b_new')
  return watched
}

async function aDeal(title: string, fields: object = {}): Promise<string> {
  const { body } = await stage.api(people.head, 'POST', '/deals', {
    title,
    pipeline: 'b2b_new',
    owner: people.head,
    fields: { amount: 100_00, ...fields },
  })
  return (body as { readonly id: string }).id
}

async function countOf(page: Page, column: string): Promise<number> {
  return Number.parseInt((await page.locator(`#section-${column} [data-count]`).textContent()) ?? '', 10)
}
