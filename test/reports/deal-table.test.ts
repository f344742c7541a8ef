import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import type { ListedFacts } from '#reports/domain/facts'
import { writeListed } from '#reports/domain/listed-wire'
import { reportStore } from '#reports/store/report-store'
import { writePack } from '#reports/store/shelf-packs'
import { packReports } from '#reports/usecases/pack-reports'
import { rememberTable } from '#reports/usecases/remember-table'
import { readDealTable, type AskedTable } from '#reports/usecases/read-deal-table'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { updateDeal } from '#usecases/deals/update-deal'

const engine = useEngine()
// As many months as 100,000 deals have; how many are in a month changes no request until a chunk is full.
const count = 20_000
const aMonth = 800
let world: World
let cost: ReturnType<typeof meter>

/** A deal as the packer keeps it: every tenth is Cyril’s, every fourth is lost, amounts go up. */
function listed(no: number): ListedFacts {
  const isLost = no % 4 === 0
  return {
    deal: `deal_${String(no).padStart(6, '0')}`,
    pipeline: 'b2b_new',
    owner: no % 10 === 0 ? 'cyril' : 'anna',
    stage: 'presentation',
    status: isLost ? 'lost' : 'open',
    currency: 'RUB',
    title: `Machines ${no}`,
    client: `Client ${no % 997}`,
    createdAt: Date.UTC(2024, 10, 1) + no * 60_000,
    enteredAt: Date.UTC(2024, 10, 1) + no * 60_000,
    closedAt: isLost ? Date.UTC(2026, 10, 1) : null,
    reason: isLost ? 'price' : null,
    nextDueAt: null,
    tasks: 0,
    fields: { amount: no, source: no % 2 === 0 ? 'site' : 'call' },
  }
}

beforeAll(async () => {
  world = await aWorld(engine, { now: '2026-11-25T09:00:00.000Z' })
  const at = { document: engine.client, table: world.table }
  for (let month = 0; month * aMonth < count; month += 1) {
    const shelf = `l-${new Date(Date.UTC(2024, 10 + month, 1)).toISOString().slice(0, 7)}`
    const entries = Array.from({ length: aMonth }, (_, no) => {
      const facts = listed(month * aMonth + no)
      return { id: facts.deal, rev: 1, body: writeListed(facts) }
    })
    await writePack(at, shelf, 0, entries)
  }
  cost = meter(engine.client)
})

const read = async (
  asked: AskedTable,
  page: { limit?: number; cursor?: string } = {},
  as = 'helen',
  ports = world.ports,
) => {
  const people = await ports.people.load()
  const { caller } = await world.as(as)
  return readDealTable(ports, { caller, people }, { asked, language: 'en' }, { limit: 50, ...page })
}

describe('a table of two years', () => {
  test('takes the same few requests, however many deals there are', async () => {
    const ports = { ...world.ports, reports: reportStore({ document: engine.client, table: world.table }) }
    await Promise.all([ports.people.load(), ports.rules.current(), ports.settings.load()])
    cost()
    const first = await read({}, {}, 'helen', ports)
    const cold = cost().requests
    await read({}, {}, 'helen', ports)
    const again = cost().requests

    const started = { ...world.ports, reports: reportStore({ document: engine.client, table: world.table }) }
    await rememberTable(started)
    cost()
    await read({}, {}, 'helen', started)

    expect(cost().requests).toBe(again)
    expect(first.total).toBe(count)
    // What is loose, and two for which packs there are.
    expect(again).toBe(3)
    // The chunks of 25 months, 25 a request, and as many as hold the entries they come from.
    expect(cold).toBeLessThanOrEqual(12)
  })

  test('is sorted by any column, and goes on where the page before ended', async () => {
    const asked = { where: 'fields.amount>=19990', sort: '-fields.amount' }
    const one = await read(asked, { limit: 6 })
    const two = await read(asked, { limit: 6, ...(one.cursor === undefined ? {} : { cursor: one.cursor }) })

    expect([...one.items, ...two.items].map(({ fields }) => fields['amount'])).toEqual([
      19_999, 19_998, 19_997, 19_996, 19_995, 19_994, 19_993, 19_992, 19_991, 19_990,
    ])
    expect(two.cursor).toBeUndefined()
  })

  test('shows, counts and adds up what the reader may see, and nothing else', async () => {
    const mine = await read({ where: 'status=open,lost' }, {}, 'cyril')

    expect(mine.total).toBe(count / 10)
    expect(new Set(mine.items.map(({ owner }) => owner))).toEqual(new Set(['cyril']))
    expect(mine.sumMinor).toBe(
      Array.from({ length: count / 10 }, (_, no) => no * 10).reduce((sum, one) => sum + one, 0),
    )
  })

  test('is narrowed by every kind of column at once', async () => {
    const where = 'reason=price;fields.source=site;client~"client 12";createdAt>=2024-11-02;createdAt<=2024-11-03'
    const { items, total } = await read({ where, q: 'machines' }, { limit: 100 })

    expect(total).toBe(items.length)
    expect(total).toBeGreaterThan(0)
    for (const { client, reason, fields, createdAt } of items) {
      expect(client).toMatch(/^Client 12/)
      expect([reason, fields['source']]).toEqual(['price', 'site'])
      expect(createdAt > '2024-11-01T20:00' && createdAt < '2024-11-03T22:00').toBe(true)
    }
  })
})

test('a deal is in the table as it is, before it is packed, while it is loose again, and after', async () => {
  const { ports } = world
  const deal = await createDeal(ports, await world.as('helen'), {
    title: 'Fresh from the press',
    pipeline: 'b2b_new',
    owner: 'andrew',
    fields: { amount: 7_00, need: 'x'.repeat(900) },
  })
  const follow = consumers.filter(({ name }) => name === 'follow-deal')
  const found = async () =>
    (await read({ q: 'press' })).items.map(({ fields: { amount, need } }) => [amount, String(need).length])
  await world.run(follow, deal.id)
  expect(await found()).toEqual([[7_00, 200]])

  await ports.reports.packDeals(1)
  expect(await found()).toEqual([[7_00, 200]])

  await updateDeal(ports, await world.as('helen'), deal.id, { fields: { amount: 8_00 } })
  await world.run(follow, deal.id)
  expect(await found()).toEqual([[8_00, 200]])

  await packReports(ports, world.now())
  await ports.reports.packDeals(1)
  expect(await found()).toEqual([[8_00, 200]])
})
