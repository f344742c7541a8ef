import { expect, test } from 'vitest'

import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { updateDeal } from '#usecases/deals/update-deal'
import { dealIn, runsOf, settle } from '#test/support/automation'
import { useEngine } from '#test/support/engine'
import { aWorld } from '#test/support/world'

const engine = useEngine()

test('warm_source: somebody who was sent to us is to be rung within the hour', async () => {
  const world = await aWorld(engine)
  const input = { title: 'One', pipeline: 'b2b_new', owner: 'anna', fields: { source: 'referral' } }
  const deal = await createDeal(world.ports, await world.as('anna'), input)
  world.setNow('2026-12-01T07:05:00.000Z')

  const events = await settle(world, deal.id)

  const task = (await world.ports.deals.tasksOf(deal.id)).find((one) => one.createdBy === 'warm_source')
  expect(task).toMatchObject({
    do: 'Ring within the hour, they are expecting it',
    responsible: 'anna',
    template: null,
    required: true,
    dueAt: '2026-12-01T08:00:00.000Z',
  })
  expect(events.find((event) => event.name === 'task.added')).toMatchObject({
    actor: { kind: 'automation', id: 'warm_source' },
    causationId: `${deal.id}:1`,
    correlationId: 'cor_test',
    depth: 1,
  })
  expect(events.find((event) => event.name === 'automation.run')).toMatchObject({
    id: `${deal.id}:1~auto~warm_source`,
    causationId: `${deal.id}:1`,
    configVersion: 1,
    detail: { run: { rule: 'warm_source', outcome: 'done', actions: [{ kind: 'add_task', done: true }] } },
  })
})

test('warm_source: nobody is told to ring a client who came by themselves, or one who was imported', async () => {
  const world = await aWorld(engine)
  const import1 = {
    ...(await world.as()),
    caller: { ...(await world.as()).caller, actor: { kind: 'import', id: 'old.csv' } },
  }
  const input = { title: 'One', pipeline: 'b2b_new', owner: 'anna' }
  const own = await createDeal(world.ports, await world.as(), { ...input, fields: { source: 'site' } })
  const old = await createDeal(world.ports, import1 as never, { ...input, fields: { source: 'referral' } })

  await settle(world, own.id)
  await settle(world, old.id)

  expect([await runsOf(world, own.id), await runsOf(world, old.id)]).toEqual([[], []])
})

test('paid_in_full: the payment ticks its task off, moves the deal on and tells the delivery planner', async () => {
  const world = await aWorld(engine)
  const deal = await dealIn(world, 'payment', { amount: 100_00 })
  await postEvent(world.ports, await world.as(), deal.id, { event: 'payment_received', fields: { paid: 100_00 } })

  const events = await settle(world, deal.id)

  expect(await world.ports.deals.find(deal.id)).toMatchObject({ stage: 'delivery', status: 'won' })
  expect(events.map((event) => `${event.id.split(/[:~]/)[1]} ${event.name} ${event.actor.kind}`)).toEqual([
    '1 deal.created system',
    '2 deal.event_posted system',
    '2 automation.run automation',
    '3 task.done automation',
    '4 deal.moved automation',
  ])
  expect(events.find((event) => event.name === 'automation.run')?.detail).toMatchObject({
    alert: { reason: 'automation', notify: ['leo'] },
    run: { outcome: 'done', actions: [{ kind: 'complete_task' }, { kind: 'move_to' }, { kind: 'notify' }] },
  })
})

test('paid_in_full: a part of the sum sets nothing off', async () => {
  const world = await aWorld(engine)
  const deal = await dealIn(world, 'payment', { amount: 100_00 })
  await postEvent(world.ports, await world.as(), deal.id, { event: 'payment_received', fields: { paid: 99_00 } })

  await settle(world, deal.id)

  expect(await runsOf(world, deal.id)).toEqual([])
  expect(await world.ports.deals.find(deal.id)).toMatchObject({ stage: 'payment' })
})

test('unhappy_client: the head of sales rings, also when the answer came with the last move', async () => {
  const world = await aWorld(engine)
  const slow = await dealIn(world, 'nps')
  const fast = await dealIn(world, 'nps')
  await updateDeal(world.ports, await world.as('anna'), slow.id, { fields: { nps: 6 } })
  const complete = [`task_${fast.id.slice(5)}-1-ask_nps`]
  await moveDeal(world.ports, await world.asAnybody('anna'), fast.id, {
    toStage: 'completed',
    fields: { nps: 2 },
    complete,
  })

  await settle(world, slow.id)
  await settle(world, fast.id)

  const rung = async (id: string) =>
    (await world.ports.deals.tasksOf(id))
      .filter((task) => task.createdBy === 'unhappy_client')
      .map(({ responsible, status, required }) => ({ responsible, status, required }))
  expect(await rung(slow.id)).toEqual([{ responsible: 'helen', status: 'open', required: true }])
  // The deal is over, but the client is unhappy all the same: the task is not called off with the deal.
  expect(await rung(fast.id)).toEqual([{ responsible: 'helen', status: 'open', required: false }])
})

test('unhappy_client: a happy answer, or another field, sets nothing off', async () => {
  const world = await aWorld(engine)
  const deal = await dealIn(world, 'nps', { nps: 3 })
  await settle(world, deal.id)
  const atBirth = await runsOf(world, deal.id)

  await updateDeal(world.ports, await world.as('anna'), deal.id, { fields: { need: 'Tea' } })
  await updateDeal(world.ports, await world.as('anna'), deal.id, { fields: { nps: 9 } })
  await settle(world, deal.id)

  expect(atBirth.map((run) => run.rule)).toEqual(['unhappy_client'])
  expect(await runsOf(world, deal.id)).toHaveLength(1)
})
