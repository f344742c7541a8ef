import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { dealFacts } from '#reports/domain/deal-facts'
import { rowsOn } from '#reports/domain/opened-shelf'
import { writeMonth } from '#reports/domain/wire'
import { keys } from '#reports/store/keys'
import { reportStore } from '#reports/store/report-store'
import { writePack } from '#reports/store/shelf-packs'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { useEngine } from '#test/support/engine'
import { injectFaults, randomFrom, shuffled } from '#test/support/faults'
import { meter } from '#test/support/meter'
import { runs } from '#test/support/runs'
import { aWorld, type World } from '#test/support/world'
import { completeTask } from '#usecases/tasks/complete-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { createDeal } from '#usecases/deals/create-deal'
import { loseDeal } from '#usecases/deals/close-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { followDeal } from '#usecases/tasks/follow-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { readRecord, tellingOf } from '#reports/usecases/keep-reports'
import { reconcileReports } from '#reports/usecases/reconcile-reports'
import { openShelf } from '#reports/usecases/shelf'
import { reportRules } from './histories'
import { followWholeDeal } from '#workday/usecases/follow-deal'
import { rowsOfTexts, rowsOnShelves } from './rows-on-shelves'

const engine = useEngine()
let world: World

beforeEach(async () => {
  world = await aWorld(engine, { text: reportRules, now: '2026-11-26T09:00:00.000Z' })
})

const later = (hours: number): void => world.setNow(new Date(Date.parse(world.now()) + hours * 3_600_000).toISOString())

/** A deal with a whole life that nobody has told the consumers about yet. */
async function aLife(): Promise<string> {
  const helen = await world.as('helen')
  const { ports } = world
  const { id } = await createDeal(ports, helen, {
    title: 'Machines',
    pipeline: 'trade',
    owner: 'anna',
    fields: { amount: 100_00 },
  })
  const done = async (visit: number, template: string) => `task_${id.slice(5)}-${visit}-${template}`
  later(30)
  await completeTask(ports, helen, await done(1, 'call'), {})
  await moveDeal(ports, helen, id, { toStage: 'offer' })
  later(80)
  await changeOwner(ports, helen, id, { owner: 'cyril' })
  await loseDeal(ports, helen, id, { reason: 'price' })
  later(200)
  await reopenDeal(ports, helen, id, { reason: 'They called', toStage: 'contact' })
  await updateDeal(ports, helen, id, { fields: { amount: 250_00, expected_close: '2026-12-24' } })
  await moveDeal(ports, helen, id, { toStage: 'close', complete: [await done(3, 'call')] })
  later(24)
  await moveDeal(ports, helen, id, { toStage: 'deliver', complete: [await done(4, 'paper')] })
  return id
}

/** What is on the shelves of a deal, and what it should be by the deal itself. */
async function compared(id: string) {
  const { ports } = world
  const record = await readRecord(ports, id)
  if (record === undefined) throw new Error('The deal is there.')
  const wanted = Object.fromEntries(dealFacts(record, await tellingOf(ports, record.events)))
  const names = [
    'open',
    ...['2026-10', '2026-11', '2026-12', '2027-01'].flatMap((month) => [`d-${month}`, `t-${month}`, `l-${month}`]),
  ]
  const found = await ports.reports.read(names)
  const shelved = names.flatMap((name, index) =>
    (found[index] ?? []).filter((entry) => entry.id === id).map(({ body }) => [name, body] as const),
  )
  return { shelved: Object.fromEntries(shelved), wanted }
}

async function expectRight(id: string): Promise<void> {
  const { shelved, wanted } = await compared(id)
  expect(Object.keys(wanted).length).toBeGreaterThan(2)
  expect(shelved).toEqual(wanted)
}

const take = (ports: Ports, event: DomainEvent): Promise<void> => followWholeDeal(ports, [event])

