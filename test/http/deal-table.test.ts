import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let door: Door
let deals: readonly string[]

beforeAll(async () => {
  world = await aWorldInMemory({ now: '2026-12-01T07:00:00.000Z' })
  door = await aDoor(world)
  const made: string[] = []
  for (const [title, owner, pipeline, amount] of [
    ['Coffee machines', 'anna', 'b2b_new', 900_00],
    ['Water filters', 'andrew', 'b2b_new', 100_00],
    ['Gift set', 'cyril', 'b2c_new', 300_00],
  ] as const) {
    const { body } = await door.post('/deals', { title, owner, pipeline, client: { name: title }, fields: { amount } })
    await world.run(consumers, body.id)
    made.push(body.id)
  }
  deals = made
})

const table = (query: string, as = 'helen', language = 'en') =>
  door.get(`/deal-table?${query}`, { as, headers: { 'accept-language': language } })
const titles = async (query: string, as?: string): Promise<readonly string[]> =>
  (await table(query, as)).body.items.map(({ title }: { title: string }) => title)

describe('the table of deals', () => {
  test('has deals of all directions, with a number by which they are found', async () => {
    const { body } = await table('sort=title')
    const [first] = body.items

    expect(body.items.map(({ title }: { title: string }) => title)).toEqual([
      'Coffee machines',
      'Gift set',
      'Water filters',
    ])
    expect(body).toMatchObject({ total: 3, sumMinor: 1_300_00, currency: 'RUB', noRate: [] })
    expect(await titles(`q=${first.number}`)).toEqual(['Coffee machines'])
  })

  test.each([
    ['where=direction=b2b_new', ['Coffee machines', 'Water filters']],
    ['where=direction!=b2b_new', ['Gift set']],
    ['where=owner=me', []],
    ['where=department=sales', ['Coffee machines', 'Gift set', 'Water filters']],
    ['where=department=b2c', ['Gift set']],
    ['where=fields.amount<=30000', ['Gift set', 'Water filters']],
    ['where=fields.amount=30000,90000', ['Coffee machines', 'Gift set']],
    ['where=fields.source=', ['Coffee machines', 'Gift set', 'Water filters']],
    ['where=createdAt=today', ['Coffee machines', 'Gift set', 'Water filters']],
    ['where=createdAt<=today-1', []],
    ['where=nextDueAt>=today%2B1;title~"filters"', ['Water filters']],
    ['where=status=lost', []],
  ])('%s', async (query, expected) => {
    expect(await titles(`sort=title&${query}`)).toEqual(expected)
  })

  test.each([
    ['where=colour=red', 'field_unknown', 'colour', 'fields.amount'],
    ['where=title', 'field_value', 'title', 'stage=offer'],
    ['where=stage=nowhere', 'field_value', 'nowhere', 'presentation'],
    ['where=createdAt>=yesterday', 'field_value', 'yesterday', 'today'],
    ['where=fields.amount>=much', 'field_value', 'much', 'fields.amount'],
    ['where=title>=A', 'field_value', 'title', '~'],
    ['sort=colour', 'field_unknown', 'colour', 'title'],
  ])('%s is refused by name in both languages, with what may be written', async (query, code, named, offered) => {
    for (const language of ['en', 'ru']) {
      const { status, body } = await table(query, 'helen', language)

      expect({ status, code: body.code }).toEqual({ status: 422, code })
      expect(body.said ?? body.detail).toContain(named)
      expect(body.said ?? body.detail).toContain(offered)
    }
  })

  test('shows whoever sees their own alone those, and lets nobody in who sees none', async () => {
    expect(await titles('sort=title', 'anna')).toEqual(['Coffee machines'])
    expect((await table('where=owner=andrew', 'anna')).body.total).toBe(0)
    expect((await door.get('/deal-table', { as: null })).status).toBe(401)
  })

  test('is taken out as a file in the order and with the columns asked for, which goes on record', async () => {
    const { headers, body } = await door.get(
      '/deal-table/csv?sort=-fields.amount&columns=title,fields.amount&lang=ru',
      {
        as: 'boris',
      },
    )
    const audit = await door.get('/audit')

    expect(headers.get('content-disposition')).toContain('norma-deals-2026-12-01.csv')
    expect(String(body)).toContain('Coffee machines;900,00\r\nWater filters;100,00')
    expect(String(body)).not.toContain('Gift set')
    expect(audit.body.items[0]).toMatchObject({ by: 'boris', what: 'deals', format: 'csv', rows: 2 })
  })
})

