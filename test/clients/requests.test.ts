import { beforeEach, expect, test } from 'vitest'

import { keepRequests } from '#clients/usecases/requests/keep-requests'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { aWorldInMemory, type World } from '#test/support/world'

const rules = `${steadyRules()}
consents:
  news: { text: I agree to be written to., version: 1, for: [mail] }
  data: { text: I agree to be kept., version: 1, required: yes }
clients:
  personal_data: { of: RU, requests: { by: lawyer, access: 3 working days } }
`

let world: World
let door: Door
let client = ''
beforeEach(async () => {
  world = await aWorldInMemory({ text: rules })
  door = await aDoor(world)
  const made = await door.post('/clients', { kind: 'person', name: 'Vera', owner: 'anna', phone: '+7 916 000-00-01' })
  client = made.body.id
})

const ask = (kind: string, more: object = {}, as = 'anna') =>
  door.post(`/clients/${client}/requests`, { kind, way: 'letter', ...more }, { as })
const answer = (request: string, state: string, as: string) =>
  door.post(`/clients/${client}/requests/${request}/answer`, { state, answer: 'As they wished' }, { as })
const tasksOf = async (as: string) =>
  (await door.get('/tasks?assignee=me', { as })).body.items.map(
    ({ do: text, dueAt, status }: { do: string; dueAt: string; status: string }) => [text, dueAt, status],
  )
const lawyer = async () => {
  const { employees } = await world.ports.people.load()
  return Object.values(employees).find(({ roles }) => roles.includes('lawyer'))?.id ?? ''
}

test('what a client asks is a task of whoever answers for it, due by working days, and seen where it is owed', async () => {
  const who = await lawyer()

  const asked = await ask('access', { note: 'All of it, please' })
  const twice = await ask('access')
  const future = await ask('correction', { receivedOn: '2026-12-02' })
  const earlier = await ask('correction', { receivedOn: '2026-11-27' })
  const list = (await door.get('/personal-data/requests', { as: who })).body.items
  const foreign = (await door.get('/personal-data/requests', { as: 'boris' })).body.items
  const onCard = (await door.get(`/clients/${client}/requests`, { as: who })).body.items

  expect([asked.status, asked.body.responsible, asked.body.dueAt]).toEqual([201, who, '2026-12-04T15:00:00.000Z'])
  expect([twice.status, twice.body.code, future.status, earlier.status]).toEqual([409, 'request_state', 422, 201])
  expect(await tasksOf(who)).toEqual([
    ['Tell a client what we keep of them', '2026-12-04T15:00:00.000Z', 'open'],
    ['Put right what we keep of a client', '2026-12-08T15:00:00.000Z', 'open'],
  ])
  expect(list.map(({ kind }: { kind: string }) => kind)).toEqual(['access', 'correction'])
  expect([foreign, onCard.length, onCard.find((one: { kind: string }) => one.kind === 'access').note]).toEqual([
    [],
    2,
    'All of it, please',
  ])
})

test('one that is not answered in time is overdue like every task, and climbs the ladder', async () => {
  await ask('access')
  const who = await lawyer()
  world.setNow('2026-12-07T07:00:00.000Z')

  await sweepDue(world.ports, world.now())
  const late = (await door.get('/tasks?assignee=me&state=overdue', { as: who })).body.items

  expect(late).toHaveLength(1)
  expect(late[0].overdueFor ?? late[0].missed?.dueAt).toBe('2026-12-04T15:00:00.000Z')
})

test('handing out what is kept answers access, an erasure by two people answers erasure, and nothing else does', async () => {
  const [access, erasure] = [(await ask('access')).body.id, (await ask('erasure')).body.id]
  const who = await lawyer()

  const byHand = [await answer(access, 'done', who), await answer(erasure, 'done', who)]
  const asked = (await door.get(`/clients/${client}/erasure`)).body
  await door.post(`/clients/${client}/personal-data`, {})
  const between = (await door.get(`/clients/${client}/requests`)).body.items
  const done = await door.post(`/clients/${client}/erasure/confirmation`, {})
  const after = (await door.get(`/clients/${client}/requests`)).body.items
  const closed = Object.fromEntries(
    after.map((one: { id: string; state: string; act: string }) => [one.id, [one.state, one.act]]),
  )

  expect(byHand.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'request_state'],
    [409, 'request_state'],
  ])
  expect([asked.state, asked.askedBy, asked.reason]).toEqual(['asked', 'anna', erasure])
  expect(between.filter(({ state }: { state: string }) => state === 'open')).toHaveLength(1)
  expect(done.body.state).toBe('done')
  expect(closed).toEqual({ [access]: ['done', 'package'], [erasure]: ['done', 'erasure'] })
  expect(await tasksOf(who)).toEqual([])
})

