import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { employeeCaller } from '#domain/kernel/access'
import type { DealCard } from '#schemas/deal'
import type { Ports } from '#ports/ports'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { loseDeal } from '#usecases/deals/close-deal'
import { nextTasks } from '#usecases/deals/next-tasks'
import { mostShown, readBoardPage, usuallyShown } from '#usecases/deals/read-board-page'
import { readWorkday } from '#usecases/tasks/read-workday'

const engine = useEngine()
let world: World

beforeAll(async () => {
  world = await aWorld(engine)
})

describe('a board', () => {
  test('shows deals to whom they belong, with count and sum of what they may see', async () => {
    const anna = await deal('anna', 100_00)
    const fedor = await deal('fedor', 50_00)
    await settle(anna, fedor)

    const [mine, heads, all] = await Promise.all([board('anna'), board('boris'), board('helen')])

    expect(mine).toEqual({ cards: [anna], count: 1, sums: [{ currency: 'RUB', minor: 100_00 }] })
    expect(heads.cards.toSorted()).toEqual([anna, fedor].toSorted())
    expect(all).toMatchObject({ count: 2, sums: [{ currency: 'RUB', minor: 150_00 }] })
    expect(await board('cyril')).toMatchObject({ cards: [], count: 0 })
    expect(await board('helen', { owner: 'fedor' })).toMatchObject({ cards: [fedor], count: 1 })
    expect(await board('anna', { owner: 'fedor' })).toMatchObject({ cards: [], count: 0 })
  })

  test('never adds up two currencies', async () => {
    await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
    const dollars = await deal('carol', 10_00, { currency: 'USD', pipeline: 'b2c_new' })
    const roubles = await deal('carol', 70_00, { pipeline: 'b2c_new' })
    await settle(dollars, roubles)

    const { sums } = await board('helen', {}, 'b2c_new')
    const own = await board('carol', {}, 'b2c_new')
    await world.ports.settings.save({ currency: 'RUB', rates: {} })

    expect(sums).toEqual([
      { currency: 'RUB', minor: 70_00 },
      { currency: 'USD', minor: 10_00 },
    ])
    expect(own.sums).toEqual(sums)
  })

  test('reads no more of a column of 10,000 deals in two currencies than it shows', async () => {
    const reads: number[] = []
    const endless = { ...(await someCard()), updatedAt: '2026-01-01T00:00:00.000Z' }
    const ports = withDeals({
      column: ({ limit }) => {
        reads.push(limit)
        return Promise.resolve({
          items: Array.from({ length: limit }, (_, no) => ({ ...endless, id: `deal_${no}` })),
          cursor: 'on',
        })
      },
      tasksOf: () => Promise.resolve([]),
    })
    const sums = [
      { currency: 'RUB', minor: 5 },
      { currency: 'USD', minor: 7 },
    ]
    const plans = {
      ...ports.plans,
      columns: () => Promise.resolve([{ pipeline: 'b2b_new', stage: 'presentation', count: 10_000, sums }]),
    }
    const asked = { pipeline: 'b2b_new', shown: { presentation: 70, feedback: 99_999 } }
    const { columns } = await readBoardPage({ ...ports, plans }, await asker('helen'), asked)

    expect(columns[0]).toMatchObject({ count: 10_000, sums, hidden: 10_000 - 70 })
    expect(reads.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 7 }, () => usuallyShown), 70, mostShown])
  })

  test('says what was closed this month, to whom it concerns', async () => {
    const lost = await deal('anna', 1_00)
    await loseDeal(world.ports, await world.as('anna'), lost, { reason: 'price' })
    const closedFor = async (who: string) =>
      (await readBoardPage(world.ports, await asker(who), { pipeline: 'b2b_new', shown: {} })).closed.map(
        ({ id }) => id,
      )

    expect(await closedFor('anna')).toEqual([lost])
    expect(await closedFor('cyril')).toEqual([])
  })
})

describe('the next task on a card', () => {
  test('is the one due first, and another once it is done', async () => {
    const id = await deal('anna', 1_00)
    await settle(id)
    const card = async () => (await world.ports.deals.find(id)) as DealCard
    const next = async () => (await nextTasks(world.ports.deals, [await card()], world.now()))[0]
    const first = await next()
    await completeTask(world.ports, await world.as('anna'), first?.id ?? '', {})
    await settle(id)
    const second = await next()

    expect(first?.template).toBe('send_deck')
    expect(second?.template).toBe('confirm_seen')
  })

  test('is read once in a while for a deal that rests, and at once for one that has changed', async () => {
    const card = { ...(await someCard()), updatedAt: '2026-12-01T06:00:00.000Z' }
    let reads = 0
    const { deals } = withDeals({
      tasksOf: () => {
        reads += 1
        return Promise.resolve([])
      },
    })
    const look = (version: number, at: string, updatedAt = card.updatedAt) =>
      nextTasks(deals, [{ ...card, version, updatedAt }], at)

    await look(1, '2026-12-01T07:00:00.000Z')
    await look(1, '2026-12-01T07:00:05.000Z')
    const resting = reads
    await look(2, '2026-12-01T07:00:06.000Z', '2026-12-01T07:00:06.000Z')
    await look(2, '2026-12-01T07:00:07.000Z', '2026-12-01T07:00:06.000Z')
    const moving = reads
    await look(1, '2026-12-01T07:01:00.000Z')

    expect([resting, moving, reads]).toEqual([1, 3, 4])
  })
})

describe('a day', () => {
  test('parts open tasks by when they are due, and finds the deals nobody has anything to do for', async () => {
    const id = await deal('andrew', 1_00)
    const idle = await deal('andrew', 1_00)
    await settle(id)
    const before = await readWorkday(world.ports, await asker('andrew'))
    world.setNow('2026-12-03T07:00:00.000Z')
    const after = await readWorkday(world.ports, await asker('andrew'))
    world.setNow('2026-12-01T07:00:00.000Z')

    expect(before.week.map(({ task }) => task.template)).toEqual(['send_deck'])
    expect(before.week[0]?.deal?.id).toBe(id)
    expect(before.overdue).toEqual([])
    expect(after.overdue.map(({ task }) => task.template)).toEqual(['send_deck'])
    expect(before.withoutTask.map((one) => one.id)).toEqual([idle])
  })
})

async function deal(owner: string, amount: number, more: object = {}): Promise<string> {
  const asked = { title: `Deal of ${owner}`, pipeline: 'b2b_new', owner, fields: { amount }, ...more }
  return (await createDeal(world.ports, await world.as(owner), asked)).id
}

const settling = consumers.filter(({ name }) => name === 'follow-deal' || name === 'keep-column-counters')

/** What follows from creating deals. */
async function settle(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await world.run(settling, id)
}

async function board(who: string, more: { readonly owner?: string } = {}, pipeline = 'b2b_new') {
  const { columns } = await readBoardPage(world.ports, await asker(who), { pipeline, shown: {}, ...more })
  const first = columns[0]
  return { cards: first?.cards.map((card) => card.deal.id) ?? [], count: first?.count, sums: first?.sums }
}

async function asker(who: string) {
  const people = await world.ports.people.load()
  const employee = people.employees[who]
  if (employee === undefined) throw new Error(`Nobody is called ${who}.`)
  return { caller: employeeCaller(employee, people.departments), people }
}

async function someCard(): Promise<DealCard> {
  const { items } = await world.ports.deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 1 })
  if (items[0] === undefined) throw new Error('There is no deal yet.')
  return items[0]
}

function withDeals(more: Partial<Ports['deals']>): Ports {
  return { ...world.ports, deals: { ...world.ports.deals, ...more } }
}
