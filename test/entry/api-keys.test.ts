import { beforeEach, describe, expect, test } from 'vitest'

import { closeApiKeys } from '#entry/usecases/close-api-keys'
import { warnOfKeys } from '#entry/usecases/warn-of-keys'
import { rightOfKeys } from '#http/key-asks'
import { allExamples as examples } from '#product/lists/examples'
import { allOperations } from '#product/lists/operations'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let door: Door

beforeEach(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
})

const later = (days: number) => {
  world.setNow(new Date(Date.parse(world.now()) + days * 86_400_000).toISOString())
}

const make = (as: string, more: Readonly<Record<string, unknown>> = {}): Promise<Reply> =>
  door.post('/keys', { name: 'Site form', scopes: { deals_read: 'own', deals_edit: 'own' }, ...more }, { as })

describe('a key', () => {
  test('is told once, and what is kept lets nobody in', async () => {
    const made = await make('anna')
    const { secret, key } = made.body

    const [deal, kept] = [
      await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new' }, { token: secret }),
      await world.ports.apiKeys.all(),
    ]
    const hash = kept[0]?.secrets[0]?.hash ?? ''
    const forged = [
      hash,
      secret.replace(/_[^_]{32}_/, `_${hash.slice(0, 32)}_`),
      `${secret.slice(0, -1)}?`,
      'norma_k1_x',
    ]
    const replies = await Promise.all(forged.map((token) => door.get('/deals?owner=me', { token })))

    expect(made.status).toBe(201)
    expect(secret).toMatch(/^norma_k1_[0-9A-Za-z]{10}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$/)
    expect(key.expiresAt).toBe('2027-03-01T07:00:00.000Z')
    expect(deal.status).toBe(201)
    expect(JSON.stringify([kept, (await door.get('/keys', { as: 'anna' })).body])).not.toContain(secret.split('_')[3])
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  })

  test('is the program in what it does, not the person it works for', async () => {
    const { secret, key } = (await make('anna')).body
    const deal = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new' }, { token: secret })).body

    const [created] = await world.eventsOf(deal.id)

    expect(created?.actor).toEqual({ kind: 'integration', id: key.id })
  })

  test('that may see own deals is refused by every other operation', async () => {
    const { secret } = (await make('helen', { scopes: { deals_read: 'own' } })).body
    const asked = allOperations.filter(({ right }) => right !== 'public')

    const replies = await Promise.all(
      asked.map(async ({ id, method, path, body }) => {
        const address = path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => examples[id]?.params?.[name] ?? 'none')
        const sent = body === undefined ? {} : { body: examples[id]?.body }
        const { status } = await door.ask(method, address, { token: secret, headers: { 'if-match': '*' }, ...sent })
        return [id, status === 403] as const
      }),
    )

    expect(Object.fromEntries(replies)).toEqual(
      Object.fromEntries(asked.map((one) => [one.id, rightOfKeys(one) !== 'deals_read'])),
    )
    expect(asked.filter((one) => rightOfKeys(one) === 'deals_read').length).toBeGreaterThan(5)
  })

  test('loses with whoever answers for it, at once', async () => {
    const { secret } = (await make('helen', { scopes: { rules_edit: 'all', deals_read: 'all' } })).body
    const before = await door.get('/rules/status', { token: secret })
    const { id: _id, ...helen } = (await door.get('/employees/helen')).body
    const rights = { ...helen.rights, rules_edit: 'none', deals_read: 'own' }
    const owned = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body

    await door.ask('PUT', '/employees/helen', { body: { ...helen, rights }, headers: { 'if-match': '*' } })
    const after = await Promise.all([
      door.get('/rules/status', { token: secret }),
      door.get(`/deals/${owned.id}`, { token: secret }),
    ])

    expect(before.status).toBe(200)
    expect(after.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'forbidden'],
      [404, 'deal_unknown'],
    ])
  })

  test('never reaches further than its maker, changes no people and makes no keys', async () => {
    const far = await make('anna', { scopes: { deals_read: 'department' } })
    const people = await make('helen', { scopes: { people_edit: 'all' } })
    const nothing = await make('anna', { scopes: { deals_read: 'none' } })
    const company = await make('anna', { isOfCompany: true })
    const { secret } = (await make('helen', { scopes: { rules_edit: 'all', deals_edit: 'all' } })).body
    const bred = await door.post('/keys', { name: 'Another', scopes: { deals_read: 'own' } }, { token: secret })

    expect([far, people, nothing].map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([422, 'key_scope']),
    )
    expect([company, bred].map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([403, 'forbidden']))
  })

  test('does the tasks of whoever answers for it and leads nobody', async () => {
    const deal = (await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna' })).body
    const task = { do: 'Call', responsible: 'anna', due: '1 working day' }
    const { id } = (await door.post(`/deals/${deal.id}/tasks`, task)).body
    const [boris, anna] = [
      (await make('boris', { scopes: { deals_read: 'department_below', deals_edit: 'department_below' } })).body.secret,
      (await make('anna')).body.secret,
    ]

    const replies = [
      await door.post(`/tasks/${id}/completion`, {}, { token: boris, headers: { 'if-match': '*' } }),
      await door.post(`/tasks/${id}/completion`, {}, { token: anna, headers: { 'if-match': '*' } }),
    ]

    expect(replies.map(({ status }) => status)).toEqual([403, 200])
  })

  test('ends by itself; a new secret renews it, and the old one is good for a day', async () => {
    const { secret, key } = (await make('anna', { days: 3 })).body
    later(2)
    const rotated = (await door.post(`/keys/${key.id}/secret`, { days: 3 }, { as: 'anna' })).body
    const both = await Promise.all([secret, rotated.secret].map((token) => door.get('/deals?owner=me', { token })))
    later(1.1)
    const one = await Promise.all([secret, rotated.secret].map((token) => door.get('/deals?owner=me', { token })))
    later(2)
    const none = await door.get('/deals?owner=me', { token: rotated.secret })

    expect(rotated.key.oldSecretUntil).toBe('2026-12-04T07:00:00.000Z')
    expect([...both, ...one, none].map(({ status }) => status)).toEqual([200, 200, 401, 200, 401])
  })

  test('says when it was used, noted once an hour', async () => {
    let noted = 0
    const { touch } = world.ports.apiKeys
    Object.assign(world.ports.apiKeys, {
      touch: (...args: Parameters<typeof touch>) => {
        noted += 1
        return touch(...args)
      },
    })
    const { secret, key } = (await make('anna')).body

    for (let at = 0; at < 5; at += 1) await door.get('/deals?owner=me', { token: secret })
    later(1 / 12)
    await door.get('/deals?owner=me', { token: secret })

    expect(noted).toBe(2)
    expect((await door.get(`/keys/${key.id}`, { as: 'anna' })).body.usedAt).toBe(world.now())
  })

  test('is seen and taken away by whoever answers for it and by whoever may change people', async () => {
    const { key, secret } = (await make('anna')).body

    const seen = await Promise.all(['anna', 'boris', 'helen'].map((as) => door.get(`/keys/${key.id}`, { as })))
    const lists = await Promise.all(['anna', 'boris', 'helen'].map((as) => door.get('/keys', { as })))
    await door.ask('DELETE', `/keys/${key.id}`, { as: 'helen' })
    const after = await door.get('/deals?owner=me', { token: secret })

    expect(seen.map(({ status }) => status)).toEqual([200, 404, 200])
    expect(lists.map(({ body }) => body.items.length)).toEqual([1, 0, 1])
    expect([after.status, after.body.code]).toEqual([401, 'unauthenticated'])
  })

  test('is changed only over what was seen', async () => {
    const { key } = (await make('anna')).body
    const { headers } = await door.get(`/keys/${key.id}`, { as: 'anna' })
    const tag = headers.get('etag') ?? ''
    const body = { name: 'Old form', scopes: { deals_read: 'own' } }
    const put = (match: string) =>
      door.ask('PUT', `/keys/${key.id}`, { as: 'anna', body, headers: { 'if-match': match } })

    const replies = [await put(tag), await put(tag)]

    expect(replies.map(({ status }) => status)).toEqual([200, 412])
    expect(replies[0]?.body).toMatchObject(body)
  })
})

