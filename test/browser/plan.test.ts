import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Sheet } from '#domain/plan/target-sheet/sheet'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

/** Puts a text on the marked cells as Ctrl+V does. */
const pasteInto = (page: Page, text: string): Promise<void> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })()`)

/** The cell of somebody in a period, as the sheet shows it. */
const cellOf = async (page: Page, id: string, period: string) => {
  const sheet = JSON.parse((await page.locator('#sheet').textContent()) ?? '{}') as Sheet
  const row = sheet.rows.findIndex((one) => one.id === id)
  const column = sheet.columns.findIndex((one) => one.period === period)
  return page.locator(`[data-at="${row}:${column}"]`)
}

/** An open deal that waits for nothing but the money. */
const dealToWin = async () => {
  const { ports } = stage.norma
  for (const pipeline of ['b2b_new', 'b2b_repeat', 'b2c_new', 'b2c_repeat']) {
    const { items } = await ports.deals.column({ pipeline, stage: 'payment', limit: 1 })
    const [deal] = items
    if (deal !== undefined) return deal
  }
  throw new Error('Nobody in the demo is about to pay.')
}

describe('setting targets', () => {
  test('a head pastes a block from Excel, is told what cannot be set, takes a step back, saves and sees it in the plan', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head, { language: 'ru' })
    await open('/app/plan/targets?year=2027&metric=sum')
    const april = await cellOf(page, people.busy, '2027-04')
    const may = await cellOf(page, people.busy, '2027-05')
    await april.click()

    await pasteInto(page, '1\u00A0200\u00A0000,50\t20%\t850 тыс.\r\n')
    const told = await page.locator('#grid-faults').innerText()
    const june = await cellOf(page, people.busy, '2027-06')
    const quarter = await cellOf(page, people.busy, '2027-Q2')
    const pasted = await Promise.all([april, may, june, quarter].map((cell) => cell.innerText()))
    await page.keyboard.press('Control+z')
    const back = await april.innerText()
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+s')
    await page.locator('.toast').first().waitFor()
    const toast = await page.locator('.toast').first().innerText()
    const kept = await stage.norma.ports.plans.targets('2027-06')
    await open('/app/plan?period=2027-Q2')
    const row = page.locator('.plan-rows tbody tr', { hasText: '2 050 000,5' })

    expect(told).toContain('«20%» – проценты. План – это сумма: напишите само число.')
    expect(pasted.map((text) => text.replaceAll(/\s/g, ' '))).toEqual(['1 200 000,50', '', '850 000', '2 050 000,50'])
    expect(back).toBe('')
    expect(toast).toBe('Сохранено: 2')
    expect(kept).toContainEqual({ metric: 'sum', scope: 'employee', id: people.busy, value: 85_000_000 })
    expect(await row.count()).toBe(1)
    expect(faults).toEqual([])
    await close()
  })

  test('is done by the keyboard alone, totals and gaps go along', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head)
    await open('/app/plan/targets?year=2028&metric=count')
    const first = await cellOf(page, people.busy, '2028-01')
    await first.focus()
    await page.keyboard.type('12')
    await page.keyboard.press('Tab')
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    const company = await cellOf(page, '', '2028-Q1')
    const sum = await company.innerText()
    await company.click()
    await page.keyboard.type('25')
    await page.keyboard.press('Enter')

    expect(sum).toBe('20')
    expect(await company.innerText()).toContain('Δ +5')
    expect(await page.locator('[data-total="3"]').innerText()).toBe('20')
    expect(await page.locator('[data-tool="save"]').innerText()).toBe('Save 3')
    expect(faults).toEqual([])
    await close()
  })

  test('what somebody else has set meanwhile is not overwritten unseen', async () => {
    const { page, open, close } = await stage.signIn(people.head)
    await open('/app/plan/targets?year=2029&metric=sum')
    const cell = await cellOf(page, people.busy, '2029-05')
    await stage.norma.ports.plans.setTargets('2029-05', [
      { metric: 'sum', scope: 'employee', id: people.busy, value: 77_000_00 },
    ])
    await cell.click()
    await page.keyboard.type('500')
    await page.keyboard.press('Control+s')
    await page.locator('.toast.bad').waitFor()
    const kept = await stage.norma.ports.plans.targets('2029-05')
    await cell.click()

    expect(kept.map(({ value }) => value)).toEqual([77_000_00])
    expect(await page.locator('#grid-faults').innerText()).toContain('it is 77,000 now')
    await page.keyboard.press('Control+s')
    await page.locator('.toast:not(.bad)', { hasText: 'Saved: 1' }).waitFor()
    expect((await stage.norma.ports.plans.targets('2029-05')).map(({ value }) => value)).toEqual([500_00])
    await close()
  })

  test('a salesperson reads the own row and nobody else’s', async () => {
    const { page, faults, open, close } = await stage.signIn(people.busy)
    await open('/app/plan/targets')

    expect(await page.locator('#targets tbody tr').count()).toBe(1)
    expect(await page.locator('.grid-tools').count()).toBe(0)
    expect(await page.content()).not.toContain(people.head)
    expect(faults).toEqual([])
    await close()
  })
})

test('the plan grows while somebody looks at it, and the number leads to the deals that make it up', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head)
  await open('/app/plan')
  const fact = page.locator('.closely .facts a')
  const before = await fact.innerText()
  const deal = await dealToWin()
  const { ports } = stage.norma
  const tasks = (await ports.deals.tasksOf(deal.id)).filter(({ status }) => status === 'open')
  const amount = (await ports.deals.find(deal.id))?.fields['amount']
  const { model } = await ports.rules.current()
  const stages = model.pipelines[deal.pipeline]?.stages.map(({ id }) => id) ?? []

  for (const { id } of tasks.filter(({ visit }) => visit === deal.visit.no)) {
    // oxlint-disable-next-line no-await-in-loop -- each of them changes the version of the deal
    await stage.api(people.accountant, 'POST', `/tasks/${id}/completion`, { fields: { paid: amount } })
  }
  const moved = await stage.api(people.head, 'POST', `/deals/${deal.id}/moves`, {
    toStage: stages[stages.indexOf('payment') + 1] ?? '',
  })
  await expect.poll(() => fact.innerText(), { timeout: 20_000 }).not.toBe(before)
  const after = await fact.innerText()
  await fact.click()
  await page.waitForURL('**/items?**')

  expect(moved.status).toBe(200)
  expect(await page.locator('.card strong').first().innerText()).toBe(after)
  expect(await page.locator('tbody tr', { hasText: deal.title }).count()).toBe(1)
  expect(faults).toEqual([])
  await close()
})

test.for([
  ['en', 'light', 1280],
  ['ru', 'dark', 390],
] as const)('a plan and its targets can be read by everybody (%s, %s, %i wide)', async ([language, theme, width]) => {
  const { page, faults, open, close } = await stage.signIn(people.head, { language, theme, width })
  for (const path of ['/app/plan', '/app/plan?period=2026-Q4&by=department', '/app/plan/targets']) {
    await open(path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }

  expect(faults).toEqual([])
  await close()
})
