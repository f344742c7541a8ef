import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { hand, aWorld, type World } from '#test/support/world'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import type { Deal } from '#schemas/deal'

const engine = useEngine()
const named = (name: string) => consumers.find((one) => one.name === name)
const openTasks = named('open-stage-tasks')
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

test('a task that opens costs three: itself, its person’s list and the sweep', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'general_offer')
  const [created] = await world.eventsOf(deal.id)
  const cost = meter(engine.client)

  if (openTasks !== undefined && created !== undefined) await hand(world.ports, [openTasks], created)

  expect(await world.ports.deals.tasksOf(deal.id)).toHaveLength(1)
  expect(cost().writeUnits).toBe(3)
})

test('a contribution to the plan costs four: the entry and the counter in one transaction', async () => {
  const world = await aWorld(engine)
  const deal = await aDealIn(world, 'payment', { amount: 100_00, paid: 100_00 })
  const complete = [`task_${deal.id.slice(5)}-1-check_payment`]
  await moveDeal(world.ports, await world.as('anna'), deal.id, { toStage: 'delivery', complete })
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
