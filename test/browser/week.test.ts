import { beforeAll, expect, test } from 'vitest'

import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
const shots = process.env['NORMA_SHOTS']
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

const zone = 'Europe/Moscow'
const dueOf = async (task: string): Promise<string> => {
  const { body } = await stage.api(people.head, 'GET', `/tasks/${task}`)
  return (body as { readonly task: { readonly dueAt: string } }).task.dueAt
}

test('a task is dragged to another day of the week, and keeps its time', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head, { width: 1440 })

  await open(`/app/week?of=${people.busy}`)
  const card = page.locator('.week-task[data-task]').first()
  const id = (await card.getAttribute('data-task')) ?? ''
  const was = await dueOf(id)
  const list = page.locator('[data-day]').last()
  const day = (await list.getAttribute('data-day')) ?? ''
  await expectAccessible(page)
  const [from, to] = [await card.boundingBox(), await list.boundingBox()]
  if (from === null || to === null) throw new Error('Both are on the page.')
  await page.mouse.move(from.x + 12, from.y + from.height - 6)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 })
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.locator('.toast').waitFor()

  expect(dateIn(zone, await dueOf(id))).toBe(day)
  expect((await dueOf(id)).slice(11, 16)).toBe(was.slice(11, 16))
  if (shots !== undefined) await page.screenshot({ path: `${shots}/week-1440-en.png` })
  expect(faults).toEqual([])
  await close()
})

test('on a phone, and with the keyboard, a button of the task does the same', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head, { width: 390, language: 'ru' })

  await open(`/app/week?of=${people.busy}`)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  const card = page.locator('.week-task[data-task]').first()
  const id = (await card.getAttribute('data-task')) ?? ''
  await card.getByRole('button', { name: 'Перенести' }).press('Enter')
  const later = addDays(dateIn(zone, stage.now()), 9)
  await page.locator('dialog.piece [name=dueAt]').fill(`${later}T11:00`)
  await page.locator('dialog.piece button.primary').press('Enter')
  await page.locator(`[id="${id}"]`).waitFor({ state: 'detached' })

  expect(dateIn(zone, await dueOf(id))).toBe(later)
  expect(faults).toEqual([])
  await close()
})

test('the company’s page is for everybody’s eyes who may change it, at a desk and on a phone', async () => {
  for (const [width, language] of [
    [1440, 'en'],
    [390, 'ru'],
  ] as const) {
    const { page, faults, open, close } = await stage.signIn('admin', { width, language })
    for (const path of ['/app/company', '/app/company/webhooks', '/app/company/exports', '/app/automation']) {
      await open(path)
      await page.locator('.company-tabs').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
    expect(faults).toEqual([])
    await close()
  }
})
