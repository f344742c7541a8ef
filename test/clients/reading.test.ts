import { beforeEach, describe, expect, test } from 'vitest'

import type { CallFact } from '#channels/domain/facts'
import { keepCallFacts } from '#channels/usecases/keep-call-facts'
import { check } from '#config/check'
import { readingStore } from '#clients/store/reading-store'
import { muchFor } from '#domain/people/reading-budget'
import { consumers } from '#product/lists/consumers'
import { turnReading } from '#clients/usecases/reading/read-reading'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { meter } from '#test/support/meter'
import { aWorldInMemory, type World } from '#test/support/world'

const engine = useEngine()
let world: World
let door: Door

beforeEach(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
  const { id: _id, ...anna } = (await door.get('/employees/anna')).body
  const rights = { clients_read: 'all', clients_contacts: 'all' }
  await door.ask('PUT', '/employees/anna', { body: { ...anna, rights }, headers: { 'if-match': '*' } })
})

const clientOf = async (owner: string, more: object = {}): Promise<string> =>
  (await door.post('/clients', { kind: 'company', name: 'Aurora', owner, ...more })).body.id

const clientsOf = async (owner: string, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let no = 0; no < count; no += 1) ids.push(await clientOf(owner))
  return ids
}

const open = (ids: readonly string[], as = 'anna') => Promise.all(ids.map((id) => door.get(`/clients/${id}`, { as })))
const noticesOf = async (as: string) =>
  (await door.get('/inbox', { as })).body.items.filter(
    (one: { notice: { kind: string } }) => one.notice.kind === 'read_much',
  )
const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000

describe('budgets of the file', () => {
  const reading = (lines: string) => `${steadyRules()}\nclients:\n  reading:\n${lines}`

  test('are by role: the one of a role before that of everybody, the largest of several, and who is told is named', async () => {
    const text = reading(
      [
        '    budgets:',
        '      - { cards: 3, reveals: 9, rows: 50 }',
        '      - { who: b2b_hunters, cards: 2 }',
        '      - { who: owner_manager, cards: 7, searches: 1000 }',
        '    alarm: [lawyer, quality]',
      ].join('\n'),
    )
    world = await aWorldInMemory({ text })
    door = await aDoor(world)
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const rights = { clients_read: 'all', clients_contacts: 'all' }
    await door.ask('PUT', '/employees/anna', { body: { ...anna, rights }, headers: { 'if-match': '*' } })
    await open(await clientsOf('fedor', 3))

    const budgets = await Promise.all(
      ['anna', 'fedor', 'boris'].map(async (one) => (await door.get(`/employees/${one}/reading`)).body.budget),
    )
    expect(budgets).toEqual([
      { cards: 2, reveals: 9, rows: 50, searches: 400 },
      { cards: 3, reveals: 9, rows: 50, searches: 400 },
      { cards: 7, reveals: 200, rows: 20_000, searches: 1000 },
    ])
    expect((await Promise.all(['lena', 'quinn', 'boris'].map(noticesOf))).map(({ length }) => length)).toEqual([
      1, 1, 0,
    ])
  })

  test('are refused where they are no number, and name a role that is there', () => {
    const told = (lines: string) =>
      check(reading(lines))
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)

    expect(told('    budgets: [{ cards: 0 }, { reveals: 2.5 }, { cards: 100001 }]')).toEqual(
      Array.from({ length: 3 }, () => 'unknown-value'),
    )
    expect(told('    budgets: [{ who: nobody_at_all, cards: 5 }]')).toHaveLength(1)
    expect(told('    alarm: nobody_at_all')).toHaveLength(1)
    expect(told('    budgets: [{ who: b2b_hunters, cards: 5 }]')).toEqual([])
  })
})

