import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { finishMerge } from '#clients/usecases/merging/finish-merge'
import { findDuplicates } from '#clients/usecases/duplicates/find-duplicates'
import { consumers } from '#product/lists/consumers'
import type { DomainEvent } from '#schemas/event'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults, type FaultKind } from '#test/support/faults'
import { everyItem } from '#test/support/history-checker'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { isWhole } from '#test/support/runs'
import { aWorld, aWorldInMemory, hand, type World } from '#test/support/world'
import { afterMerging, allOf, dealOf } from './merging'

const engine = useEngine()

const company = (name: string, more: object = {}) => ({ kind: 'company', name, ...more })
const made = async (door: Door, body: object, as = 'helen'): Promise<string> =>
  (await door.post('/clients', body, { as })).body.id as string

async function told(world: World, client: string): Promise<void> {
  const { items } = await world.ports.clients.events(client, { limit: 100 })
  for (const event of items.toReversed()) await hand(world.ports, consumers, event as unknown as DomainEvent)
}

describe.each([
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
])('merging in %s', (_, open) => {
  let world: World
  let door: Door
  let winner = ''
  let loser = ''
  beforeEach(async () => {
    world = await open()
    door = await aDoor(world)
    winner = await made(door, company('Aurora', { owner: 'anna', phone: '+7 495 012-00-01', inn: '7707083893' }))
    loser = await made(door, company('Аврора', { owner: 'andrew', phone: '+7 495 012-00-02', kpp: '773601001' }))
  })

  const merge = (body: object = {}, as = 'helen'): Promise<Reply> =>
    door.post(`/clients/${winner}/merge`, { loser, ...body }, { as })

  test('says first what would stay, what would be given up, and what comes; nothing is written by that', async () => {
    await dealOf(world, [[loser, 'client']])
    const { status, body } = await merge({ dryRun: true, take: { name: 'loser' } })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      winner: { id: winner, version: 1, name: 'Аврора', kpp: '773601001' },
      values: [
        { field: 'name', from: 'loser', kept: 'Аврора', given: 'Aurora' },
        { field: 'owner', from: 'winner', kept: 'Anna', given: 'Andrew' },
        { field: 'kpp', from: 'loser', kept: '773601001' },
      ],
      moves: { ways: 1, links: 0, deals: 1 },
      blocks: [],
    })
    expect(body.merge).toBeUndefined()
    expect(await world.ports.clients.find(loser)).toMatchObject({ client: { version: 1, name: 'Аврора' } })
  })

  test('lets the other id lead on from the answer, before anything is moved', async () => {
    const deal = await dealOf(world, [[loser, 'client']])
    await merge()

    expect((await door.get(`/clients/${loser}`, { as: 'helen' })).body).toMatchObject({ id: winner, version: 2 })
    expect((await world.ports.knownClients.find({ phone: '8 495 012-00-02', name: 'Aurora' })).linked?.id).toBe(winner)
    expect((await door.get('/clients', { as: 'helen' })).body.items.map(({ id }: { id: string }) => id)).not.toContain(
      loser,
    )
    await afterMerging(world, loser)
    expect((await world.ports.deals.find(deal.id))?.links).toEqual([{ client: winner, role: 'client' }])
    expect((await world.ports.clients.dealsOf(winner)).map((row) => row.deal)).toEqual([deal.id])
    expect((await world.eventsOf(deal.id)).at(-1)).toMatchObject({
      name: 'deal.updated',
      actor: { kind: 'system', id: 'merge' },
      detail: { links: [{ client: winner }] },
    })
  })

  test('hands on a deal that came to the other card while the two were merged, and gives it back', async () => {
    const { body } = await merge()
    await afterMerging(world, loser)
    const deal = await dealOf(world, [[loser, 'client']])

    expect((await world.ports.deals.find(deal.id))?.links).toEqual([{ client: winner, role: 'client' }])
    await door.post(`/client-merges/${body.merge}/undo`, {}, { as: 'helen' })
    await afterMerging(world, loser)
    expect((await world.ports.deals.find(deal.id))?.links).toEqual([{ client: loser, role: 'client' }])
  })

  test('is refused, and nothing is written, for another INN, a person, a card of others, and what was not seen', async () => {
    const person = await made(door, { kind: 'person', name: 'Ivan', owner: 'anna' })
    const other = await made(door, company('Aurora', { owner: 'anna', inn: '7728168971' }))
    const refused = async (body: object, as?: string) => {
      const { status, body: said } = await merge(body, as)
      return [status, said.code, said.detail]
    }

    expect(await refused({ loser: other })).toEqual([422, 'merge_blocked', expect.stringContaining('7728168971')])
    expect(await refused({ loser: person })).toEqual([422, 'merge_blocked', expect.stringContaining('Ivan')])
    expect(await refused({ loser: winner })).toEqual([422, 'merge_blocked', expect.stringContaining('one card')])
    expect(await refused({}, 'anna')).toEqual([404, 'client_unknown', expect.any(String)])
    expect(await refused({ take: { town: 'loser' } })).toEqual([422, 'field_unknown', expect.stringContaining('town')])
    expect(await refused({ loserVersion: 7 })).toEqual([412, 'precondition_failed', expect.stringContaining('Аврора')])
    const both = await world.ports.clients.findMany([winner, loser, other, person])
    expect(both.map(({ client }) => client.version)).toEqual([1, 1, 1, 1])
    const blocked = await merge({ loser: other, dryRun: true })
    expect(blocked.body.blocks).toMatchObject([{ code: 'merge_blocked.inn' }])
  })

  test('is refused while one of the two is to be erased: the erasure would not find what it was asked for', async () => {
    await door.post(`/clients/${loser}/erasure`, { reason: 'Asked for' }, { as: 'helen' })
    const asLoser = await merge()
    const asWinner = await door.post(`/clients/${loser}/merge`, { loser: winner }, { as: 'helen' })

    for (const { status, body } of [asLoser, asWinner]) {
      expect([status, body.code, body.detail]).toEqual([422, 'merge_blocked', expect.stringContaining('“Аврора”')])
    }
    expect((await world.ports.clients.find(loser))?.client.into).toBeUndefined()
  })

  test('cannot be undone while both are to be erased as one: the other card would stay with what it says', async () => {
    const { body } = await merge()
    await afterMerging(world, loser)
    await door.post(`/clients/${winner}/erasure`, { reason: 'Asked for' }, { as: 'helen' })
    const undo = () => door.post(`/client-merges/${body.merge}/undo`, {}, { as: 'helen' })
    const refused = await undo()
    const [request] = (await door.get(`/clients/${winner}/requests`)).body.items
    const answer = { state: 'refused', answer: 'They are two' }
    await door.post(`/clients/${winner}/requests/${request.id}/answer`, answer)

    expect([refused.status, refused.body.code]).toEqual([422, 'merge_final'])
    expect((await world.ports.clients.find(loser))?.client.into).toBe(winner)
    expect((await undo()).status).toBe(200)
  })

  test('is refused to whoever sees both and may merge one of them alone', async () => {
    await dealOf(world, [[loser, 'client']])
    const { body, status } = await merge({}, 'anna')

    expect([status, body.code]).toEqual([403, 'forbidden'])
    expect(body.detail).toContain('Аврора')
  })

  test('can be undone: what came since stays and is named, the rest is as it was', async () => {
    const before = await allOf(world, loser)
    const { body } = await merge({ take: { name: 'loser' } })
    await afterMerging(world, loser)
    world.setNow('2026-12-03T07:00:00.000Z')
    const since = await dealOf(world, [[winner, 'client']])
    await door.post(`/clients/${winner}/ways`, { kind: 'phone', text: '+7 495 012-00-09' }, { as: 'helen' })
    const merges = await door.get('/client-merges', { as: 'helen' })
    const undo = await door.post(`/client-merges/${body.merge}/undo`, {}, { as: 'helen' })
    await afterMerging(world, loser)

    expect(merges.body.items).toMatchObject([{ id: body.merge, winner, loser, loserName: 'Аврора', state: 'merged' }])
    expect(undo.body).toMatchObject({
      winner: { name: 'Aurora' },
      loser: { name: 'Аврора' },
      stays: { deals: [since.id] },
    })
    expect(await allOf(world, loser)).toEqual(before)
    const ways = (await world.ports.clients.find(winner))?.personal.ways.map(({ text }) => text)
    expect(ways).toEqual(['+74950120001', '+74950120009'])
    const again = await door.post(`/client-merges/${body.merge}/undo`, {}, { as: 'helen' })
    expect([again.status, again.body.code]).toEqual([422, 'merge_final'])
  })

  test('can be undone for thirty days, the outer of two merges first', async () => {
    const third = await made(door, company('Aurora Trade', { owner: 'helen' }))
    const inner = (await merge()).body.merge as string
    await afterMerging(world, loser)
    const outer = (await door.post(`/clients/${third}/merge`, { loser: winner }, { as: 'helen' })).body.merge as string
    await afterMerging(world, winner)
    const undo = (id: string) => door.post(`/client-merges/${id}/undo`, {}, { as: 'helen' })

    expect((await door.get(`/clients/${loser}`, { as: 'helen' })).body.id).toBe(third)
    expect((await undo(inner)).body).toMatchObject({ code: 'merge_final', detail: expect.stringContaining(outer) })
    expect((await undo(outer)).status).toBe(200)
    await afterMerging(world, winner)
    expect((await door.get(`/clients/${loser}`, { as: 'helen' })).body.id).toBe(winner)
    world.setNow('2026-12-31T07:00:01.000Z')
    expect((await undo(inner)).body).toMatchObject({
      code: 'merge_final',
      detail: expect.stringContaining('2026-12-31'),
    })
  })

  test('“not one client” by one person holds for everybody, and after all cards are looked through again', async () => {
    const [one, other] = [
      await made(door, company('ООО «Ромашка»', { owner: 'anna', phone: '+7 495 012-00-05' })),
      await made(door, company('Ромашка', { owner: 'andrew', phone: '+7 495 012-00-05' })),
    ]
    await told(world, other)
    const pairs = async (as: string) =>
      (await door.get('/client-duplicates', { as })).body.items.filter(
        (pair: { one: { id: string } }) => pair.one.id === one,
      )
    expect(await pairs('boris')).toMatchObject([{ is: 'same', one: { id: one }, other: { id: other } }])
    expect(await pairs('anna')).toEqual([])

    const said = await door.post(`/clients/${one}/different`, { other, reason: 'Two owners' }, { as: 'helen' })
    await findDuplicates(world.ports)
    await told(world, one)

    expect([said.status, said.body.apart]).toEqual([200, true])
    expect(await pairs('boris')).toEqual([])
    await door.ask('DELETE', `/clients/${one}/different/${other}`, { as: 'helen' })
    expect(await pairs('boris')).toHaveLength(1)
  })

  test('pairs that share a name alone are found when all cards are looked through, and go with their card', async () => {
    const [one, other] = [
      await made(door, { kind: 'person', name: 'Ольга Викторовна Крашенинникова', owner: 'anna' }),
      await made(door, { kind: 'person', name: 'Крашенинникова Ольга Викторовна', owner: 'anna' }),
    ]
    await findDuplicates(world.ports)
    const pairs = async () => (await door.get('/client-duplicates', { as: 'anna' })).body.items

    expect(await pairs()).toMatchObject([{ is: 'same', reasons: expect.arrayContaining(['name']) }])
    await door.post(`/clients/${one}/merge`, { loser: other }, { as: 'anna' })
    await findDuplicates(world.ports)
    expect(await pairs()).toEqual([])
  })
})

