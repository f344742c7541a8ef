import { gunzipSync } from 'node:zlib'

import { expect, test, vi } from 'vitest'

import { eraseRestricted } from '#clients/usecases/erase-client'
import { packReports } from '#reports/usecases/pack-reports'
import { consumers } from '#product/lists/consumers'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults } from '#test/support/faults'
import { everyItem } from '#test/support/history-checker'
import { aDoor, type Door } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { aWorld, aWorldInMemory, hand, type World } from '#test/support/world'
import type { DomainEvent } from '#schemas/event'

const engine = useEngine()

const name = 'Zephyrina Quokkova'
const phone = '+7 916 777-12-34'
const marks = ['Zephyrina', 'Quokkova', 'zephyrina', 'quokkova', '9167771234', 'zq@marked.example']

/** Which of the planted values stand in which items. */
function found(items: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return items.flatMap((item) => {
    const text = JSON.stringify(item)
    return marks.some((mark) => text.includes(mark)) ? [`${String(item['pk'])} ${String(item['sk'])}`] : []
  })
}

test('after an erasure by two people nothing of the client is found in any item, and the act names the places', async () => {
  const world = await aWorld(engine)
  const door = await aDoor(world)
  const client = { name, phone, email: 'zq@marked.example' }
  const created = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', client })
  const { id } = created.body
  const card = created.body.links[0].client
  await world.run(consumers, id)
  await door.post(`/clients/${card}/reveal`, { way: 'w1' }, { as: 'anna' })
  const planted = found(await everyItem({ document: engine.client, table: world.table }))

  const pack = (await door.post(`/clients/${card}/personal-data`, {})).body
  const early = await door.post(`/clients/${card}/erasure/confirmation`, {})
  const asked = await door.post(`/clients/${card}/erasure`, { reason: 'Her letter of 20 November' }, { as: 'anna' })
  const alone = await door.post(`/clients/${card}/erasure/confirmation`, {}, { as: 'anna' })
  const done = await door.post(`/clients/${card}/erasure/confirmation`, {})
  const again = await door.post(`/clients/${card}/erasure/confirmation`, {})
  await world.run(consumers, id)
  for (const event of (await world.ports.clients.events(card, { limit: 50 })).items) {
    await hand(world.ports, consumers, event as unknown as DomainEvent)
  }
  const words = await everyItem({ document: engine.client, table: `${world.table}-words` })
  const left = found([...(await everyItem({ document: engine.client, table: world.table })), ...words])

  expect(planted.length).toBeGreaterThan(4)
  expect(JSON.stringify(pack)).toContain(name)
  expect(pack.parts.map((part: { place: string }) => part.place)).toEqual(
    expect.arrayContaining(['client, core', 'client, personal', 'way to find']),
  )
  expect([early.status, asked.status, alone.status, done.status, again.status]).toEqual([404, 201, 403, 200, 200])
  expect(left).toEqual([])
  expect(done.body).toMatchObject({ state: 'done', askedBy: 'anna', confirmedBy: 'helen', backupsUntil: '2027-01-05' })
  expect(again.body).toEqual(done.body)
  expect(done.body.places.map(({ place }: { place: string }) => place)).toEqual(
    expect.arrayContaining(['client, core', 'client, personal', 'way to find', 'deal, the rest']),
  )
  expect(marks.filter((mark) => JSON.stringify(done.body).includes(mark))).toEqual([])
})