describe('whoever opens cards', () => {
  test('is on record with the first look of a day, own clients apart from those of others', async () => {
    const [others, own] = [await clientsOf('fedor', 2), await clientOf('anna')]
    await open([...others, own, ...others, own])

    const { body } = await door.get('/employees/anna/reading')

    expect(body.cards.map((one: { client: string; isOwn: boolean }) => [one.client, one.isOwn]).toSorted()).toEqual(
      [...others.map((id) => [id, false]), [own, true]].toSorted(),
    )
    expect([body.counted, body.reveals, body.budget]).toEqual([
      2,
      0,
      { cards: 120, reveals: 60, rows: 3000, searches: 400 },
    ])
  })

  const phone = '+7 916 123-45-67'
  const telephony = {
    id: 'pbx',
    adapter: 'generic' as const,
    name: 'Telephones',
    settings: {},
    lines: {},
    logins: { '101': 'anna', '102': 'boris' },
    paused: false,
    createdAt: '2026-12-01T06:00:00.000Z',
    createdBy: 'helen',
    secrets: [],
    rev: 1,
  }
  const ago = (minutes: number) => new Date(Date.parse(world.now()) - minutes * 60_000).toISOString()
  const leg = (who: string, state: 'begins' | 'talks' | 'ends', at: string) => ({
    leg: { id: who, place: 'ringing' as const, state, withClient: true, who, at },
  })
  type Told = Omit<CallFact, 'kind' | 'call'>
  const asks: readonly (readonly [what: string, counts: number, facts: () => readonly Told[]])[] = [
    ['rings them', 0, () => [leg('101', 'begins', ago(0))]],
    [
      'rang them and a colleague, and nobody took it yet',
      0,
      () => [leg('102', 'begins', ago(1)), leg('101', 'begins', ago(1))],
    ],
    ['talks with them for an hour', 0, () => [leg('101', 'begins', ago(61)), leg('101', 'talks', ago(60))]],
    [
      'has talked with them, hung up five minutes ago and was judged',
      0,
      () => [
        leg('101', 'talks', ago(9)),
        { last: 'whole', result: 'answered', by: '101', startedAt: ago(10), answeredAt: ago(9), endedAt: ago(5) },
      ],
    ],
    ['rings a colleague alone', 1, () => [leg('102', 'begins', ago(0))]],
    [
      'waits in a queue',
      1,
      () => [{ ...leg('101', 'begins', ago(0)), leg: { ...leg('101', 'begins', ago(0)).leg, place: 'queue' } }],
    ],
    ['rang them twenty minutes ago', 1, () => [leg('101', 'begins', ago(20)), leg('101', 'ends', ago(19))]],
    ['was called by them', 1, () => [{ direction: 'out', by: '101', ...leg('101', 'talks', ago(1)) }]],
    ['rings from another number', 1, () => [{ client: '+7 916 765-43-21', ...leg('101', 'begins', ago(0)) }]],
    [
      'has talked with them half an hour ago',
      1,
      () => [
        { last: 'whole', result: 'answered', by: '101', startedAt: ago(40), answeredAt: ago(39), endedAt: ago(30) },
      ],
    ],
  ]

  test.each(asks)('whose client %s has %i looks counted', async (_, counts, facts) => {
    const client = await clientOf('fedor', { phone })
    await world.ports.integrations.save(telephony)
    const told = facts().map((fact): CallFact => ({
      direction: 'in',
      client: phone,
      ...fact,
      kind: 'call',
      call: 'c1',
    }))
    await keepCallFacts(world.ports, telephony, told, world.now())

    await open([client])

    expect((await door.get('/employees/anna/reading')).body.counted).toBe(counts)
  })

  test('gains nothing by a call they told of themselves', async () => {
    const client = await clientOf('fedor', { phone })
    const call = { direction: 'in', result: 'answered', by: 'anna', asTold: true, answeredAt: ago(2), endedAt: ago(1) }
    const talk = await world.ports.talks.talkIdOf('+79161234567')
    const says = { id: 'own:1', integration: 'own', startedAt: ago(2), client: '+79161234567', ...call }
    await world.ports.talks.saveLine(talk, { kind: 'call', id: 'own:1', at: ago(2), says })

    await open([client])

    expect((await door.get('/employees/anna/reading')).body.counted).toBe(1)
  })

  test('has the head told of the card beyond the budget, at once and once a day', async () => {
    const ids = await clientsOf('fedor', 122)
    await open(ids.slice(0, 120))
    const before = await noticesOf('boris')

    await open(ids.slice(120))
    const after = await noticesOf('boris')

    expect(before).toEqual([])
    expect(after).toHaveLength(1)
    expect(after[0].title).toContain('Anna')
    expect(seconds(after[0].notice.at, world.now())).toBeLessThanOrEqual(60)
  })

  test('is shown no more numbers at twice the budget, until the head allows it with a reason on record', async () => {
    const ids = await clientsOf('fedor', 239)
    const client = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    const reveal = () => door.post(`/clients/${client}/reveal`, { way: 'w1' }, { as: 'anna' })
    await open(ids)
    const last = await reveal()
    await open([client])

    const refused = await reveal()
    const own = await door.post('/employees/anna/reading/allowance', { reason: 'Please' }, { as: 'anna' })
    const allowed = await door.post('/employees/anna/reading/allowance', { reason: 'Calls the fair' }, { as: 'boris' })
    const shown = await reveal()

    expect(last.status).toBe(200)
    expect([refused.status, refused.body.code]).toEqual([429, 'reading_budget'])
    // To midnight of the company, which is in Moscow: it is ten in the morning.
    expect(refused.headers.get('retry-after')).toBe(String(14 * 3600))
    expect(own.status).toBe(403)
    expect(allowed.body.allowed).toEqual({ by: 'boris', reason: 'Calls the fair', at: world.now() })
    expect([shown.status, shown.body.text]).toEqual([200, '+79161234567'])
  })

  test('begins anew with a new day', async () => {
    const client = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    for (let no = 0; no < 120; no += 1) await door.post(`/clients/${client}/reveal`, { way: 'w1' }, { as: 'anna' })
    const reveal = () => door.post(`/clients/${client}/reveal`, { way: 'w1' }, { as: 'anna' })

    const today = await reveal()
    world.setNow('2026-12-02T07:00:00.000Z')
    const tomorrow = await reveal()

    expect([today.status, tomorrow.status]).toEqual([429, 200])
  })

  test('is not shown a number where the count of it cannot be kept', async () => {
    const client = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    const add = () => Promise.reject(new Error('away'))
    const broken = await aDoor({ ports: { ...world.ports, reading: { ...world.ports.reading, add } } })

    const reply = await broken.post(`/clients/${client}/reveal`, { way: 'w1' }, { as: 'anna' })

    expect([reply.status, reply.body.code]).toEqual([503, 'client_reading_unkept'])
    expect(JSON.stringify(reply.body)).not.toContain('123')
  })
})