describe('whoever answers for a key leaves', () => {
  const leave = async (id: string) => {
    const { id: _id, ...rest } = (await door.get(`/employees/${id}`)).body
    await door.ask('PUT', `/employees/${id}`, { body: { ...rest, active: false }, headers: { 'if-match': '*' } })
    await closeApiKeys(world.ports.apiKeys, id, world.now())
  }

  test('their own ends at once, the company’s is taken over within a week', async () => {
    const own = (await make('boris', { scopes: { deals_read: 'own' } })).body
    const { id: _id, ...boris } = (await door.get('/employees/boris')).body
    const rights = { people_edit: 'all' }
    await door.ask('PUT', '/employees/boris', { body: { ...boris, rights }, headers: { 'if-match': '*' } })
    const companys = (await make('boris', { isOfCompany: true, scopes: { deals_read: 'own' } })).body
    await leave('boris')
    const ask = (token: string) => door.get('/deals?owner=me', { token })
    const first = await Promise.all([own, companys].map(({ secret }) => ask(secret)))
    const { headers, body } = await door.get(`/keys/${companys.key.id}`)
    const match = { 'if-match': headers.get('etag') ?? '' }
    const taken = await door.ask('PUT', `/keys/${companys.key.id}`, {
      body: { name: body.name, scopes: body.scopes, responsible: 'helen' },
      headers: match,
    })
    const renewed = (await door.post(`/keys/${companys.key.id}/secret`, {})).body
    later(8)

    expect(first.map(({ status }) => status)).toEqual([401, 200])
    expect(taken.body).toMatchObject({ responsible: 'helen' })
    expect((await ask(renewed.secret)).status).toBe(200)
  })

  test('the company’s ends after that week where nobody takes it over', async () => {
    const { secret } = (await make('helen', { isOfCompany: true, scopes: { deals_read: 'own' } })).body
    await closeApiKeys(world.ports.apiKeys, 'helen', world.now())
    later(8)

    expect((await door.get('/deals?owner=me', { token: secret })).status).toBe(401)
  })
})

