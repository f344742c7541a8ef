import { generateKeyPair } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { allExamples as examples } from '#product/lists/examples'
import type { Operation } from '#http/operation'
import { useEngine } from '#test/support/engine'
import { aDoor, type Asked, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
const guarded = allOperations.filter((one) => one.right !== 'public').map((one) => [one.id, one] as const)
let world: World
let door: Door
let dealId = ''
let taskId = ''
let clientId = ''
/** Tokens that open nothing. */
let tokens: readonly string[] = []

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
  const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })
  dealId = body.id
  const task = await door.post(`/deals/${dealId}/tasks`, { do: 'Call', responsible: 'anna', due: '1 working day' })
  taskId = task.body.id
  clientId = (await door.post('/clients', { kind: 'company', name: 'Aurora', owner: 'anna' })).body.id
  const now = Math.floor(Date.parse(world.now()) / 1000)
  const { privateKey } = await generateKeyPair('ES256')
  tokens = [
    await door.mint({ exp: now - 1 }),
    await door.mint({ aud: 'other' }),
    await door.mint({ iss: 'https://other.example' }),
    await door.mint({ exp: undefined }),
    await door.mint({}, privateKey),
    'not.a.token',
  ]
})

const send = (operation: Operation, asked: Asked) => {
  const ids: Readonly<Record<string, string>> = {
    ...examples[operation.id]?.params,
    deal: dealId,
    task: taskId,
    client: clientId,
    employee: 'anna',
    department: 'b2b',
    rules: '1',
  }
  const path = operation.path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => ids[name] ?? 'none')
  const body = operation.body === undefined ? {} : { body: examples[operation.id]?.body }
  const query = Object.entries(examples[operation.id]?.query ?? {}).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`
  return door.ask(operation.method, `${path}${search}`, {
    ...body,
    ...asked,
    headers: { 'if-match': '*', ...asked.headers },
  })
}

describe.each(guarded)('%s', (_, operation) => {
  test('is closed without a token', async () => {
    const reply = await send(operation, { as: null })

    expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated'])
    expect(reply.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('is closed to a token that is expired, for another audience, of another issuer or of a wrong key', async () => {
    const replies = await Promise.all(tokens.map((token) => send(operation, { token })))

    expect(replies.map((reply) => reply.status)).toEqual([401, 401, 401, 401, 401, 401])
  })

  test('is closed to somebody who does not work here', async () => {
    const replies = await Promise.all([send(operation, { as: 'stranger' }), send(operation, { as: 'constructor' })])

    expect(replies.map((reply) => reply.status)).toEqual([401, 401])
  })

  test('hides or refuses what belongs to others', async () => {
    const reply = await send(operation, { as: 'cyril' })

    const isOfOneThing = ['{deal}', '{task}', '{client}', '{merge}', '{view}', '{talk}', '{key}', '{handover}'].some(
      (one) => operation.path.includes(one),
    )
    const isSeenByAll =
      operation.method === 'GET' &&
      operation.right === 'signed_in' &&
      !isOfOneThing &&
      !['listSessions', 'readReading'].includes(operation.id)
    // Lists and creating are about one's own things; the rows they answer with are tested with them.
    const isOwn = [
      'createDeal',
      // Says of each what it could not change.
      'changeMany',
      'changeClients',
      'createClient',
      'createView',
      'announceUpload',
      'createKey',
      'listKeys',
      'listHandovers',
      'readDealTable',
      'readAudit',
      'listClients',
      'listDuplicates',
      'listOpenRequests',
      'listMerges',
      'listDeals',
      'listTasks',
      'readBoard',
      'readProgress',
      'readClosing',
      'readTargets',
      'readRecurring',
      'markRead',
      'markAllRead',
      'saveNotificationSettings',
      'shareCalendar',
      'listSessions',
    ].includes(operation.id)
    // Where the rules know of no money, nobody is told more than that.
    const isOfMoney = /\/(?:payments|statements|invoices|documents|register|one-c|loads)/.test(operation.path)
    if (isOfMoney) expect([403, 404, 409]).toContain(reply.status)
    else if (isSeenByAll) expect(reply.status).toBeLessThan(400)
    else if (isOfOneThing) expect([403, 404]).toContain(reply.status)
    else if (!isOwn) expect(reply.status).toBe(403)
    expect(JSON.stringify(reply.body)).not.toContain(dealId === '' ? 'never' : `"${dealId}"`)
  })
})

test('somebody who has left is closed out although the token is still good', async () => {
  const token = await door.mint({ sub: 'carol' })
  const before = await door.get('/me', { token })
  const { id: _id, ...carol } = before.body.employee

  await door.ask('PUT', '/employees/carol', { body: { ...carol, active: false }, headers: { 'if-match': '*' } })
  const after = await door.get('/me', { token })

  expect([before.status, after.status]).toEqual([200, 401])
})

test('a right of none closes the door before anything is looked at', async () => {
  const { id: _id, ...leo } = (await door.get('/employees/leo')).body
  await door.ask('PUT', '/employees/leo', {
    body: { ...leo, rights: { deals_read: 'none', deals_edit: 'none' } },
    headers: { 'if-match': '*' },
  })

  const replies = await Promise.all([
    door.post('/deals', { title: 'Tea' }, { as: 'leo' }),
    door.get('/deals?owner=me', { as: 'leo' }),
    door.get('/tasks', { as: 'leo' }),
    door.get('/boards/b2b_new', { as: 'leo' }),
  ])

  expect(replies.map((reply) => [reply.status, reply.body.code])).toEqual(Array(4).fill([403, 'forbidden']))
})
