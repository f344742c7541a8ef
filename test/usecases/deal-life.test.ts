import { expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import { foldDeal } from '#domain/deals/fold'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { changeOwner } from '#usecases/deals/change-owner'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()

async function aDeal(world: World, pipeline = 'b2b_new', stage?: string): Promise<Deal> {
  const input = { title: 'Coffee machines', pipeline, owner: 'anna', ...(stage === undefined ? {} : { stage }) }
  const deal = await createDeal(world.ports, await world.as(), input)
  await world.run(consumers, deal.id)
  return deal
}

const openTasks = async (world: World, deal: Deal) =>
  (await world.ports.deals.tasksOf(deal.id))
    .filter((task) => task.status === 'open')
    .map((task) => task.template ?? task.do)
    .toSorted()

test('a new deal gets the tasks of its first stage, each with a person, a date and the reason for it', async () => {
  const world = await aWorld(engine)

  const deal = await aDeal(world)

  const tasks = await world.ports.deals.tasksOf(deal.id)
  expect(tasks).toHaveLength(1)
  expect(tasks[0]).toMatchObject({
    template: 'send_deck',
    responsible: 'anna',
    // Tuesday 1 December 10:00 in Moscow plus one working day: Wednesday at closing time, 18:00 (15:00 UTC).
    dueAt: '2026-12-02T15:00:00.000Z',
    dueWhy: { rule: '1 working day', anchor: 'start', calendar: 'company', configVersion: 1 },
  })
})

test('a task after another appears when that one is done', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)

  await completeTask(world.ports, await world.as('anna'), `task_${deal.id.slice(5)}-1-send_deck`, {})
  await world.run(consumers, deal.id)

  expect(await openTasks(world, deal)).toEqual(['confirm_seen'])
})

test('a gate says everything that is missing, and a move may bring it along', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const anna = await world.as('anna')
  const task = (template: string) => `task_${deal.id.slice(5)}-1-${template}`

  await expect(moveDeal(world.ports, anna, deal.id, { toStage: 'general_offer' })).rejects.toMatchObject({
    code: 'gate_blocked',
    extra: {
      missing: {
        tasks: [{ id: task('send_deck') }, { id: task('confirm_seen') }],
        fields: [{ id: 'decision_maker' }, { id: 'need' }],
        must: [],
      },
    },
  })
  const moved = await moveDeal(world.ports, anna, deal.id, {
    toStage: 'general_offer',
    fields: { decision_maker: 'The owner', need: 'Five machines' },
    complete: [task('send_deck'), task('confirm_seen')],
  })
  await world.run(consumers, deal.id)

  expect(moved).toMatchObject({ stage: 'general_offer', version: 2, visit: { no: 2 } })
  expect(await openTasks(world, deal)).toEqual(['send_general_offer'])
})

test('a deal is won when it leaves won_after, counts once, and is completed after the last stage', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world, 'b2b_new', 'payment')
  const anna = await world.asAnybody('anna')

  await updateDeal(world.ports, anna, deal.id, { fields: { amount: 1_000_000, paid: 1_000_000 } })
  const won = await moveDeal(world.ports, anna, deal.id, {
    toStage: 'delivery',
    complete: [`task_${deal.id.slice(5)}-1-check_payment`],
  })
  await world.run(consumers, deal.id)

  expect(won).toMatchObject({
    status: 'won',
    won: { month: '2026-12', baseMinor: 1_000_000, owner: 'anna', department: 'b2b' },
  })
  expect((await world.ports.plans.facts('2026-12')).filter((row) => row.count > 0)).toMatchObject([
    { employee: 'anna', pipeline: 'b2b_new', sumMinor: 1_000_000, count: 1 },
  ])
})

test('a cancelled deal is taken off the plan, a reopened one counts again where it did', async () => {
  const world = await aWorld(engine)
  const deal = await wonDeal(world)
  const helen = await world.as('helen')

  await cancelDeal(world.ports, helen, deal.id, { reason: 'refund' })
  await world.run(consumers, deal.id)
  const afterCancel = await factOf(world)
  await reopenDeal(world.ports, helen, deal.id, { reason: 'It was a mistake' })
  await world.run(consumers, deal.id)

  expect(afterCancel).toBe(0)
  expect(await factOf(world)).toBe(500_00)
})

test('going back before the win takes it off the plan, winning again counts anew', async () => {
  const world = await aWorld(engine)
  const deal = await wonDeal(world)
  const anna = await world.asAnybody('anna')

  await moveDeal(world.ports, anna, deal.id, { toStage: 'payment', reason: 'The bank took the money back' })
  world.setNow('2027-01-20T09:00:00.000Z')
  const again = await moveDeal(world.ports, anna, deal.id, {
    toStage: 'delivery',
    complete: [`task_${deal.id.slice(5)}-3-check_payment`],
  })
  await world.run(consumers, deal.id)

  expect(again.won?.month).toBe('2027-01')
  expect(await factOf(world)).toBe(0)
  expect(await factOf(world, '2027-01')).toBe(500_00)
})

test('another owner takes the open tasks, not what was won; reattributing moves that', async () => {
  const world = await aWorld(engine)
  const deal = await wonDeal(world)

  await changeOwner(world.ports, await world.as('helen'), deal.id, { owner: 'andrew' })
  await world.run(consumers, deal.id)
  const tasks = await world.ports.deals.tasksOf(deal.id)
  const factsBefore = (await world.ports.plans.facts('2026-12')).filter((row) => row.count > 0)
  await reattributeDeal(world.ports, await world.as('helen'), deal.id, { owner: 'andrew', reason: 'He did the work' })
  await world.run(consumers, deal.id)

  expect(
    tasks.filter((task) => task.status === 'open' && task.role === 'owner').map((task) => task.responsible),
  ).toEqual(['andrew'])
  expect(factsBefore.map((row) => row.employee)).toEqual(['anna'])
  expect((await world.ports.plans.facts('2026-12')).filter((row) => row.count > 0).map((row) => row.employee)).toEqual([
    'andrew',
  ])
})

