import { beforeEach, describe, expect, test } from 'vitest'

import { mostClosedAtHand } from '#domain/deals/put-away'
import { consumers } from '#product/lists/consumers'
import { reconcileReports } from '#reports/usecases/reconcile-reports'
import type { Task } from '#schemas/task'
import { useEngine } from '#test/support/engine'
import { aDeal } from '#test/support/company-time'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { completeTask } from '#usecases/tasks/complete-task'
import { everyTaskOf } from '#usecases/tasks/every-task'
import { listTasksOfDeal } from '#usecases/tasks/list-tasks-of-deal'
import { readTaskWork } from '#usecases/tasks/read-task-work'
import { reopenTask } from '#usecases/tasks/reopen-task'

const engine = useEngine()
const old = mostClosedAtHand + 30

describe.each(['in memory', 'on the engine'] as const)('a deal with a long history %s', (where) => {
  let world: World
  let deal = ''
  let first: Task

  beforeEach(async () => {
    world = where === 'in memory' ? await aWorldInMemory() : await aWorld(engine)
    const anna = await world.as('anna')
    deal = await aDeal(world, { stage: 'individual_offer' })
    await settle()
    const [one] = await world.ports.deals.tasksOf(deal)
    if (one === undefined) throw new Error('The stage has a task.')
    first = one
    await completeTask(world.ports, anna, first.id, {})
    for (const toStage of ['feedback', 'general_offer', 'presentation']) {
      // oxlint-disable-next-line no-await-in-loop -- one move after the other
      await moveDeal(world.ports, anna, deal, { toStage, reason: 'Once more' })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await settle()
    }
    const closed = { ...first, status: 'cancelled', rev: 1 } as const
    const { counted: _counted, doneAt: _doneAt, doneBy: _doneBy, ...bare } = closed
    await Promise.all(
      Array.from({ length: old }, (_, no) =>
        world.ports.deals.openTask({
          ...bare,
          id: `${first.id}-${no}`,
          createdAt: bare.createdAt.replace(/^2026/, '2025'),
          // Every other one was added by a person.
          ...(no % 2 === 0 ? {} : { template: null }),
        }),
      ),
    )
  })

  const settle = () => world.run(consumers, deal)
  const touch = async () => {
    await updateDeal(world.ports, await world.as('anna'), deal, { fields: { need: 'Tea' } })
    await settle()
  }

  test('is read by commands without what is long over, and nothing of it is lost', async () => {
    const before = await everyTaskOf(world.ports.deals, deal)
    await touch()

    const atHand = await world.ports.deals.tasksOf(deal)
    const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id).toSorted()
    expect(atHand.length).toBeLessThan(before.length - old + 10)
    expect(ids(await everyTaskOf(world.ports.deals, deal))).toEqual(ids(before))
    const asker = { caller: (await world.as('anna')).caller, people: await world.ports.people.load() }
    const listed = await listTasksOfDeal(world.ports, asker, deal, { limit: 1000 })
    expect(ids(listed.items)).toEqual(ids(before))
  })

  test('has books and reports that say the same as before', async () => {
    await touch()
    world.setNow('2026-12-02T07:00:00.000Z')

    expect(await reconcilePlan(world.ports, world.now())).toMatchObject({ found: 0 })
    expect(await reconcileReports(world.ports, world.now())).toMatchObject({ found: 0 })
  })

  test('has a task that was put away read and opened again by its id', async () => {
    await touch()
    const { putAway } = await world.ports.deals.everyTaskOf(deal)
    const added = putAway.find(({ template }) => template === null)
    const id = added?.id ?? ''
    const asker = { caller: (await world.as('anna')).caller, people: await world.ports.people.load() }

    expect(await readTaskWork(world.ports, asker, id)).toMatchObject({ task: { status: 'cancelled' } })
    expect(await world.ports.deals.findTask(deal, id)).toEqual(added)
    await reopenTask(world.ports, await world.as('anna'), id, { reason: 'Wrong number' })

    expect((await world.ports.deals.tasksOf(deal)).find((one) => one.id === id)).toMatchObject({ status: 'open' })
    expect((await world.ports.deals.everyTaskOf(deal)).putAway).toHaveLength(putAway.length - 1)
  })

  test('is put away once, and what changed meanwhile stays at hand', async () => {
    const tasks = await world.ports.deals.tasksOf(deal)
    const seen = tasks.slice(0, 3)
    const [changed] = seen
    if (changed === undefined) throw new Error('There are tasks.')
    await world.ports.deals.adjustTask({ ...changed, rev: changed.rev + 1 }, changed.rev)
    await world.ports.deals.putTasksAway(seen)
    await world.ports.deals.putTasksAway(seen)

    const { atHand, putAway } = await world.ports.deals.everyTaskOf(deal)
    expect(putAway.map(({ id }) => id).toSorted()).toEqual(
      seen
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(atHand.map(({ id }) => id)).toContain(changed.id)
    expect(atHand.length + putAway.length).toBe(tasks.length)
  })
})
