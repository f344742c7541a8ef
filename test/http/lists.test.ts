import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'
import { consumers } from '#product/lists/consumers'

const engine = useEngine()
const counters = consumers.filter((one) => one.name === 'keep-column-counters')
let world: World
let door: Door

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
  for (let n = 0; n < 23; n += 1) {
    const owner = ['anna', 'andrew', 'cyril'][n % 3]
    const pipeline = owner === 'cyril' ? 'b2c_new' : 'b2b_new'
    const { body } = await door.post('/deals', { title: `Deal ${n}`, pipeline, owner, fields: { amount: 1000 + n } })
    await door.post(`/deals/${body.id}/tasks`, { do: `Call ${n}`, by: 'owner', due: `${n + 1} calendar days` })
    await world.run(counters, body.id)
  }
})

const next = (headers: Headers): string | undefined => /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]

async function everyPage(path: string, as = 'helen'): Promise<{ titles: readonly string[]; pages: number }> {
  const titles: string[] = []
  let pages = 0
  for (let at: string | undefined = path; at !== undefined; pages += 1) {
    const { headers, body } = await door.get(at, { as })
    titles.push(...body.items.map((item: { title?: string; do?: string }) => item.title ?? item.do))
    at = next(headers)
  }
  return { titles, pages }
}

describe('a column', () => {
  const column = '/deals?pipeline=b2b_new&stage=presentation&limit=4'

  test('comes whole and without doubles, page by page', async () => {
    const { titles, pages } = await everyPage(column)

    expect(pages).toBeGreaterThan(3)
    expect(titles).toHaveLength(16)
    expect(new Set(titles).size).toBe(16)
  })

  test('shows everybody only what they may see', async () => {
    const head = await everyPage(column, 'boris')
    const own = await everyPage(column, 'anna')
    const other = await everyPage(column, 'cyril')

    expect([head.titles.length, own.titles.length, other.titles.length]).toEqual([16, 8, 0])
  })

  test('has counts and sums of what the caller may see', async () => {
    const columnOf = async (as: string) => (await door.get('/boards/b2b_new', { as })).body.columns[0]

    const [all, head, own, other] = await Promise.all(['helen', 'boris', 'anna', 'cyril'].map(columnOf))

    expect([all.count, head.count, own.count, other.count]).toEqual([16, 16, 8, 0])
    expect(all.sumMinor).toBe(head.sumMinor)
    expect(all.sumMinor).toBeGreaterThan(own.sumMinor)
    expect(other.sumMinor).toBe(0)
  })

  test('of a stage or direction that does not exist is refused', async () => {
    const stage = await door.get('/deals?pipeline=b2b_new&stage=nowhere')
    const board = await door.get('/boards/nowhere')
    const nothing = await door.get('/deals')

    expect([stage.status, board.status, nothing.status]).toEqual([422, 404, 422])
  })
})

describe('a search', () => {
  test('goes through a whole direction, a column or what is somebody’s, page by page, and shows only what may be seen', async () => {
    const of = async (path: string, as = 'helen') => (await everyPage(path, as)).titles.toSorted()

    expect(await of('/deals?pipeline=b2b_new&q=deal%201&limit=2')).toEqual(
      ['Deal 1', 'Deal 10', 'Deal 12', 'Deal 13', 'Deal 15', 'Deal 16', 'Deal 18', 'Deal 19', 'Deal 21'].toSorted(),
    )
    expect(await of('/deals?pipeline=b2b_new&stage=presentation&q=ANNA&limit=3')).toHaveLength(8)
    expect(await of('/deals?owner=me&q=deal%201&limit=3', 'anna')).toEqual(
      ['Deal 12', 'Deal 15', 'Deal 18', 'Deal 21'].toSorted(),
    )
    expect(await of('/deals?pipeline=b2b_new&q=deal%201', 'anna')).toHaveLength(4)
    expect(await of('/deals?pipeline=b2b_new&q=deal%201', 'cyril')).toEqual([])
  })

  test('needs to be told where to look, and for what', async () => {
    const [nowhere, russian, nothing, long] = await Promise.all([
      door.get('/deals?q=coffee'),
      door.get('/deals?q=coffee', { headers: { 'accept-language': 'ru' } }),
      door.get('/deals?pipeline=b2b_new&q='),
      door.get(`/deals?pipeline=b2b_new&q=${'a'.repeat(101)}`),
    ])

    expect([nowhere.status, nothing.status, long.status]).toEqual([422, 400, 400])
    expect(nowhere.body.detail).toContain('in a direction (pipeline)')
    expect(russian.body.detail).toContain('Скажите, где искать')
  })
})