describe('a look that is no curiosity', () => {
  test('counts for no budget: at a client of one’s own deal, or that one has a task with', async () => {
    const deal = (owner: string, client: object) =>
      door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner, client }).then(({ body }) => body)
    const [mine, theirs] = [
      await deal('anna', { name: 'Beta', phone: '+7 916 123-45-60' }),
      await deal('fedor', { name: 'Gamma', phone: '+7 916 123-45-61' }),
    ]
    const clients = [mine, theirs].map(({ links }) => links[0].client as string)
    for (const id of clients)
      await door.ask('PATCH', `/clients/${id}`, { body: { owner: 'fedor' }, headers: { 'if-match': '*' } })
    for (const { id } of [mine, theirs]) await world.run(consumers, id)
    await open(clients)
    const counts = async () => (await door.get('/employees/anna/reading')).body.counted
    const before = await counts()
    await door.ask('POST', `/deals/${theirs.id}/tasks`, {
      body: { do: 'Call', responsible: 'anna', due: '1 working day' },
    })
    world.setNow('2026-12-02T07:00:00.000Z')
    await open(clients)

    expect([before, await counts()]).toEqual([1, 0])
  })
})

describe('whoever lists, searches and takes out', () => {
  const totals = async () => {
    const { rows, searches } = (await door.get('/employees/anna/reading')).body
    return { rows, searches }
  }
  const search = (q: string) => door.get(`/search?q=${encodeURIComponent(q)}`, { as: 'anna' })

  test('is counted: rows of other people’s clients, and searches, one that is typed on as one', async () => {
    await clientsOf('fedor', 3)
    await clientOf('anna')
    await door.get('/clients', { as: 'anna' })
    await door.get('/clients?owner=anna', { as: 'anna' })
    for (const q of ['au', 'auro', 'aurora', 'auror', '4567', '4568', 'Aurora']) await search(q)

    expect(await totals()).toEqual({ rows: 3, searches: 5 })
  })

  test('has the head told beyond the budget, and is shown no numbers at twice of it', async () => {
    const client = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    for (let no = 0; no < 400; no += 1) await search(`a${no}x`)
    const before = await noticesOf('boris')
    await search('one more')
    const after = await noticesOf('boris')
    for (let no = 0; no < 399; no += 1) await search(`b${no}x`)
    const refused = await door.post(`/clients/${client}/reveal`, { way: 'w1' }, { as: 'anna' })

    expect([before.length, after.length]).toEqual([0, 1])
    expect([refused.status, refused.body.code]).toEqual([429, 'reading_budget'])
  })
})

