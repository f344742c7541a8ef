import { beforeAll, beforeEach, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door
let dealId = ''
let taskId = ''

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})
beforeEach(async () => {
  dealId = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body.id
  taskId = (await add({ do: 'Call', responsible: 'lena', due: '1 working day', checklist: ['Price', 'Date'] })).body.id
})

const add = (body: object, as = 'anna'): Promise<Reply> => door.post(`/deals/${dealId}/tasks`, body, { as })
const put = (part: string, body: object, as = 'lena'): Promise<Reply> =>
  door.ask('PUT', `/tasks/${taskId}/${part}`, { body, as })
const post = (part: string, body: object, as = 'lena'): Promise<Reply> =>
  door.post(`/tasks/${taskId}/${part}`, body, { as })

test('a task needs a person and a due date that can be read', async () => {
  const undated = await add({ do: 'Call', by: 'owner' })
  const bare = await add({ do: 'Call', by: 'owner', due: '2 days' })
  const nobody = await add({ do: 'Call', responsible: 'nobody', due: '1 working day' })
  const role = await add({ do: 'Call', by: 'layer', due: '1 working day' })

  expect([undated.status, bare.status, nobody.status, role.status]).toEqual([422, 422, 422, 422])
})

test('adding is no conflict: many who add to one deal at once are all answered with their task', async () => {
  const replies = await Promise.all(
    Array.from({ length: 16 }, (_, no) => add({ do: `Call ${no}`, by: 'owner', due: '1 working day' })),
  )

  expect(replies.map(({ status }) => status)).toEqual(Array(16).fill(201))
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(16)
})

test('whoever has a task completes and reopens it', async () => {
  const done = await post('completion', { comment: 'Reached them' })
  const closed = await put('due', { dueAt: null })
  const open = await post('reopening', { reason: 'Wrong number' })
  const again = await post('reopening', { reason: 'Wrong number' })

  expect([done.body.status, done.body.doneBy]).toEqual(['done', 'lena'])
  expect([closed.status, closed.body.code]).toEqual([409, 'task_closed'])
  expect([open.body.status, again.body.status, again.body.rev]).toEqual(['open', 'open', open.body.rev])
})

test('a completion needs no body', async () => {
  const done = await door.ask('POST', `/tasks/${taskId}/completion`, { as: 'lena' })

  expect([done.status, done.body.status]).toEqual([200, 'done'])
})

test('an item of the checklist is ticked, one that is not there is not', async () => {
  const ticked = await post('checklist', { item: 1, done: true })
  const absent = await post('checklist', { item: 2, done: true })

  expect(ticked.body.checklist).toEqual([
    { text: 'Price', done: false },
    { text: 'Date', done: true },
  ])
  expect(absent.status).toBe(404)
})

test('a task goes to another person, and then it is theirs', async () => {
  const given = await put('responsible', { responsible: 'alex' })
  const nobody = await put('responsible', { responsible: 'constructor' }, 'alex')
  const late = await post('completion', {}, 'lena')
  const done = await post('completion', {}, 'alex')

  expect([given.body.responsible, nobody.status, late.status, done.status]).toEqual(['alex', 422, 404, 200])
})

test('a cancelled task cannot be done before it is reopened', async () => {
  const cancelled = await post('cancellation', { reason: 'Not needed' })
  const done = await post('completion', {})
  const open = await post('reopening', { reason: 'Needed after all' })

  expect([cancelled.body.status, cancelled.body.cancelReason]).toEqual(['cancelled', 'by_person'])
  expect([done.body.code, open.body.status]).toEqual(['task_closed', 'open'])
})

test('a task that is not there, or not theirs, is unknown', async () => {
  const foreign = await post('completion', {}, 'cyril')
  taskId = 'task_nowhere-1-call'
  const absent = await post('completion', {}, 'helen')
  taskId = 'call'
  const odd = await post('completion', {}, 'helen')

  expect([foreign, absent, odd].map((reply) => [reply.status, reply.body.code])).toEqual(
    Array(3).fill([404, 'task_unknown']),
  )
})

test('a task says what completing it should ask for, to whoever may see its deal', async () => {
  const start = { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', fields: { need: 'Tea for all' } }
  const { id } = (await door.post('/deals', start)).body
  const added = await door.post(`/deals/${id}/tasks`, { do: 'Sign', by: 'owner', due: '1 working day' }, { as: 'anna' })

  const read = await door.ask('GET', `/tasks/${added.body.id}`, { as: 'anna' })
  const foreign = await door.ask('GET', `/tasks/${added.body.id}`, { as: 'cyril' })
  const none = await door.ask('GET', '/tasks/task_none', { as: 'anna' })

  expect([read.status, read.body.task.id, read.body.asks]).toEqual([200, added.body.id, ['decision_maker']])
  expect([foreign.status, none.status, none.body.code]).toEqual([404, 404, 'task_unknown'])
})
