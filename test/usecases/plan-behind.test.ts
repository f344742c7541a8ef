import { beforeEach, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aWorld } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { loadPlanBooks } from '#usecases/plan/plan-books'
import { planBehind } from '#usecases/plan/plan-behind'
import { readPlan } from '#usecases/plan/read-plan'

const engine = useEngine()
let world: Awaited<ReturnType<typeof aWorld>>
beforeEach(async () => {
  world = await aWorld(engine, { now: '2026-11-16T09:00:00.000Z' })
})

const deal = async (owner: string, stage: string, amount: number) =>
  createDeal(world.ports, await world.as(), {
    title: 'A deal',
    pipeline: 'b2b_new',
    stage,
    owner,
    fields: { amount, client_type: 'company' },
  })

const behind = async (row: { scope: 'employee' | 'department' | 'company' | 'axis'; id: string }, metric = 'sum') =>
  planBehind(world.ports, await loadPlanBooks(world.ports, '2026-11'), { metric: metric as 'sum', ...row }, world.now())

test('of a person it is their open deals by stage in the order of the file, and what they bring by the chances', async () => {
  await deal('anna', 'contract', 300_000_01)
  await deal('anna', 'presentation', 100_000_00)
  await deal('anna', 'contract', 100_000_00)
  await deal('boris', 'contract', 900_000_00)

  const found = await behind({ scope: 'employee', id: 'anna' })
  const chances = Object.fromEntries(
    ((await world.ports.rules.current()).model.pipelines['b2b_new']?.stages ?? []).map(({ id, chance }) => [
      id,
      chance,
    ]),
  )
  const likely = (stage: string, sum: number) => Math.round((sum * (chances[stage] ?? Number.NaN)) / 100)
  expect(found).toMatchObject({ overdue: 0, isWhole: true })
  expect(found?.stages).toEqual([
    {
      pipeline: 'b2b_new',
      stage: 'presentation',
      count: 1,
      sumMinor: 100_000_00,
      likely: likely('presentation', 100_000_00),
    },
    { pipeline: 'b2b_new', stage: 'contract', count: 2, sumMinor: 400_000_01, likely: likely('contract', 400_000_01) },
  ])
  expect((await behind({ scope: 'employee', id: 'anna' }, 'count'))?.stages.map(({ count }) => count)).toEqual([1, 2])
})

test('of a department it is that of its people together; of tasks and axes nothing is told', async () => {
  await deal('anna', 'contract', 300_000_00)
  await deal('boris', 'contract', 200_000_00)
  const { org } = await loadPlanBooks(world.ports, '2026-11')
  const department = org.employees['anna']?.department ?? ''
  const sums = await Promise.all(
    Object.values(org.employees)
      .filter((one) => one.department === department && one.active)
      .map(async ({ id }) => (await behind({ scope: 'employee', id }))?.stages[0]?.sumMinor ?? 0),
  )

  const whole = await behind({ scope: 'department', id: department })
  expect(whole?.stages[0]?.sumMinor).toBe(sums.reduce((sum, one) => sum + one, 0))
  expect(await behind({ scope: 'employee', id: 'anna' }, 'tasks_done')).toBeUndefined()
  expect(await behind({ scope: 'axis', id: 'segment=b2b' })).toBeUndefined()
})

test('where one person has more deals than are read, it says that it is not whole', async () => {
  const one = await deal('anna', 'contract', 1_00)
  const byOwner = () => Promise.resolve({ items: Array.from({ length: 100 }, () => one), cursor: 'on' })
  const ports = { deals: { ...world.ports.deals, byOwner } }
  const books = await loadPlanBooks(world.ports, '2026-11')
  const found = await planBehind(ports, books, { metric: 'sum', scope: 'employee', id: 'anna' }, world.now())

  expect([found?.isWhole, found?.stages[0]?.count]).toEqual([false, 400])
})

test('a head opens the plan with the department they head, and a period that is over has no way on', async () => {
  const { people, plans } = world.ports
  const { departments, employees } = await people.load()
  const department = employees['anna']?.department ?? ''
  const head = departments[department]?.head ?? ''
  await plans.setTargets('2026-11', [{ metric: 'sum', scope: 'employee', id: 'anna', value: 1_000_000_00 }])
  const seen = await readPlan(world.ports, (await world.as(head)).caller, '2026-11', { metric: 'sum', by: 'employee' })
  const past = await readPlan(world.ports, (await world.as(head)).caller, '2026-10', { metric: 'sum', by: 'employee' })

  expect(seen.closely?.row).toMatchObject({ scope: 'department', id: department, plan: 1_000_000_00 })
  expect(seen.closely?.behind).toMatchObject({ isWhole: true })
  expect(past.closely?.behind).toBeUndefined()
})

test('the stages add up to what all of them are likely to bring: a little of a deal in each of three is not nothing', async () => {
  const stages = ['presentation', 'general_offer', 'feedback']
  await Promise.all(stages.map((stage) => deal('anna', stage, 1_02)))
  const { model } = await world.ports.rules.current()
  const own = model.pipelines['b2b_new']?.stages.filter(({ id }) => stages.includes(id)) ?? []
  const whole = own.reduce((sum, { chance = Number.NaN }) => sum + chance, 0)

  const [counts, sums] = [
    await behind({ scope: 'employee', id: 'anna' }, 'count'),
    await behind({ scope: 'employee', id: 'anna' }),
  ]

  expect(whole).toBe(60)
  expect(counts?.stages.map(({ likely }) => likely)).toEqual([0, 0, 1])
  expect(sums?.stages.reduce((sum, { likely }) => sum + (likely ?? 0), 0)).toBe(61)
})