describe('much for one reader', () => {
  const cardsOn = async (day: string, count: number) => {
    const at = `${day}T07:00:00.000Z`
    for (let no = 0; no < count; no += 1)
      await world.ports.reading.look({ reader: 'anna', day, client: `client_${day}_${no}`, at }, async () => false)
  }

  test('is more than four times what is usual for them, and never few: the head is told long before the budget', async () => {
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) await cardsOn(day, 11)
    const ids = await clientsOf('fedor', 45)
    await open(ids.slice(0, 44))
    const before = await noticesOf('boris')
    await open(ids.slice(44))

    expect([before.length, (await noticesOf('boris')).length]).toEqual([0, 1])
    expect(await world.ports.reading.day({ reader: 'anna', day: '2026-12-01' })).toMatchObject({ much: 44 })
  })

  test.each([
    ['nothing is usual yet', [], undefined],
    ['four days tell too little', [9, 9, 9, 9], undefined],
    ['days without any reading tell nothing', [0, 0, 20, 20, 20, 20, 20], 80],
    ['an even number of days has its middle between two', [10, 10, 12, 14, 16, 40], 52],
    ['few cards are never much', [1, 1, 1, 1, 1, 1], 40],
  ])('%s', (_, cards, much) => {
    expect(muchFor(cards)).toBe(much)
  })

  test.each([
    ['at night', '2026-12-01T20:30:00.000Z', 1],
    ['on a Sunday', '2026-12-06T10:00:00.000Z', 1],
    ['late in the evening', '2026-12-01T16:30:00.000Z', 0],
  ])('is half the budget %s', async (_, now, told) => {
    world.setNow(now)
    await open(await clientsOf('fedor', 61))

    expect(await noticesOf('boris')).toHaveLength(told)
  })

  test('is half the budget while they are away', async () => {
    const { id: _id, ...anna } = (await door.get('/employees/anna')).body
    const absences = [{ from: '2026-12-01', to: '2026-12-05' }]
    const away = await door.ask('PUT', '/employees/anna', { body: { ...anna, absences }, headers: { 'if-match': '*' } })
    expect(away.status).toBe(200)
    await open(await clientsOf('fedor', 61))

    expect(await noticesOf('boris')).toHaveLength(1)
  })
})

describe('who read what', () => {
  test('is told of a client, before and after the days are turned round, to whoever may change it', async () => {
    const client = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    await open([client])
    const readers = async (as: string) => door.get(`/clients/${client}/readers`, { as })
    const today = (await readers('fedor')).body.items
    world.setNow('2026-12-02T23:00:00.000Z')
    await turnReading(world.ports, world.now())
    world.setNow('2026-12-20T07:00:00.000Z')
    await turnReading(world.ports, world.now())

    const later = (await readers('fedor')).body.items

    expect(today).toEqual([{ employee: 'anna', at: '2026-12-01T07:00:00.000Z' }])
    expect(later).toEqual(today)
    expect((await readers('cyril')).status).toBe(404)
  })

  test('is told of a person to themselves and to whoever leads them', async () => {
    const replies = await Promise.all(
      ['boris', 'helen', 'anna', 'clara', 'fedor'].map((as) =>
        door.get('/employees/anna/reading?on=2026-11-28', { as }),
      ),
    )

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403])
    expect(replies[0]?.body).toMatchObject({ on: '2026-11-28', cards: [] })
  })
})

