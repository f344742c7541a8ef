import { beforeAll, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import { checkOperations } from '#http/check-operations'
import { openDoor, routeOf } from '#http/operation-door'
import { operationDoors } from '#product/lists/operation-doors'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
})

describe('what the door itself refuses', () => {
  test('an address where nothing is', async () => {
    const reply = await door.get('/deal', { as: null })

    expect(reply).toMatchObject({ status: 404, body: { code: 'not_found', instance: '/deal' } })
  })

  test.each([
    ['DELETE', '/deals/deal_1', 'GET, HEAD, PATCH'],
    ['PUT', '/deals', 'POST, GET, HEAD'],
    ['POST', '/health', 'GET, HEAD'],
  ])('%s %s, and it says what is possible', async (method, path, allow) => {
    const reply = await door.ask(method, path)

    expect([reply.status, reply.body.code, reply.headers.get('allow')]).toEqual([405, 'method_not_allowed', allow])
  })

  test.each([
    ['{"title": }', 'line 1, column 11'],
    ['{"title": "x"', 'line 1, column 14'],
    ['{\n  "title": "x",\n  pipeline: 1\n}', 'line 3, column 3'],
    ['[1, 2,]', 'line 1, column 7'],
    ['{"a": 01}', 'line 1, column 7'],
    ['"a\nb"', 'line 1, column 1'],
    ['{} {}', 'line 1, column 4'],
    [`${'['.repeat(60_000)}!`, 'line 1, column 60001'],
    // Further on nobody looks: whoever sends a megabyte of brackets keeps nobody else waiting.
    [`${'['.repeat(1_000_000)}!`, 'somewhere after line 1, column 65537'],
    [`[${'1,'.repeat(340_000)}]`, 'somewhere after line 1, column 6553'],
    ['['.repeat(1_048_576), 'somewhere after line 1, column 65537'],
  ])('a body that is not JSON, and it says where: %#', async (text, where) => {
    const reply = await door.ask('POST', '/deals', { text })

    expect([reply.status, reply.body.code]).toEqual([400, 'malformed_json'])
    expect(reply.body.detail).toContain(where)
  })

  test.each(['{"title":"\\ud800"}', '{"title":"a\\\\\\udfff b"}'])('half a character: %s', async (text) => {
    const reply = await door.ask('POST', '/deals', { text })

    expect([reply.status, reply.body.code]).toEqual([400, 'malformed_json'])
  })

  test.each(['gzip', 'br', 'GZIP', 'deflate, gzip'])('a body that is packed: %s', async (encoding) => {
    const reply = await door.ask('POST', '/deals', { text: '{"title":"x"}', headers: { 'content-encoding': encoding } })

    expect([reply.status, reply.body.code]).toEqual([415, 'media_type'])
    expect(reply.body.detail).toContain(encoding.toLowerCase())
  })

  test('but not a whole one, nor one that is only spelled out', async () => {
    const text = '{"title":"\\ud83d\\ude00 \\\\ud800"}'

    const reply = await door.ask('POST', '/deals', { text, as: 'anna' })

    expect([reply.status, reply.body.title]).toEqual([201, '😀 \\ud800'])
  })

  test('a body of another type', async () => {
    const reply = await door.ask('POST', '/deals', { text: 'title=x', headers: { 'content-type': 'text/plain' } })

    expect([reply.status, reply.body.code]).toEqual([415, 'media_type'])
    expect(reply.body.detail).toContain('text/plain')
  })

  test('a body above one megabyte', async () => {
    const reply = await door.post('/deals', { title: 'x'.repeat(1_048_576) })

    expect([reply.status, reply.body.code]).toEqual([413, 'too_large'])
  })

  test('a missing body', async () => {
    const reply = await door.ask('POST', '/deals')

    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [{ in: 'body', pointer: '/title', detail: 'title is missing.' }],
    ])
  })

  test('all faults of a query at once', async () => {
    const reply = await door.get('/tasks?state=late&limit=1000&limt=2&month=2026-13&assignee=a&assignee=b')

    expect(reply.status).toBe(400)
    expect(reply.body.errors.map((fault: { detail: string }) => fault.detail)).toEqual([
      'There is no parameter limt. There are: assignee, department, state, month, direction, template, limit, cursor.',
      'assignee may be given once only.',
      'state must be one of open, overdue, today, week, undated, done, handed_on, you sent “late”.',
      'month must be a month such as 2026-11, you sent “2026-13”.',
      'limit must be at most 100, you sent 1000.',
    ])
  })

  test('a query where there is none to give', async () => {
    const reply = await door.get('/me?verbose=1')

    expect([reply.status, reply.body.errors[0].detail]).toEqual([400, 'There is no parameter verbose here.'])
  })

  test('an id that no key could hold', async () => {
    const long = await door.get(`/deals/${'x'.repeat(3000)}`)
    const zero = await door.get('/deals/%00')

    expect([long.status, zero.status]).toEqual([404, 404])
  })
})