describe('many deals at once', () => {
  test('are given a field and a task by one command, which says what it could not do', async () => {
    const [coffee = '', filters = '', gift = ''] = deals
    const { body } = await door.post(
      '/changes',
      {
        deals: [coffee, filters, gift],
        fields: { source: 'site' },
        addTask: { do: 'Ring them', due: '1 working day' },
        reason: 'The fair',
      },
      { as: 'boris' },
    )
    await world.run(consumers, coffee)
    const tasks = await door.get(`/deals/${coffee}/tasks`)

    expect(body).toMatchObject({ done: [coffee, filters], failed: [{ id: gift, code: 'deal_unknown' }] })
    expect(await titles('where=fields.source~site')).toEqual(['Coffee machines'])
    expect(tasks.body.items).toContainEqual(
      expect.objectContaining({ do: 'Ring them', responsible: 'anna', howTo: 'The fair' }),
    )
  })

  test('are told what a field takes with its unit, each by itself', async () => {
    const input = { deals: deals.slice(0, 2), fields: { discount: 150 }, reason: 'The fair' }
    const { body } = await door.post('/changes', input, { as: 'boris' })

    expect(body).toMatchObject({
      done: [],
      failed: deals.slice(0, 2).map((id) => ({
        id,
        code: 'field_value',
        detail: '“Discount” takes a value of 100% or less, you sent 150%.',
      })),
    })
  })

  test('get a task once, however often the command is sent with its key, and beside whoever is at them', async () => {
    const [coffee = '', filters = ''] = deals
    const input = { deals: [coffee, filters], addTask: { do: 'Once', due: '1 working day' }, reason: 'The fair' }
    const send = (key: string) => door.post('/changes', input, { as: 'boris', headers: { 'idempotency-key': key } })
    const added = async () =>
      (await door.get(`/deals/${coffee}/tasks`)).body.items.filter(({ do: what }: { do: string }) => what === 'Once')

    const answers = [await send('bulk-1'), await send('bulk-1')]

    expect(answers.map(({ body }) => body)).toEqual(Array(2).fill({ done: [coffee, filters], failed: [] }))
    expect(await added()).toHaveLength(1)

    const beside = await Promise.all(['bulk-2', 'bulk-3', 'bulk-4'].map(send))

    expect(beside.flatMap(({ body }) => body.failed)).toEqual([])
    expect(await added()).toHaveLength(4)
  })

  test('are not said to be changed when nothing was to change', async () => {
    const { status, body } = await door.post('/changes', { deals: [...deals], reason: 'Why not' })

    expect({ status, code: body.code }).toEqual({ status: 422, code: 'field_value' })
    expect(body.detail).toContain('addTask')
  })
})

