import { expect, test } from 'vitest'

import { peopleOf } from './demo-people'
import { useStage } from './support'

const stage = useStage()

test('a salesperson completes a task with one key and sees it go', async () => {
  const { busy } = await peopleOf(stage)
  const { page, faults, open, close } = await stage.signIn(busy)
  await open('/app')
  const tasks = page.locator('[data-task]:not([data-asks])')
  const before = await page.locator('[data-task]').count()
  const first = tasks.first()
  const id = await first.getAttribute('data-task')

  await first.focus()
  await page.keyboard.press('x')
  await page.locator('.toast').first().waitFor()
  await page.locator(`[data-task="${id}"]`).waitFor({ state: 'detached' })

  expect(await page.locator('[data-task]').count()).toBe(before - 1)
  expect(faults).toEqual([])
  await close()
})