test('an erasure takes two people; while what a contract leaves behind has to be kept, the client is restricted, and erased on the day that is said', async () => {
  const world = await aWorldInMemory()
  const door = await aDoor(world)
  const client = { name, phone }
  const { body } = await door.post('/deals', { title: 'Tea', pipeline: 'b2b_new', owner: 'anna', client })
  const card = body.links[0].client
  const deal = await world.ports.deals.find(body.id)
  const won = { at: world.now(), month: '2026-12', employee: 'anna', department: 'b2b', pipeline: 'b2c', axes: {} }
  const { find } = world.ports.deals
  const wonDeal = { ...deal, won } as unknown as NonNullable<typeof deal>
  const ports = { ...world.ports, deals: { ...world.ports.deals, find, findMany: async () => [wonDeal] } }
  const later = await aDoor({ ports })
  await door.post(`/clients/${card}/erasure`, { reason: 'Asked for' })

  const self = await later.post(`/clients/${card}/erasure/confirmation`, {})
  const twice = await door.post(`/clients/${card}/erasure`, { reason: 'Asked for' })
  expect([self.body.code, twice.body.code]).toEqual(['forbidden', 'erasure_state'])

  const { id: _id, ...boris } = (await door.get('/employees/boris')).body
  const rights = { people_edit: 'all', clients_read: 'all' }
  await door.ask('PUT', '/employees/boris', { body: { ...boris, rights }, headers: { 'if-match': '*' } })
  const kept = await later.post(`/clients/${card}/erasure/confirmation`, {}, { as: 'boris' })
  const again = await later.post(`/clients/${card}/erasure/confirmation`, {}, { as: 'boris' })
  const shown = (await later.get(`/clients/${card}`, { as: 'anna' })).body
  const revealed = await later.post(`/clients/${card}/reveal`, { way: 'w1' }, { as: 'anna' })
  const early = await eraseRestricted(ports, '2031-12-01T07:00:00.000Z')
  world.setNow('2031-12-02T07:00:00.000Z')
  const done = await eraseRestricted(ports, world.now())
  const act = (await later.get(`/clients/${card}/erasure`)).body

  expect([kept.status, kept.body.state, kept.body.until]).toEqual([200, 'restricted', '2031-12-01'])
  expect(again.body).toEqual(kept.body)
  expect([shown.restrictedUntil, shown.ways[0].masked]).toEqual(['2031-12-01', true])
  expect([revealed.status, revealed.body.code, revealed.body.until]).toEqual([409, 'erasure_kept', '2031-12-01'])
  expect([early.erased, done.erased, (await eraseRestricted(ports, world.now())).erased]).toEqual([0, 1, 0])
  expect([act.state, act.askedBy, act.confirmedBy]).toEqual(['done', 'helen', 'boris'])
  expect((await world.ports.clients.find(card))?.personal.ways).toEqual([])
})

test('on a card that is erased nothing is written again, which nobody could erase a second time; it may change hands', async () => {
  const text = `${steadyRules()}\nconsents:\n  news: { text: I agree., version: 1, for: [mail] }\n`
  const world = await aWorldInMemory({ text })
  const door = await aDoor(world)
  const make = async (kind: string) => (await door.post('/clients', { kind, name, owner: 'anna' })).body.id as string
  const [card, firm] = [await make('person'), await make('company')]
  await door.post(`/clients/${card}/erasure`, { reason: 'Asked for' }, { as: 'anna' })
  await door.post(`/clients/${card}/erasure/confirmation`, {})
  const put = (body: object) => door.ask('PATCH', `/clients/${card}`, { body, headers: { 'if-match': '*' } })

  const refused = [
    await door.post(`/clients/${card}/ways`, { kind: 'phone', text: phone }),
    await put({ name }),
    await door.post(`/clients/${card}/links`, { client: firm }),
    await door.post(`/clients/${firm}/links`, { client: card }),
    await door.post(`/clients/${card}/consents`, { consent: 'news' }),
  ]
  const given = await put({ owner: 'boris' })
  const { linked } = await world.ports.knownClients.find({ phone })
  const lead = { actor: { kind: 'system', id: 'test' }, at: world.now(), owner: 'anna', of: card } as const
  const taken = await world.ports.knownClients.take({ name, phone }, lead)

  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'erasure_state']))
  expect([given.status, given.body.owner]).toEqual([200, 'boris'])
  expect([linked, taken?.isNew, taken?.client.id === card]).toEqual([undefined, true, false])
  expect((await world.ports.clients.find(card))?.personal.ways).toEqual([])
})

/** Items with the bytes of packs as what they say, whatever they are called by. */
function opened(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const bytes = (value: unknown) => (value instanceof Uint8Array ? gunzipSync(value).toString('latin1') : value)
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, bytes(value)]))
}

const short = 'Whisperwood Lane, ask for the gatekeeper'

