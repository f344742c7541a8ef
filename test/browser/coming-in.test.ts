import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startNorma, type Norma } from '#local/norma'
import { inviteEmployee } from '#entry/usecases/invite-employee'
import { systemCaller } from '#domain/kernel/access'

import { closeAll, sharedBrowser } from './browser'
import { expectAccessible, expectNoSidewaysScroll, watch } from './support'

const folder = mkdtempSync(join(tmpdir(), 'norma-entry-'))
const password = 'кофейник едет в Тверь'
let norma: Norma
let browser: Browser
let address: string

beforeAll(async () => {
  norma = await startNorma({
    dataDir: join(folder, 'data'),
    port: 0,
    rulesText: readFileSync('pipelines.yaml', 'utf8'),
    log: (message, facts) => console.error(message, JSON.stringify(facts)),
  })
  // Passkeys are for names: numbers have none.
  address = norma.address.replace('127.0.0.1', 'localhost')
  browser = await sharedBrowser()
}, 120_000)
afterAll(async () => {
  await closeAll(browser)
  await norma.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function aBrowser(width = 1280): Promise<{ context: BrowserContext; page: Page; faults: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 860 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  // Rules in Russian come on the way: whoever goes on in English has chosen it.
  await context.addCookies([{ name: 'norma_language', value: 'en', url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { context, page, faults: watch(page, address) }
}

const linkFor = async (employee: string) =>
  address + (await inviteEmployee(norma.ports, systemCaller('system', 'test'), employee)).path

test('a new company: by the link to a password, its name, its people, and the first deal on the board', async () => {
  const { context, page, faults } = await aBrowser()
  await page.goto(await linkFor('admin'))
  await expectAccessible(page)
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Repeat it').fill(password)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.waitForURL('**/app/first-start')
  await expectAccessible(page)
  await page.getByLabel('What is the company called?').fill('Аврора')
  await page.getByLabel('Your name').fill('Олег Смирнов')
  await page.getByLabel('Your e-mail').fill('oleg@aurora.example')
  await page.getByLabel('Currency').selectOption('KZT')
  await page.getByLabel('Time zone').fill('Asia/Almaty')
  await page.getByLabel('Language of the rules').selectOption('ru')
  await page.getByLabel(/^A first set/).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/app/first-start/people')
  await page.goBack()
  await page.reload()
  expect(await page.getByLabel('What is the company called?').inputValue()).toBe('Аврора')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Олег Смирнов')
  // Whoever leaves midway is led back from their day to where they were.
  await page.goto(`${address}/app`)
  await page.getByRole('link', { name: 'Go on with the first steps' }).click()
  await page.waitForURL('**/app/first-start/people')
  const first = page.getByRole('group', { name: 'Person 1' })
  await first.getByLabel('Name').fill('Анна Петрова')
  await first.getByLabel('E-mail').fill('anna@aurora.example')
  await first.locator('summary').click()
  await first.getByRole('checkbox').first().check()
  await page.getByRole('group', { name: 'Person 3' }).getByLabel('Name').fill('Иван Котов')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/app/first-start/deal')
  await page.getByLabel('What is it about?').fill('Кофемашины для «Ромашки»')
  await page.getByLabel('Client', { exact: true }).fill('Ромашка')
  await page
    .locator('main')
    .getByLabel(/^Client type/)
    .selectOption('company')
  await page.getByLabel(/^Amount/).fill('1 250 000,50')
  await page.getByRole('button', { name: 'Put it on the board' }).click()
  await page.waitForURL(/\/app\/board\//)
  await page.getByText('Кофемашины для «Ромашки»').first().waitFor()
  const { employees, departments } = await norma.ports.people.load()
  const { model } = await norma.ports.rules.current()

  expect(Object.keys(employees)).toEqual(['admin', 'anna.petrova', 'ivan.kotov'])
  expect(employees['admin']).toMatchObject({ name: 'Олег Смирнов', email: 'oleg@aurora.example' })
  expect(employees['anna.petrova']?.roles).toHaveLength(1)
  expect(employees['admin']?.roles).not.toContain(employees['anna.petrova']?.roles[0])
  expect(Object.values(departments).map(({ name }) => name)).toEqual(['Аврора'])
  expect((await norma.ports.settings.load()).currency).toBe('KZT')
  expect(model.calendar.timezone).toBe('Asia/Almaty')
  expect(Object.values(model.pipelines)[0]?.name).toMatch(/[а-я]/)
  expect(faults).toEqual([])
  await context.close()
}, 120_000)

test('by the link to a password, out, in again, and out everywhere', async () => {
  const one = await aBrowser(390)
  await one.page.goto(`${address}/app/sign-in`)
  await expectAccessible(one.page)
  await expectNoSidewaysScroll(one.page)
  await one.page.getByLabel('E-mail or login').fill('oleg@aurora.example')
  await one.page.getByLabel('Password').fill('not the password')
  await one.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await one.page.getByRole('alert').getByText('do not belong together').waitFor()
  await one.page.getByLabel('Password').fill(password)
  await one.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await one.page.waitForURL('**/app')
  const stolen = (await one.context.cookies()).find(({ name }) => name === 'norma_session')?.value ?? ''
  const open = () =>
    fetch(`${address}/app/account`, { headers: { cookie: `norma_session=${stolen}` }, redirect: 'manual' })
  const before = (await open()).status
  await one.page.locator('.account summary').click()
  await one.page.getByRole('button', { name: 'Sign out' }).click()
  await one.page.waitForURL('**/app/sign-in')
  const after = (await open()).status
  await one.context.close()

  const two = await aBrowser()
  await two.page.goto(`${address}/app/sign-in`)
  await two.page.getByLabel('E-mail or login').fill('admin')
  await two.page.getByLabel('Password').fill(password)
  await two.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await two.page.waitForURL('**/app')
  await two.page.goto(`${address}/app/account`)
  await two.page.getByText('here', { exact: true }).waitFor()
  await two.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await two.page.waitForURL('**/app/sign-in')

  expect([before, after]).toEqual([200, 302])
  expect(await norma.ports.entry.sessions('admin')).toEqual([])
  expect(two.faults).toEqual([])
  await two.context.close()
}, 120_000)

test('by the link to a passkey, and in again with it alone', async () => {
  const { context, page, faults } = await aBrowser()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(await linkFor('anna.petrova'))
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.waitForURL('**/app')
  await page.goto(`${address}/app/account`)
  const kept = await norma.ports.entry.find('anna.petrova')
  await page.locator('.account summary').click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await page.waitForURL('**/app/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/app')
  const [session] = await norma.ports.entry.sessions('anna.petrova')
  await page.goto(`${address}/app/account`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('This passkey is your only way in.').waitFor()
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Repeat it').fill(password)
  await page.getByRole('button', { name: 'Set a password' }).click()
  await page.waitForURL('**/app/account?done=password')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('No passkey yet.').waitFor()

  expect(kept.passkeys).toHaveLength(1)
  expect(kept.invitation).toBeUndefined()
  expect(kept.password).toBeUndefined()
  expect(session?.by).toBe('passkey')
  expect(faults).toEqual([])
  await context.close()
}, 120_000)

test('whoever looks after the people makes a link on the page, and sees who is signed in where', async () => {
  const { context, page, faults } = await aBrowser()
  await context.addCookies([{ name: 'norma_session', value: await norma.mint('admin'), url: address }])
  await page.goto(`${address}/app/people/ivan.kotov`)
  await page.getByText('Has not signed in yet.').waitFor()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  const guest = await aBrowser()
  await guest.page.goto(link)
  await guest.page.getByLabel('New password').fill(password)
  await guest.page.getByLabel('Repeat it').fill(password)
  await guest.page.getByRole('button', { name: 'Save and continue' }).click()
  await guest.page.waitForURL('**/app')
  await page.reload()
  await page.getByText('Signs in by password.').waitFor()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page
    .getByText('Nowhere.')
    .or(page.getByText('None.', { exact: true }))
    .first()
    .waitFor()
    .catch(() => undefined)
  await expect.poll(async () => (await norma.ports.entry.sessions('ivan.kotov')).length, { timeout: 5000 }).toBe(0)
  await guest.page.goto(`${address}/app`)

  expect(guest.page.url()).toContain('/app/sign-in')
  expect(faults).toEqual([])
  await guest.context.close()
  await context.close()
}, 120_000)
