import { beforeEach, describe, expect, test } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import { Refusal } from '#domain/kernel/refusal'
import { consumers } from '#product/lists/consumers'
import { readReport } from '#reports/usecases/read-report'
import type { Deal } from '#schemas/deal'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, employees, type World } from '#test/support/world'
import { cancelDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { closeMonth, readClosing } from '#usecases/plan/close-month'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { completeTask } from '#usecases/tasks/complete-task'
import { reopenTask } from '#usecases/tasks/reopen-task'

const engine = useEngine()
const later = '2027-01-12T09:00:00.000Z'

describe.each(['in memory', 'on the engine'] as const)('a closed month %s', (where) => {
  let world: World
  let won: Deal

  beforeEach(async () => {
    world = where === 'in memory' ? await aWorldInMemory() : await aWorld(engine)
    for (const one of employees.filter(({ id }) => id === 'alex')) {
      const rights = { deals_read: 'all', plan_read: 'all', books_edit: 'all' } as const
      await world.ports.people.saveEmployee({ ...one, rights })
    }
    const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment' }
    const { id } = await createDeal(world.ports, await world.as(), {
      ...input,
      fields: { amount: 100_000, paid: 100_000 },
    })
    await world.run(consumers, id)
    const complete = [`task_${id.slice(5)}-1-check_payment`]
    won = await moveDeal(world.ports, await world.asAnybody('anna'), id, { toStage: 'delivery', complete })
    await settle()
    world.setNow(later)
  })

  const settle = (): Promise<void> => world.run(consumers, won.id)
  const facts = async (month: string): Promise<unknown> =>
    (await world.ports.plans.facts(month))
      .filter(({ count, sumMinor }) => count !== 0 || sumMinor !== 0)
      .map((row) => [row.employee, row.sumMinor, row.count])
      .toSorted()
  const reader = async () => ({ ...(await world.as('alex')), people: await world.ports.people.load() })
  const close = async (closed = true) =>
    closeMonth(world.ports, await reader(), '2026-12', { closed, reason: 'Reported' })
  const correct = async (amount: number) => {
    await updateDeal(world.ports, await world.as('alex'), won.id, { fields: { amount }, reason: 'Returned one' })
    await settle()
  }
  const isWhole = async () => {
    expect(foldDeal(await world.eventsOf(won.id))).toEqual(await world.ports.deals.find(won.id))
    world.setNow('2027-01-13T09:00:00.000Z')
    expect(await reconcilePlan(world.ports, '2027-01-13T09:00:00.000Z')).toMatchObject({ found: 0 })
  }

  test('that is open takes corrections as ever', async () => {
    await correct(90_000)

    expect([await facts('2026-12'), await facts('2027-01')]).toEqual([[['anna', 90_000, 1]], []])
  })

  test('stays as it is: what is corrected of it counts today, and both months say so', async () => {
    await close()
    await correct(90_000)
    await correct(95_000)

    expect([await facts('2026-12'), await facts('2027-01')]).toEqual([[['anna', 100_000, 1]], [['anna', -5_000, 0]]])
    const december = await readClosing(world.ports, await reader(), '2026-12')
    const january = await readClosing(world.ports, await reader(), '2027-01')
    expect(december).toMatchObject({ isClosed: true, acts: [{ by: 'alex', reason: 'Reported' }], corrections: [] })
    expect(december.correctedLater.map(({ sumMinor }) => sumMinor)).toEqual([-10_000, 5_000])
    expect(january.corrections).toEqual(december.correctedLater)
    expect(january.corrections[0]).toMatchObject({ deal: won.id, title: won.title, by: 'alex', reason: 'Returned one' })
    await isWhole()
  })

  test('is told in the accountant’s summary of both months, which come to the plan’s fact', async () => {
    await close()
    await correct(90_000)
    const report = async (period: string) =>
      readReport(world.ports, await reader(), { name: 'accountant', asked: { period } }, { language: 'en' })

    const [december, january] = [await report('2026-12'), await report('2027-01')]

    const total = (one: typeof december, id: string) =>
      one.tables.find((table) => table.id === id)?.totals?.['base']?.value
    expect([total(december, 'won'), total(december, 'corrections')]).toEqual([100_000, undefined])
    expect([total(january, 'won'), total(january, 'corrections')]).toEqual([0, -10_000])
    expect(december.notes.join(' ')).toMatch(
      /December 2026 was closed on .* by Alex.*Of December 2026, .*100 were corrected/,
    )
  })

  test('keeps a deal that is cancelled or reopened later, and today takes it off', async () => {
    await close()
    await cancelDeal(world.ports, await world.as('helen'), won.id, { reason: 'refund' })
    await settle()
    expect([await facts('2026-12'), await facts('2027-01')]).toEqual([[['anna', 100_000, 1]], [['anna', -100_000, -1]]])

    await reopenDeal(world.ports, await world.as('helen'), won.id, { reason: 'They keep it' })
    await settle()
    expect([await facts('2026-12'), await facts('2027-01')]).toEqual([[['anna', 100_000, 1]], []])
    await isWhole()
  })

  test('keeps whom a deal counted for, and today moves it', async () => {
    await close()
    await reattributeDeal(world.ports, await world.as('alex'), won.id, { owner: 'andrew', reason: 'He did the work' })
    await settle()

    expect(await facts('2026-12')).toEqual([['anna', 100_000, 1]])
    expect(await facts('2027-01')).toEqual([
      ['andrew', 100_000, 1],
      ['anna', -100_000, -1],
    ])
    await isWhole()
  })

  test('keeps a task that is reopened later, which today counts one less until it is done again', async () => {
    const done = async (month: string) =>
      (await world.ports.plans.facts(month)).reduce((sum, { tasksDone }) => sum + tasksDone, 0)
    const [task] = (await world.ports.deals.tasksOf(won.id)).filter(({ status }) => status === 'open')
    const id = task?.id ?? ''
    world.setNow('2026-12-20T09:00:00.000Z')
    await completeTask(world.ports, await world.asAnybody('anna'), id, {})
    await settle()
    const before = await done('2026-12')
    world.setNow(later)
    await close()

    await reopenTask(world.ports, await world.asAnybody('anna'), id, { reason: 'Not yet' })
    await settle()
    expect([await done('2026-12'), await done('2027-01')]).toEqual([before, -1])

    await completeTask(world.ports, await world.asAnybody('anna'), id, {})
    await settle()
    expect([await done('2026-12'), await done('2027-01')]).toEqual([before, 0])
    await isWhole()
  })

  test('that is opened again takes corrections itself, and those made meanwhile stay where they count', async () => {
    await close()
    await correct(90_000)
    await close(false)
    await correct(80_000)

    expect([await facts('2026-12'), await facts('2027-01')]).toEqual([[['anna', 90_000, 1]], [['anna', -10_000, 0]]])
    expect((await readClosing(world.ports, await reader(), '2026-12')).acts.map(({ closed }) => closed)).toEqual([
      true,
      false,
    ])
    await isWhole()
  })

  test('is one that is over, and closing it twice changes nothing', async () => {
    const running = closeMonth(world.ports, await reader(), '2027-01', { closed: true, reason: 'Early' })
    await expect(running).rejects.toThrow('2027-01 is not over yet')
    await expect(running).rejects.toBeInstanceOf(Refusal)

    await close()
    expect((await close()).acts).toHaveLength(1)
  })

  test('that is closed while a correction is on its way does not get it', async () => {
    const { deals } = world.ports
    let isClosed = false
    const slow = {
      ...world.ports,
      deals: {
        ...deals,
        closing: async (month: string) => {
          const seen = await deals.closing(month)
          if (!isClosed) await close()
          isClosed = true
          return seen
        },
      },
    }
    const late = updateDeal(slow, await world.as('alex'), won.id, { fields: { amount: 1 }, reason: 'Late' })

    await expect(late).rejects.toMatchObject({ code: 'version_conflict' })
    expect(await facts('2026-12')).toEqual([['anna', 100_000, 1]])
  })
})
