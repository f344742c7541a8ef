import { beforeAll, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})

const create = (key: string, body: object = { title: 'Tea', pipeline: 'b2b_new' }, as = 'anna') =>
  door.post('/deals', body, { as, headers: { 'idempotency-key': key } })

test('fifty simultaneous requests with one key make one deal and get one answer', async () => {
  const body = { title: 'Tea', pipeline: 'b2b_new', owner: 'andrew' }
  const replies = await Promise.all(Array.from({ length: 50 }, () => create('one', body, 'boris')))

  const answers = new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body])))
  const deals = await door.get('/deals?owner=andrew')
  expect(answers.size).toBe(1)
  expect(replies[0]?.status).toBe(201)
  expect(deals.body.items).toHaveLength(1)
})

test('the same request written differently is the same request', async () => {
  const first = await create('two', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })

  const text = '{ "owner" : "anna",\n "pipeline":"b2b_new", "title":"\\u0054ea" }'
  const again = await door.ask('POST', '/deals', { as: 'anna', text, headers: { 'idempotency-key': 'two' } })

  expect([again.status, again.body]).toEqual([201, first.body])
})

test('a key that belongs to another request is refused', async () => {
  await create('three')

  const other = await create('three', { title: 'Coffee', pipeline: 'b2b_new' })

  expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
})

test('the same key of somebody else, or for something else, is another key', async () => {
  const { body } = await create('four', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })

  const other = await create('four', { title: 'Milk', pipeline: 'b2b_new', owner: 'andrew' }, 'andrew')
  const task = await door.post(
    `/deals/${body.id}/tasks`,
    { do: 'Call', by: 'owner', due: '1 working day' },
    { as: 'anna', headers: { 'idempotency-key': 'four' } },
  )

  expect([other.status, task.status]).toEqual([201, 201])
})

test.each(['', 'with space', 'ключ', 'x'.repeat(256)])('a key that cannot be used is refused: %j', async (key) => {
  const headers = key === 'ключ' ? { 'idempotency-key': '\u00ea\u00fe' } : { 'idempotency-key': key }
  const reply = await door.post('/deals', { title: 'Tea' }, { headers })

  expect([reply.status, reply.body.code]).toEqual([400, 'idempotency_key_bad'])
})

test('a move that is repeated with its key moves once', async () => {
  const { body } = await create('five', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  const { missing, next } = (await door.get(`/deals/${body.id}`)).body.gate
  const complete = missing.tasks.map((task: { id: string }) => task.id)
  const fields = Object.fromEntries(missing.fields.map((field: { id: string }) => [field.id, 'Known']))
  const move = () =>
    door.post(
      `/deals/${body.id}/moves`,
      { toStage: next, complete, fields },
      { headers: { 'idempotency-key': 'move' } },
    )

  const first = await move()
  const second = await move()

  expect(first.status).toBe(200)
  expect([second.status, second.body]).toEqual([200, first.body])
  expect((await door.get(`/deals/${body.id}`)).body.deal.version).toBe(2)
})
