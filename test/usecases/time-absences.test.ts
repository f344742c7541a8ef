import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { aDeal, change, deliver, notesOf, sweepAt, taskOf } from '#test/support/company-time'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { addTask } from '#usecases/tasks/add-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { completeTask } from '#usecases/tasks/complete-task'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { standIn } from '#usecases/tasks/stand-in'

const engine = useEngine()
const file = readFileSync('pipelines.yaml', 'utf8')
const week = { from: '2026-12-02', to: '2026-12-08', deputy: 'andrew' }
const waiting = file.replace(
  '        due: 1 working day\n        how_to',
  '        due: 1 working day\n        while_away: wait\n        how_to',
)

async function standInAt(world: World, at: string) {
  world.setNow(at)
  return standIn(world.ports, at)
}

describe('a task that appears while somebody is away', () => {
  test('goes to the deputy, and to the person when they are back', async () => {
    const world = await aWorld(engine, { now: '2026-12-02T07:00:00.000Z' })
    await change(world, 'anna', { absences: [{ ...week, to: '2026-12-02' }] })
    const deal = await aDeal(world)
    const born = await taskOf(world, deal, 'send_deck')

    const back = await standInAt(world, '2026-12-03T04:15:00.000Z')

    expect(born).toMatchObject({ responsible: 'andrew', standsInFor: 'anna', role: 'owner' })
    expect(back).toEqual({ passed: 0, returned: 1, left: 0 })
    const now = await taskOf(world, deal, 'send_deck')
    expect(now).toMatchObject({ responsible: 'anna', role: 'owner', dueAt: born.dueAt })
    expect(now.standsInFor).toBeUndefined()
  })

  test('stays with the deputy whatever happens to the deal meanwhile, and goes with it to another owner', async () => {
    const world = await aWorld(engine, { now: '2026-12-02T07:00:00.000Z' })
    await change(world, 'anna', { absences: [week] })
    const deal = await aDeal(world)

    await addTask(world.ports, await world.as('helen'), deal, { do: 'Ask', responsible: 'helen', due: '1 working day' })
    await deliver(world, deal)
    expect((await taskOf(world, deal, 'send_deck')).responsible).toBe('andrew')
    await changeOwner(world.ports, await world.as('helen'), deal, { owner: 'fedor' })
    await deliver(world, deal)

    const task = await taskOf(world, deal, 'send_deck')
    expect([task.responsible, task.standsInFor]).toEqual(['fedor', undefined])
  })

  test('waits where the file says so', async () => {
    const world = await aWorld(engine, { text: waiting, now: '2026-12-02T07:00:00.000Z' })
    await change(world, 'anna', { absences: [week] })
    const deal = await aDeal(world)

    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ responsible: 'anna', whileAway: 'wait' })
    expect(await standInAt(world, '2026-12-02T07:15:00.000Z')).toMatchObject({ passed: 0 })
  })

  test('stays where it is when the deputy is away as well', async () => {
    const world = await aWorld(engine, { now: '2026-12-02T07:00:00.000Z' })
    await change(world, 'anna', { absences: [week] })
    await change(world, 'andrew', { absences: [{ from: '2026-12-01', to: '2026-12-03' }] })

    const deal = await aDeal(world)

    expect((await taskOf(world, deal, 'send_deck')).responsible).toBe('anna')
  })
})

describe('a task that is open when somebody goes away', () => {
  test('is passed on when it falls due before they return, with the reason on the timeline, once', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await change(world, 'anna', { absences: [week] })

    const before = await standInAt(world, '2026-12-01T20:15:00.000Z')
    const first = await standInAt(world, '2026-12-01T21:15:00.000Z')
    const again = await standInAt(world, '2026-12-01T21:15:00.000Z')

    expect([before.passed, first.passed, again.passed]).toEqual([0, 1, 0])
    const given = (await world.eventsOf(deal)).at(-1)
    expect(given).toMatchObject({
      name: 'task.reassigned',
      actor: { kind: 'system', id: 'absences' },
      detail: {
        reason: 'Anna is away until 2026-12-08; Andrew stands in.',
        task: { responsible: 'andrew', was: { responsible: 'anna' } },
      },
    })
  })

  test('waits when it is due only after the return, or has no date', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await completeTask(world.ports, await world.as('anna'), (await taskOf(world, deal, 'send_deck')).id, {})
    const later = { do: 'Visit', responsible: 'anna', dueAt: '2026-12-09T09:00:00.000Z' }
    await addTask(world.ports, await world.as('anna'), deal, later)
    await addTask(world.ports, await world.as('anna'), deal, { do: 'Remind', by: 'owner', due: 'on delivery_date' })
    await change(world, 'anna', { absences: [week] })

    expect(await standInAt(world, '2026-12-02T05:15:00.000Z')).toEqual({ passed: 0, returned: 0, left: 0 })
  })

  test('goes back only while it is open, and not when somebody has decided otherwise', async () => {
    const world = await aWorld(engine)
    const deals = [await aDeal(world), await aDeal(world), await aDeal(world)]
    await change(world, 'anna', { absences: [week] })
    await standInAt(world, '2026-12-02T05:15:00.000Z')
    const [done = '', moved = '', kept = ''] = deals
    await completeTask(world.ports, await world.as('andrew'), (await taskOf(world, done, 'send_deck')).id, {})
    const movedTask = await taskOf(world, moved, 'send_deck')
    await reassignTask(world.ports, await world.as('boris'), movedTask.id, { responsible: 'fedor' })

    const back = await standInAt(world, '2026-12-09T05:15:00.000Z')

    expect(back).toEqual({ passed: 0, returned: 1, left: 0 })
    const people = await Promise.all(deals.map(async (deal) => (await taskOf(world, deal, 'send_deck')).responsible))
    expect(people).toEqual(['andrew', 'fedor', 'anna'])
    expect((await world.eventsOf(kept)).at(-1)?.detail.reason).toBe('Anna is back.')
  })

  test('climbs its ladder on while the deputy has it', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await sweepAt(world, '2026-12-02T15:01:00.000Z')
    await change(world, 'anna', { absences: [{ ...week, from: '2026-12-03' }] })
    await standInAt(world, '2026-12-03T05:15:00.000Z')

    await sweepAt(world, '2026-12-03T10:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T15:01 task.overdue send_deck',
      '2026-12-03T10:01 task.escalated send_deck step 1 to andrew',
    ])
  })
})
