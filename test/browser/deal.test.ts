import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage, type Looking, type Watched } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

describe('the page of a deal', () => {
  test('says where the deal stands, what each stage asks, and what is missing now', async () => {
    const deal = await aDeal('Stands here')
    const { page, faults, close } = await onDeal(deal)
    await page.locator('.rail li', { hasText: 'Individual offer' }).locator('button').click()
    const asks = await page.locator('dialog.piece').innerText()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    const missing = await page.locator('.gate').innerText()

    expect(await page.locator('.rail [aria-current=step]').innerText()).toContain('Presentation')
    expect(asks).toContain('Work out the individual offer and send it')
    expect(asks).toContain('at most 20%')
    expect(missing).toContain('Person who decides')
    expect(missing).toContain('Send the presentation together with the three examples')
    expect(faults).toEqual([])
    await close()
  })

  test('a field is saved when it is left, shows in the timeline before and after, and a wrong one says what to write', async () => {
    const deal = await aDeal('Fields')
    const { page, faults, close } = await onDeal(deal)
    const amount = page.locator('#field-amount input')

    await amount.fill('many')
    await amount.press('Tab')
    const fault = await page.locator('#field-amount .fault').innerText()
    await amount.fill('2 500,50')
    await amount.press('Tab')
    await page.locator('.amount', { hasText: '2,500.5' }).waitFor()

    expect(fault).toBe('Write an amount, such as 1250.50.')
    expect(await page.locator('#timeline li').first().innerText()).toMatch(/Amount: ₽100 → ₽2,500\.50?/)
    expect(faults).toEqual([])
    await close()
  })

  test('what somebody else changed meanwhile is not overwritten unseen, and nothing typed is lost', async () => {
    const deal = await aDeal('Two at once')
    const { page, faults, close } = await onDeal(deal)
    const need = page.locator('#field-need input')

    await need.fill('Coffee at dawn')
    await stage.api(people.head, 'POST', `/deals/${deal}/reply`, { channel: 'phone' })
    await need.press('Tab')
    await page.locator('#field-need [data-problem]:not([hidden])').waitFor()
    const said = await page.locator('#field-need [data-problem]').innerText()
    const typed = await need.inputValue()
    await need.press('Enter')
    await page.locator('#timeline > ol > li', { hasText: 'Coffee at dawn' }).waitFor()

    expect(said).toContain('you have seen version')
    expect(typed).toBe('Coffee at dawn')
    expect(faults).toEqual([])
    await close()
  })

  test('tasks are added, given away, moved and completed, and each leaves its line', async () => {
    const deal = await aDeal('Tasks')
    const { page, faults, close } = await onDeal(deal)
    const dialog = page.locator('dialog.piece')
    const send = async () => {
      await dialog.locator('button.primary').click()
      await dialog.waitFor({ state: 'detached' })
    }

    await page.keyboard.press('a')
    await dialog.getByLabel('What must be done').fill('Bring the samples')
    await dialog.locator('input[name=dueAt]').fill('2026-12-01T15:30')
    await send()
    const task = page.locator('.task', { hasText: 'Bring the samples' })
    await task.waitFor()
    const due = await task.locator('.when').innerText()
    await task.getByRole('button', { name: 'Give to somebody else: Bring the samples' }).click()
    await dialog.locator('select').selectOption(people.busy)
    await send()
    await task.getByRole('button', { name: 'Move the date: Bring the samples' }).click()
    const shown = await dialog.locator('input[name=dueAt]').inputValue()
    await dialog.locator('input[name=dueAt]').fill('2026-12-02T10:00')
    await send()
    await page.locator('.task', { hasText: 'Wed 2 Dec, 10:00' }).waitFor()
    await task.locator('.tick').click()
    await send()
    await task.waitFor({ state: 'detached' })
    const told = await page.locator('#timeline').innerText()

    expect(due).toBe('Tue 1 Dec, 15:30')
    expect(shown).toBe('01/12/2026 15:30')
    expect(told).toContain('Task added')
    expect(told).toContain('Task given to somebody else')
    expect(told).toContain('Date of a task moved')
    expect(told).toContain('Task done')
    expect(faults).toEqual([])
    await close()
  })

  test('a deal is lost with a reason, reopened, and given to another manager', async () => {
    const deal = await aDeal('Lost and found')
    const { page, faults, close } = await onDeal(deal)
    const dialog = page.locator('dialog.piece')
    const open = async (name: string) => {
      await page.locator('.deal-head summary').click()
      await page.locator('.deal-head .sheet').getByRole('button', { name }).click()
    }

    await open('Close as lost')
    await dialog.locator('select').selectOption({ index: 1 })
    await dialog.locator('button.danger').click()
    await page.locator('.deal-head .badge', { hasText: 'Lost' }).waitFor()
    await open('Reopen')
    await dialog.locator('textarea').fill('They called back')
    await dialog.locator('button.primary').click()
    await page.locator('.deal-head .badge', { hasText: 'Open' }).waitFor()
    await open('Give to another manager')
    await dialog.locator('select').selectOption(people.busy)
    await dialog.locator('button.primary').click()
    const name = (await stage.norma.ports.people.load()).employees[people.busy]?.name ?? ''
    await page.locator('#timeline li', { hasText: name }).first().waitFor()

    expect(await page.locator('#timeline').innerText()).toContain('They called back')
    expect(faults).toEqual([])
    await close()
  })

  // Two seconds are promised on a machine that is not busy with other things: a late one is looked at again.
  test(
    'a moment posted from outside appears by itself, with why the automation did what it did',
    { retry: 2 },
    async () => {
      const deal = await aDeal('Paid')
      const { page, faults, close } = await onDeal(deal)
      const startedMs = performance.now()
      await stage.api(people.accountant, 'PATCH', `/deals/${deal}`, { fields: { paid: 100_00 } })
      await stage.api(people.head, 'POST', `/deals/${deal}/events`, { event: 'payment_received' })
      await page.locator('#timeline li', { hasText: 'A payment has come in' }).first().waitFor({ timeout: 5000 })

      expect(performance.now() - startedMs).toBeLessThan(2200)
      expect(faults).toEqual([])
      await close()
    },
  )

  test.each([
    ['busy', 'en', 390, 'light'],
    ['head', 'ru', 1280, 'dark'],
    ['accountant', 'ru', 360, 'light'],
  ] as const)('is readable for %s in %s at %i, %s', async (who, language, width, theme) => {
    const { items } = await stage.norma.ports.deals.openTasks({ responsible: people[who], limit: 1 })
    const id = items[0]?.dealId ?? (await aDeal('Readable'))
    const { page, faults, close } = await onDeal(id, who, { language, width, theme })

    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    expect(faults).toEqual([])
    await close()
  })
})

async function onDeal(deal: string, who: keyof DemoPeople = 'head', looking: Looking = {}): Promise<Watched> {
  const watched = await stage.signIn(people[who], looking)
  await watched.open(`/app/deals/${deal}`)
  return watched
}

async function aDeal(title: string): Promise<string> {
  const deal = { title, pipeline: 'b2b_new', owner: people.head, fields: { amount: 100_00 } }
  const { body } = await stage.api(people.head, 'POST', '/deals', deal)
  await stage.norma.runtime.idle()
  return (body as { readonly id: string }).id
}
