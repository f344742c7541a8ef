import { beforeEach, describe, expect, test } from 'vitest'

import type { PlanStore } from '#ports/plans'
import type { Ports } from '#ports/ports'
import { aContribution, aLedgerKey } from '#test/support/history'

/** What every store of the plan promises, whatever it is made of. */
export function planStoreSuite(open: () => Promise<Ports>): void {
  let plans: PlanStore
  beforeEach(async () => {
    plans = (await open()).plans
  })
  const november = async () =>
    (await plans.facts('2026-11')).map(({ employee, sumMinor, count, rev }) => [employee, sumMinor, count, rev])

  describe('the ledger', () => {
    test('counts a deal once, however often it is told, by its newest version', async () => {
      await plans.contribute('deal_1', 3, [aContribution()])
      await plans.contribute('deal_1', 3, [aContribution({ sumMinor: 9 })])
      await plans.contribute('deal_1', 5, [aContribution({ sumMinor: 250_00 })])
      await plans.contribute('deal_1', 4, [aContribution({ sumMinor: 1 })])

      expect(await november()).toEqual([['anna', 250_00, 1, 2]])
      expect(await plans.ledger('2026-11')).toEqual([
        { ...aContribution({ sumMinor: 250_00 }), source: 'deal_1', version: 5 },
      ])
    })

    test('keeps rows and entries apart by every part of their key, in order', async () => {
      await plans.contribute('deal_2', 1, [
        aContribution({ key: { employee: 'boris' } }),
        aContribution({ key: { month: '2026-12' } }),
        aContribution({ key: { department: '', axes: '' }, tasksDone: 2 }),
      ])
      await plans.contribute('deal_1', 1, [aContribution(), aContribution({ key: { pipeline: 'b2c_new' } })])

      expect(
        (await plans.facts('2026-11')).map(({ employee, department, pipeline }) => [employee, department, pipeline]),
      ).toEqual([
        ['anna', '', 'b2b_new'],
        ['anna', 'north', 'b2b_new'],
        ['anna', 'north', 'b2c_new'],
        ['boris', 'north', 'b2b_new'],
      ])
      expect((await plans.ledger('2026-11')).map(({ source }) => source)).toEqual([
        'deal_1',
        'deal_1',
        'deal_2',
        'deal_2',
      ])
      expect(await plans.facts('2026-10')).toEqual([])
    })

    test('is told of deals alone, or of tasks', async () => {
      await plans.contribute('deal_1', 1, [aContribution()])
      await plans.contribute('task_1-1-call', 1, [aContribution({ sumMinor: 0, count: 0, tasksDone: 1 })])
      const sources = async (of?: 'deals' | 'tasks') =>
        (await plans.ledger('2026-11', of === undefined ? {} : { of })).map(({ source }) => source)

      expect([await sources('deals'), await sources('tasks'), await sources()]).toEqual([
        ['deal_1'],
        ['task_1-1-call'],
        ['deal_1', 'task_1-1-call'],
      ])
    })

    test('a version that moves nothing is kept without a word to the counter', async () => {
      await plans.contribute('deal_1', 1, [aContribution()])
      await plans.contribute('deal_1', 4, [aContribution()])
      await plans.contribute('deal_1', 3, [aContribution({ sumMinor: 0, count: 0 })])

      expect(await november()).toEqual([['anna', 100_00, 1, 1]])
      expect((await plans.ledger('2026-11')).map(({ version }) => version)).toEqual([4])
    })

    test('a counter is set right, unless something was counted in between', async () => {
      await plans.contribute('deal_1', 1, [aContribution()])
      const [seen] = await plans.facts('2026-11')
      if (seen === undefined) throw new Error('The counter is there.')
      await plans.contribute('deal_2', 1, [aContribution()])

      expect(await plans.repair(seen, { ...seen, sumMinor: 1 })).toBe(false)
      expect(await plans.repair({ ...seen, rev: 2 }, { ...seen, sumMinor: 7, count: 2 })).toBe(true)
      expect(await november()).toEqual([['anna', 7, 2, 3]])
      const missing = { ...aLedgerKey({ employee: 'boris' }), sumMinor: 0, count: 0, tasksDone: 0, rev: 0 }
      expect(await plans.repair(missing, { ...missing, sumMinor: 5, count: 1 })).toBe(true)
      expect(await plans.repair(missing, { ...missing, sumMinor: 6, count: 1 })).toBe(false)
    })

    test('an entry is set right once, with its counter', async () => {
      await plans.contribute('deal_1', 4, [aContribution()])
      const [wrong] = await plans.ledger('2026-11')
      if (wrong === undefined) throw new Error('The entry is there.')
      const right = { ...wrong, sumMinor: 130_00 }

      const done = await Promise.all([1, 2, 3].map(() => plans.repairEntry(wrong, right)))
      const isMade = await plans.repairEntry(undefined, { ...right, source: 'deal_2' })

      expect(done.filter((isDone) => isDone)).toHaveLength(1)
      expect(isMade).toBe(true)
      expect(await plans.repairEntry(undefined, right)).toBe(false)
      expect(await november()).toEqual([['anna', 260_00, 2, 3]])
    })
  })

  test('a deal is counted in the column it is in by the newest version told', async () => {
    const share = { pipeline: 'b2b_new', stage: 'presentation', owner: 'anna', amountMinor: 50_00, currency: 'RUB' }
    await plans.countColumn('deal_1', 1, share)
    await plans.countColumn('deal_2', 1, share)
    await plans.countColumn('deal_1', 3, { ...share, stage: 'offer', amountMinor: 70_00 })
    await plans.countColumn('deal_1', 2, share)
    await plans.countColumn('deal_2', 2, null)

    expect(await plans.columns('b2b_new')).toEqual([
      { pipeline: 'b2b_new', stage: 'offer', count: 1, sums: [{ currency: 'RUB', minor: 70_00 }] },
      { pipeline: 'b2b_new', stage: 'presentation', count: 0, sums: [] },
    ])
    expect(await plans.columns('b2c_new')).toEqual([])
  })

  test('targets live side by side, a value of null takes one away', async () => {
    const target = { metric: 'sum', scope: 'employee', id: 'anna', value: 5 } as const
    const monthly = { ...target, every: 'month', from: '2026-01' } as const
    const fromJuly = { ...monthly, from: '2026-07', to: '2026-12' } as const
    await plans.setTargets('2026-11', [target, { ...target, metric: 'count' }, { ...target, scope: 'company', id: '' }])
    await plans.setTargets('2026-11', [{ ...target, value: null }])
    await plans.setRecurring([fromJuly, monthly, { ...monthly, every: 'quarter', from: '2026-Q1' }])
    await plans.setRecurring([{ ...monthly, every: 'quarter', from: '2026-Q1', value: null }])

    expect(await plans.targets('2026-11')).toEqual([
      { ...target, metric: 'count' },
      { ...target, scope: 'company', id: '' },
    ])
    expect(await plans.targets('2026-12')).toEqual([])
    expect(await plans.recurring()).toEqual([monthly, fromJuly])
  })

  test('a target is set over what was seen and over nothing else, whatever stands beside it', async () => {
    const target = { metric: 'sum', scope: 'employee', id: 'anna', value: 5 } as const
    const other = { ...target, id: 'boris' }
    const monthly = { ...target, every: 'month', from: '2026-01', to: '2026-06' } as const

    expect([
      await plans.setTargets('2026-11', [{ ...target, was: null }]),
      await plans.setTargets('2026-11', [{ ...target, value: 6, was: null }]),
      await plans.setTargets('2026-11', [
        { ...other, was: null },
        { ...target, value: 7, was: { ...target, value: 4 } },
      ]),
      await plans.setTargets('2026-11', [{ ...target, value: null, was: { ...target, value: 6 } }]),
    ]).toEqual([true, false, false, false])
    expect(await plans.targets('2026-11')).toEqual([target])
    expect([
      await plans.setTargets('2026-11', [
        { ...other, was: null },
        { ...target, value: 8, was: target },
      ]),
      await plans.setTargets('2026-11', [{ ...target, value: null, was: { ...target, value: 8 } }]),
      await plans.setRecurring([{ ...monthly, was: null }]),
      await plans.setRecurring([{ ...monthly, to: '2026-07', was: { ...monthly, to: '2026-05' } }]),
      await plans.setRecurring([{ ...monthly, value: null, was: { ...target, every: 'month', from: '2026-01' } }]),
      await plans.setRecurring([{ ...monthly, to: '2026-07', was: monthly }]),
    ]).toEqual([true, true, true, false, false, true])
    expect(await plans.targets('2026-11')).toEqual([other])
    expect(await plans.recurring()).toEqual([{ ...monthly, to: '2026-07' }])
  })

  test('what schedules compute is kept, the newest of it', async () => {
    const row = { metric: 'sum', scope: 'company', id: '' } as const
    await plans.saveSnapshot('2026-11', '2026-11-10', [{ ...row, plan: 100, fact: 40 }])
    await plans.saveSnapshot('2026-11', '2026-11-09', [{ ...row, plan: null, fact: 30 }])
    await plans.savePace('2026-11', 'sum', { at: '2026-11-10T10:00:00.000Z', rows: [] })
    await plans.savePace('2026-11', 'sum', { at: '2026-11-10T09:00:00.000Z', rows: [] })
    await plans.saveReconciliation({ no: 2 }, '2026-11-10T02:00:00.000Z')
    await plans.saveReconciliation({ no: 1 }, '2026-11-10T01:00:00.000Z')

    expect(await plans.snapshots('2026-11', row)).toEqual([
      { on: '2026-11-09', plan: null, fact: 30 },
      { on: '2026-11-10', plan: 100, fact: 40 },
    ])
    expect(await plans.pace('2026-11', 'sum')).toEqual({ at: '2026-11-10T10:00:00.000Z', rows: [] })
    expect(await plans.pace('2026-11', 'count')).toBeUndefined()
    expect(await plans.lastReconciliation()).toEqual({ no: 2 })
  })
}