describe('whoever answers for a key', () => {
  const warned = async (as: string) =>
    (await door.get('/inbox', { as })).body.items
      .map(({ notice }: { notice: { kind: string; key?: { name: string } } }) => notice)
      .filter(({ kind }: { kind: string }) => kind.startsWith('key_'))
      .map(({ kind, key }: { kind: string; key?: { name: string } }) => `${kind} ${key?.name}`)
      .toSorted()

  test('is told once of its end 14 days ahead, once 3 days ahead, and of one that nobody uses', async () => {
    await make('anna')
    const told: unknown[] = []
    for (const days of [60, 15, 2, 10, 5]) {
      later(days)
      await warnOfKeys(world.ports, world.now())
      await warnOfKeys(world.ports, world.now())
      told.push(await warned('anna'))
    }

    expect(told).toEqual([
      ['key_unused Site form'],
      ['key_unused Site form'],
      ['key_ends Site form', 'key_unused Site form'],
      ['key_ends Site form', 'key_ends Site form', 'key_unused Site form'],
      ['key_ends Site form', 'key_ends Site form', 'key_unused Site form'],
    ])
    expect(await warned('helen')).toEqual([])
  })

  test('who has left is told of nothing: whoever may change people hears that a key of the company has a week', async () => {
    await make('helen', { isOfCompany: true })
    await closeApiKeys(world.ports.apiKeys, 'helen', world.now())
    const { helen, ...others } = (await world.ports.people.load()).employees
    const people = {
      ...world.ports.people,
      load: async () => ({
        ...(await world.ports.people.load()),
        employees: {
          ...others,
          helen: { ...helen, active: false },
          boris: { ...others['boris'], rights: { people_edit: 'all' } },
        },
      }),
    } as unknown as World['ports']['people']

    const told = await warnOfKeys({ ...world.ports, people }, world.now())

    expect(told.told).toBe(1)
    expect(await warned('boris')).toEqual(['key_left Site form'])
  })
})
