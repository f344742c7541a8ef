import { expect, test } from 'vitest'

import type { DomainEvent } from '#schemas/event'
import { aDeal, sweepAt, taskOf } from '#test/support/company-time'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { changeOwner } from '#usecases/deals/change-owner'
import { completeTask } from '#usecases/tasks/complete-task'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'

const engine = useEngine()

async function lateNote(world: World, deal: string): Promise<DomainEvent> {
  await sweepAt(world, '2026-12-02T15:01:00.000Z')
  const note = (await world.eventsOf(deal)).find(({ name }) => name === 'task.overdue')
  if (note === undefined) throw new Error('Nothing was noted.')
  return note
}

test('a note stays as the first one wrote it', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const note = await lateNote(world, deal)
  const version = (await world.ports.deals.find(deal))?.version ?? 0
  const again = { ...note, at: '2026-12-09T00:00:00.000Z' }
  const run = { rule: 'paid', line: 1, outcome: 'done' as const, actions: [] }

  const isNoted = await world.ports.deals.note({ event: again, dealVersion: version })
  const isRun = await world.ports.automation.note({ ...again, detail: { ...again.detail, run } })

  expect([isNoted, isRun]).toEqual([false, false])
  expect((await world.eventsOf(deal)).filter(({ id }) => id === note.id)).toEqual([note])
})

test('a task that somebody has done meanwhile is not opened over it', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const opened = await taskOf(world, deal, 'send_deck')
  await completeTask(world.ports, await world.as('anna'), opened.id, {})

  const isOpened = await world.ports.deals.openTask(opened)

  expect(isOpened).toBe(false)
  expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ status: 'done', rev: opened.rev + 1 })
})

test('a task is not changed by somebody who saw it before another change', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const seen = await taskOf(world, deal, 'send_deck')
  await completeTask(world.ports, await world.as('anna'), seen.id, {})

  const isChanged = await world.ports.deals.adjustTask({ ...seen, rev: seen.rev + 1, responsible: 'boris' }, seen.rev)

  expect(isChanged).toBe(false)
  expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ status: 'done', responsible: 'anna' })
})

test('a deal is not written over by somebody who saw it before another change', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world)
  const helen = await world.as('helen')
  const seen = await world.ports.deals.find(deal)
  await changeOwner(world.ports, helen, deal, { owner: 'andrew' })
  const deals = { ...world.ports.deals, find: () => Promise.resolve(seen) }

  const late = updateDeal({ ...world.ports, deals }, helen, deal, { title: 'Tea machines' })

  await expect(late).rejects.toMatchObject({ code: 'version_conflict' })
  expect(await world.ports.deals.find(deal)).toMatchObject({ owner: 'andrew', title: seen?.title, version: 2 })
})

test('a deal that went back is not stuck by the clock of the stage it left', async () => {
  const world = await aWorld(engine)
  const deal = await aDeal(world, { stage: 'feedback' })
  const stuck = async () => (await world.eventsOf(deal)).filter(({ name }) => name === 'deal.stuck')
  await sweepAt(world, '2026-12-10T15:01:00.000Z')
  await sweepAt(world, '2026-12-10T15:06:00.000Z')
  const next = (await world.ports.deals.clockOf(deal))?.stuck?.at ?? ''
  expect(await stuck()).toHaveLength(2)
  expect(next > '2026-12-11').toBe(true)
  await moveDeal(world.ports, await world.as('anna'), deal, { toStage: 'general_offer', reason: 'Once more' })

  await sweepAt(world, new Date(Date.parse(next) + 60_000).toISOString())

  expect(await stuck()).toHaveLength(2)
})
