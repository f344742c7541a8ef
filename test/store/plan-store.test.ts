import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'

import { keys } from '#store/plan/keys'
import { planStore } from '#store/plan/plan-store'
import { aContribution, aLedgerKey } from '#test/support/history'
import { meter } from '#test/support/meter'
import { injectFaults } from '#test/support/faults'
import { useEngine } from '#test/support/engine'
import type { PlanStore } from '#ports/plans'

const engine = useEngine()
let plans: PlanStore
let table: string

beforeEach(async () => {
  table = await engine.createTable()
  plans = planStore(engine.client, table)
})

const november = async () =>
  (await plans.facts('2026-11')).map(({ employee, sumMinor, count }) => ({ employee, sumMinor, count }))

describe('contributions', () => {
  test('a won deal is counted once, however often it is told', async () => {
    await plans.contribute('deal_1', 3, [aContribution()])
    await plans.contribute('deal_1', 3, [aContribution()])

    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 100_00, count: 1 }])
    expect(await plans.ledger('2026-11')).toEqual([{ ...aContribution(), source: 'deal_1', version: 3 }])
  })

  test('a newer version replaces what the deal counted for, an older one changes nothing', async () => {
    await plans.contribute('deal_1', 5, [aContribution({ sumMinor: 250_00 })])
    await plans.contribute('deal_1', 3, [aContribution({ sumMinor: 100_00 })])
    await plans.contribute('deal_1', 7, [aContribution({ sumMinor: 80_00 })])

    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 80_00, count: 1 }])
  })

  test('a deal that counts for somebody else now leaves the row it was in, also when that is told first', async () => {
    const left = aContribution({ sumMinor: 0, count: 0 })
    const now = aContribution({ key: { employee: 'boris' } })

    await plans.contribute('deal_1', 4, [now, left])
    await plans.contribute('deal_1', 3, [aContribution()])

    expect(await november()).toEqual([{ employee: 'boris', sumMinor: 100_00, count: 1 }])
  })

  test('rows of all parts of a key and all amounts come back as they went in', async () => {
    const part = aContribution({ key: { department: '', axes: 'audience=new,segment=b2b' }, tasksDone: 2 })

    await plans.contribute('task_a_1', 1, [part])

    expect(await plans.facts('2026-11')).toEqual([
      { ...part.key, sumMinor: part.sumMinor, count: 1, tasksDone: 2, rev: 1 },
    ])
  })

  test('a contribution costs 4 write units, one that moves nothing 1, a repeat none', async () => {
    const cost = meter(engine.client)
    const costOf = async (version: number, sumMinor: number) => {
      await plans.contribute('deal_1', version, [aContribution({ sumMinor, count: sumMinor === 0 ? 0 : 1 })])
      return cost().writeUnits
    }

    expect([await costOf(1, 0), await costOf(2, 9_00), await costOf(3, 9_00), await costOf(3, 9_00)]).toEqual([
      1, 4, 1, 0,
    ])
  })

  test('twenty rivals for one counter all get through', async () => {
    const faults = injectFaults(engine.client, { seed: 7, rates: { conflict: 0.3, throttled: 0.1 } })

    const tellings = Array.from({ length: 20 }, (_, no) => plans.contribute(`deal_${no}`, 1, [aContribution()]))
    const outcomes = await Promise.allSettled(tellings)
    faults.remove()

    // A throttled read is the SDK's to retry; here it surfaces, as it does when the SDK gives up, and is told again.
    for (const [no, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') await plans.contribute(`deal_${no}`, 1, [aContribution()])
    }
    expect(faults.struck().conflict).toBeGreaterThan(3)
    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 2_000_00, count: 20 }])
  })

  test('two that tell of one deal at the same time count it once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, no) => plans.contribute('deal_1', no, [aContribution()])))

    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 100_00, count: 1 }])
  })

  test('somebody who is always in the way ends in an error, not in silence', async () => {
    const faults = injectFaults(engine.client, { rates: { conflict: 1 } })

    const telling = plans.contribute('deal_1', 1, [aContribution()])

    await expect(telling).rejects.toThrow('Transaction cancelled')
    faults.remove()
    expect(await november()).toEqual([])
  })
})