describe('the page of duplicates', () => {
  test.each([
    ['en', ['Duplicates', 'same number', 'Not the same client', 'Merge…', 'Merged in the last 30 days']],
    ['ru', ['Дубли', 'один телефон', 'Разные клиенты', 'Объединить…', 'Объединено за последние 30 дней']],
  ])('shows pairs side by side, why, and what can be undone (%s)', async (language, words) => {
    const world = await aWorldInMemory()
    const door = await aDoor(world)
    const ask = pagesOn(world)
    const page = async (path: string) =>
      (await ask(path, { as: 'helen', headers: { 'accept-language': language } })).text()
    const phone = '+7 495 012-00-06'
    const one = await made(door, company('ООО «Ромашка»', { owner: 'anna', phone }))
    const other = await made(door, company('Ромашка', { owner: 'andrew', phone }))
    await told(world, other)

    const text = await page('/app/duplicates')
    const dialog = await page(`/app/pieces/clients/${one}/merge/${other}`)
    const { body } = await door.post(`/clients/${one}/merge`, { loser: other }, { as: 'helen' })
    await afterMerging(world, other)
    const after = await page('/app/duplicates')
    const undo = await page(`/app/pieces/merges/${body.merge}`)

    for (const word of words) expect(text).toContain(word)
    expect(text).not.toContain('4950120006')
    expect(dialog).toContain('name="take.name"')
    expect(dialog).toContain(`data-api="POST /clients/${one}/merge"`)
    expect(after).toContain(`data-piece="/app/pieces/merges/${body.merge}"`)
    expect(undo).toContain(`data-api="POST /client-merges/${body.merge}/undo"`)
  })
})

