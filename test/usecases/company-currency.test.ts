import { beforeEach, describe, expect, test } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import { consumers } from '#product/lists/consumers'
import { readReport } from '#reports/usecases/read-report'
import type { Deal } from '#schemas/deal'
import { useEngine } from '#test/support/engine'
import { aDoor } from '#test/support/http'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { changeCurrency, readCurrencyChanges } from '#usecases/plan/change-currency'
import { closeMonth, readClosing } from '#usecases/plan/close-month'
import { goOnChangingCurrency } from '#usecases/plan/go-on-changing-currency'
import { readBurnUp } from '#usecases/plan/read-burn-up'
import { readProgress } from '#usecases/plan/read-progress'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { setRecurring } from '#usecases/plan/set-recurring'
import { setTargets } from '#usecases/plan/set-targets'
import { takePlanSnapshot } from '#usecases/plan/take-plan-snapshot'

const engine = useEngine()
const later = '2027-01-12T09:00:00.000Z'
const toTenge = { currency: 'KZT', rate: '5.4', reason: 'Moved to Almaty' }

describe.each(['in memory', 'on the engine'] as const)('another currency of the company %s', (where) => {
  let world: World
  let deals: Deal[]

  beforeEach(async () => {
    world = where === 'in memory' ? await aWorldInMemory() : await aWorld(engine)
    await world.ports.settings.save({ currency: 'RUB', rates: { USD: '90' } })
    deals = [await aWonDeal('anna', 100_000, 'RUB'), await aWonDeal('andrew', 1_000, 'USD')]
    await setTargets(world.ports, await boss(), '2026-12', {
      targets: [
        { metric: 'sum', scope: 'employee', id: 'anna', value: 200_000 },
        { metric: 'count', scope: 'employee', id: 'anna', value: 4 },
      ],
    })
    const every = { every: 'month', from: '2027-01', metric: 'sum', scope: 'employee', id: 'anna' } as const
    await setRecurring(world.ports, await boss(), { targets: [{ ...every, value: 300_000 }] })
    await takePlanSnapshot(world.ports, '2026-12-01T20:50:00.000Z')
    world.setNow(later)
  })

  const boss = async () => (await world.as('helen')).caller
  const settle = async () => {
    for (const { id } of deals) await world.run(consumers, id)
  }
  async function aWonDeal(owner: string, amount: number, currency: string): Promise<Deal> {
    const input = { title: 'Machines', pipeline: 'b2b_new', owner, stage: 'payment', currency }
    const { id } = await createDeal(world.ports, await world.as(), { ...input, fields: { amount, paid: amount } })
    await world.run(consumers, id)
    const complete = [`task_${id.slice(5)}-1-check_payment`]
    const won = await moveDeal(world.ports, await world.asAnybody(owner), id, { toStage: 'delivery', complete })
    await world.run(consumers, id)
    return won
  }
  const change = async (more = {}) => changeCurrency(world.ports, await boss(), { ...toTenge, ...more })
  const finish = async () => {
    await goOnChangingCurrency(world.ports, later)
    await settle()
  }
  const december = async () =>
    (await readProgress(world.ports, await boss(), '2026-12', { metric: 'sum', by: 'employee' })).rows
      .filter(({ id }) => id === 'anna' || id === 'andrew')
      .map(({ id, plan, fact, percent }) => ({ id, plan, fact, percent }))

  test('is looked at first: a dry run says what would change, and changes nothing', async () => {
    const before = await december()

    expect(await change({ dryRun: true })).toMatchObject({
      from: 'RUB',
      to: 'KZT',
      state: 'planned',
      deals: 2,
      targets: 2,
      before: 190_000,
      after: 1_026_000,
    })
    expect(await goOnChangingCurrency(world.ports, later)).toBeUndefined()
    expect([await december(), await world.ports.settings.load()]).toEqual([
      before,
      { currency: 'RUB', rates: { USD: '90' } },
    ])
  })

  test('tells targets and what was won anew by one rate: every percent stays, amounts of deals too', async () => {
    const before = await december()
    await change()
    await finish()

    expect(await december()).toEqual(
      before.map(({ plan, fact, ...row }) => ({
        ...row,
        plan: plan === null ? null : (plan * 54) / 10,
        fact: (fact * 54) / 10,
      })),
    )
    const counts = await readProgress(world.ports, await boss(), '2026-12', { metric: 'count', by: 'employee' })
    expect(counts.rows.find(({ id }) => id === 'anna')).toMatchObject({ plan: 4, fact: 1 })
    const next = await readProgress(world.ports, await boss(), '2027-01', { metric: 'sum', by: 'employee' })
    expect(next).toMatchObject({ currency: 'KZT' })
    expect(next.rows.find(({ id }) => id === 'anna')?.plan).toBe(1_620_000)
    expect(await world.ports.settings.load()).toEqual({ currency: 'KZT', rates: { USD: '486', RUB: '5.4' } })
    const [roubles, dollars] = await Promise.all(deals.map(({ id }) => world.ports.deals.find(id)))
    expect(roubles).toMatchObject({ currency: 'RUB', fields: { amount: 100_000 }, won: { baseMinor: 540_000 } })
    expect(dollars).toMatchObject({
      currency: 'USD',
      fields: { amount: 1_000 },
      won: { baseMinor: 486_000, rate: '486' },
    })
  })

  test('keeps what was: each deal’s events add up to it, and the change with its rate is on record', async () => {
    await change()
    await finish()

    for (const { id } of deals) {
      const events = await world.eventsOf(id)
      expect(foldDeal(events)).toEqual(await world.ports.deals.find(id))
      expect(events.at(-1)?.detail.restated).toEqual({ from: 'RUB', to: 'KZT', rate: '5.4' })
    }
    expect(await readCurrencyChanges(world.ports, await boss())).toMatchObject({
      changes: [{ from: 'RUB', to: 'KZT', rate: '5.4', by: 'helen', reason: 'Moved to Almaty', state: 'done' }],
    })
    expect(await reconcilePlan(world.ports, '2027-01-13T09:00:00.000Z')).toMatchObject({ found: 0 })
  })

  test('may be broken off anywhere and ends the same, each thing told anew once', async () => {
    await change()
    const { ports } = world
    let isBroken = true
    let left = 0
    for (let steps = 0; isBroken; steps += 1) {
      left = steps
      const save: typeof ports.deals.save = (...all) => {
        if (left === 0) throw new Error('The power is out.')
        left -= 1
        return ports.deals.save(...all)
      }
      const broken = { ...ports, deals: { ...ports.deals, save } }
      // oxlint-disable-next-line no-await-in-loop -- each run goes on where the one before was broken off
      isBroken = await goOnChangingCurrency(broken, later).then(
        () => false,
        () => true,
      )
    }
    await settle()

    expect((await december()).map(({ fact }) => fact)).toEqual([486_000, 540_000])
    expect(await goOnChangingCurrency(ports, later)).toBeUndefined()
    expect(await reconcilePlan(ports, '2027-01-13T09:00:00.000Z')).toMatchObject({ found: 0 })
  })

  test('holds targets back while it is under way: nobody could say in which money they are meant', async () => {
    await change()
    const target = { metric: 'sum', scope: 'employee', id: 'andrew', value: 1_000 } as const

    await expect(setTargets(world.ports, await boss(), '2026-12', { targets: [target] })).rejects.toMatchObject({
      code: 'version_conflict',
    })
    await expect(change({ currency: 'USD' })).rejects.toMatchObject({ code: 'version_conflict' })
    const door = await aDoor(world)
    const ifMatch = { headers: { 'if-match': '*' } }
    const asked = [
      await door.ask('PUT', '/plans/2026-12', { ...ifMatch, body: { targets: [target] } }),
      await door.ask('PUT', '/plans/recurring', {
        ...ifMatch,
        body: { targets: [{ ...target, every: 'month', from: '2027-01' }] },
      }),
      await door.ask('PUT', '/plans/cells', { body: { cells: [{ ...target, period: '2026-12', was: null }] } }),
    ]
    expect(asked.map(({ body }) => body.code)).toEqual(asked.map(() => 'version_conflict'))
    await finish()
    await setTargets(world.ports, await boss(), '2026-12', { targets: [target] })
    await expect(change({ currency: 'KZT' })).rejects.toMatchObject({ code: 'field_value' })
  })

  test('leaves closed months closed: what was corrected of them is told anew where it counts', async () => {
    const reader = { caller: await boss(), people: await world.ports.people.load() }
    await closeMonth(world.ports, reader, '2026-12', { closed: true, reason: 'Reported' })
    const [first] = deals
    await updateDeal(world.ports, await world.as('helen'), first?.id ?? '', {
      fields: { amount: 90_000 },
      reason: 'Returned one',
    })
    await settle()
    world.setNow('2027-01-12T10:00:00.000Z')
    await change()
    await finish()

    expect((await december()).map(({ fact }) => fact)).toEqual([486_000, 540_000])
    const january = await readClosing(world.ports, reader, '2027-01')
    expect(january.corrections.map(({ sumMinor }) => sumMinor)).toEqual([-54_000])
    expect(foldDeal(await world.eventsOf(first?.id ?? ''))).toEqual(await world.ports.deals.find(first?.id ?? ''))
    expect(await reconcilePlan(world.ports, '2027-01-13T09:00:00.000Z')).toMatchObject({ found: 0 })
  })

  test('is followed by reports and by the evenings of before', async () => {
    await change()
    await finish()

    const reader = { caller: await boss(), people: await world.ports.people.load() }
    const report = await readReport(
      world.ports,
      reader,
      { name: 'plan_fact', asked: { period: '2026-12', by: 'person' } },
      { language: 'en' },
    )
    expect(JSON.stringify(report)).toContain('540000')
    const row = { metric: 'sum', scope: 'employee', id: 'anna' } as const
    const { days } = await readBurnUp(world.ports, reader.caller, '2026-12', row)
    expect(days.find(({ on }) => on === '2026-12-01')).toMatchObject({ plan: 1_080_000, fact: 540_000 })
  })

  test('is asked for by whoever may change rules and books alike', async () => {
    const { caller } = await world.as('alex')

    await expect(changeCurrency(world.ports, caller, toTenge)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(change({ rate: '0.0' })).rejects.toMatchObject({ code: 'field_value' })
  })
})