describe('the number of a request', () => {
  test('is the caller’s own where there is one, and in the event it caused', async () => {
    const created = await door.post(
      '/deals',
      { title: 'Tea' },
      { as: 'anna', headers: { 'x-correlation-id': 'call-42' } },
    )

    const [event] = await world.eventsOf(created.body.id)
    expect(created.headers.get('x-correlation-id')).toBe('call-42')
    expect(event?.correlationId).toBe('call-42')
  })

  test('is ours where the caller’s cannot be used', async () => {
    const reply = await door.get('/health', { headers: { 'x-correlation-id': 'a b' } })

    expect(reply.headers.get('x-correlation-id')).toMatch(/^cor_/)
  })
})

describe('a fault of ours', () => {
  const broken = async (error: unknown): Promise<Door> => {
    const settings = { ...world.ports.settings, load: () => Promise.reject(error) }
    return aDoor({ ports: { ...world.ports, settings } })
  }

  test('is answered without details and logged once with them', async () => {
    const it = await broken(new Error('secret table name', { cause: new Error('timeout') }))

    const reply = await it.get('/settings')

    expect([reply.status, reply.body.code]).toEqual([500, 'internal'])
    expect(JSON.stringify(reply.body)).not.toContain('secret')
    expect(it.log).toMatchObject([
      {
        level: 'error',
        operation: 'readSettings',
        error: { message: 'secret table name', cause: { message: 'timeout' } },
      },
    ])
    expect(it.log[0]?.['correlationId']).toBe(reply.body.correlationId)
  })

  test.each([
    [Object.assign(new Error('10 s'), { name: 'TimeoutError' }), '5', 'did not answer in time'],
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), '5', 'did not answer in time'],
    [Object.assign(new Error('full'), { name: 'StoreTrouble' }), '30', 'the disk may be full'],
  ])('of the store (%s) says when to try again', async (error, after, sentence) => {
    const it = await broken(error)

    const reply = await it.get('/settings')

    expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([503, 'unavailable', after])
    expect(reply.body.detail).toContain(sentence)
  })

  test('that is too much at once says when to try again', async () => {
    const it = await broken(Object.assign(new Error('slow down'), { $retryable: { throttling: true } }))

    const reply = await it.get('/settings')

    expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([503, 'overloaded', '1'])
  })
})

describe('what is unsafe is not answered', () => {
  const changedBy = (change: object) =>
    allOperations.map((one) => (one.id === 'createDeal' ? { ...one, ...change } : one))

  test.each([
    [{ right: undefined }, 'createDeal does not say which right it needs.'],
    [{ right: 'public' }, 'createDeal changes something and is public.'],
    [{ body: undefined }, 'createDeal changes something and names no body.'],
    [{ id: 'listDeals' }, 'There are two operations listDeals.'],
  ])('%j', async (change, fault) => {
    const door = await aDoor(world, { doors: [openDoor(changedBy(change))] })

    const reply = await door.post('/deals', { title: 'Tea' })

    expect([reply.status, JSON.stringify(door.log)]).toEqual([500, expect.stringContaining(fault)])
  })

  test('two operations at one address are no start', async () => {
    const twice = { doors: [openDoor(allOperations), openDoor(allOperations.filter(({ id }) => id === 'createDeal'))] }

    await expect(aDoor(world, twice)).rejects.toThrow('There are two operations at POST /deals')
  })

  test('what is shipped is safe', () => {
    expect(() => checkOperations(allOperations)).not.toThrow()
    expect(operationDoors.flatMap(({ routes }) => routes)).toEqual(allOperations.map(routeOf))
  })

  test('a door that could not be loaded is tried again with the next request', async () => {
    const { routes, secret, load } = openDoor(allOperations)
    let tries = 0
    const failing = async () => {
      tries += 1
      if (tries === 1) throw new Error('The file could not be read.')
      return load()
    }
    const door = await aDoor(world, { doors: [{ routes, secret, load: failing }] })

    const replies = [await door.get('/settings'), await door.get('/settings')]

    expect(replies.map(({ status }) => status)).toEqual([500, 200])
  })
})

test.each(['2026-02-30T10:00:00Z', '2026-11-23T25:00:00Z', '2026-11-23 10:00', 'tomorrow', '2026-11-23T10:00:60Z'])(
  '%s is no moment',
  async (dueAt) => {
    const { body } = await door.post('/deals', { title: 'Tea' }, { as: 'anna' })

    const reply = await door.post(`/deals/${body.id}/tasks`, { do: 'Call', by: 'owner', dueAt }, { as: 'anna' })

    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [
        {
          in: 'body',
          pointer: '/dueAt',
          detail: `dueAt must be a moment such as 2026-11-23T09:00:00.000Z, you sent “${dueAt}”.`,
        },
      ],
    ])
  },
)

test('a moment of another zone is kept in UTC', async () => {
  const { body } = await door.post('/deals', { title: 'Tea', owner: 'anna' })

  const dueAt = '2026-12-24T12:00:00+03:00'
  const task = await door.post(`/deals/${body.id}/tasks`, { do: 'Call', by: 'owner', dueAt })
  const later = await door.ask('PUT', `/tasks/${task.body.id}/due`, { body: { dueAt: '2026-12-25T00:30:00+03:00' } })

  expect([task.body.dueAt, later.body.dueAt]).toEqual(['2026-12-24T09:00:00.000Z', '2026-12-24T21:30:00.000Z'])
})