/** A won deal of a client and an open one, on shelves of which all is packed, and an erasure that has been asked for. */
async function packed() {
  const world = await aWorld(engine)
  const door = await aDoor(world)
  const created = await door.post(
    '/deals',
    { title: `Tea for ${name}`, pipeline: 'b2b_new', owner: 'anna', client: { name, phone }, fields: { need: short } },
    { headers: { 'idempotency-key': 'tea-1' } },
  )
  const { id } = created.body
  const card = created.body.links[0].client as string
  await world.run(consumers, id)
  // Whatever is loose is packed, however little it is.
  await world.ports.reports.repack([id])
  await packReports(world.ports, world.now())
  await door.post(`/clients/${card}/erasure`, { reason: 'Her letter' }, { as: 'anna' })
  return { world, door, id, card }
}

type Packed = { readonly world: World; readonly door: Door; readonly id: string; readonly card: string }

const itemsOf = async ({ world }: Packed) =>
  (await everyItem({ document: engine.client, table: world.table })).map(opened)
const onShelves = (items: Awaited<ReturnType<typeof itemsOf>>) =>
  items.filter(({ pk, sk }) => String(pk).startsWith('RS#') || sk === 'J#')
const confirm = ({ door, card }: Packed) => door.post(`/clients/${card}/erasure/confirmation`, {})

test('shelves, packs and kept answers say neither a name nor a short text of who is erased', async () => {
  const all = await packed()
  const texts = (items: Awaited<ReturnType<typeof itemsOf>>) => JSON.stringify(items)
  const before = await itemsOf(all)
  const inPacks = before.filter(({ sk }) => String(sk).startsWith('P#'))

  const done = await confirm(all)
  const after = await itemsOf(all)
  const answers = after.filter(({ pk }) => String(pk).startsWith('I#'))
  const again = await all.door.post(
    '/deals',
    {
      title: `Tea for ${name}`,
      pipeline: 'b2b_new',
      owner: 'anna',
      client: { name, phone },
      fields: { need: short },
    },
    { headers: { 'idempotency-key': 'tea-1' } },
  )

  expect(texts(inPacks)).toContain('Quokkova')
  expect(texts(inPacks)).toContain('Whisperwood')
  expect(done.body.places).toEqual(expect.arrayContaining([{ room: 'reports', place: 'facts for reports', count: 1 }]))
  expect(onShelves(after).length).toBeGreaterThan(3)
  expect(texts(onShelves(after))).not.toMatch(/quokkova|zephyrina|whisperwood/i)
  expect(answers).toHaveLength(1)
  expect(JSON.parse(answers.map((one) => (one['answer'] as { body: string }).body).join()).client).toEqual({})
  expect([again.body.id, again.body.client]).toEqual([all.id, { name: `– ${all.card.slice(-4)}` }])
  const [entries = []] = await all.world.ports.reports.read(['l-2026-12'])
  expect(entries.map((entry) => entry.id)).toEqual([all.id])
})

test('an erasure ends the same wherever it is broken off', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  /** Everything but what packs are called by; of packs what they say. */
  const ends = async (all: Packed) => {
    const plain = (await itemsOf(all)).filter(({ pk }) => !String(pk).startsWith('RS#'))
    const [listed, open] = await all.world.ports.reports.read(['l-2026-12', 'open'])
    const shelves = onShelves(await itemsOf(all))
    expect(JSON.stringify(shelves)).not.toMatch(/quokkova|zephyrina|whisperwood/i)
    return { plain, listed, open }
  }
  const whole = await packed()
  await confirm(whole)
  const expected = await ends(whole)
  let broken = 0

  for (const kind of faultKinds.filter((one) => one === 'cut_before' || one === 'reply_lost')) {
    for (let request = 0, isReached = true; isReached; request += 11) {
      const all = await packed()
      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, request)
      const first = await confirm(all)
      faults.remove()
      isReached = faults.struck()[kind] > 0
      if (first.status !== 200) expect((await confirm(all)).status).toBe(200)
      expect(await ends(all)).toEqual(expected)
      broken += isReached ? 1 : 0
    }
  }

  expect(broken).toBeGreaterThan(3)
}, 120_000)