describe('what follows a merge', () => {
  let started: Awaited<ReturnType<typeof begun>>
  beforeAll(async () => {
    started = await begun()
  })

  /** Two cards with everything that can be moved, merged, of which nothing has been moved yet. */
  async function begun() {
    const world = await aWorld(engine)
    const door = await aDoor(world)
    const winner = await made(door, company('Aurora', { owner: 'anna', phone: '+7 495 012-00-01' }))
    const loser = await made(door, company('Аврора', { phone: '+7 495 012-00-02', inn: '7707083893' }))
    const stranger = await made(door, company('Stranger'))
    const person = await made(door, { kind: 'person', name: 'Ivan' })
    await world.ports.clients.link(loser, person, { title: 'Director' })
    await world.ports.talks.link(loser, 'talk_1')
    await world.ports.duplicates.keepApart({ one: loser, other: stranger, by: 'anna', at: world.now() })
    await dealOf(world, [[loser, 'client']])
    await dealOf(world, [
      [winner, 'payer'],
      [loser, 'payer'],
    ])
    const { body } = await door.post(`/clients/${winner}/merge`, { loser }, { as: 'helen' })
    const event = async () => (await world.ports.clients.events(loser, { limit: 1 })).items[0] as unknown as DomainEvent
    return { world, door, loser, merge: body.merge as string, event }
  }

  type Begun = Awaited<ReturnType<typeof begun>>

  const items = ({ world }: Begun) => everyItem({ document: engine.client, table: world.table })

  async function struck(all: Begun, kind: FaultKind, request: number): Promise<boolean> {
    const event = await all.event()
    const faults = injectFaults(engine.client)
    faults.nextRequest(kind, request)
    await finishMerge(all.world.ports, event).catch(() => undefined)
    faults.remove()
    const isReached = faults.struck()[kind] > 0
    await finishMerge(all.world.ports, event)
    return isReached
  }

  test('ends the same wherever it is broken off, and so does undoing it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const undo = (all: Begun) => all.door.post(`/client-merges/${all.merge}/undo`, {}, { as: 'helen' })
    await finishMerge(started.world.ports, await started.event())
    const merged = await items(started)
    await undo(started)
    await finishMerge(started.world.ports, await started.event())
    const parted = await items(started)
    let broken = 0

    for (const kind of faultKinds.filter((one) => one === 'cut_before' || one === 'reply_lost')) {
      // A part of the places every time, all of them with the whole proof: each kind begins with another.
      for (let request = kind === 'cut_before' ? 0 : 3, isReached = true; isReached; request += isWhole() ? 1 : 7) {
        const all = await begun()
        isReached = await struck(all, kind, request)
        expect(await items(all)).toEqual(merged)
        await undo(all)
        await struck(all, kind, request)
        expect(await items(all)).toEqual(parted)
        broken += isReached ? 1 : 0
      }
    }

    expect(broken).toBeGreaterThan(isWhole() ? 60 : 8)
  }, 120_000)
})
