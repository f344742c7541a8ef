import { expect, test } from 'vitest'

import { taskIdOf } from '#domain/task-id'
import { consumers } from '#events/consumers'
import { completeTask } from '#usecases/complete-task'
import { createDeal } from '#usecases/create-deal'
import { updateDeal } from '#usecases/update-deal'
import { useEngine } from '#test/support/engine'
import { dealFaults, readHistory } from '#test/support/history-checker'
import { aWorld, hand } from '#test/support/world'

const engine = useEngine()

test('an event that comes after a younger one takes no task away that the younger one brought', async () => {
  const world = await aWorld(engine)
  const { ports } = world
  const deal = await createDeal(ports, await world.as(), { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })
  await world.run(consumers, deal.id)
  await updateDeal(ports, await world.as('anna'), deal.id, { title: 'Coffee machines' })
  world.setNow('2026-12-01T07:02:00.000Z')
  await completeTask(ports, await world.as('anna'), taskIdOf(deal.id, 1, 'send_deck'), {})
  const [, updated, done] = await world.eventsOf(deal.id)

  for (const event of [done, updated]) if (event !== undefined) await hand(ports, consumers, event)

  const brought = await ports.deals.findTask(deal.id, taskIdOf(deal.id, 1, 'confirm_seen'))
  expect(brought).toMatchObject({ status: 'open', createdAt: '2026-12-01T07:02:00.000Z' })
  expect(await dealFaults(ports, await ports.people.load(), await readHistory(ports, deal.id))).toEqual([])
})