test('an erasure that is asked for has its clock too, and a refused one is nobody’s to confirm any more', async () => {
  await door.post(`/clients/${client}/erasure`, { reason: 'Letter of 20 November' }, { as: 'anna' })
  const who = await lawyer()
  const [request] = (await door.get(`/clients/${client}/requests`)).body.items

  const stranger = await answer(request.id, 'refused', 'boris')
  const refused = await answer(request.id, 'refused', who)
  const again = await answer(request.id, 'refused', who)
  const confirmed = await door.post(`/clients/${client}/erasure/confirmation`, {})

  expect([request.kind, request.dueAt.slice(0, 10), stranger.status]).toEqual(['erasure', '2026-12-31', 404])
  expect([refused.body.state, refused.body.answer, again.status, confirmed.status]).toEqual([
    'refused',
    'As they wished',
    409,
    404,
  ])
  expect(await tasksOf(who)).toEqual([])
})

test('whoever is left alone is written to by nothing any more', async () => {
  const { id } = (await ask('objection')).body
  const who = await lawyer()

  await answer(id, 'done', who)
  const consents = (await door.get(`/clients/${client}/consents`)).body.items

  expect(consents.map(({ consent, state }: { consent: string; state: string }) => [consent, state])).toEqual([
    ['news', 'revoked'],
    ['data', 'none'],
  ])
})

test('the words of a request are handed out with what is kept, and go with an erasure; that it was asked stays', async () => {
  await ask('correction', { note: 'My patronymic is Zephyrovna' })
  const who = await lawyer()
  const [{ id }] = (await door.get(`/clients/${client}/requests`)).body.items

  const pack = JSON.stringify((await door.post(`/clients/${client}/personal-data`, {})).body)
  await answer(id, 'done', who)
  await door.post(`/clients/${client}/erasure`, { reason: 'Letter' }, { as: 'anna' })
  const act = (await door.post(`/clients/${client}/erasure/confirmation`, {})).body
  const left = await world.ports.keeping.requestsOf(client)
  const headers = { 'accept-language': 'ru' }
  const card = await (await pagesOn(world)(`/app/clients/${client}`, { as: 'helen', headers })).text()

  // The card says in its own language where something was.
  expect(card).toMatch(/<li>Карточка: \d+<\/li>/)
  expect(card).not.toContain('request of a client')
  expect(pack).toContain('Zephyrovna')
  expect(act.places).toEqual(expect.arrayContaining([{ room: 'clients', place: 'request of a client', count: 1 }]))
  expect(JSON.stringify(left)).not.toContain('Zephyrovna')
  expect(left.map(({ kind, state, act: by }) => [kind, state, by])).toEqual([
    ['correction', 'done', 'correction'],
    ['erasure', 'done', 'erasure'],
  ])
})

test('a request that was broken off before it had a task gets one, once', async () => {
  const { openTask } = world.ports.deals
  const dying = { ...world.ports, deals: { ...world.ports.deals, openTask: () => Promise.reject(new Error('died')) } }
  const broken = await (
    await aDoor({ ports: dying })
  ).post(`/clients/${client}/requests`, { kind: 'access', way: 'mail' })
  const who = await lawyer()

  const [before, healed, again] = [
    await tasksOf(who),
    await keepRequests({ ...world.ports, deals: { ...world.ports.deals, openTask } }),
    await keepRequests(world.ports),
  ]

  expect([broken.status, before, healed.opened, again.opened]).toEqual([500, [], 1, 0])
  expect(await tasksOf(who)).toEqual([['Tell a client what we keep of them', '2026-12-04T15:00:00.000Z', 'open']])
})
