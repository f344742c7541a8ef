import { beforeEach, describe, expect, test } from 'vitest'

import { clients } from '#channels/clients'
import { clients as ofCards } from '#clients/clients'
import type { Task } from '#schemas/task'
import { callBackTaskId } from '#channels/usecases/call-back-task'
import { requestTaskId } from '#clients/domain/request-task'
import { requestIdOf } from '#domain/kernel/request-id'
import { subjectIdOf, taskIdOfSubject } from '#domain/kernel/task-id'
import { allOperations } from '#product/lists/operations'
import type { Subject } from '#schemas/subject'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

/** Tasks of everything that has some beside deals, by the ids that rooms give them. */
const payment = 'pay_202612_0012345_0f3k2m9q1zc2v8b4n6m1s5'
const request = requestIdOf('client_01KAQ4B6Y2M3T9J8V5C7D1E0FG', 'access', 2)
const subjects: readonly (readonly [string, string, Subject])[] = [
  ['a call back', callBackTaskId('talk_0f3a', 'mango-main:e1'), { kind: 'talk', id: 'talk_0f3a' }],
  ['an answer', taskIdOfSubject('talk_0f3a', 'answer-3'), { kind: 'talk', id: 'talk_0f3a' }],
  ['a payment', taskIdOfSubject(payment, 'match-1'), { kind: 'payment', id: payment }],
  ['a request of a client', requestTaskId(request), { kind: 'request', id: request }],
]

/** What may be asked of a task, and what is answered for one that no deal has: given away and dated, never ticked off. */
const asked: Readonly<Record<string, readonly [body: object | undefined, status: number, code?: string]>> = {
  readTask: [undefined, 200],
  reassignTask: [{ responsible: 'boris', reason: 'Ill' }, 200],
  rescheduleTask: [{ dueAt: '2026-12-24T09:00:00.000Z', reason: 'Asked for' }, 200],
  completeTask: [{}, 409, 'task_closed'],
  reopenTask: [{ reason: 'Again' }, 409, 'task_closed'],
  cancelTask: [{ reason: 'No more' }, 409, 'task_closed'],
  checkItem: [{ item: 0, done: true }, 409, 'task_closed'],
}
const ofTasks = allOperations.filter(({ path }) => path.startsWith('/tasks/{task}'))

let world: World
let door: Door

beforeEach(async () => {
  world = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  door = await aDoor(world)
  const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  await door.post(`/deals/${body.id}/tasks`, { do: 'Call', responsible: 'anna', due: '1 working day' })
  const [base] = await world.ports.deals.tasksOf(body.id)
  if (base === undefined) throw new Error('A task was added.')
  // A rule has counted past a Saturday.
  const dueWhy = { ...base.dueWhy, skipped: [{ date: '2026-12-05', reason: 'weekend' as const }] }
  for (const [, id, subject] of subjects)
    await world.ports.deals.openTask({ ...base, id, subject, dealId: '', template: null, role: '', rev: 1, dueWhy })
})

test('there is an answer for everything that may be asked of a task', () => {
  expect(ofTasks.map(({ id }) => id).toSorted()).toEqual(Object.keys(asked).toSorted())
})

