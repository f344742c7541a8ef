import { expect, test } from 'vitest'

import { expectAccessible, expectNoSidewaysScroll, useStage } from './support'

const stage = useStage()

const staff = async () => (await stage.norma.ports.people.load()).employees

test('whoever looks after the people hires, gives roles and rights, writes an absence down', async () => {
  const { page, faults, open, close } = await stage.signIn('admin')
  await open('/app/people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByLabel('Name').fill('Мария Щукина')
  const login = await page.getByLabel(/^Login/).inputValue()
  await page.getByLabel('E-mail').fill('maria@samovar.example')
  await page.getByRole('dialog').getByLabel('Lawyer').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add a person' }).click()
  await page.waitForURL('**/app/people/mariya.shchukina')
  const hired = (await staff())['mariya.shchukina']
  await page.getByLabel('Sees deals and tasks').selectOption('department')
  await page
    .locator('form', { has: page.getByLabel('Sets targets') })
    .getByRole('button', { name: 'Save' })
    .click()
  await page.getByText('sees the department’s deals', { exact: false }).first().waitFor()
  await page.getByLabel('From').fill('2026-12-01')
  await page.getByLabel('To', { exact: true }).fill('2026-12-11')
  await page.locator('#main').getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('nobody stands in', { exact: false }).waitFor()
  await page
    .locator('form', { has: page.getByLabel('Lawyer') })
    .getByRole('checkbox', { name: 'Lawyer' })
    .uncheck()
  await page
    .locator('form', { has: page.getByLabel('Lawyer') })
    .getByRole('button', { name: 'Save' })
    .click()
  await expect.poll(async () => (await staff())['mariya.shchukina']?.roles, { timeout: 5000 }).toEqual([])

  expect(login).toBe('mariya.shchukina')
  expect(hired).toMatchObject({ email: 'maria@samovar.example', roles: ['lawyer'], active: true })
  expect((await staff())['mariya.shchukina']).toMatchObject({
    email: 'maria@samovar.example',
    rights: { deals_read: 'department' },
    absences: [{ from: '2026-12-01', to: '2026-12-11' }],
  })
  await expectAccessible(page)
  expect(faults).toEqual([])
  await close()
}, 90_000)

test('a role in which nobody is is red, and says what goes elsewhere because of it', async () => {
  const lawyers = Object.values(await staff()).filter(({ roles }) => roles.includes('lawyer'))
  for (const one of lawyers) await stage.norma.ports.people.saveEmployee({ ...one, roles: [] })
  const { page, faults, open, close } = await stage.signIn('admin', { language: 'ru' })
  await open('/app/people')

  const said = await page.locator('.empty-roles').innerText()

  expect(said).toContain('Lawyer')
  expect(said).toContain('задачи уходят руководителю ответственного за сделку')
  expect(await page.locator('.roles-of-file .badge.bad').innerText()).toBe('Никого')
  await expectAccessible(page)
  expect(faults).toEqual([])
  await close()
}, 60_000)

test('who leaves hands over what is open, and is out', async () => {
  const everybody = Object.values(await staff())
  const [from, to] = everybody.filter(({ roles, active }) => active && roles.includes('b2b_hunters'))
  if (from === undefined || to === undefined) throw new Error('The demo company has hunters.')
  const { page, faults, open, close } = await stage.signIn('admin')
  await open(`/app/people/${from.id}`)
  await page.getByLabel('Give all of it to').selectOption(to.id)
  await page.getByRole('button', { name: 'Hand over' }).click()
  await page.waitForURL('**/app/handovers/*')
  await stage.norma.runtime.idle()
  // A page that shows what goes on looks again by itself.
  await page.locator('.badge.good').waitFor({ timeout: 30_000 })
  const whom = await page.locator('main table th[scope=row]').innerText()
  await open(`/app/people/${from.id}`)
  await page.getByText('Nothing is open under this name.').waitFor()
  await page.getByRole('button', { name: 'Leaves: close all access' }).click()
  await page.getByText('Has left.').waitFor()

  const { status } = await stage.api(from.id, 'GET', '/me')

  expect([whom, status]).toEqual([to.name, 401])
  expect((await stage.norma.ports.deals.byOwner({ owner: from.id, limit: 1 })).items).toEqual([])
  expect(faults).toEqual([])
  await close()
}, 90_000)

test('departments are made, moved and given a head by the keyboard', async () => {
  const { page, faults, open, close } = await stage.signIn('admin')
  await open('/app/people')
  await page.getByRole('button', { name: 'New department' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Name').fill('Export')
  await page.getByRole('dialog').getByLabel('Belongs to').selectOption({ index: 1 })
  await page.getByRole('dialog').getByLabel('Name').press('Enter')
  await page.locator('#department-export').waitFor()

  const { departments } = await stage.norma.ports.people.load()

  expect(departments['export']).toMatchObject({ name: 'Export', head: null })
  expect(departments['export']?.parent).not.toBeNull()
  expect(faults).toEqual([])
  await close()
}, 60_000)

test('on a phone nothing has to be pushed sideways, and others than who looks after people stay out', async () => {
  const { page, open, close } = await stage.signIn('admin', { width: 390, height: 844, language: 'ru' })
  for (const path of ['/app/people', '/app/people/admin', '/app/account']) {
    await open(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await close()
  const seller = Object.values(await staff()).find(({ roles, active }) => active && roles.includes('b2b_hunters'))
  const other = await stage.signIn(seller?.id ?? '')
  await other.open('/app/people')

  expect(await other.page.getByRole('link', { name: 'People' }).count()).toBe(0)
  expect(await other.page.locator('h1').innerText()).not.toBe('People')
  await other.close()
}, 90_000)
