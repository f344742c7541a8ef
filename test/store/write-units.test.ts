import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { hand, aWorld, type World } from '#test/support/world'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { followDeal } from '#usecases/tasks/follow-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import type { Deal } from '#schemas/deal'

const engine = useEngine()
const named = (name: string) => consumers.find((one) => one.name === name)
const follow = named('follow-deal')
const keepLedger = named('keep-plan-ledger')
const keepColumns = named('keep-column-counters')

async function aDealIn(world: World, stage: string, fields: Record<string, string | number> = {}): Promise<Deal> {
  const input = { title: 'Coffee machines for Aurora', pipeline: 'b2b_new', owner: 'anna', stage, fields }
  return createDeal(world.ports, await world.as(), input)
}

test('a move costs six write units: deal and event twice, and two for the column it changes', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer', { amount: 250_000_00, source: 'website', client_type: 'company' })
  await completeTask(world.ports, await world.as('anna'), `task_${deal.id.slice(5)}-1-send_general_offer`, {})
  const anna = await world.as('anna')
  const cost = meter(engine.client)

  await moveDeal(world.ports, anna, deal.id, { toStage: 'feedback' })

  expect(cost().writeUnits).toBe(6)
})

test('a move with an Idempotency-Key costs two more for the answer it leaves', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer')
  await completeTask(world.ports, await world.as('anna'), `task_${deal.id.slice(5)}-1-send_general_offer`, {})
  const anna = await world.as('anna', { once: { key: 'k', requestHash: 'h', status: 200 } })
  const cost = meter(engine.client)

  await moveDeal(world.ports, anna, deal.id, { toStage: 'feedback' })

  expect(cost().writeUnits).toBe(8)
})

test('a task that opens costs three: itself, its person’s list and the sweep; clock, facts and their places come with it', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer')
  const [created] = await world.eventsOf(deal.id)
  const cost = meter(engine.client)

  if (created !== undefined) await followDeal(world.ports, [created])
  const core = cost().writeUnits
  if (follow !== undefined && created !== undefined) await hand(world.ports, [follow], created)

  expect(await world.ports.deals.tasksOf(deal.id)).toHaveLength(1)
  // The clock and its place in the sweep; the facts and their place among what is not packed yet.
  expect([core, cost().writeUnits]).toEqual([3 + 2, 2 + 1])
})

test('a move with all that follows costs at most 15 write units', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer', { amount: 250_000_00, source: 'website', client_type: 'company' })
  const [created] = await world.eventsOf(deal.id)
  if (follow !== undefined && created !== undefined) await hand(world.ports, [follow], created)
  await completeTask(world.ports, await world.as('anna'), `task_${deal.id.slice(5)}-1-send_general_offer`, {})
  const done = (await world.eventsOf(deal.id)).at(-1)
  if (follow !== undefined && done !== undefined) await hand(world.ports, [follow], done)
  const anna = await world.as('anna')
  const cost = meter(engine.client)

  await moveDeal(world.ports, anna, deal.id, { toStage: 'feedback' })
  const moved = (await world.eventsOf(deal.id)).at(-1)
  const move = cost().writeUnits
  if (follow !== undefined && moved !== undefined) await hand(world.ports, [follow], moved)
  const followed = cost().writeUnits

  // Columns: 2 for what the deal counts for and, of eight moves a batch, 4 / 8 of the two counters. Plan: 4 of 15 in 100.
  const whole = move + followed + (2 + 4 / 8) + 0.15 * 4
  expect([move, followed]).toEqual([6, 3 + 2])
  expect(whole).toBeLessThanOrEqual(15)
})

test('eight moves between two columns, counted together, cost 20: what each counts for, and each counter once', async () => {
  const world = await aWorld(engine)
  const deals = await Promise.all(Array.from({ length: 8 }, () => aDealIn(world, 'general_offer')))
  const moves = await Promise.all(
    deals.map(async ({ id }) => {
      const complete = [`task_${id.slice(5)}-1-send_general_offer`]
      await moveDeal(world.ports, await world.as('anna'), id, { toStage: 'feedback', complete })
      return world.eventsOf(id)
    }),
  )
  await keepColumns?.run(
    world.ports,
    moves.flatMap(([created]) => created ?? []),
  )
  const cost = meter(engine.client)

  await keepColumns?.run(
    world.ports,
    moves.flatMap(([, moved]) => moved ?? []),
  )

  expect(cost().writeUnits).toBe(8 * 2 + 2 * 2)
})

test('a contribution to the plan costs four: the entry and the counter in one transaction', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'payment', { amount: 100_00, paid: 100_00 })
  const complete = [`task_${deal.id.slice(5)}-1-check_payment`]
  await moveDeal(world.ports, await world.as('helen'), deal.id, { toStage: 'delivery', complete })
  const won = (await world.eventsOf(deal.id)).at(-1)
  const parts = won?.detail.plan ?? []
  const cost = meter(engine.client)

  if (keepLedger !== undefined && won !== undefined) await hand(world.ports, [keepLedger], won)

  // One contribution of the deal and one of the task that was done with the move.
  expect(parts).toHaveLength(2)
  expect(cost().writeUnits).toBe(4 * parts.length)
})

test('the columns cost six a move: what the deal counts for, and the counters of the two columns', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer')
  const complete = [`task_${deal.id.slice(5)}-1-send_general_offer`]
  await moveDeal(world.ports, await world.as('anna'), deal.id, { toStage: 'feedback', complete })
  const [created, moved] = await world.eventsOf(deal.id)
  if (keepColumns !== undefined && created !== undefined) await hand(world.ports, [keepColumns], created)
  const cost = meter(engine.client)

  if (keepColumns !== undefined && moved !== undefined) await hand(world.ports, [keepColumns], moved)

  expect(cost().writeUnits).toBe(6)
})

test('a change of an own field costs seven: core, own fields and event twice each, and the column’s copy of the core', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'presentation')
  const anna = await world.as('anna')
  const cost = meter(engine.client)

  await updateDeal(world.ports, anna, deal.id, { fields: { need: 'Five machines' } })

  expect(cost().writeUnits).toBe(7)
})