describe('whose data somebody may have carried away', () => {
  test('is told with how many people that are, what was listed and shown, and the files, to whoever may change people', async () => {
    const person = (await door.post('/clients', { kind: 'person', name: 'Vera', owner: 'fedor' })).body.id
    const company = await clientOf('fedor', { phone: '+7 916 123-45-67' })
    await open([person, company])
    await door.post(`/clients/${company}/reveal`, { way: 'w1' }, { as: 'anna' })
    const found = (await world.ports.people.load()).employees['anna']
    if (found !== undefined)
      await world.ports.people.saveEmployee({ ...found, rights: { ...found.rights, export: 'all' } })
    await door.get('/client-list/csv', { as: 'anna' })
    world.setNow('2026-12-03T07:00:00.000Z')
    await open([company])
    const leak = async (from: string, to: string, as?: string) =>
      door.get(`/employees/anna/reading/clients?from=${from}&to=${to}`, as === undefined ? {} : { as })

    const { body } = await leak('2026-12-01', '2026-12-03')

    expect(body).toMatchObject({ people: 1, companies: 1, gone: 0, reveals: 1, rows: 2, searches: 0 })
    expect(body.files.map(({ what, rows }: { what: string; rows: number }) => [what, rows])).toEqual([['clients', 2]])
    expect(body.items).toMatchObject([
      { client: company, firstAt: '2026-12-01T07:00:00.000Z', lastAt: '2026-12-03T07:00:00.000Z', isOwn: false },
      { client: person, kind: 'person', name: 'Vera' },
    ])
    expect((await leak('2026-12-02', '2026-12-02')).body).toMatchObject({
      people: 0,
      companies: 0,
      files: [],
      items: [],
    })
    expect((await leak('2026-12-03', '2026-12-01')).body.code).toBe('field_value')
    expect((await leak('2024-12-03', '2026-12-01')).body.code).toBe('field_value')
    expect([
      (await leak('2026-12-01', '2026-12-03', 'anna')).status,
      (await leak('2026-12-01', '2026-12-03', 'clara')).status,
    ]).toEqual([403, 403])
  })

  test('names last those whose cards are gone', async () => {
    const company = await clientOf('fedor', {})
    await open([company])
    const look = { reader: 'anna', day: '2026-12-01', client: 'client_gone', at: '2026-12-01T07:00:00.000Z' }
    await world.ports.reading.look(look, async () => false)

    const { body } = await door.get('/employees/anna/reading/clients?from=2026-12-01&to=2026-12-01')

    expect(body).toMatchObject({ companies: 1, gone: 1 })
    expect(body.items.map(({ client }: { client: string }) => client)).toEqual([company, 'client_gone'])
  })
})

test('a hundred cards cost a hundred write units, and looking again within the hour none', async () => {
  const table = await engine.createTable()
  const cost = meter(engine.client)
  const reading = readingStore({ document: engine.client, table })
  const look = (no: number) =>
    reading.look(
      {
        reader: 'anna',
        day: '2026-12-01',
        client: `client_01KAQ4B6Y2M3T9J8V5C7D1E${String(no).padStart(3, '0')}`,
        at: '2026-12-01T07:00:00.000Z',
      },
      async () => false,
    )
  const hundred = () => Promise.all(Array.from({ length: 100 }, (_, no) => look(no)))

  cost()
  const first = await hundred()
  const { writeUnits } = cost()
  const again = await hundred()

  expect(first.every((look) => look?.isOwn === false)).toBe(true)
  expect(writeUnits).toBe(100)
  expect(again.filter(Boolean)).toEqual([])
  expect(cost()).toEqual({ requests: 0, writeUnits: 0, readUnits: 0 })

  const on = { reader: 'anna', day: '2026-12-01' }
  await reading.add(on, { rows: 50, reveals: 1 })
  const counts = await reading.add(on, { rows: 7, searches: 1 })

  expect(cost()).toMatchObject({ requests: 2, writeUnits: 2 })
  expect(counts).toEqual({ reveals: 1, rows: 57, searches: 1 })
  await reading.keepMuch(on, null)
  expect(await reading.day(on)).toMatchObject({ ...counts, much: null })
})
