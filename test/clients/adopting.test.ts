import { expect, test } from 'vitest'

import { adoptClients } from '#clients/usecases/adopt-clients'
import { consumers } from '#product/lists/consumers'
import { packReports } from '#reports/usecases/pack-reports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { useEngine } from '#test/support/engine'
import { everyItem } from '#test/support/history-checker'
import { runs } from '#test/support/runs'
import { aWorld, aWorldInMemory, hand, type World } from '#test/support/world'

const engine = useEngine()

/** A deal as they were kept before there were cards: its client in it, and in what was told of it. */
async function plantOld(world: World, no: number, client: Deal['client']): Promise<string> {
  const { createDeal } = await import('#usecases/deals/create-deal')
  const { id } = await createDeal(world.ports, await world.as('helen'), {
    title: `Tea ${no}`,
    pipeline: 'b2b_new',
    owner: 'anna',
    externalId: `old-${no}`,
  })
  const was = await world.ports.deals.find(id)
  if (was === undefined) throw new Error('It was made.')
  const deal: Deal = { ...was, client, version: was.version + 1 }
  const [created] = await world.eventsOf(id)
  if (created === undefined) throw new Error('It was told.')
  const event: DomainEvent = {
    ...created,
    id: `${id}:${deal.version}`,
    name: 'deal.updated',
    detail: { dealId: id, deal: created.detail.deal, client },
  } as DomainEvent
  await world.ports.deals.save({ was, deal, event })
  return id
}

const clientOf = (no: number): Deal['client'] => ({
  name: no % 4 === 0 ? `ООО Аврора ${no % 40}` : `Пётр Иванович Соколов${String.fromCodePoint(0x430 + (no % 30))}`,
  ...(no % 5 === 0
    ? {}
    : { phone: `+7 495 0${String((no % 300) + 100).padStart(3, '0')}-12-${String(no % 90).padStart(2, '0')}` }),
  ...(no % 3 === 0 ? { email: `client${no % 300}@marked.example` } : {}),
})

const cardsOf = async ({ ports }: World): Promise<readonly string[]> =>
  (await ports.clients.listOf({ owner: 'anna', limit: 100_000 })).map(({ id }) => id)

test('every older deal gets a card, one a client however often it is done and wherever it was broken off', async () => {
  const world = await aWorldInMemory()
  const many = runs(10_000)
  const ids: string[] = []
  for (let no = 1; no <= many; no += 1) ids.push(await plantOld(world, no, clientOf(no)))
  const rehearsed = await adoptClients(world.ports, { isDryRun: true })
  const before = await cardsOf(world)
  let left = Math.floor(many / 3)
  const dying = {
    ...world.ports,
    deals: {
      ...world.ports.deals,
      save: async (change: Parameters<typeof world.ports.deals.save>[0]) => {
        left -= 1
        if (left < 0) throw new Error('Killed.')
        return world.ports.deals.save(change)
      },
    },
  }
  await expect(adoptClients(dying, { isDryRun: false })).rejects.toThrow('Killed.')
  const told: number[] = []
  const first = await adoptClients(world.ports, { isDryRun: false, tell: ({ done }) => told.push(done) })
  const cards = await cardsOf(world)
  const events = await Promise.all(ids.map((id) => world.eventsOf(id)))
  const again = await adoptClients(world.ports, { isDryRun: false })
  const deals = await world.ports.deals.findMany(ids)

  expect(before).toEqual([])
  expect([rehearsed.deals, rehearsed.made + rehearsed.linked]).toEqual([many, many])
  expect(rehearsed.made).toBeGreaterThan(0)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(first.deals).toBe(many)
  expect([again.made, again.linked, again.redacted]).toEqual([0, 0, 0])
  expect(await cardsOf(world)).toEqual(cards)
  expect(await Promise.all(ids.map((id) => world.eventsOf(id)))).toEqual(events)
  expect(cards.length).toBeLessThan(many)
  expect(deals.filter(({ links }) => links?.[0]?.role !== 'client')).toEqual([])
  expect(JSON.stringify(deals) + JSON.stringify(events)).not.toMatch(/marked\.example|495 0/)
}, 300_000)

test('no number or address is left in deals, events and shelves of the table; names of persons stand in the deal alone', async () => {
  const world = await aWorld(engine)
  const person = { name: 'Zephyrina Quokkova', phone: '+7 916 777-12-34', email: 'zq@marked.example' }
  const company = { name: 'ООО Кенгуру', phone: '+7 916 777-12-35' }
  const ids = [
    await plantOld(world, 1, person),
    await plantOld(world, 2, { ...person, name: 'Quokkova Zephyrina' }),
    await plantOld(world, 3, company),
  ]
  const run = async () => {
    for (const id of ids) for (const event of await world.eventsOf(id)) await hand(world.ports, consumers, event)
    await world.ports.reports.repack(ids)
    await packReports(world.ports, world.now())
  }
  await run()
  const items = async () =>
    (await everyItem({ document: engine.client, table: world.table })).filter(({ pk }) =>
      /^(?:D#|RS#|I#)/.test(String(pk)),
    )
  const places = (all: Awaited<ReturnType<typeof items>>, words: RegExp) =>
    all
      .filter((item) => words.test(JSON.stringify(item)))
      .map(({ pk, sk }) => `${String(pk).slice(0, 2)} ${String(sk).slice(0, 2)}`)
  const before = await items()
  await adoptClients(world.ports, { isDryRun: false })
  await run()
  const after = await items()

  expect(places(before, /777-12-3|marked/).length).toBeGreaterThan(5)
  expect(places(after, /777-12-3|marked|77712|7916/)).toEqual([])
  expect([...new Set(places(after, /quokkova/i))].toSorted()).toEqual(['D# #', 'D# #F'])
  expect(places(after, /Кенгуру/)).toEqual(expect.arrayContaining(['D# E#']))
  expect(new Set((await world.ports.deals.findMany(ids)).map(({ links }) => links?.[0]?.client)).size).toBe(2)
})
