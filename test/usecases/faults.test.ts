import { expect, test } from 'vitest'

import { foldDeal } from '#domain/fold'
import { taskIdOf } from '#domain/task-id'
import { consumers } from '#events/consumers'
import { cancelDeal } from '#usecases/close-deal'
import { completeTask } from '#usecases/complete-task'
import { createDeal } from '#usecases/create-deal'
import { moveDeal } from '#usecases/move-deal'
import { reopenDeal } from '#usecases/reopen-deal'
import { updateDeal } from '#usecases/update-deal'
import { useEngine } from '#test/support/engine'
import { dealFaults, readHistory } from '#test/support/history-checker'
import { aWorld, hand, type World } from '#test/support/world'

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

const afterCancelling: Readonly<Record<string, (world: World, dealId: string) => Promise<unknown>>> = {
  'its amount is corrected': async (world, dealId) =>
    updateDeal(world.ports, await world.as('helen'), dealId, { fields: { amount: 70_00 } }),
  'it is reopened before the win': async (world, dealId) =>
    reopenDeal(world.ports, await world.as('helen'), dealId, { reason: 'They called', toStage: 'contract' }),
}

test.each(Object.entries(afterCancelling))(
  'a cancelled deal stays what its events add up to when %s',
  async (_, act) => {
    const world = await aWorld(engine)
    const { ports } = world
    const input = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment' }
    const deal = await createDeal(ports, await world.as(), input)
    const complete = [taskIdOf(deal.id, 1, 'check_payment')]
    const fields = { amount: 50_00, paid: 50_00 }
    await moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'delivery', fields, complete })
    await cancelDeal(ports, await world.as('helen'), deal.id, { reason: 'refund' })

    await act(world, deal.id)

    expect(foldDeal(await world.eventsOf(deal.id))).toEqual(await ports.deals.find(deal.id))
  },
)
