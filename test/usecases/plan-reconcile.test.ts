import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { keys } from '#store/plan/keys'
import { useEngine } from '#test/support/engine'
import { asBooks } from '#test/support/history'
import { aWorld, type World } from '#test/support/world'
import { completeTask } from '#usecases/tasks/complete-task'
import { commit } from '#usecases/deals/commit'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import type { Deal, LedgerKey } from '#schemas/deal'

const engine = useEngine()
const night = '2026-12-02T23:30:00.000Z'
const month = '2026-12'

let world: World
let won: Deal

beforeEach(async () => {
  world = await aWorld(engine, { now: '2026-12-02T09:00:00.000Z' })
  won = await aWonDeal('anna', 500_00)
  await aWonDeal('andrew', 300_00)
})

async function aWonDeal(owner: string, amountMinor: number): Promise<Deal> {
  const system = await world.as()
  const input = { title: 'Machines', pipeline: 'b2b_new', owner, stage: 'payment', fields: { amount: amountMinor } }
  const deal = await createDeal(world.ports, system, input)
  const task = `task_${deal.id.slice(5)}-1-check_payment`
  await world.run(consumers, deal.id)
  const tasks = await world.ports.deals.tasksOf(deal.id)
  expect(tasks.map(({ id }) => id)).toContain(task)
  await completeTask(world.ports, system, task, { fields: { paid: amountMinor } })
  const moved = await moveDeal(world.ports, system, deal.id, {
    toStage: 'delivery',
    complete: tasks.filter(({ id, status }) => id !== task && status === 'open').map(({ id }) => id),
  })
  await world.run(consumers, deal.id)
  return moved
}

const reconcile = () => reconcilePlan(world.ports, night)
const books = async () => asBooks(await world.ports.plans.facts(month))
const keyOfDeal = async (): Promise<LedgerKey> => {
  const entry = (await world.ports.plans.ledger(month)).find(({ source }) => source === won.id)
  if (entry === undefined) throw new Error('The won deal is in the ledger.')
  return entry.key
}
const change = (key: { pk: string; sk: string }, set: string, value: number) =>
  engine.client.send(
    new UpdateCommand({
      TableName: world.table,
      Key: key,
      UpdateExpression: `SET ${set} = :value`,
      ExpressionAttributeValues: { ':value': value },
    }),
  )

test('there is no difference between books, deals and tasks', async () => {
  const report = await reconcile()

  expect(report).toMatchObject({ at: night, found: 0, differences: [], deals: 2, onTheirWay: 0 })
  expect(report.months).toEqual(expect.arrayContaining(['2025-12', month]))
  expect(report.tasks).toBeGreaterThan(1)
  expect(report.entries).toBe(report.deals + report.tasks)
  expect(await world.ports.plans.lastReconciliation()).toEqual(report)
})

