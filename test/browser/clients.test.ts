import { beforeAll, expect, test } from 'vitest'

import { peopleOf, type DemoPeople } from './demo-people'
import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()
const shots = process.env['NORMA_SHOTS']
let people: DemoPeople

beforeAll(async () => {
  people = await peopleOf(stage)
})

test.each([
  [390, 'ru', 'Клиенты'],
  [1440, 'en', 'Clients'],
] as const)(
  'a client is found in the list, gets a number, and a head is shown it (%i, %s)',
  async (width, language, title) => {
    const { page, faults, open, close } = await stage.signIn(people.busy, { width, language })
    await open('/app/clients')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/clients-${width}-${language}.png` })
    await page.locator('main table a').first().click()
    await page.waitForURL(/\/app\/clients\/client_/)
    const path = new URL(page.url()).pathname
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (shots !== undefined) await page.screenshot({ path: `${shots}/client-${width}-${language}.png`, fullPage: true })
    await page.locator('[data-piece$="/way"]').click()
    await page.locator('dialog.piece form').waitFor()
    const number = width === 390 ? '+7 495 012-34-58' : '+7 495 012-34-59'
    await page.locator('dialog.piece form [name=text]').fill(number)
    await page.locator('dialog.piece form button.primary').click()
    await page.locator('dialog.piece').waitFor({ state: 'detached' })
    await page
      .locator(`a[href="tel:${number.replaceAll(/[ -]/g, '')}"]`)
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await close()

    const head = await stage.signIn(people.head, { width, language })
    await head.open(path)
    await expectAccessible(head.page)
    await head.page.locator('[data-piece*="/ways/"]').last().click()
    await head.page.locator('dialog.piece strong', { hasText: number.slice(-2) }).waitFor()
    expect(head.faults).toEqual([])
    await head.close()
  },
)
