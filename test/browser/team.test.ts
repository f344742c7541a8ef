import { beforeAll, describe, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
const shots = process.env['NORMA_SHOTS']
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

describe('the team', () => {
  test('is one row a person, whose day a click opens and gives tasks away from, with a reason', async () => {
    const { employees } = await stage.norma.ports.people.load()
    const name = employees[people.busy]?.name ?? ''
    const { page, faults, open, close } = await stage.signIn(people.head)

    await open('/app/team')
    await page.locator(`#person-${people.busy.replaceAll('.', String.raw`\.`)}`).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `The day of ${name}` }).waitFor()
    const first = page.locator('.tasks input[type=checkbox]').first()
    const task = (await first.getAttribute('value')) ?? ''
    await first.check()
    await page.locator('#person-bulk').waitFor()
    await expectAccessible(page)
    await page.locator('#person-bulk select').selectOption(people.head)
    await page.locator('#person-bulk input[name=reason]').fill('Ill')
    await page.locator('#person-bulk button.primary').click()
    await page.locator(`[id="${task}"] input`).waitFor({ state: 'detached' })

    const { body } = await stage.api(people.head, 'GET', `/tasks/${task}`)
    expect(body).toMatchObject({ task: { responsible: people.head } })
    expect(faults).toEqual([])
    await close()
  })

  test('is in the menu of whoever leads others, and of nobody else; YAML is for whoever edits rules', async () => {
    const menuOf = async (who: string): Promise<readonly string[]> => {
      const { page, open, close } = await stage.signIn(who)
      await open('/app')
      const names = await page.locator('nav.menu a').allInnerTexts()
      await close()
      return names
    }

    expect(await menuOf(people.head)).toContain('Team')
    const seller = await menuOf(people.busy)
    expect(seller).not.toContain('Team')
    expect(seller).not.toContain('Rules')
    expect(seller).not.toContain('API')
  })

  test.each([
    [1440, 'en', 'light'],
    [1440, 'ru', 'dark'],
    [390, 'en', 'dark'],
    [390, 'ru', 'light'],
  ] as const)('holds at %i in %s, %s', async (width, language, theme) => {
    const { page, faults, open, close } = await stage.signIn(people.head, { width, language, theme })

    for (const [name, path] of [
      ['team', '/app/team'],
      ['day', `/app/team/${people.busy}`],
      ['my-day', '/app'],
    ] as const) {
      await open(path)
      await expectNoSidewaysScroll(page)
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${width}-${language}.png` })
    }
    expect(faults).toEqual([])
    await close()
  })
})

describe('the header', () => {
  test('has a bell with the count and the last notices, and adds by the key n', async () => {
    const { page, faults, open, close } = await stage.signIn(people.head)

    await open('/app')
    await page.locator('[data-bell-count]:not([hidden])').waitFor()
    await page.locator('[data-bell]').click()
    await page.locator('dialog.piece .linked li').first().waitFor()
    expect(await page.locator('dialog.piece .linked li').count()).toBeLessThanOrEqual(10)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.locator('dialog.piece', { hasText: 'Add' }).waitFor()
    await expectAccessible(page)
    expect(faults).toEqual([])
    await close()
  })

  test('adds a comment to one of one’s own deals from anywhere', async () => {
    const { page, faults, open, close } = await stage.signIn(people.busy)

    await open('/app/plan')
    await page.keyboard.press('n')
    await page.locator('dialog.piece summary', { hasText: 'Comment' }).click()
    const deal = await page.locator('dialog.piece details[open] select').inputValue()
    await page.locator('dialog.piece details[open] textarea').fill('Said from elsewhere')
    await page.locator('dialog.piece details[open]').getByRole('button', { name: 'Send' }).click()
    await page.locator('dialog.piece').waitFor({ state: 'detached' })

    const { body } = await stage.api(people.busy, 'GET', `/deals/${deal}/comments`)
    expect(body).toMatchObject({ items: [{ text: 'Said from elsewhere' }] })
    expect(faults).toEqual([])
    await close()
  })
})

test('each of the five questions of a head is answered in three clicks at most', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head)
  const menu = (path: string) => `nav.menu a[href="${path}"]:visible`
  const questions: readonly (readonly [question: string, clicks: readonly string[], answer: string])[] = [
    ['who is behind, and why', [menu('/app/plan'), '.plan-rows tbody th a'], '#why-title ~ *'],
    ['what is stuck, in all directions', [menu('/app/team')], '#stuck tbody tr'],
    ['what each has to do today', [menu('/app/team'), 'table.team tbody th a'], 'h1'],
    ['who did how much yesterday', [menu('/app/team')], 'table.team td:nth-child(5)'],
    ['which leads are late now', [menu('/app/team')], 'table.team td:nth-child(7)'],
  ]

  const counted: (readonly [question: string, clicks: number])[] = []
  for (const [question, clicks, answer] of questions) {
    await open('/app')
    for (const one of clicks) await page.locator(one).first().click()
    await page.locator(answer).first().waitFor()
    counted.push([question, clicks.length])
  }

  expect(counted.filter(([, clicks]) => clicks > 3)).toEqual([])
  expect(await page.locator('table.team thead').innerText()).toMatch(/Done yesterday[^]*Awaiting reply/)
  expect(faults).toEqual([])
  await close()
}, 60_000)

test('the day of a head begins with the team, and whose each thing is', async () => {
  const { page, faults, open, close } = await stage.signIn(people.head)

  await open('/app')
  await page.locator('.team-day:not([hidden]) a[href^="/app/team/"]').first().waitFor()
  const said = await page.locator('.team-day').innerText()
  await expectAccessible(page)

  expect(said).toMatch(/Overdue\s+\d+/)
  expect(said).toMatch(/Stuck\s+\d+/)
  expect(said).toMatch(/Behind plan\s+\d+/)
  expect(faults).toEqual([])
  await close()
}, 60_000)