describe('repairs', () => {
  const byHand = (sumMinor: number) =>
    engine.client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.fact('2026-11', aLedgerKey()),
        UpdateExpression: 'SET sumMinor = :sum',
        ExpressionAttributeValues: { ':sum': sumMinor },
      }),
    )

  test('a counter is set right, unless something was counted in between', async () => {
    await plans.contribute('deal_1', 1, [aContribution()])
    await byHand(7)
    const [wrong] = await plans.facts('2026-11')
    if (wrong === undefined) throw new Error('The counter is there.')

    await plans.contribute('deal_2', 1, [aContribution()])
    const isTooLate = await plans.repair(wrong, { ...wrong, sumMinor: 100_00 })
    const [now] = await plans.facts('2026-11')
    const isRepaired = await plans.repair(now ?? wrong, { ...wrong, sumMinor: 200_00, count: 2 })

    expect([isTooLate, isRepaired]).toEqual([false, true])
    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 200_00, count: 2 }])
  })

  test('a counter that is missing altogether is made', async () => {
    const right = { ...aLedgerKey(), sumMinor: 5_00, count: 1, tasksDone: 0, rev: 0 }

    expect(await plans.repair({ ...right, sumMinor: 0, count: 0 }, right)).toBe(true)
    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 5_00, count: 1 }])
  })

  test('an entry is set right once, however many repair it', async () => {
    await plans.contribute('deal_1', 4, [aContribution()])
    const [wrong] = await plans.ledger('2026-11')
    if (wrong === undefined) throw new Error('The entry is there.')
    const right = { ...wrong, sumMinor: 130_00 }

    const done = await Promise.all([1, 2, 3].map(() => plans.repairEntry(wrong, right)))

    expect(done.filter((isDone) => isDone)).toHaveLength(1)
    expect(await november()).toEqual([{ employee: 'anna', sumMinor: 130_00, count: 1 }])
  })
})

describe('columns', () => {
  const share = { pipeline: 'b2b_new', stage: 'presentation', owner: 'anna', amountMinor: 50_00, currency: 'RUB' }

  test('a deal is counted in the column it is in now', async () => {
    await plans.countColumn('deal_1', 1, share)
    await plans.countColumn('deal_2', 1, share)
    await plans.countColumn('deal_1', 2, { ...share, stage: 'offer', amountMinor: 70_00 })
    await plans.countColumn('deal_2', 2, null)

    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'offer', count: 1, sums: [{ currency: 'RUB', minor: 70_00 }] },
      { pipeline: 'b2b_new', stage: 'presentation', count: 0, sums: [] },
    ])
  })

  test('an event that changed nothing still keeps older ones out', async () => {
    await plans.countColumn('deal_1', 3, share)
    await plans.countColumn('deal_1', 5, share)
    await plans.countColumn('deal_1', 4, { ...share, stage: 'offer' })

    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'presentation', count: 1, sums: [{ currency: 'RUB', minor: 50_00 }] },
    ])
  })

  test('deals counted at the same time share a transaction that writes each counter once', async () => {
    const ids = Array.from({ length: 10 }, (_, no) => `deal_${no}`)
    await Promise.all(ids.map((id) => plans.countColumn(id, 1, share)))
    const cost = meter(engine.client)

    await Promise.all(ids.map((id) => plans.countColumn(id, 2, { ...share, stage: 'offer' })))

    expect(cost()).toMatchObject({ requests: 2, writeUnits: 24 })
    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'offer', count: 10, sums: [{ currency: 'RUB', minor: 500_00 }] },
      { pipeline: 'b2b_new', stage: 'presentation', count: 0, sums: [] },
    ])
  })

  test('repeats, older versions and deals told twice among those counted together spoil nothing', async () => {
    await plans.countColumn('deal_1', 5, share)
    const offer = { ...share, stage: 'offer' }

    await Promise.all([
      plans.countColumn('deal_1', 5, share),
      plans.countColumn('deal_1', 4, offer),
      plans.countColumn('deal_2', 1, share),
      plans.countColumn('deal_2', 2, offer),
      plans.countColumn('deal_2', 2, offer),
      ...Array.from({ length: 45 }, (_, no) => plans.countColumn(`deal_${no + 3}`, 1, { ...offer, owner: `o${no}` })),
    ])

    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'offer', count: 46, sums: [{ currency: 'RUB', minor: 46 * 50_00 }] },
      { pipeline: 'b2b_new', stage: 'presentation', count: 1, sums: [{ currency: 'RUB', minor: 50_00 }] },
    ])
  })

  test('somebody who counts the same deals at the same moment is not in the way', async () => {
    const rival = planStore(engine.client, table)
    const ids = Array.from({ length: 8 }, (_, no) => `deal_${no}`)

    await Promise.all([plans, rival].flatMap((one) => ids.map((id) => one.countColumn(id, 1, share))))

    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'presentation', count: 8, sums: [{ currency: 'RUB', minor: 8 * 50_00 }] },
    ])
  })

  test('a new deal, a move or another owner cost 6 write units, another amount 4, nothing new 1, a repeat none', async () => {
    const cost = meter(engine.client)
    const costOf = async (version: number, now: typeof share | null) => {
      await plans.countColumn('deal_1', version, now)
      return cost().writeUnits
    }
    const moved = { ...share, stage: 'offer' }
    const richer = { ...moved, amountMinor: 60_00 }
    const passedOn = { ...richer, owner: 'boris' }

    const costs = [
      await costOf(1, share),
      await costOf(2, moved),
      await costOf(3, richer),
      await costOf(4, passedOn),
      await costOf(5, passedOn),
      await costOf(5, passedOn),
      await costOf(6, null),
      await costOf(7, null),
    ]

    expect(costs).toEqual([6, 6, 4, 6, 1, 0, 6, 1])
  })
})