describe.each(subjects)('the task of %s', (_, id, subject) => {
  test('is known by its id', () => expect(subjectIdOf(id)).toEqual(subject))

  test.each(ofTasks.map((one) => [one.id, one] as const))('answers %s', async (operation, { method, path }) => {
    const [body, status, code] = asked[operation] ?? [undefined, 0]

    const said = await door.ask(method, path.replace('{task}', id), {
      as: 'anna',
      ...(body === undefined ? {} : { body }),
    })

    expect([said.status, said.body.code]).toEqual([status, code])
  })

  test('goes to somebody else, who is told, with its date; nobody else may give it, and strangers do not see it', async () => {
    const path = `/tasks/${id}/responsible`
    const stranger = await door.ask('PUT', path, { as: 'cyril', body: { responsible: 'cyril' } })
    const old = await door.ask('PUT', path, {
      as: 'anna',
      body: { responsible: 'boris' },
      headers: { 'if-match': '"7"' },
    })
    const given = await door.ask('PUT', path, { as: 'anna', body: { responsible: 'boris' } })
    const told = (await world.ports.notices.inbox('boris', { limit: 9 })).items
    const many = await door.post(
      '/changes',
      { tasks: [id], giveTo: 'anna', dueAt: '2026-12-28T09:00:00.000Z', reason: 'Back' },
      { as: 'boris' },
    )
    const [last] = (await world.ports.deals.tasksOfSubject(subject)).filter((one) => one.id === id)

    expect([stranger.status, stranger.body.code]).toEqual([404, 'task_unknown'])
    expect([old.status, old.body.code]).toEqual([412, 'precondition_failed'])
    expect([given.body.responsible, given.body.rev]).toEqual(['boris', 2])
    expect(told.filter(({ kind, task }) => kind === 'task_given' && task?.id === id)).toHaveLength(1)
    expect(many.body).toEqual({ done: [id], failed: [] })
    expect([last?.responsible, last?.dueAt]).toEqual(['anna', '2026-12-28T09:00:00.000Z'])
    expect([last?.dueWhy.anchor, last?.dueWhy.skipped]).toEqual(['person', []])
    expect(last?.reasons?.map(({ by, text }) => [by, text])).toEqual([
      ['boris', 'Back'],
      ['boris', 'Back'],
    ])
  })

  test('keeps what was said when it was dated anew, given away, or given with everything else', async () => {
    const dueAt = '2026-12-24T09:00:00.000Z'
    await door.ask('PUT', `/tasks/${id}/due`, { as: 'anna', body: { dueAt, reason: 'Asked for Thursday' } })
    await door.ask('PUT', `/tasks/${id}/due`, { as: 'anna', body: { dueAt, reason: 'Asked for Thursday' } })
    await door.ask('PUT', `/tasks/${id}/responsible`, { as: 'anna', body: { responsible: 'boris', reason: 'Ill' } })
    const { body } = await door.get(`/tasks/${id}`, { as: 'boris' })
    const given = await door.post('/employees/boris/handover', { to: 'anna', reason: 'Boris leaves' })
    const [last] = (await world.ports.deals.tasksOfSubject(subject)).filter((one) => one.id === id)

    expect(body.task.reasons).toEqual([
      { at: '2026-12-01T07:00:00.000Z', by: 'anna', text: 'Asked for Thursday' },
      { at: '2026-12-01T07:00:00.000Z', by: 'anna', text: 'Ill' },
    ])
    expect(given.status).toBe(200)
    expect(last?.reasons?.at(-1)?.text).toBe('Boris leaves')
  })
})

test('what was said of the tasks of a talk is gone with the client whose talk it was', async () => {
  const [[, id, subject] = ['', '', undefined]] = subjects
  await door.ask('PUT', `/tasks/${id}/responsible`, { body: { responsible: 'boris', reason: 'Mr Orlov is rude' } })
  await world.ports.talks.link('client_1', 'talk_0f3a')
  const saidOf = async () =>
    subject === undefined
      ? []
      : (await world.ports.deals.tasksOfSubject(subject)).flatMap(({ reasons }) => reasons ?? [])
  const before = await saidOf()

  await clients.erase(world.ports, 'client_1')
  await clients.erase(world.ports, 'client_1')

  expect(before.map(({ text }) => text)).toEqual(['Mr Orlov is rude'])
  expect(await saidOf()).toEqual([])
})

test('what was said of a talk, of a payment and of a request is handed out with all that is kept of the client', async () => {
  const { body: card } = await door.post('/clients', { kind: 'person', name: 'Ivan Orlov', owner: 'anna' })
  const { body: asked } = await door.post(`/clients/${card.id}/requests`, {
    kind: 'access',
    way: 'letter',
    note: 'All of it',
  })
  expect(asked).toMatchObject({ kind: 'access' })
  const [task] = await world.ports.deals.tasksOfSubject({ kind: 'request', id: asked.id })
  const [[, ofTalk] = ['', '']] = subjects
  await world.ports.talks.link(card.id, 'talk_0f3a')
  await world.ports.talks.saveLine('talk_0f3a', { kind: 'heard', id: 'h', at: world.now(), says: {} })
  for (const [id, reason] of [
    [ofTalk, 'Mr Orlov is rude'],
    [task?.id ?? '', 'Mr Orlov rang twice'],
  ] as const)
    await door.ask('PUT', `/tasks/${id}/responsible`, { body: { responsible: 'andrew', reason } })
  const handedOut = async () => (await door.post(`/clients/${card.id}/personal-data`, {})).body.parts
  const said = (parts: readonly { readonly place: string; readonly says: Task }[]) =>
    parts.flatMap(({ place, says }) => (place === 'task' ? (says.reasons ?? []).map(({ text }) => text) : []))

  expect(said(await handedOut()).toSorted()).toEqual(['Mr Orlov is rude', 'Mr Orlov rang twice'])

  await ofCards.erase(world.ports, card.id)
  const left = await world.ports.deals.tasksOfSubject({ kind: 'request', id: asked.id })
  expect(left.flatMap(({ reasons }) => reasons ?? [])).toEqual([])
})
