import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { peopleOf } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()

describe('a newcomer reads the playbook', () => {
  test('from the first page to a direction, a task in it, and the page of who does it', async () => {
    const { accountant } = await peopleOf(stage)
    const { page, faults, open, close } = await stage.signIn(accountant)
    await open('/app/playbook')
    expect(await page.locator('h1').textContent()).toBe('Sales playbook')

    await page.getByRole('link', { name: 'Regular companies', exact: true }).click()
    await page.locator('svg a[href$="#stage-payment"]').click()
    expect(new URL(page.url()).hash).toBe('#stage-payment')
    expect(await page.locator('#stage-payment').isVisible()).toBe(true)
    await page.locator('main').getByRole('link', { name: 'Accountant', exact: true }).first().click()

    expect(await page.locator('h1').textContent()).toBe('Accountant')
    expect(await page.locator('main').textContent()).toContain('Make sure the payment is on the account')
    expect(await page.locator('nav.menu a[aria-current="page"]:not(.again)').textContent()).toBe('Playbook')
    expect(faults).toEqual([])
    await close()
  })

  test('in Russian, on a phone, in the dark, with nothing in the way of a screen reader', async () => {
    const { accountant } = await peopleOf(stage)
    for (const path of ['', '/direction-b2b_new', '/role-owner', '/glossary', '/automation', '/deals']) {
      const look = { language: 'ru', theme: 'dark', width: 390, height: 800 } as const
      const { page, faults, open, close } = await stage.signIn(accountant, look)
      await open(`/app/playbook${path}`)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)

      expect({ path, faults }).toEqual({ path, faults: [] })
      await close()
    }
  })

  test('a page that is not there is answered in words', async () => {
    const { accountant } = await peopleOf(stage)
    const { page, open, close } = await stage.signIn(accountant)
    await open('/app/playbook/role-nobody')

    expect(await page.locator('main').textContent()).toContain('The playbook has no page “role-nobody”.')
    await close()
  })
})

test('the stylesheet of the product has the one of the playbook in it', () => {
  expect(readFileSync('src/browser/style/style.css', 'utf8')).toContain('playbook.css')
  expect(readFileSync('src/browser/style/playbook.css', 'utf8')).toContain('playbook/style/parts.css')
})
