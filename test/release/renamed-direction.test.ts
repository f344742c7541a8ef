import { describe, expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import type { MemoryWorld } from '#product/memory-world'
import type { PlanScope, Target } from '#schemas/plan'
import { useEngine } from '#test/support/engine'
import { aWorld } from '#test/support/world'
import { cancelDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { readBurnUp } from '#usecases/plan/read-burn-up'
import { readProgress } from '#usecases/plan/read-progress'
import { readTargetSheet } from '#usecases/plan/read-target-sheet'
import { readTargets } from '#usecases/plan/read-targets'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { buildReport } from '#reports/usecases/build-report'
import { setRecurring } from '#usecases/plan/set-recurring'
import { setTargetCells } from '#usecases/plan/set-target-cells'
import { setTargets } from '#usecases/plan/set-targets'
import { takePlanSnapshot } from '#usecases/plan/take-plan-snapshot'
import { aDealIn, aShop, follow, publish, shopText } from './shop'

const engine = useEngine()
const month = '2026-12'
const caller = systemCaller('system', 'test')
/** The direction `works` is called `plant`. */
const renamed = {
  pipelines: `shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }
  plant: { name: Plant, stages: [offer, pay, after], won_after: pay }`,
  moved: 'pipelines.works: plant',
}
/** The direction `works` has become a part of `shop`. */
const joined = {
  pipelines: 'shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }',
  moved: 'pipelines.works: shop',
}

async function aWonDeal(world: MemoryWorld, pipeline: string, amount: number): Promise<string> {
  const { id } = await aDealIn(world, 'pay', { pipeline, fields: { amount } })
  const complete = [`task_${id.slice(5)}-1-check_money`]
  await moveDeal(world.ports, await world.as(), id, { toStage: 'after', complete })
  await world.settle()
  return id
}

const ofDirection = (id: string, value: number): Target => ({ metric: 'sum', scope: 'pipeline', id, value })
const ofPair = (id: string, value: number): Target => ({ metric: 'sum', scope: 'employee_pipeline', id, value })

async function rows(world: MemoryWorld, by: PlanScope = 'pipeline') {
  const progress = await readProgress(world.ports, caller, month, { by })
  return progress.rows.filter(({ id }) => id !== 'unplanned').map(({ id, name, plan, fact }) => [id, name, plan, fact])
}

async function aYearEnd(): Promise<MemoryWorld> {
  const world = await aShop()
  await aWonDeal(world, 'works', 100_00)
  await aWonDeal(world, 'shop', 7_00)
  await setTargets(world.ports, caller, month, {
    targets: [
      ofDirection('works', 400_00),
      ofDirection('shop', 50_00),
      ofPair('anna/works', 300_00),
      ofPair('anna/shop', 30_00),
    ],
  })
  return world
}

describe('a direction with another name', () => {
  test('has one row with its plan and its fact from before and after', async () => {
    const world = await aYearEnd()
    await publish(world, renamed)
    await follow(world)
    await aWonDeal(world, 'plant', 25_00)

    expect(await rows(world)).toEqual([
      ['shop', 'Shop', 50_00, 7_00],
      ['plant', 'Plant', 400_00, 125_00],
    ])
    expect(await rows(world, 'employee_pipeline')).toEqual([
      ['anna/plant', 'anna, Plant', 300_00, 125_00],
      ['anna/shop', 'anna, Shop', 30_00, 7_00],
    ])
  })

  test('is the same in the report of plan and fact, row and total', async () => {
    const world = await aYearEnd()
    await publish(world, renamed)
    await follow(world)
    await aWonDeal(world, 'plant', 25_00)
    const people = await world.ports.people.load()
    const asked = { period: month, by: 'direction' } as const
    const { tables } = await buildReport(world.ports, { caller, people }, { name: 'plan_fact', asked })
    const numbers = tables.map((table) => table.numbers)

    expect([...(numbers[0]?.rows ?? [])].map(([id, { plan, fact }]) => [id, plan, fact])).toEqual([
      ['shop', 50_00, 7_00],
      ['plant', 400_00, 125_00],
    ])
    expect(numbers[0]?.totals['fact']).toBe(132_00)
  })

  test('has its targets in the sheet and the list, once, and setting one anew takes the place of it', async () => {
    const world = await aYearEnd()
    await publish(world, renamed)
    const before = await readTargetSheet(world.ports, caller, '2026', { metric: 'sum' })
    const cell = { period: month, metric: 'sum', scope: 'pipeline', id: 'plant' } as const
    const stale = await setTargetCells(world.ports, caller, [{ ...cell, value: 450_00, was: null }])
    const told = await setTargetCells(world.ports, caller, [{ ...cell, value: 450_00, was: 400_00 }])
    await setTargets(world.ports, caller, month, { targets: [{ ...ofPair('anna/plant', 0), value: null }] })
    const { targets } = await readTargets(world.ports, caller, month)

    expect(before.rows.filter(({ scope }) => scope === 'pipeline').map(({ id }) => id)).toEqual(['shop', 'plant'])
    expect(before.targets.map(({ id, value }) => [id, value])).toEqual(
      expect.arrayContaining([
        ['plant', 400_00],
        ['anna/plant', 300_00],
      ]),
    )
    expect([stale.saved, stale.cells[0]?.value, told.saved]).toEqual([0, 400_00, 1])
    expect(targets.map(({ id, value }) => [id, value])).toEqual([
      ['plant', 450_00],
      ['shop', 50_00],
      ['anna/shop', 30_00],
    ])
    await publish(world, {
      pipelines: renamed.pipelines.replace('plant', 'factory'),
      moved: 'pipelines.plant: factory',
    })
    expect((await rows(world)).map(([id, , plan]) => [id, plan])).toEqual([
      ['shop', 50_00],
      ['factory', 450_00],
    ])
  })

  test('has an evening for every day of its burn-up, whatever it was called on it', async () => {
    const world = await aYearEnd()
    await takePlanSnapshot(world.ports, '2026-12-01T22:00:00.000Z')
    world.setNow('2026-12-02T10:00:00.000Z')
    await aWonDeal(world, 'works', 1_00)
    await takePlanSnapshot(world.ports, '2026-12-02T10:30:00.000Z')
    await publish(world, renamed)
    await follow(world)
    await aWonDeal(world, 'plant', 2_00)
    await takePlanSnapshot(world.ports, '2026-12-02T22:00:00.000Z')
    world.setNow('2026-12-03T10:00:00.000Z')
    await aWonDeal(world, 'plant', 3_00)
    await takePlanSnapshot(world.ports, '2026-12-03T22:00:00.000Z')
    const evenings = async (id: string) => {
      const { days } = await readBurnUp(world.ports, caller, month, { metric: 'sum', scope: 'pipeline', id })
      return days.map(({ on, plan, fact }) => [on.slice(8), plan, fact])
    }

    expect(await evenings('plant')).toEqual([
      ['01', 400_00, 100_00],
      ['02', 400_00, 103_00],
      ['03', 400_00, 106_00],
    ])
  })

  test('of which no evening was kept has those that the ledger holds, under both names', async () => {
    const world = await aYearEnd()
    await publish(world, renamed)
    await follow(world)
    world.setNow('2026-12-02T10:00:00.000Z')
    await aWonDeal(world, 'plant', 25_00)
    world.setNow('2026-12-03T10:00:00.000Z')
    const row = { metric: 'sum', scope: 'pipeline', id: 'plant' } as const
    const { days } = await readBurnUp(world.ports, caller, month, row)

    expect(days.map(({ on, fact }) => [on.slice(8), fact])).toEqual([
      ['01', 100_00],
      ['02', 125_00],
    ])
  })

  test('keeps the pace that was worked out before, under the name of today', async () => {
    const world = await aYearEnd()
    await refreshPace(world.ports, world.now())
    await publish(world, renamed)
    const pace = await world.ports.plans.pace(month, 'sum')

    expect(
      pace?.rows.filter(({ scope }) => scope === 'pipeline').map(({ id, plan, fact }) => [id, plan, fact]),
    ).toEqual([
      ['shop', 50_00, 7_00],
      ['plant', 400_00, 100_00],
    ])
  })
})

describe('two directions that have become one', () => {
  test('have their plans and facts added up, and one plan once it is set anew', async () => {
    const world = await aYearEnd()
    await refreshPace(world.ports, world.now())
    await publish(world, joined)
    await follow(world)
    const added = await rows(world)
    const pairs = await rows(world, 'employee_pipeline')
    const pace = (await world.ports.plans.pace(month, 'sum'))?.rows.filter(({ scope }) => scope === 'pipeline')
    await setTargets(world.ports, caller, month, { targets: [ofDirection('shop', 500_00)] })

    expect(added).toEqual([['shop', 'Shop', 450_00, 107_00]])
    expect(pairs).toEqual([['anna/shop', 'anna, Shop', 330_00, 107_00]])
    expect(pace).toMatchObject([{ id: 'shop', plan: 450_00, fact: 107_00, percent: 23.8, gap: 343_00 }])
    expect(await rows(world)).toEqual([['shop', 'Shop', 500_00, 107_00]])
  })

  test('repeat what each of them repeated, added up month by month, until it is set anew', async () => {
    const world = await aShop()
    const monthly = { every: 'month', metric: 'sum', scope: 'pipeline' } as const
    await setRecurring(world.ports, caller, {
      targets: [
        { ...monthly, id: 'works', from: '2026-01', value: 100 },
        { ...monthly, id: 'works', from: '2026-11', to: '2026-12', value: 40 },
        { ...monthly, id: 'shop', from: '2026-12', value: 5 },
      ],
    })
    await publish(world, joined)
    const plans = async () =>
      Promise.all(
        ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].map(
          async (period) => (await readProgress(world.ports, caller, period, { by: 'pipeline' })).rows[0]?.plan,
        ),
      )
    const added = await plans()
    await setRecurring(world.ports, caller, { targets: [{ ...monthly, id: 'shop', from: '2027-02', value: 7 }] })

    expect(added).toEqual([100, 40, 45, 105, 105])
    expect(await plans()).toEqual([100, 40, 45, 105, 7])
  })
})

test('a column of directions that have become one has the sums of both, each currency by itself, before any deal has followed', async () => {
  const world = await aShop()
  await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
  for (const [pipeline, currency, amount] of [
    ['works', 'RUB', 1_00],
    ['works', 'USD', 2_00],
    ['shop', 'USD', 3_00],
  ] as const) {
    const input = { title: 'Machines', pipeline, stage: 'offer', owner: 'anna', currency, fields: { amount } }
    await createDeal(world.ports, await world.as(), input)
  }
  await world.settle()
  await publish(world, joined)
  const before = await world.ports.plans.columns('shop')
  await follow(world)

  const sums = [
    { currency: 'RUB', minor: 1_00 },
    { currency: 'USD', minor: 5_00 },
  ]
  expect(before).toEqual([{ pipeline: 'shop', stage: 'offer', count: 3, sums }])
  expect(await world.ports.plans.columns('shop')).toEqual([{ pipeline: 'shop', stage: 'offer', count: 3, sums }])
})

describe('what was booked before a direction had another name', () => {
  test('is taken back from where it was booked when the deal is reopened, and nothing differs in the night', async () => {
    const world = await aShop()
    const id = await aWonDeal(world, 'works', 100_00)
    await publish(world, renamed)
    await follow(world)
    const booked = await rows(world)
    world.setNow('2026-12-02T10:00:00.000Z')
    await cancelDeal(world.ports, await world.as('helen'), id, { reason: 'refund' })
    await reopenDeal(world.ports, await world.as('helen'), id, { reason: 'They called', toStage: 'offer' })
    await world.settle()

    expect(booked).toContainEqual(['plant', 'Plant', null, 100_00])
    expect(await rows(world)).toContainEqual(['plant', 'Plant', null, 0])
    const facts = await world.ports.plans.facts(month, 'as_booked')
    // Alex has done the task, and keeps it.
    expect(facts.map((row) => [row.employee, row.pipeline, row.sumMinor, row.count, row.tasksDone])).toEqual([
      ['alex', 'works', 0, 0, 1],
      ['anna', 'works', 0, 0, 0],
    ])
    expect(await reconcilePlan(world.ports, '2026-12-03T02:30:00.000Z')).toMatchObject({ found: 0, onTheirWay: 0 })
  })

  test('is counted once when the deal is won again under the new name, or counts for somebody else', async () => {
    const world = await aShop()
    const again = await aWonDeal(world, 'works', 100_00)
    const given = await aWonDeal(world, 'works', 30_00)
    await publish(world, renamed)
    await follow(world)
    const helen = await world.as('helen')
    await cancelDeal(world.ports, helen, again, { reason: 'refund' })
    await reopenDeal(world.ports, helen, again, { reason: 'They called', toStage: 'pay' })
    await world.settle()
    const { visit } = (await world.ports.deals.find(again)) ?? { visit: { no: 0 } }
    await moveDeal(world.ports, helen, again, {
      toStage: 'after',
      complete: [`task_${again.slice(5)}-${visit.no}-check_money`],
    })
    await reattributeDeal(world.ports, await world.as(), given, { owner: 'lena', reason: 'It was hers' })
    await world.settle()

    expect(await rows(world, 'employee_pipeline')).toEqual([
      ['anna/plant', 'anna, Plant', null, 100_00],
      ['lena/plant', 'lena, Plant', null, 30_00],
    ])
    expect(await reconcilePlan(world.ports, '2026-12-03T02:30:00.000Z')).toMatchObject({ found: 0, onTheirWay: 0 })
  })

  test('is read, set and taken away on the table as in memory', async () => {
    const world = await aWorld(engine, { text: shopText() })
    const { ports } = world
    await setTargets(ports, caller, month, { targets: [ofDirection('works', 400_00), ofPair('anna/works', 300_00)] })
    await ports.plans.saveSnapshot(month, '2026-12-01', [{ ...ofDirection('works', 0), plan: 400_00, fact: 1_00 }])
    const text = shopText(renamed)
    await publishRules(ports, await world.as(), { text, note: 'renamed', expected: 1 })
    const before = await ports.plans.targets(month)
    await setTargets(ports, caller, month, { targets: [ofDirection('plant', 500_00)] })

    expect(before.map(({ id, value }) => [id, value])).toEqual([
      ['anna/plant', 300_00],
      ['plant', 400_00],
    ])
    expect((await ports.plans.targets(month)).map(({ id, value }) => [id, value])).toEqual([
      ['anna/plant', 300_00],
      ['plant', 500_00],
    ])
    expect(await ports.plans.snapshots(month, ofDirection('plant', 0))).toEqual([
      { on: '2026-12-01', plan: 400_00, fact: 1_00 },
    ])
  })
})
