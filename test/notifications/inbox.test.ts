import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'

import { operationDoors } from '#product/lists/operation-doors'
import { createApp } from '#http/app'
import { addTask } from '#usecases/tasks/add-task'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { readOldNotices } from '#demo/read-notices'
import { notify } from '#notices/usecases/notify'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

import { overdueEvent, settingsWith } from './scene'

const engine = useEngine()
let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld(engine, { now: '2026-12-01T09:00:00.000Z' })
  door = await aDoor(world)
  for (let no = 1; no <= 5; no += 1) {
    const at = `2026-12-01T08:0${no}:00.000Z`
    await notify(world.ports, overdueEvent({ notify: ['anna', 'boris'], at, id: `deal_1:${no}~overdue-task_${no}` }))
  }
})

test('the inbox comes in pages, the newest first, and says how much is unread', async () => {
  const first = await door.get('/inbox?limit=2', { as: 'anna' })
  const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
  const second = await door.get(next ?? '', { as: 'anna' })
  const times = [...first.body.items, ...second.body.items].map((item) => item.notice.at.slice(14, 16))

  expect(first.body.unread).toBe(5)
  expect(times).toEqual(['05', '04', '03', '02'])
  expect(first.body.items[0]).toMatchObject({ title: 'Overdue: Send the deck' })
})

test('everybody sees their own inbox and nobody another’s', async () => {
  const { body } = await door.get('/inbox', { as: 'anna' })
  const id = body.items[0].notice.id

  const helen = await door.get('/inbox', { as: 'helen' })
  const stolen = await door.post(`/inbox/${id}/read`, {}, { as: 'helen' })

  expect(helen.body).toEqual({ items: [], unread: 0 })
  expect([stolen.status, stolen.body.code]).toEqual([404, 'notice_unknown'])
})

test('a notice is marked as read, twice without harm, and as unread again', async () => {
  const { body } = await door.get('/inbox', { as: 'boris' })
  const path = `/inbox/${body.items[0].notice.id}/read`

  const read = await door.post(path, {}, { as: 'boris' })
  await door.post(path, {}, { as: 'boris' })
  const after = await door.get('/inbox', { as: 'boris' })
  await door.post(path, { read: false }, { as: 'boris' })
  const again = await door.get('/inbox', { as: 'boris' })

  expect(read.body.readAt).toBe('2026-12-01T09:00:00.000Z')
  expect([body.unread, after.body.unread, again.body.unread]).toEqual([5, 4, 5])
  expect(after.body.items[0].notice.readAt).toBe('2026-12-01T09:00:00.000Z')
  expect(again.body.items[0].notice.readAt).toBeUndefined()
})

test('everything up to a moment is marked as read in one go, and nothing of others', async () => {
  const marked = await door.post('/inbox/read-all', { until: '2026-12-01T11:03:00+03:00' }, { as: 'anna' })
  const left = await door.get('/inbox', { as: 'anna' })
  const rest = await door.post('/inbox/read-all', {}, { as: 'anna' })
  const boris = await door.get('/inbox', { as: 'boris' })

  expect([marked.body.marked, left.body.unread, rest.body.marked]).toEqual([3, 2, 2])
  expect(boris.body.unread).toBe(5)
})

test('who has said nothing is told in the inbox alone; what they choose is kept and heeded', async () => {
  const before = await door.get('/me/notifications', { as: 'fedor' })
  const settings = settingsWith({ language: 'ru', telegram: '42', webhook: 'https://example.com/norma' })
  const seen = { 'if-match': before.headers.get('etag') ?? '' }
  const saved = await door.ask('PUT', '/me/notifications', { as: 'fedor', body: settings, headers: seen })
  await notify(world.ports, overdueEvent({ notify: ['fedor'], id: 'deal_1:9~overdue-task_9' }))
  const inbox = await door.get('/inbox', { as: 'fedor' })
  const deliveries = await door.get('/me/deliveries', { as: 'fedor' })

  expect(before.body).toMatchObject({ email: false, telegram: null, webhook: null, quiet: true, digest: true })
  expect(saved.body).toEqual(settings)
  expect(inbox.body.items[0].title).toBe('Просрочено: Send the deck')
  expect(deliveries.body.items.map((one: { channel: string; state: string }) => [one.channel, one.state])).toEqual([
    ['webhook', 'waiting'],
    ['telegram', 'waiting'],
  ])
})

test.each([
  [{ email: true }, 'Your e-mail address is not known yet'],
  [{ webhook: 'http://example.com/' }, 'cannot be posted to'],
  [{ webhook: 'https://me:secret@example.com/' }, 'cannot be posted to'],
  [{ webhook: 'not an address' }, 'cannot be posted to'],
])('settings %j that could never work are refused in words', async (more, detail) => {
  const headers = { 'if-match': '*' }
  const reply = await door.ask('PUT', '/me/notifications', { as: 'cyril', body: settingsWith(more), headers })

  expect([reply.status, reply.body.code]).toEqual([422, 'field_value'])
  expect(reply.body.detail).toContain(detail)
})