describe('the facts of a deal are right', () => {
  test.each([1, 2])('in any order of its events, some of them twice (%i)', async (seed) => {
    const id = await aLife()
    const random = randomFrom(seed)
    const events = await world.eventsOf(id)

    for (const event of shuffled([...events, ...events.slice(0, 4)], random)) await take(world.ports, event)

    await expectRight(id)
  })

  test('when all its events are handled side by side', async () => {
    const id = await aLife()

    await Promise.all((await world.eventsOf(id)).map((event) => take(world.ports, event)))

    await expectRight(id)
  })

  test('when they are handled as they happen, together with those who open the tasks', async () => {
    const id = await aLife()
    const events = await world.eventsOf(id)

    await Promise.all(events.flatMap((event) => [followDeal(world.ports, [event]), take(world.ports, event)]))

    await expectRight(id)
  })

  test.each([11, 12])('when requests fail and answers get lost, and what failed is tried again (%i)', async (seed) => {
    const id = await aLife()
    const events = await world.eventsOf(id)
    const faults = injectFaults(engine.client, {
      seed,
      rates: { conflict: 0.02, throttled: 0.02, cut_before: 0.02, reply_lost: 0.03 },
    })
    try {
      let left = [...events]
      for (let round = 0; left.length > 0 && round < 60; round += 1) {
        const outcomes = await Promise.allSettled(left.map((event) => take(world.ports, event)))
        left = left.filter((_, index) => outcomes[index]?.status === 'rejected')
      }
      expect(left).toEqual([])
      expect(faults.struck().reply_lost).toBeGreaterThan(0)
    } finally {
      faults.remove()
    }

    await expectRight(id)
  })

  test('when an old event comes again after a year', async () => {
    const id = await aLife()
    const events = await world.eventsOf(id)
    for (const event of events) await take(world.ports, event)
    const before = await compared(id)
    const cost = meter(engine.client)

    for (const event of events) await take(world.ports, event)

    expect((await compared(id)).shelved).toEqual(before.shelved)
    expect(cost().writeUnits).toBe(0)
  })
})

test('somebody who read the deal before the last writer did cannot write after it', async () => {
  const id = await aLife()
  for (const event of await world.eventsOf(id)) await take(world.ports, event)
  const before = await compared(id)
  const facts = await world.ports.reports.kept(id)
  if (facts === undefined) throw new Error('The deal is on the shelves.')
  const keep = (wasRev: number) =>
    world.ports.reports.keep({ dealId: id, wasRev, facts: { ...facts, rev: wasRev + 1, loose: { open: 'old' } } })
  await world.ports.reports.keep({ dealId: id, wasRev: facts.rev, facts: { ...facts, rev: facts.rev + 1 } })

  expect([await keep(0), await keep(facts.rev)]).toEqual([false, false])
  expect((await compared(id)).shelved).toEqual(before.shelved)
})

describe('write units', () => {
  let cost: ReturnType<typeof meter>
  beforeAll(() => {
    cost = meter(engine.client)
  })

  async function costOf(id: string, change: () => Promise<unknown>): Promise<number> {
    await change()
    const event = (await world.eventsOf(id)).at(-1)
    if (event === undefined) throw new Error('Something has happened.')
    await followDeal(world.ports, [event])
    cost()
    await take(world.ports, event)
    return cost().writeUnits
  }

  test('are 2 for whatever changes the facts and 1 more for the first that is loose, 0 for a repeat', async () => {
    const helen = await world.as('helen')
    const { id } = await createDeal(world.ports, helen, { title: 'Machines', pipeline: 'trade', owner: 'anna' })
    const [created] = await world.eventsOf(id)
    const call = `task_${id.slice(5)}-1-call`

    const units = {
      created: await costOf(id, () => Promise.resolve()),
      task: await costOf(id, () => completeTask(world.ports, helen, call, {})),
      moved: await costOf(id, () => moveDeal(world.ports, helen, id, { toStage: 'offer' })),
      amount: await costOf(id, () => updateDeal(world.ports, helen, id, { fields: { amount: 5 } })),
    }
    cost()
    if (created !== undefined) await take(world.ports, created)

    expect(units).toEqual({ created: 2 + 1, task: 2, moved: 2, amount: 2 })
    expect(cost().writeUnits).toBe(0)
  })

  test(
    'and what is read grow with nothing: an event costs the same at ten events and at a thousand',
    { timeout: 120_000 },
    async () => {
      const helen = await world.as('helen')
      const { id } = await createDeal(world.ports, helen, { title: 'Machines', pipeline: 'trade', owner: 'anna' })
      const happen = async (no: number) => {
        await updateDeal(world.ports, helen, id, { fields: { remark: `Call number ${no % 10}` } })
        const event = (await world.ports.deals.events(id, { order: 'newest', limit: 1 })).items[0]
        if (event === undefined) throw new Error('Something has happened.')
        cost()
        await take(world.ports, event)
        return cost()
      }
      const costs = []
      for (let no = 2; no <= runs(1000); no += 1) costs.push(await happen(no))
      const [atTen, atThousand] = [costs[8], costs.at(-1)]

      expect(atThousand).toEqual(atTen)
    },
  )
})

