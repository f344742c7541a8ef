import { readFileSync } from 'node:fs'

import { beforeAll, expect, test } from 'vitest'

import { languagePort } from '#config/language-port'
import { foundCompany } from '#local/found-company'
import { memoryPorts } from '#product/memory-ports'
import type { Ports } from '#ports/ports'
import { aDoor, type Door } from '#test/support/http'

let ports: Ports
let door: Door

beforeAll(async () => {
  ports = memoryPorts({ clock: { now: () => '2026-12-01T07:00:00.000Z' }, language: languagePort }).ports
  await foundCompany(ports, readFileSync('pipelines.yaml', 'utf8'))
  door = await aDoor({ ports })
})

const asked = {
  company: 'Аврора',
  currency: 'KZT',
  zone: 'Asia/Almaty',
  language: 'ru',
  rules: 'kept',
  name: 'Олег Смирнов',
  email: 'oleg@aurora.example',
}
const setUp = (more: object = {}) => door.ask('PUT', '/company/beginning', { as: 'admin', body: { ...asked, ...more } })

test('a zone that there is not is told, and nothing is changed', async () => {
  const { status, body } = await setUp({ zone: 'Mars/Olympus' })

  expect([status, body.code]).toEqual([422, 'field_value'])
  expect(body.detail).toContain('Mars/Olympus')
  expect((await setUp({ zone: 'Москва' })).body.detail).toContain('such as Europe/Moscow')
  expect((await ports.people.load()).departments['company']?.name).toBe('Company')
})

test('a company gets its name, currency and zone, and keeps the rules it has', async () => {
  const before = (await ports.rules.current()).text
  const closed = { id: 'archive', name: 'Архив', parent: null, head: null, active: false }
  await ports.people.saveDepartment(closed)
  const { status } = await setUp()
  const { text, model } = await ports.rules.current()
  const { departments, employees } = await ports.people.load()

  expect(status).toBe(200)
  expect(text).toBe(before.replace('timezone: Europe/Moscow', 'timezone: Asia/Almaty'))
  expect(model.calendar.timezone).toBe('Asia/Almaty')
  expect((await ports.settings.load()).currency).toBe('KZT')
  expect(departments['company']).toMatchObject({ name: 'Аврора', head: 'admin' })
  expect(departments['archive']).toEqual(closed)
  expect(employees['admin']).toMatchObject({ name: 'Олег Смирнов', email: 'oleg@aurora.example' })
})

test('it may think again, and begin with a first file in its language', async () => {
  const { status } = await setUp({ rules: 'first' })
  const { model } = await ports.rules.current()

  expect(status).toBe(200)
  expect(Object.values(model.pipelines)[0]?.name).toMatch(/[а-я]/)
  expect((await ports.people.load()).employees['admin']?.roles).toEqual(Object.keys(model.roles))
})

test('its first people are hired, take over their roles, and after that it has begun', async () => {
  const [role = ''] = Object.keys((await ports.rules.current()).model.roles)
  const wrong = await door.post(
    '/company/beginning/people',
    { people: [{ name: 'Анна Петрова' }, { name: 'X', roles: ['nobody'] }] },
    { as: 'admin' },
  )
  const afterWrong = Object.keys((await ports.people.load()).employees)
  // As a process leaves it that ended after the first of them.
  const cutOff = { id: 'anna.petrova', name: 'Анна Петрова', email: 'anna@aurora.example', roles: [], active: true }
  await ports.people.saveEmployee({ ...cutOff, department: 'company' })
  const people = [{ name: 'Анна Петрова', email: 'anna@aurora.example', roles: [role] }, { name: 'Анна Петрова' }]
  // Somebody was hired before it was broken off.
  const half = { ...ports, entry: { ...ports.entry, saveBeginning: () => Promise.reject(new Error('Killed.')) } }
  await (await aDoor({ ports: half })).post('/company/beginning/people', { people }, { as: 'admin' })
  const { status, body } = await door.post('/company/beginning/people', { people }, { as: 'admin' })
  const again = await setUp()
  const { employees } = await ports.people.load()

  expect([wrong.status, wrong.body.code]).toEqual([422, 'field_value'])
  expect(afterWrong).toEqual(['admin'])
  expect(status).toBe(200)
  expect(Object.keys(employees).toSorted()).toEqual(['admin', 'anna.petrova', 'anna.petrova.2'])
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['anna.petrova', 'anna.petrova.2'])
  expect(employees['anna.petrova']).toMatchObject({ roles: [role], department: 'company', active: true })
  expect(employees['admin']?.roles).not.toContain(role)
  expect(Object.keys(employees)).toEqual(['admin', 'anna.petrova', 'anna.petrova.2'])
  expect([again.status, again.body.code]).toEqual([409, 'company_begun'])
})