describe('a cursor', () => {
  const first = async (path: string, as: string): Promise<URL> =>
    new URL(next((await door.get(path, { as })).headers) ?? '', 'http://x')
  const withCursor = (path: string, cursor: string | null): string =>
    `${path}&cursor=${encodeURIComponent(cursor ?? '')}`

  test('leads on with another limit', async () => {
    const url = await first('/deals?pipeline=b2b_new&stage=presentation&limit=4', 'helen')

    const reply = await door.get(
      withCursor('/deals?limit=100&stage=presentation&pipeline=b2b_new', url.searchParams.get('cursor')),
    )

    expect([reply.status, reply.body.items.length]).toEqual([200, 12])
  })

  test('cannot be changed, used for another list or by somebody else', async () => {
    const path = '/deals?owner=anna&limit=2'
    const cursor = (await first(path, 'boris')).searchParams.get('cursor') ?? ''
    const forged = `${btoa('0:{}')}.${cursor.split('.')[1]}`

    const replies = await Promise.all([
      door.get(withCursor(path, forged), { as: 'boris' }),
      door.get(withCursor(path, `${cursor}x`), { as: 'boris' }),
      door.get(withCursor(path, 'x'), { as: 'boris' }),
      door.get(withCursor(path, ''), { as: 'boris' }),
      door.get(withCursor('/deals?owner=andrew&limit=2', cursor), { as: 'boris' }),
      door.get(withCursor('/tasks?assignee=anna', cursor), { as: 'boris' }),
      door.get(withCursor(path, cursor), { as: 'helen' }),
    ])

    expect(replies.map((reply) => [reply.status, reply.body.code])).toEqual(Array(7).fill([400, 'cursor_bad']))
  })
})

describe('deals of somebody', () => {
  test('are mine, or of one I lead, and of nobody else', async () => {
    const mine = await everyPage('/deals?owner=me&limit=3', 'anna')
    const led = await everyPage('/deals?owner=anna&stage=presentation&limit=3', 'boris')
    const foreign = await door.get('/deals?owner=andrew', { as: 'anna' })

    expect(mine.titles).toHaveLength(8)
    expect(led.titles).toHaveLength(8)
    expect(foreign.status).toBe(403)
  })
})

describe('tasks', () => {
  test('of a person come by due date', async () => {
    const { titles } = await everyPage('/tasks?limit=3', 'anna')

    expect(titles).toEqual([0, 3, 6, 9, 12, 15, 18, 21].map((n) => `Call ${n}`))
  })

  test('of a department come person by person, whole', async () => {
    const { titles } = await everyPage('/tasks?department=b2b&limit=5', 'boris')
    const foreign = await door.get('/tasks?department=b2b', { as: 'anna' })
    const above = await everyPage('/tasks?department=b2b&assignee=andrew', 'helen')
    const unknown = await door.get('/tasks?department=nowhere')

    expect(titles).toHaveLength(16)
    expect(above.titles).toHaveLength(8)
    expect([foreign.status, unknown.status]).toEqual([403, 422])
  })

  test('are due today, this week, late or done', async () => {
    const { body } = await door.get('/tasks?limit=1', { as: 'anna' })
    await door.post(`/tasks/${body.items[0].id}/completion`, {}, { as: 'anna' })
    world.setNow('2026-12-05T07:00:00.000Z')

    const of = async (state: string) => (await everyPage(`/tasks?state=${state}`, 'anna')).titles
    const states = await Promise.all(['overdue', 'today', 'week', 'undated', 'done', 'open'].map(of))

    world.setNow('2026-12-01T07:00:00.000Z')
    expect(states.slice(0, 5)).toEqual([[], ['Call 3'], ['Call 3', 'Call 6', 'Call 9'], [], ['Call 0']])
    expect(states[5]).toHaveLength(7)
  })

  test('are found by direction and template', async () => {
    const none = await everyPage('/tasks?direction=b2c_new', 'anna')
    const some = await everyPage('/tasks?direction=b2b_new', 'anna')
    const made = await everyPage('/tasks?template=send_deck', 'anna')

    expect([none.titles.length, made.titles.length]).toEqual([0, 0])
    expect(some.titles.length).toBeGreaterThan(6)
  })
})

test('no list and no search of deals shows what stands on the card of a client, or in the books', async () => {
  const client = { name: 'Vega', phone: '+7 495 123-45-67' }
  const { body } = await door.post('/deals', { title: 'Grinders', pipeline: 'b2b_new', owner: 'fedor', client })
  const lists = [
    '/deals?owner=fedor',
    '/deals?pipeline=b2b_new&stage=presentation&limit=100',
    '/deals?owner=fedor&q=grinders',
  ]
  const found = await Promise.all(lists.map((path) => door.get(path)))
  const keys = found.map(({ body: { items } }) =>
    Object.keys(items.find(({ id }: { id: string }) => id === body.id) ?? {}),
  )

  expect(body.links).toHaveLength(1)
  for (const names of keys) {
    expect(names).toContain('title')
    expect(names.filter((name) => ['client', 'links', 'won', 'countedBefore', 'corrections'].includes(name))).toEqual(
      [],
    )
  }
})