describe('packs', () => {
  async function manyDeals(count: number): Promise<readonly string[]> {
    const ids: string[] = []
    for (let no = 0; no < count; no += 1) {
      const { id } = await createDeal(world.ports, await world.as('helen'), {
        title: `Deal ${no}`,
        pipeline: 'trade',
        owner: 'anna',
      })
      const [created] = await world.eventsOf(id)
      if (created !== undefined) await take(world.ports, created)
      ids.push(id)
    }
    return ids
  }
  const shelves = ['open', 'd-2026-11', 't-2026-11']
  /** What lies on the shelves as texts; as rows, it is the same. */
  const contents = async (ports: Pick<Ports, 'reports'> = world.ports) => {
    const texts = await ports.reports.read(shelves)
    const rows = await rowsOnShelves(ports, shelves)
    if (!isMoving) expect(rows).toEqual(shelves.map((shelf, index) => rowsOfTexts(shelf, texts[index] ?? [])))
    return texts.map((entries) => Object.fromEntries(entries.map(({ id, body }) => [id, body]).toSorted()))
  }
  /** Whether somebody writes to the shelves while they are read: two looks at them may differ then. */
  let isMoving = false
  const packAll = async () => {
    await world.ports.reports.packDeals(1)
    for (const shelf of shelves) await world.ports.reports.pack(shelf, 1)
  }
  /** A process that has read nothing yet. */
  const another = () => ({ reports: reportStore({ document: engine.client, table: world.table }) })

  test('change nothing that is read, before, between and after them', async () => {
    const ids = await manyDeals(12)
    const before = await contents()

    await packAll()

    expect(await contents()).toEqual(before)
    expect(await contents(another())).toEqual(before)
    await loseDeal(world.ports, await world.as('helen'), ids[0] ?? '', { reason: 'price' })
    for (const event of await world.eventsOf(ids[0] ?? '')) await take(world.ports, event)
    const after = await contents()
    expect(after).not.toEqual(before)
    expect(await contents(another())).toEqual(after)
    await packAll()
    expect(await contents()).toEqual(after)
    expect(await contents(another())).toEqual(after)
  })

  test('leave nothing loose, and what says nothing any more is gone', async () => {
    const [id = ''] = await manyDeals(3)
    await packAll()
    await world.ports.reports.keep({
      dealId: id,
      wasRev: 1,
      facts: { rev: 2, stamp: 'x', shelves: {}, loose: { open: null } },
    })

    expect(Object.keys((await contents())[0] ?? {})).toHaveLength(2)
    expect(await world.ports.reports.packDeals(2)).toBe(0)
    expect(await world.ports.reports.packDeals(1)).toBe(1)
    expect(await world.ports.reports.packDeals(1)).toBe(0)
    expect(Object.keys((await contents(another()))[0] ?? {})).toHaveLength(2)
  })

  test('hold everything when several are made at once while deals go on changing', async () => {
    const ids = await manyDeals(10)
    const changing = ids.map(async (id, index) => {
      await updateDeal(world.ports, await world.as('helen'), id, { fields: { amount: index * 100 } })
      for (const event of await world.eventsOf(id)) await take(world.ports, event)
    })

    isMoving = true
    await Promise.all([...changing, packAll(), packAll(), packAll(), contents(), contents(another())])
    isMoving = false

    for (const id of ids) await expectOpen(id)
    await packAll()
    for (const id of ids) await expectOpen(id)
  })

  test.each([1, 3, 4, 5, 6, 7, 8, 9, 11])(
    'hold everything when the one who makes them dies after %i requests',
    async (requests) => {
      const ids = await manyDeals(4)
      await packAll()
      for (const id of ids) {
        await updateDeal(world.ports, await world.as('helen'), id, { fields: { amount: 7_00 } })
        for (const event of await world.eventsOf(id)) await take(world.ports, event)
      }
      const before = await contents(another())
      const faults = injectFaults(engine.client)
      faults.nextRequest('cut_before', requests)
      await world.ports.reports.packDeals(1).catch(() => undefined)
      faults.remove()

      expect(await contents()).toEqual(before)
      expect(await contents(another())).toEqual(before)
      await packAll()
      expect(await contents(another())).toEqual(before)
    },
  )

  test('of an earlier version, which had no rows, are read by their texts, and packed anew with rows', async () => {
    await manyDeals(5)
    await packAll()
    const before = await contents()
    const head = { TableName: world.table, Key: keys.shelfPack('open') }
    for (const shelf of shelves) {
      await engine.client.send(
        new UpdateCommand({
          ...head,
          Key: keys.shelfPack(shelf),
          UpdateExpression: 'REMOVE #rows',
          ExpressionAttributeNames: { '#rows': 'rows' },
        }),
      )
    }
    const hasRows = async () => (await engine.client.send(new GetCommand(head))).Item?.['rows'] !== undefined

    expect(await hasRows()).toBe(false)
    expect(await contents(another())).toEqual(before)
    await packAll()
    expect(await hasRows()).toBe(true)
    expect(await contents(another())).toEqual(before)
  })

  test('whose texts are in another format have no rows, and whoever reads them is told what to do', async () => {
    await writePack({ document: engine.client, table: world.table }, 'd-2026-11', 0, [
      { id: 'deal_1', rev: 1, body: '1\told' },
    ])

    await expect(rowsOnShelves(world.ports, ['d-2026-11'])).rejects.toThrow('Run `norma run reconcile-reports`')
    // They are not written over and over.
    expect(await world.ports.reports.pack('d-2026-11', 1)).toBe(0)
  })

  test('are read whole however many chunks they have', async () => {
    // Nothing that a compressor could make small.
    const random = randomFrom(7)
    const titles = Array.from({ length: 3_000 }, (_, no) => `${no} ${Array.from({ length: 30 }, random).join(' ')}`)
    const title = (no: number) => titles[no] ?? ''
    const entries = Array.from({ length: 3_000 }, (_, no) => ({
      id: `deal_${10_000 + no}`,
      rev: 1,
      body: wonText(no, title(no)),
    }))
    await writePack({ document: engine.client, table: world.table }, 'd-2026-11', 0, entries)
    const [found] = await another().reports.rows([{ shelf: 'd-2026-11', kinds: ['won'] }])
    const opened = openShelf(found ?? { shelf: '', loose: [], packed: {} })

    expect(found?.packed['won']?.length).toBeGreaterThan(1)
    expect([...rowsOn([opened], 'won')].map(({ deal, title: said }) => [deal, said])).toEqual(
      entries.map(({ id }, no) => [id, title(no)]),
    )
  })

  async function expectOpen(id: string): Promise<void> {
    const { shelved, wanted } = await compared(id)
    expect(shelved['open']).toBe(wanted['open'])
    expect(wanted['open']).toContain('amountMinor')
  }
})

