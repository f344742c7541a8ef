import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { keys } from '#store/deals/keys'
import { planStore } from '#store/plan/plan-store'
import { useEngine } from '#test/support/engine'
import { anEvent } from '#test/support/history'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { loseDeal } from '#usecases/deals/close-deal'
import { commit } from '#usecases/deals/commit'
import { createDeal } from '#usecases/deals/create-deal'
import { keepColumnCounters } from '#usecases/deals/keep-column-counters'
import { readBoardPage } from '#usecases/deals/read-board-page'
import { readBoard } from '#usecases/deals/read-board'
import { readProgress } from '#usecases/plan/read-progress'
import { reconcileColumns } from '#usecases/deals/reconcile-columns'

const engine = useEngine()
const countDeals = consumers.filter(({ name }) => name === 'keep-column-counters')
const pipeline = 'b2b_new'
const stage = 'presentation'
const share = { pipeline, stage, owner: 'anna', amountMinor: 50_00, currency: 'RUB' }

const inRates = async (rates: Record<string, string>): Promise<World> => {
  const world = await aWorld(engine)
  await world.ports.settings.save({ currency: 'RUB', rates })
  return world
}

const aDeal = async (world: World, amount: number, currency?: string, at = stage): Promise<string> => {
  const fields = { amount, ...(at === stage ? {} : { source: 'website', client_type: 'company' }) }
  const input = { title: 'Coffee machines', pipeline, stage: at, owner: 'anna', fields }
  const { id } = await createDeal(world.ports, await world.as(), {
    ...input,
    ...(currency === undefined ? {} : { currency }),
  })
  return id
}

const asker = async (world: World, who: string) => ({
  caller: (await world.as(who)).caller,
  people: await world.ports.people.load(),
})

describe('a company that sells in two currencies', () => {
  let world: World

  beforeAll(async () => {
    world = await inRates({ USD: '92.5', EUR: '100' })
    const deals = [
      await aDeal(world, 100_00),
      await aDeal(world, 10_00, 'USD'),
      await aDeal(world, 5_00, 'USD'),
      await aDeal(world, 1_00, 'EUR', 'contract'),
    ]
    for (const id of deals) await world.run(countDeals, id)
  })

  test('sees each currency of a column by itself, and what they come to at today’s rates', async () => {
    const { columns } = await readBoard(world.ports, await asker(world, 'helen'), pipeline)

    expect(columns.find((one) => one.stage === stage)).toMatchObject({
      count: 3,
      sums: [
        { currency: 'RUB', minor: 100_00 },
        { currency: 'USD', minor: 15_00 },
      ],
      sumMinor: 100_00 + 15_00 * 92.5,
      noRate: [],
    })
  })

  test('shows who sees only their own the same sums as who sees everything', async () => {
    const whole = await readBoard(world.ports, await asker(world, 'helen'), pipeline)
    const own = await readBoard(world.ports, await asker(world, 'anna'), pipeline)

    expect(own).toEqual(whole)
  })

  test('weighs what is open at today’s rates for the coverage of its plan', async () => {
    await world.ports.plans.setTargets('2026-12', [{ metric: 'sum', scope: 'company', id: '', value: 1_000_00 }])
    const { rows, noRate } = await readProgress(world.ports, (await world.as('helen')).caller, '2026-12')

    // Presentation 10 % of 1,487.50, contract 70 % of 100 roubles.
    expect(rows[0]?.coverage).toBe(0.22)
    expect(noRate).toEqual([])
  })

  test('is told which currency has no rate, instead of losing the amounts without a word', async () => {
    await world.ports.settings.save({ currency: 'RUB', rates: { EUR: '100' } })
    const { columns } = await readBoard(world.ports, await asker(world, 'helen'), pipeline)
    const { caller } = await world.as('helen')
    const sums = await readProgress(world.ports, caller, '2026-12')
    const counts = await readProgress(world.ports, caller, '2026-12', { metric: 'count' })
    await world.ports.settings.save({ currency: 'RUB', rates: { USD: '92.5', EUR: '100' } })

    expect(columns.find((one) => one.stage === stage)).toMatchObject({
      sums: [
        { currency: 'RUB', minor: 100_00 },
        { currency: 'USD', minor: 15_00 },
      ],
      sumMinor: 100_00,
      noRate: ['USD'],
    })
    expect([sums.noRate, counts.noRate]).toEqual([['USD'], []])
  })

  test('reads a board with as many requests as a company that sells in one', async () => {
    const requestsOf = async (currencies: readonly string[]) => {
      const company = await inRates({ USD: '92.5', EUR: '100' })
      for (const currency of currencies) await company.run(countDeals, await aDeal(company, 5_00, currency))
      const who = await asker(company, 'helen')
      await company.ports.rules.current()
      const cost = meter(engine.client)
      const { columns } = await readBoardPage(company.ports, who, { pipeline, shown: {} })
      return { requests: cost().requests, currencies: columns[0]?.sums.map(({ currency }) => currency) }
    }
    const one = await requestsOf(['RUB', 'RUB', 'RUB'])
    const three = await requestsOf(['RUB', 'USD', 'EUR'])

    expect([one.currencies, three.currencies]).toEqual([['RUB'], ['EUR', 'RUB', 'USD']])
    expect(three.requests).toBe(one.requests)
  })

  test('pays for another currency as for its own: six units a new deal, and 24 for ten moves counted together', async () => {
    const plans = planStore(engine.client, await engine.createTable())
    const currencyOf = (no: number) => (no % 2 === 0 ? 'RUB' : 'USD')
    const cost = meter(engine.client)
    await plans.countColumn('deal_0', 1, share)
    const own = cost()
    await plans.countColumn('deal_1', 1, { ...share, owner: 'boris', currency: 'USD' })
    const other = cost()
    const ids = Array.from({ length: 10 }, (_, no) => no)
    await Promise.all(
      ids.map((no) => plans.countColumn(`deal_${no}`, 2, { ...share, currency: currencyOf(no), owner: 'anna' })),
    )
    cost()
    await Promise.all(
      ids.map((no) =>
        plans.countColumn(`deal_${no}`, 3, { ...share, currency: currencyOf(no), owner: 'anna', stage: 'contract' }),
      ),
    )

    expect([own, other]).toMatchObject([{ writeUnits: 6 }, { writeUnits: 6 }])
    expect(cost()).toMatchObject({ requests: 2, writeUnits: 24 })
    expect((await plans.columns(pipeline)).filter(({ count }) => count > 0)).toEqual([
      {
        pipeline,
        stage: 'contract',
        count: 10,
        sums: [
          { currency: 'RUB', minor: 5 * 50_00 },
          { currency: 'USD', minor: 5 * 50_00 },
        ],
      },
    ])
  })
})

