import { expect, test } from 'vitest'

import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()

/** Publishes a text in which one name is another, and returns the version before it. */
async function publish(from: string, to: string, note: string): Promise<number> {
  const { version, text } = await stage.norma.ports.rules.current()
  const body = { text: text.replace(from, to), note, expected: version }
  const { status } = await stage.api('admin', 'POST', '/rules', body)
  expect(status).toBe(201)
  return version
}

test('the versions tell who published what, when and why, and what each changed', async () => {
  const before = await publish('name: Presentation', 'name: First meeting', 'Our own word for it')
  const { page, open, faults, close } = await stage.signIn('admin')

  await open('/app/editor')
  await page.locator('a[href="/app/editor/versions"]').click()
  const row = page.locator(`#version-${before + 1}`)
  await row.waitFor()
  const told = await row.innerText()
  await row.locator('button', { hasText: 'What it changed' }).click()
  const difference = page.locator('dialog .difference')
  await difference.first().waitFor()

  expect(told).toContain('in force')
  expect(told).toContain('Our own word for it')
  expect(await difference.locator('del').allInnerTexts()).toEqual([expect.stringContaining('name: Presentation')])
  expect(await difference.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('name: First meeting')])
  await expectAccessible(page)
  expect(faults).toEqual([])
  await close()
})

test('an earlier version comes back after its plan has been read, as a version of its own', async () => {
  const before = await publish('name: General offer', 'name: Our range', 'A try')
  const { page, open, faults, close } = await stage.signIn('admin')
  await open('/app/editor/versions')

  await page.locator(`[data-rollback="${before}"]`).click()
  await page.locator('.plan-publish').waitFor()
  const planned = await page.locator('.planned').innerText()
  await page.locator('.plan-publish input[name=note]').fill('It was clearer')
  await page.locator('.plan-publish button.primary').click()
  await page.locator(`#version-${before + 2}`).waitFor()

  const { version, restores, text, note } = await stage.norma.ports.rules.current()
  expect(planned).toContain('General offer')
  expect({ version, restores, note }).toEqual({ version: before + 2, restores: before, note: 'It was clearer' })
  expect(text).toContain('name: General offer')
  expect(await page.locator(`#version-${before + 2}`).innerText()).toContain(`Went back to version ${before}.`)
  expect(faults).toEqual([])
  await close()
})

test('a publishing is put down for a time, is seen with the versions, and is called off', async () => {
  const { page, open, faults, close } = await stage.signIn('admin')
  await open('/app/editor')
  await page.locator('#editor-state:is(.good, .warn)').waitFor()
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('# From January on\n')
  const { version } = await stage.norma.ports.rules.current()
  await page.locator('#editor-plan').click()
  await page.locator('.plan-publish input[name=at]').fill('2031-01-09T09:00')
  await page.locator('.plan-publish input[name=note]').fill('For the new year')
  await page.locator('.plan-publish button.primary').click()

  const waiting = page.locator('[id^=scheduled-] ', { hasText: 'For the new year' })
  await waiting.first().waitFor()
  const kept = await stage.norma.ports.rules.scheduled()
  await waiting.locator('button', { hasText: 'Call it off' }).click()
  await expect.poll(async () => (await stage.norma.ports.rules.scheduled()).length).toBe(0)

  expect(kept.map(({ at, expected, state }) => ({ at, expected, state }))).toEqual([
    { at: '2031-01-09T06:00:00.000Z', expected: version, state: 'waiting' },
  ])
  expect((await stage.norma.ports.rules.current()).version).toBe(version)
  expect(faults).toEqual([])
  await close()
})

test('a rule of the automation is paused with a reason and runs again', async () => {
  const { page, open, faults, close } = await stage.signIn('admin', { language: 'ru', width: 420, height: 800 })
  await open('/app/automation')
  const rule = page.locator('#rule-paid_in_full')

  await rule.locator('input[name=reason]').fill('Банк присылает платежи дважды')
  await rule.locator('button', { hasText: 'Поставить на паузу' }).click()
  await rule.locator('.badge', { hasText: 'на паузе' }).waitFor()
  const paused = await stage.norma.ports.automation.pauses()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await rule.locator('button', { hasText: 'Запустить снова' }).click()
  await rule.locator('.badge', { hasText: 'работает' }).waitFor()

  expect(paused.map(({ rule: id, by, reason }) => ({ id, by, reason }))).toEqual([
    { id: 'paid_in_full', by: 'admin', reason: 'Банк присылает платежи дважды' },
  ])
  expect(await stage.norma.ports.automation.pauses()).toEqual([])
  expect(faults).toEqual([])
  await close()
})

test('whoever may not publish sees the versions and what happens by itself, and no way to change them', async () => {
  const { employees } = await stage.norma.ports.people.load()
  const seller = Object.values(employees).find(({ active, rights }) => active && rights?.rules_edit !== 'all')
  const { page, open, faults, close } = await stage.signIn(seller?.id ?? '')

  await open('/app/editor/versions')
  const rows = await page.locator('tbody tr').count()
  const ways = await page.locator('[data-rollback], form[data-api]').count()
  await open('/app/automation')

  expect(rows).toBeGreaterThan(0)
  expect(ways).toBe(0)
  expect(await page.locator('section.card').count()).toBeGreaterThan(0)
  expect(await page.locator('form[data-api*="pause"]').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})