/** The facts of a deal that was won, as text. */
function wonText(no: number, title: string): string {
  const won = {
    at: Date.UTC(2026, 10, 3) + no,
    month: '2026-11',
    owner: 'anna',
    department: 'sales',
    pipeline: 'trade',
    axes: {},
    amountMinor: no,
    currency: 'RUB',
    baseMinor: no,
    title,
    client: `Client ${no}`,
    cycleMs: 5,
    path: ['contact'],
  }
  return writeMonth({ deal: `deal_${10_000 + no}`, pipeline: 'trade', owner: 'anna', won })
}

describe('the nightly comparison', () => {
  const night = '2027-01-02T00:30:00.000Z'
  async function aShelvedLife(): Promise<string> {
    const id = await aLife()
    for (const event of await world.eventsOf(id)) await take(world.ports, event)
    return id
  }

  test('finds no difference where there is none', async () => {
    await aShelvedLife()

    expect(await reconcileReports(world.ports, night)).toMatchObject({ deals: 1, found: 0, onTheirWay: 0, wrong: [] })
  })

  test('finds and repairs what is missing, what is wrong, and deals that never were on a shelf', async () => {
    const id = await aShelvedLife()
    const stranger = await aLife()
    const facts = await world.ports.reports.kept(id)
    if (facts === undefined) throw new Error('The deal is on the shelves.')
    await world.ports.reports.keep({
      dealId: id,
      wasRev: facts.rev,
      facts: {
        ...facts,
        rev: facts.rev + 1,
        loose: { ...facts.loose, open: null, 'd-2026-12': '{"deal":"somebody else"}' },
      },
    })

    const report = await reconcileReports(world.ports, night)

    expect(report.found).toBe(2)
    expect(report.wrong.find(({ deal }) => deal === id)).toEqual({
      deal: id,
      shelves: ['open', 'd-2026-12'],
      repaired: true,
    })
    await expectRight(id)
    await expectRight(stranger)
    expect((await reconcileReports(world.ports, night)).found).toBe(0)
    expect(await world.ports.reports.lastReconciliation()).toMatchObject({ found: 0 })
  })

  test('leaves alone what has just changed: it is on its way', async () => {
    await aLife()

    expect(await reconcileReports(world.ports, world.now())).toMatchObject({ found: 0, onTheirWay: 1 })
  })
})