describe('targets', () => {
  const target = { metric: 'sum', scope: 'employee', id: 'anna', value: 500_00 } as const

  test('any set of targets lives side by side, a value of null takes one away', async () => {
    await plans.setTargets('2026-11', [
      target,
      { ...target, metric: 'count', value: 3 },
      { ...target, scope: 'company', id: '' },
    ])
    await plans.setTargets('2026-11', [
      { ...target, scope: 'axis', id: 'audience=new' },
      { ...target, value: null },
    ])

    expect(await plans.targets('2026-11')).toEqual([
      { metric: 'count', scope: 'employee', id: 'anna', value: 3 },
      { metric: 'sum', scope: 'axis', id: 'audience=new', value: 500_00 },
      { metric: 'sum', scope: 'company', id: '', value: 500_00 },
    ])
    expect(await plans.targets('2026-12')).toEqual([])
  })

  test('more targets than a transaction holds are all set', async () => {
    const many = Array.from({ length: 250 }, (_, no) => ({ ...target, id: `seller${no}` }))

    await plans.setTargets('2026-Q4', many)

    expect(await plans.targets('2026-Q4')).toHaveLength(250)
  })

  test('recurring targets are kept by what they are for and from when', async () => {
    const monthly = { ...target, every: 'month', from: '2026-01' } as const
    const fromJuly = { ...monthly, from: '2026-07', to: '2026-12', value: 700_00 } as const

    await plans.setRecurring([monthly, fromJuly, { ...monthly, every: 'quarter', from: '2026-Q1' }])
    await plans.setRecurring([{ ...monthly, every: 'quarter', from: '2026-Q1', value: null }])

    expect(await plans.recurring()).toEqual([monthly, fromJuly])
  })
})

describe('what schedules keep', () => {
  test('a day has one snapshot, days come in order, rows apart', async () => {
    const row = { metric: 'sum', scope: 'company', id: '' } as const
    const rows = Array.from(
      { length: 60 },
      (_, no) => ({ metric: 'sum', scope: 'employee', id: `e${no}`, plan: 1, fact: no }) as const,
    )

    await plans.saveSnapshot('2026-11', '2026-11-10', [{ ...row, plan: 100, fact: 40 }, ...rows])
    await plans.saveSnapshot('2026-11', '2026-11-09', [{ ...row, plan: 100, fact: 30 }])
    await plans.saveSnapshot('2026-11', '2026-11-10', [{ ...row, plan: null, fact: 45 }])

    expect(await plans.snapshots('2026-11', row)).toEqual([
      { on: '2026-11-09', plan: 100, fact: 30 },
      { on: '2026-11-10', plan: null, fact: 45 },
    ])
    expect(await plans.snapshots('2026-11', { metric: 'sum', scope: 'employee', id: 'e59' })).toEqual([
      { on: '2026-11-10', plan: 1, fact: 59 },
    ])
  })

  test('the newest pace stays, whoever comes last', async () => {
    await plans.savePace('2026-11', 'sum', { at: '2026-11-10T10:00:00.000Z', rows: [] })
    await plans.savePace('2026-11', 'sum', { at: '2026-11-10T09:00:00.000Z', rows: [] })

    expect(await plans.pace('2026-11', 'sum')).toEqual({ at: '2026-11-10T10:00:00.000Z', rows: [] })
    expect(await plans.pace('2026-11', 'count')).toBeUndefined()
  })

  test('the last reconciliation is remembered', async () => {
    await plans.saveReconciliation({ differences: [] }, '2026-11-10T01:00:00.000Z')

    expect(await plans.lastReconciliation()).toEqual({ differences: [] })
  })
})