describe('a difference is found, repaired and reported', () => {
  test('a counter that was changed by hand', async () => {
    const before = await books()
    const key = await keyOfDeal()
    await change(keys.fact(month, key), 'sumMinor', 7)

    const report = await reconcile()

    expect(report.differences).toEqual([
      {
        kind: 'counter',
        month,
        key: 'anna/b2b/b2b_new/audience=new,segment=b2b',
        was: [7, 1, expect.any(Number)],
        is: [500_00, 1, expect.any(Number)],
        repaired: true,
      },
    ])
    expect(await books()).toEqual(before)
    expect((await reconcile()).found).toBe(0)
  })

  test('a counter that vanished, and one that nothing adds up to', async () => {
    const before = await books()
    const key = await keyOfDeal()
    await engine.client.send(new DeleteCommand({ TableName: world.table, Key: keys.fact(month, key) }))
    await change(keys.fact(month, { ...key, employee: 'ghost' }), 'sumMinor', 9)
    await change(keys.fact(month, { ...key, employee: 'ghost' }), 'deals', 1)
    await change(keys.fact(month, { ...key, employee: 'ghost' }), 'tasks', 0)

    const report = await reconcile()

    expect(report.found).toBe(2)
    expect(await books()).toEqual(before)
    expect((await reconcile()).found).toBe(0)
  })

  test('a contribution that is missing', async () => {
    const before = await books()
    const key = await keyOfDeal()
    const [entry] = (await world.ports.plans.ledger(month)).filter(({ source }) => source === won.id)
    if (entry === undefined) throw new Error('The won deal is in the ledger.')
    await world.ports.plans.repairEntry(entry, { ...entry, sumMinor: 0, count: 0 })
    await engine.client.send(new DeleteCommand({ TableName: world.table, Key: keys.contribution(month, won.id, key) }))

    const report = await reconcile()

    expect(report.differences).toEqual([
      {
        kind: 'entry',
        month,
        key: 'anna/b2b/b2b_new/audience=new,segment=b2b',
        source: won.id,
        was: [0, 0, 0],
        is: [500_00, 1, 0],
        repaired: true,
      },
    ])
    expect(await books()).toEqual(before)
    expect((await reconcile()).found).toBe(0)
  })

  test('a contribution of a deal that does not exist, and of a task that is not done', async () => {
    const before = await books()
    const key = await keyOfDeal()
    const none = { key, sumMinor: 0, count: 0, tasksDone: 0 }
    await world.ports.plans.contribute('deal_stray', 3, [{ ...none, sumMinor: 11_00, count: 1 }])
    await world.ports.plans.contribute(`task_${won.id.slice(5)}-9-nothing`, 3, [{ ...none, tasksDone: 1 }])

    const report = await reconcile()

    expect(report.differences.map(({ source, was, is, repaired }) => [source, was, is, repaired])).toEqual([
      ['deal_stray', [11_00, 1, 0], [0, 0, 0], true],
      [`task_${won.id.slice(5)}-9-nothing`, [0, 0, 1], [0, 0, 0], true],
    ])
    expect(await books()).toEqual(before)
    expect((await reconcile()).found).toBe(0)
  })

  test('a contribution with another amount, also under the newest version', async () => {
    const before = await books()
    const key = await keyOfDeal()
    await change(keys.contribution(month, won.id, key), 'sumMinor', 499_00)

    const report = await reconcile()

    // The entry was changed without its counter: setting it right moves the counter, which is then wrong and repaired.
    expect(report.differences.map(({ kind, was, is }) => [kind, was[0], is[0]])).toEqual([
      ['entry', 499_00, 500_00],
      ['counter', 501_00, 500_00],
    ])
    expect(await books()).toEqual(before)
    expect((await reconcile()).found).toBe(0)
  })
})

test('two runs at once repair each difference once', async () => {
  const before = await books()
  const key = await keyOfDeal()
  await change(keys.fact(month, key), 'sumMinor', 7)
  await world.ports.plans.contribute('deal_stray', 1, [{ key, sumMinor: 5, count: 1, tasksDone: 0 }])

  await Promise.all([reconcile(), reconcile(), reconcile()])

  expect(await books()).toEqual(before)
  expect((await reconcile()).found).toBe(0)
})

test('what has just changed is on its way, not wrong', async () => {
  const before = await books()
  const late = await createDeal(world.ports, await world.as(), {
    title: 'Late',
    pipeline: 'b2b_new',
    owner: 'anna',
    stage: 'payment',
    fields: { amount: 100_00, paid: 100_00 },
  })
  await world.run(consumers, late.id)
  const tasks = await world.ports.deals.tasksOf(late.id)
  await moveDeal(world.ports, await world.as(), late.id, { toStage: 'delivery', complete: tasks.map(({ id }) => id) })

  const soon = await reconcilePlan(world.ports, '2026-12-02T09:05:00.000Z')

  expect(soon).toMatchObject({ found: 0, onTheirWay: tasks.length + 1 })
  expect(await books()).toEqual(before)

  await world.run(consumers, late.id)

  expect(await reconcile()).toMatchObject({ found: 0, onTheirWay: 0 })
})

test('books that were converted by the digits of one currency alone are found, put right and reported', async () => {
  await world.ports.settings.save({ currency: 'RUB', rates: { KWD: '300' } })
  const dinars = { currency: 'KWD', amountMinor: 10_000, rate: '300', baseMinor: 3_000_000 }
  const deal = await world.ports.deals.find(won.id)
  if (deal?.won === undefined) throw new Error('The deal is won.')
  const { baseCurrency: _, ...before } = { ...deal.won, ...dinars }
  const system = await world.as()
  const told = { name: 'deal.updated', detail: {}, at: deal.updatedAt } as const
  await commit(world.ports, system, { was: deal, next: { ...deal, won: before }, ...told })
  await world.run(consumers, won.id)

  const report = await reconcile()
  await world.run(consumers, won.id)

  expect(report.differences).toContainEqual({
    kind: 'conversion',
    month,
    key: expect.stringContaining('anna/'),
    source: won.id,
    was: [3_000_000, 1, 0],
    is: [300_000, 1, 0],
    repaired: true,
  })
  expect((await world.ports.plans.ledger(month)).find(({ source }) => source === won.id)?.sumMinor).toBe(300_000)
  expect((await reconcilePlan(world.ports, '2026-12-03T23:30:00.000Z')).found).toBe(0)
})