describe('a view', () => {
  test('of a field that is gone says so to people without the ids of columns', async () => {
    const headers = { cookie: 'norma_session=token-anna; norma_language=ru' }
    const answer = await pagesOn(world)('/app/deals?where=fields.gone_since%3D1', { headers })
    const html = await answer.text()

    expect(answer.status).toBe(200)
    expect(html).toContain('поле, которого в правилах больше нет')
    expect(html).not.toContain('createdAt, enteredAt')
  })

  const input = { list: 'deals', name: 'Large', where: 'fields.amount>=50000', sort: '-fields.amount' }

  test('is its maker’s alone until it is shared, which is for those who lead', async () => {
    const own = await door.post('/views', input, { as: 'anna' })
    const shared = await door.post('/views', { ...input, name: 'All', isShared: true }, { as: 'boris' })
    const names = async (as: string) =>
      (await door.get('/views', { as })).body.items.map(({ name }: { name: string }) => name)

    expect([own.status, shared.status]).toEqual([201, 201])
    expect(await names('anna')).toEqual(['All', 'Large'])
    expect(await names('andrew')).toEqual(['All'])
    expect((await door.get(`/views/${own.body.id}`, { as: 'andrew' })).status).toBe(404)
    expect(await door.post('/views', { ...input, isShared: true }, { as: 'anna' })).toMatchObject({ status: 403 })
  })

  test('is changed and taken away over what was seen, by its maker or whoever changes everybody', async () => {
    const made = await door.post('/views', { ...input, name: 'Shared', isShared: true }, { as: 'boris' })
    const path = `/views/${made.body.id}`
    const tag = (await door.get(path, { as: 'anna' })).headers.get('etag') ?? ''
    const change = (as: string, headers: Record<string, string> = { 'if-match': tag }) =>
      door.ask('PUT', path, { as, body: { ...input, name: 'Mine now' }, headers })

    expect((await change('anna')).status).toBe(403)
    expect((await change('boris', {})).status).toBe(428)
    expect(await change('boris')).toMatchObject({
      status: 200,
      body: { name: 'Mine now', isShared: false, owner: 'boris' },
    })
    expect((await change('boris')).status).toBe(412)
    expect((await door.ask('DELETE', path, { as: 'anna' })).status).toBe(404)
    expect((await door.ask('DELETE', path, { as: 'boris' })).status).toBe(200)
    expect((await door.get(path, { as: 'boris' })).status).toBe(404)
  })
})

describe('a condition', () => {
  test('of money is meant in company currency, whatever a deal is in', async () => {
    const settings = (await door.get('/settings')).headers.get('etag') ?? ''
    await door.ask('PUT', '/settings', {
      body: { currency: 'RUB', rates: { USD: '90.00' } },
      headers: { 'if-match': settings },
    })
    const abroad = { title: 'Abroad', owner: 'anna', pipeline: 'b2b_new', currency: 'USD', fields: { amount: 20_00 } }
    const { body } = await door.post('/deals', abroad)
    await world.run(consumers, body.id)

    // 20 dollars are 1,800 roubles.
    expect(await titles('sort=title&where=fields.amount>=90000')).toEqual(['Abroad', 'Coffee machines'])
    expect(await titles('where=fields.amount<=2000')).toEqual([])
    expect(await titles('where=fields.amount=180000')).toEqual(['Abroad'])
  })

  test('of text finds names whatever marks they are quoted by, here and there', async () => {
    const input = { title: 'Office of ООО «Ромашка; Ко»', owner: 'anna', pipeline: 'b2b_new' }
    const { body } = await door.post('/deals', input)
    await world.run(consumers, body.id)
    const page = pagesOn(world)
    const sent = encodeURIComponent('ооо "ромашка; ко"')
    const clean = await page(`/app/deals?sent=1&where=&f.title=${sent}`, { as: 'helen' })
    const html = await (await page(clean.headers.get('location') ?? '', { as: 'helen' })).text()

    for (const text of ['~ООО "Ромашка', '~ооо ромашка', '=Office of ООО "Ромашка; Ко"', '~«Ромашка']) {
      expect(await titles(`where=${encodeURIComponent(`title${text}`)}`)).toEqual([input.title])
    }
    expect(html).toContain(body.id)
  })

  test('of a moment may say now', async () => {
    const late = (now: string): Promise<readonly string[]> => {
      world.setNow(now)
      return titles('where=title=Abroad;nextDueAt<=now')
    }

    expect(await late('2026-12-01T07:00:00.000Z')).toEqual([])
    expect(await late('2026-12-10T07:00:00.000Z')).toEqual(['Abroad'])
    world.setNow('2026-12-01T07:00:00.000Z')
  })
})