describe('counters from before currencies were told apart', () => {
  /** What the earlier version left of deals: a head without a currency, and one sum for all of them. */
  const leftBehind = async (
    world: World,
    deals: readonly (readonly [id: string, version: number, minor: number])[],
  ) => {
    for (const [id, version, amountMinor] of deals) {
      const { currency: _none, ...unnamed } = { ...share, amountMinor }
      const item = { ...keys.columnShare(id), version, share: unnamed }
      await engine.client.send(new PutCommand({ TableName: world.table, Item: item }))
      for (const [key, sum] of [
        [keys.columnCount(pipeline, stage), amountMinor],
        [keys.ownerCount('anna'), 0],
      ] as const) {
        await engine.client.send(
          new UpdateCommand({
            TableName: world.table,
            Key: key,
            UpdateExpression: 'ADD deals :one, sumMinor :sum',
            ExpressionAttributeValues: { ':one': 1, ':sum': sum },
          }),
        )
      }
    }
  }
  const column = async ({ ports }: World) => (await ports.plans.columns(pipeline)).find((one) => one.stage === stage)

  test('are read as sums in company currency', async () => {
    const world = await inRates({})
    await leftBehind(world, [
      ['deal_a', 1, 70_00],
      ['deal_b', 1, 30_00],
    ])

    expect(await column(world)).toMatchObject({ count: 2, sums: [{ currency: 'RUB', minor: 100_00 }] })
  })

  test('are taken along by the deals that move, to the kopeck', async () => {
    const world = await inRates({})
    await leftBehind(world, [
      ['deal_a', 1, 70_00],
      ['deal_b', 1, 30_00],
    ])
    await world.ports.plans.countColumn('deal_a', 2, { ...share, stage: 'contract', amountMinor: 71_00 })

    const columns = await world.ports.plans.columns(pipeline)

    expect(columns.map((one) => [one.stage, one.count, one.sums])).toEqual([
      ['contract', 1, [{ currency: 'RUB', minor: 71_00 }]],
      ['presentation', 1, [{ currency: 'RUB', minor: 30_00 }]],
    ])
  })

  test('are told apart by the night’s reconciliation, once, however often and by how many it is run', async () => {
    const world = await inRates({ USD: '90' })
    const roubles = await aDeal(world, 70_00)
    const dollars = await aDeal(world, 30_00, 'USD')
    await leftBehind(world, [
      [roubles, 1, 70_00],
      [dollars, 1, 30_00],
    ])
    const rival = planStore(engine.client, world.table)
    const at = world.now()
    const mixed = await column(world)

    const reports = await Promise.all([
      reconcileColumns(world.ports, at),
      reconcileColumns({ ...world.ports, plans: rival }, at),
    ])
    const cost = meter(engine.client)
    await reconcileColumns(world.ports, at)

    expect(mixed).toMatchObject({ count: 2, sums: [{ currency: 'RUB', minor: 100_00 }] })
    expect(reports).toEqual([
      { at, deals: 2 },
      { at, deals: 2 },
    ])
    expect(await column(world)).toMatchObject({
      count: 2,
      sums: [
        { currency: 'RUB', minor: 70_00 },
        { currency: 'USD', minor: 30_00 },
      ],
    })
    expect(cost().writeUnits).toBe(0)
    expect(await world.ports.people.openDeals()).toEqual({ anna: 2 })
  })

  test('lose nothing to an event that is older than what was counted', async () => {
    const world = await inRates({})
    await leftBehind(world, [['deal_a', 3, 70_00]])
    await world.ports.plans.countColumn('deal_a', 2, { ...share, stage: 'contract', amountMinor: 1_00 })

    expect(await column(world)).toMatchObject({ count: 1, sums: [{ currency: 'RUB', minor: 70_00 }] })
  })
})