test('a lost deal keeps no open task of its stage and gets the follow-up', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)

  await loseDeal(world.ports, await world.as('anna'), deal.id, { reason: 'price', comment: 'Too dear' })
  await world.run(consumers, deal.id)

  const tasks = await world.ports.deals.tasksOf(deal.id)
  expect(tasks.map((task) => [task.id.split('-')[2], task.status, task.cancelReason])).toEqual([
    ['0follow_up', 'open', undefined],
    ['send_deck', 'cancelled', 'deal_closed'],
  ])
})

test('a date field that is filled later gives its tasks their date, and moves it when it changes', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world, 'b2b_new', 'delivery')
  const dates = async () =>
    Object.fromEntries((await world.ports.deals.tasksOf(deal.id)).map((task) => [task.template, task.dueAt]))

  const undated = await dates()
  await updateDeal(world.ports, await world.as('anna'), deal.id, { fields: { delivery_date: '2026-12-15' } })
  await world.run(consumers, deal.id)
  const dated = await dates()
  await updateDeal(world.ports, await world.as('anna'), deal.id, { fields: { delivery_date: '2026-12-16' } })
  await world.run(consumers, deal.id)

  expect(undated).toMatchObject({ deliver: null, remind_client: null })
  expect(dated).toMatchObject({ deliver: '2026-12-15T15:00:00.000Z', remind_client: '2026-12-14T15:00:00.000Z' })
  expect(await dates()).toMatchObject({
    deliver: '2026-12-16T15:00:00.000Z',
    remind_client: '2026-12-15T15:00:00.000Z',
  })
})

test('a task after an event appears when the event arrives', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world, 'b2b_new', 'contract')

  const before = await openTasks(world, deal)
  await postEvent(world.ports, await world.as(), deal.id, { event: 'contract_signed' })
  await world.run(consumers, deal.id)

  expect(before).not.toContain('send_copy')
  expect(await openTasks(world, deal)).toContain('send_copy')
})

test('a deal is what its events add up to, at every moment of its life', async () => {
  const world = await aWorld(engine)
  const deal = await wonDeal(world)
  await changeOwner(world.ports, await world.as('helen'), deal.id, { owner: 'andrew' })
  await moveDeal(world.ports, await world.as('helen'), deal.id, { toStage: 'contract', reason: 'Wrong papers' })
  await loseDeal(world.ports, await world.as('helen'), deal.id, { reason: 'timing' })
  await reopenDeal(world.ports, await world.as('helen'), deal.id, { reason: 'They called', toStage: 'feedback' })

  const events = await world.eventsOf(deal.id)

  expect(events.map((event) => event.id)).toEqual(events.map((_, no) => `${deal.id}:${no + 1}`))
  expect(foldDeal(events)).toEqual(await world.ports.deals.find(deal.id))
})

async function wonDeal(world: World): Promise<Deal> {
  const deal = await aDeal(world, 'b2b_new', 'payment')
  const anna = await world.asAnybody('anna')
  const won = await moveDeal(world.ports, anna, deal.id, {
    toStage: 'delivery',
    fields: { amount: 500_00, paid: 500_00 },
    complete: [`task_${deal.id.slice(5)}-1-check_payment`],
  })
  await world.run(consumers, deal.id)
  return won
}

const factOf = async (world: World, month = '2026-12'): Promise<number> =>
  (await world.ports.plans.facts(month)).reduce((sum, row) => sum + row.sumMinor, 0)

test('nobody creates a deal behind a gate, unless the stages before may be skipped', async () => {
  const world = await aWorld(engine)
  const fedor = await world.as('fedor')
  const create = (pipeline: string, stage: string) =>
    createDeal(world.ports, fedor, { title: 'Again', pipeline, owner: 'fedor', stage })

  const known = await create('b2b_repeat', 'individual_offer')

  expect(known.stage).toBe('individual_offer')
  await expect(create('b2b_new', 'contract')).rejects.toMatchObject({ code: 'stage_not_next' })
  await expect(create('b2b_repeat', 'delivery')).rejects.toMatchObject({ code: 'stage_not_next' })
})

test('imported history opens its tasks as of today, and no call that was due long ago', async () => {
  const world = await aWorld(engine)
  const importer = await world.as(undefined, { caller: systemCaller('import', 'old.csv') })
  const dated = { ...world.ports, clock: { now: () => '2026-03-02T09:00:00.000Z' } }
  const open = await createDeal(dated, importer, { title: 'Old', pipeline: 'b2b_new', owner: 'anna' })
  const lost = await createDeal(dated, importer, { title: 'Gone', pipeline: 'b2b_new', owner: 'anna' })
  await loseDeal(dated, importer, lost.id, { reason: 'price' })

  await world.run(consumers, open.id)
  await world.run(consumers, lost.id)

  expect(await world.ports.deals.tasksOf(open.id)).toMatchObject([
    { template: 'send_deck', dueAt: world.now(), lateAtBirth: true, createdAt: world.now() },
  ])
  expect((await world.ports.deals.tasksOf(lost.id)).filter((task) => task.status === 'open')).toEqual([])
})