const app = () =>
  createApp({
    ports: world.ports,
    doors: operationDoors,
    openApi: () => Promise.reject(new Error('not asked')),
    verifyToken: () => Promise.reject(new Error('not asked')),
    cursorSecret: 'a secret',
  })

async function calendarAt(path: string) {
  const response = await app().request(path)
  const text = await response.text()
  const events = response.ok
    ? new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    : []
  return { status: response.status, type: response.headers.get('content-type'), events }
}

test('open dated tasks are in the calendar behind a secret address, read by a calendar program', async () => {
  const command = await world.as('helen')
  const title = 'Кофемашины; “Аврора”, 2-й этаж'
  const deal = await createDeal(world.ports, command, { title, pipeline: 'b2b_new', owner: 'andrew' })
  const add = (what: string, dueAt: string) =>
    addTask(world.ports, command, deal.id, { do: what, responsible: 'andrew', dueAt })
  const long = `Call, write; and ${'повторить '.repeat(20).trim()}`
  const first = await add(long, '2026-12-02T12:00:00.000Z')
  const done = await add('Done already', '2026-12-03T12:00:00.000Z')
  await completeTask(world.ports, command, done.id, {})

  const before = await door.get('/me/calendar', { as: 'andrew' })
  const { body } = await door.ask('PUT', '/me/calendar', { as: 'andrew', body: { shared: true } })
  const { status, type, events } = await calendarAt(body.path)

  expect(before.body).toEqual({ shared: false })
  expect(body.path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ uid: `${first.id}@norma`, summary: long, description: title })
  expect(events[0]?.endDate.toJSDate().toISOString()).toBe('2026-12-02T12:00:00.000Z')
})

test('the calendar keeps to RFC 5545, whatever tasks were called before texts had a rule', async () => {
  const command = await world.as('helen')
  const title = 'Name\u0000 with\r\nbreaks \u202Eturned'
  const deal = await createDeal(world.ports, command, { title, pipeline: 'b2b_new', owner: 'andrew' })
  const what = `Zero\u0000 bell\u0007\nBEGIN:VEVENT ${'длинное дело '.repeat(20)}`
  await addTask(world.ports, command, deal.id, { do: what, responsible: 'andrew', dueAt: '2026-12-07T12:00:00.000Z' })
  const { body } = await door.ask('PUT', '/me/calendar', { as: 'andrew', body: { shared: true } })

  const text = await (await app().request(body.path)).text()

  const lines = text.split('\r\n')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Control}\p{Bidi_Control}]/u)
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength((await calendarAt(body.path)).events.length)
})

test('the address is told once, a new one ends the old one, and taken away there is none', async () => {
  const put = (shared: boolean) => door.ask('PUT', '/me/calendar', { as: 'lena', body: { shared } })
  const first = (await put(true)).body.path
  const second = (await put(true)).body.path
  const shown = await door.get('/me/calendar', { as: 'lena' })
  const during = await Promise.all([calendarAt(first), calendarAt(second)])
  await put(false)
  const after = await calendarAt(second)

  expect(shown.body).toEqual({ shared: true, since: '2026-12-01T09:00:00.000Z' })
  expect(during.map(({ status }) => status)).toEqual([404, 200])
  expect(after.status).toBe(404)
})

test('the calendar of somebody who has left is closed', async () => {
  const { body } = await door.ask('PUT', '/me/calendar', { as: 'quinn', body: { shared: true } })
  const { quinn } = (await world.ports.people.load()).employees
  if (quinn !== undefined) await world.ports.people.saveEmployee({ ...quinn, active: false })

  expect((await calendarAt(body.path)).status).toBe(404)
})

test.each(['nothing', `${'x'.repeat(43)}.ics`, '..%2Finbox', 'constructor'])(
  'there is no calendar at /calendar/%s',
  async (file) => {
    expect((await calendarAt(`/calendar/${file}`)).status).toBe(404)
  },
)

test('of months that are over five notices stay unread to everybody, the newest, as after the demo is made', async () => {
  const own = await aWorld(engine, { now: '2026-12-01T09:00:00.000Z' })
  for (let no = 1; no <= 8; no += 1) {
    const at = `2026-12-01T08:0${no}:00.000Z`
    await notify(own.ports, overdueEvent({ notify: ['anna'], at, id: `deal_1:${no}~overdue-task_${no}` }))
  }
  await readOldNotices(own.ports)

  const unread = await own.ports.notices.unread('anna', 100)
  const { items } = await own.ports.notices.inbox('anna', { limit: 100 })
  expect(unread).toEqual(
    items
      .slice(0, 5)
      .map(({ id }) => id)
      .toReversed(),
  )
  expect(await own.ports.notices.unread('boris', 100)).toEqual([])
})