test('an event from before it told its currency is counted in the currency of its deal', async () => {
  const world = await inRates({ USD: '90' })
  const dealId = await aDeal(world, 10_00, 'USD')
  const { currency: _untold, ...state } = anEvent(1, { dealId, deal: { amountMinor: 10_00 } }).detail.deal
  const told = anEvent(1, { dealId })
  await keepColumnCounters(world.ports, [{ ...told, detail: { ...told.detail, deal: state } }])

  expect((await world.ports.plans.columns(pipeline)).map(({ sums }) => sums)).toEqual([
    [{ currency: 'USD', minor: 10_00 }],
  ])
})

test('a deal whose event was lost is counted by the night’s reconciliation, and leaves the board when it is closed', async () => {
  const world = await inRates({})
  const id = await aDeal(world, 100_00)
  await reconcileColumns(world.ports, world.now())
  const counted = await world.ports.plans.columns(pipeline)
  await loseDeal(world.ports, await world.as('anna'), id, { reason: 'price' })
  await reconcileColumns(world.ports, world.now())

  expect(counted).toMatchObject([{ count: 1, sums: [{ currency: 'RUB', minor: 100_00 }] }])
  expect(await world.ports.plans.columns(pipeline)).toMatchObject([{ count: 0, sums: [] }])
})

describe('currencies whose minor unit is not a hundredth', () => {
  test('come to what they are worth', async () => {
    const world = await inRates({ JPY: '0.6', KWD: '300' })
    for (const id of [await aDeal(world, 10_000, 'JPY'), await aDeal(world, 10_000, 'KWD')]) {
      await world.run(countDeals, id)
    }

    const { columns } = await readBoard(world.ports, await asker(world, 'helen'), pipeline)

    expect(columns[0]?.sumMinor).toBe(600_000 + 300_000)
  })
})

describe('two amounts that nobody can mean, from before amounts had a bound', () => {
  test('fail no board, count without their amounts and leave the sum at the next reconciliation', async () => {
    const world = await inRates({})
    const ids = [await aDeal(world, 100_00), await aDeal(world, 200_00)]
    for (const [no, id] of ids.entries()) {
      const was = await world.ports.deals.find(id)
      if (was === undefined) throw new Error('The deal is there.')
      const amount = 8_008_327_012_345_600 + no * 100
      const told = { name: 'deal.updated', detail: {}, at: was.updatedAt } as const
      const next = { ...was, fields: { ...was.fields, amount } }
      const { version } = await commit(world.ports, await world.as(), { was, next, ...told })
      await world.ports.plans.countColumn(id, version, { ...share, amountMinor: amount })
    }

    const before = await readBoard(world.ports, await asker(world, 'helen'), pipeline)
    await reconcileColumns(world.ports, '2026-12-02T23:30:00.000Z')
    const after = await readBoard(world.ports, await asker(world, 'helen'), pipeline)

    expect(before.columns[0]?.sumMinor).toBe(Number.MAX_SAFE_INTEGER)
    expect(after.columns[0]).toMatchObject({ count: 2, sumMinor: 0 })
  })

  test('an amount above the bound is refused by its field', async () => {
    const world = await inRates({})

    await expect(aDeal(world, 10_000_000_000_001)).rejects.toMatchObject({ code: 'field_value' })
    expect(await aDeal(world, 10_000_000_000_000)).toContain('deal_')
  })
})
