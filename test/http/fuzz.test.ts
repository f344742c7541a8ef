import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { allOperations } from '#http/all-operations'
import { examples } from '#http/examples'
import type { Operation } from '#http/operation'
import { fitting, mutated } from '#test/support/arbitrary'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
const operations = allOperations(() => Promise.reject(new Error('not asked'))).filter((one) => one.id !== 'readOpenApi')
let world: World
let door: Door
let deals: readonly string[] = []
let tasks: readonly string[] = []

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
  const made = await Promise.all(
    ['anna', 'cyril', 'fedor', 'anna'].map((owner) =>
      door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner }),
    ),
  )
  deals = made.map((reply) => reply.body.id)
  const added = await Promise.all(
    deals.map((id) =>
      door.post(`/deals/${id}/tasks`, { do: 'Call', by: 'owner', due: '1 working day', checklist: ['a'] }),
    ),
  )
  tasks = added.map((reply) => reply.body.id)
})

/** Everything that can be asked, about real and about odd things, by all kinds of people. */
function requests(): fc.Arbitrary<{ operation: Operation; send: () => Promise<Reply> }> {
  const hints = {
    pipeline: ['b2b_new', 'b2c_new'],
    direction: ['b2b_new'],
    stage: ['presentation', 'general_offer'],
    toStage: ['presentation', 'general_offer', 'feedback', 'completed'],
    owner: ['anna', 'cyril', 'me', 'constructor'],
    responsible: ['anna', 'cyril', 'constructor'],
    assignee: ['anna', 'me'],
    department: ['b2b', 'sales', 'constructor'],
    reason: ['price', 'Because'],
    event: ['payment_received', 'constructor'],
    by: ['owner', 'lawyer', 'constructor'],
    due: ['1 working day', 'same day', '2 working hours after payment_received', '1 day'],
    complete: [tasks],
    id: ['', 'anna', 'anna/b2b_new', 'b2b', 'segment=b2b', 'constructor/constructor'],
    from: ['2026-01', '2026-Q1', '2026'],
    to: ['2026-12', '2025', 'never'],
    roles: [['lawyer'], ['constructor']],
    calendar: ['constructor'],
    currency: ['RUB', 'USD'],
    '*': ['amount', 'paid', 'need', 'objection', 'delivery_date', 'paid_percent', 'nps', 'constructor'],
  }
  const oddIds = [
    'constructor',
    'b2b',
    'b2b_new',
    'anna',
    '1',
    '2026-11',
    '2026-Q4',
    '2026-12',
    '9999',
    '9999-12',
    'recurring',
    '%',
    'ключ',
    'x'.repeat(300),
  ]
  const one = operations.map((operation) => {
    const body = operation.body === undefined ? fc.constant(undefined) : fitting(operation.body, hints)
    const query = operation.query === undefined ? fc.constant({}) : fitting(operation.query, hints)
    const id = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...deals, ...tasks) }, fc.constantFrom(...oddIds))
    return fc
      .record({
        id: operation.path.includes('{deal}') || operation.path.includes('{task}') ? id : fc.constantFrom(...oddIds),
        body: operation.body === undefined ? body : fc.oneof(body, mutated(body)),
        query: fc.oneof({ weight: 3, arbitrary: query }, mutated(query)),
        as: fc.constantFrom('helen', 'helen', 'anna', 'boris', 'cyril', 'quinn', null),
        ifMatch: fc.constantFrom('*', '*', '"1"', '"2"', 'W/"1"', ''),
        key: fc.constantFrom(undefined, undefined, 'k1', 'k 2', ''),
      })
      .map((drawn) => ({ operation, send: () => send(operation, drawn) }))
  })
  return fc.oneof(...one)
}

type Drawn = { id: string; body: unknown; query: unknown; as: string | null; ifMatch: string; key: string | undefined }

function send(operation: Operation, { id, body, query, as, ifMatch, key }: Drawn): Promise<Reply> {
  const path = operation.path.replaceAll(/\{[a-z]+\}/g, encodeURIComponent(id))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as object)) search.append(name, String(value))
  const headers = { 'if-match': ifMatch, ...(key === undefined ? {} : { 'idempotency-key': key }) }
  const asked = { as, headers, ...(operation.body === undefined ? {} : { body }) }
  return door.ask(operation.method, search.size === 0 ? path : `${path}?${search.toString()}`, asked)
}

test('nothing that can be sent breaks anything: every answer is one that is promised, and none is our fault', async () => {
  const statuses = new Map<number, number>()
  const succeeded = new Set<string>()
  await fc.assert(
    fc.asyncProperty(requests(), async ({ operation, send: sent }) => {
      const reply = await sent()

      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
      if (reply.status < 300) succeeded.add(operation.id)
      if (reply.status >= 500) throw new Error(JSON.stringify(door.log.at(-1), null, 1))
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 3000), endOnFailure: true },
  )

  // A fuzz that only ever meets refusals at the door has tested the door alone.
  expect(succeeded.size).toBeGreaterThan(operations.length / 2)
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 412, 422]))
}, 120_000)

test('every example of the description is a request that its operation understands', async () => {
  const replies = await Promise.all(
    operations.map(async (operation) => {
      const { params = {}, query = {}, body } = examples[operation.id] ?? {}
      const path = operation.path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
        encodeURIComponent(params[name] ?? 'x'),
      )
      const search = new URLSearchParams(
        Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      )
      return door.ask(operation.method, `${path}?${search.toString()}`, {
        headers: { 'if-match': '*' },
        ...(body === undefined ? {} : { body }),
      })
    }),
  )

  expect(replies.filter((reply) => reply.status === 400).map((reply) => reply.body)).toEqual([])
})
