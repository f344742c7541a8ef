import { steadyRules } from '#test/support/steady-rules'

import { describe, expect, test } from 'vitest'

import { dueShard } from '#store/deals/keys'
import { useEngine } from '#test/support/engine'
import { aDeal, change, deliver, interrupted, notesOf, sweepAt, taskOf } from '#test/support/company-time'
import { aWorld, type World } from '#test/support/world'
import { addTask } from '#usecases/tasks/add-task'
import { loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { moveDeal } from '#usecases/deals/move-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { listTasks } from '#usecases/tasks/list-tasks'
import { readWorkday } from '#usecases/tasks/read-workday'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { sweepDue } from '#usecases/tasks/sweep-due'

const engine = useEngine()
const file = steadyRules()

// Tuesday, 1 December 2026, 10:00 in Moscow; send_deck is due the next day at 18:00.
const due = '2026-12-02T15:00:00.000Z'

describe('a task that is late', () => {
  test('is noted once and then climbs its ladder in working time', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepAt(world, due)
    expect(await notesOf(world, deal)).toEqual([])
    for (let hour = 0; hour < 24 * 8; hour += 1) {
      await sweepAt(world, new Date(Date.parse(due) + hour * 3_600_000 + 60_000).toISOString())
    }

    expect(await notesOf(world, deal)).toEqual(
      [
        '2026-12-02T15:01 task.overdue send_deck',
        '2026-12-03T10:01 task.escalated send_deck step 1 to anna',
        '2026-12-03T15:01 task.escalated send_deck step 2 to boris',
        '2026-12-07T15:01 task.escalated send_deck step 3 given boris',
        '2026-12-08T15:01 deal.stuck to anna',
        '2026-12-08T15:01 deal.stuck step 1 to anna',
      ].map((line) => line.replace(' deal.stuck to anna', ' deal.stuck')),
    )
    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({
      responsible: 'boris',
      role: '',
      overdueFor: due,
      firstMissedDueAt: due,
    })
  }, 60_000)

  test('that its ladder gave to another stays late with whoever had it', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { deals } = world.ports
    const { id } = await taskOf(world, deal, 'send_deck')

    await sweepAt(world, '2026-12-07T15:01:00.000Z')
    const people = await world.ports.people.load()
    const anna = await readWorkday(world.ports, { ...(await world.as('anna')), people })
    const boris = await readWorkday(world.ports, { ...(await world.as('boris')), people })
    const asked = await listTasks(
      world.ports,
      { ...(await world.as('anna')), people },
      { state: 'handed_on' },
      { limit: 9 },
    )

    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({
      responsible: 'boris',
      firstMissedBy: 'anna',
      missed: { dueAt: due, by: 'anna' },
    })
    expect([anna.overdue, anna.handedOn.map(({ task }) => task.id)]).toEqual([[], [id]])
    expect([boris.overdue.map(({ task }) => task.id), boris.handedOn]).toEqual([[id], []])
    expect(asked.items.map((task) => task.id)).toEqual([id])

    await completeTask(world.ports, await world.as('boris'), id, {})
    expect((await deals.lateBefore({ employee: 'anna', limit: 9 })).items).toEqual([])
    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({
      firstMissedBy: 'anna',
      counted: { employee: 'boris' },
    })
  })

  test('that is given away before anybody has looked is late with whoever had it, and with nobody once it is back', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { deals } = world.ports
    const { id } = await taskOf(world, deal, 'send_deck')
    const late = async (employee: string) => {
      const { items } = await deals.lateBefore({ employee, limit: 9 })
      const [none, same] = await deals.lateBeforeOf({ employees: ['carol', employee], limit: 9 })
      expect([none, same?.items]).toEqual([{ items: [] }, items])
      return items.map((task) => task.id)
    }

    world.setNow('2026-12-02T15:00:30.000Z')
    await reassignTask(world.ports, await world.as('boris'), id, { responsible: 'boris' })
    await sweepAt(world, '2026-12-02T15:01:00.000Z')
    expect([await late('anna'), await late('boris')]).toEqual([[id], []])

    await rescheduleTask(world.ports, await world.as('boris'), id, { dueAt: '2026-12-04T12:00:00.000Z' })
    await sweepAt(world, '2026-12-04T12:01:00.000Z')
    expect([await late('anna'), await late('boris')]).toEqual([[], []])
    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ firstMissedBy: 'anna', missed: { by: 'boris' } })

    await reassignTask(world.ports, await world.as('boris'), id, { responsible: 'anna' })
    expect([await late('anna'), await late('boris')]).toEqual([[], [id]])
    await reassignTask(world.ports, await world.as('boris'), id, { responsible: 'boris' })
    expect([await late('anna'), await late('boris')]).toEqual([[], []])
  })

  test('is given away with a trace that names the note as its cause', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepAt(world, '2026-12-07T15:01:00.000Z')

    const events = await world.eventsOf(deal)
    const given = events.find(({ name }) => name === 'task.reassigned')
    const cause = events.find(({ id }) => id === given?.causationId)
    expect(given).toMatchObject({
      actor: { kind: 'system', id: 'clock' },
      detail: {
        task: { responsible: 'boris', was: { responsible: 'anna' } },
        reason: 'It was late, so it was given to Boris.',
        said: [{ say: 'late_handed_on', with: { name: 'Boris' } }],
      },
    })
    expect(cause?.detail.alert).toMatchObject({ ladder: 'late_task', step: 3, giveTo: 'boris', since: due })
    expect(file.split('\n')[(cause?.detail.alert?.line ?? 0) - 1]).toContain('after: 3 working days')
    expect((await world.ports.deals.find(deal))?.version).toBe(2)
  })

  test('leaves the index of what is due when there is nothing more to say', async () => {
    const world = await aWorld(engine)
    await aDeal(world)

    await sweepAt(world, '2027-03-01T15:01:00.000Z')
    const again = await sweepAt(world, '2027-03-02T15:01:00.000Z')

    expect(again).toEqual({ looked: 0, noted: 0, given: 0, left: 0, failed: 0 })
  })

  test('is noted once by any number of sweeps side by side', async () => {
    const world = await aWorld(engine)
    const deals = await Promise.all(Array.from({ length: 5 }, () => aDeal(world)))
    const at = '2026-12-02T15:01:00.000Z'

    await Promise.all(Array.from({ length: 4 }, () => sweepDue(world.ports, at)))

    for (const deal of deals) expect(await notesOf(world, deal)).toEqual(['2026-12-02T15:01 task.overdue send_deck'])
  })

  test('keeps its first miss when its date is moved, and is noted anew for the new one', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    await sweepAt(world, '2026-12-02T15:01:00.000Z')

    const later = '2026-12-04T12:00:00.000Z'
    await rescheduleTask(world.ports, await world.as('anna'), id, { dueAt: later })
    await sweepAt(world, '2026-12-04T12:00:00.000Z')
    await sweepAt(world, '2026-12-04T12:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T15:01 task.overdue send_deck',
      '2026-12-04T12:01 task.overdue send_deck',
    ])
    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ firstMissedDueAt: due, overdueFor: later })
  })

  test('keeps a past date that it is given, and its miss stays on record', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    world.setNow('2026-12-03T07:00:00.000Z')

    const back = await rescheduleTask(world.ports, await world.as('anna'), id, { dueAt: '2026-12-02T12:00:00.000Z' })

    expect(back).toMatchObject({ dueAt: '2026-12-02T12:00:00.000Z', lateAtBirth: false, firstMissedDueAt: due })
    expect(back.datedAt).toBeUndefined()
  })

  test('that is opened again goes on with the steps that are still to come', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    await sweepAt(world, '2026-12-02T15:01:00.000Z')
    await completeTask(world.ports, await world.as('anna'), id, {})
    await sweepAt(world, '2026-12-03T11:00:00.000Z')
    await reopenTask(world.ports, await world.as('boris'), id, { reason: 'The deck was an old one' })

    await sweepAt(world, '2026-12-03T11:05:00.000Z')
    await sweepAt(world, '2026-12-03T15:05:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T15:01 task.overdue send_deck',
      '2026-12-03T15:05 task.escalated send_deck step 2 to boris',
    ])
  })

  test('of a deal whose rules cannot be read holds up no other, and the sweep says so', async () => {
    const world = await aWorld(engine)
    const [good, bad] = [await aDeal(world), await aDeal(world)]
    const broken = await taskOf(world, bad, 'send_deck')
    const dueWhy = { ...broken.dueWhy, configVersion: 99 }
    await world.ports.deals.adjustTask({ ...broken, dueWhy, rev: broken.rev + 1 }, broken.rev)

    const sweep = sweepAt(world, '2026-12-02T15:01:00.000Z')

    await expect(sweep).rejects.toThrow('1 of 2 things that are due could not be looked at.')
    expect(await notesOf(world, good)).toHaveLength(1)
  })
})

describe('nothing is said when the reason is gone:', () => {
  const late = '2026-12-03T15:01:00.000Z'

  test('the task was done', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    await completeTask(world.ports, await world.as('anna'), id, {})

    expect(await sweepAt(world, late)).toMatchObject({ noted: 0 })
  })

  test('the deal moved on, although nobody has cancelled the task yet', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'general_offer' })
    const { id } = await taskOf(world, deal, 'send_general_offer')
    await addTask(world.ports, await world.as('anna'), deal, { do: 'Ask', due: '1 working hour', required: true })
    const extra = (await world.ports.deals.tasksOf(deal)).find((task) => task.template === null)
    const complete = [id, extra?.id ?? '']
    await moveDeal(world.ports, await world.as('anna'), deal, { toStage: 'feedback', complete })
    const left = (await world.ports.deals.tasksOf(deal)).find((task) => task.id === id)
    const { doneAt: _doneAt, doneBy: _doneBy, ...task } = left ?? (await taskOf(world, deal, 'send_general_offer'))
    const open = { ...task, status: 'open' as const, rev: task.rev + 1 }
    await world.ports.deals.adjustTask(open, task.rev)

    expect(await sweepAt(world, late)).toMatchObject({ looked: 1, noted: 0 })
  })

  test('the deal was lost a moment ago', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    world.setNow('2026-12-02T15:00:30.000Z')
    const anna = await world.as('anna')
    const ports = interrupted(world.ports, async () => {
      await loseDeal(world.ports, anna, deal, { reason: 'price' })
    })

    expect(await sweepDue(ports, '2026-12-02T15:01:00.000Z')).toMatchObject({ noted: 0, left: 1 })
    await deliver(world, deal)
    await sweepAt(world, '2026-12-02T15:02:00.000Z')

    expect(await notesOf(world, deal)).toEqual([])
  })

  test.each([
    [{}, 0],
    [{ keep: true }, 3],
  ])(
    'the deal was lost, for a task that somebody added with %j, before anybody has seen to it',
    async (more, steps) => {
      const world = await aWorld(engine)
      const deal = await aDeal(world)
      const anna = await world.as('anna')
      await addTask(world.ports, anna, deal, { do: 'Ring back', by: 'owner', due: '1 working day', ...more })
      await loseDeal(world.ports, anna, deal, { reason: 'price' })

      for (let day = 2; day < 12; day += 1) {
        await sweepAt(world, `2026-12-${String(day).padStart(2, '0')}T15:01:00.000Z`)
      }

      const climbed = (await notesOf(world, deal)).filter((note) => note.includes('task.escalated'))
      expect(climbed).toHaveLength(steps)
    },
  )

  test('another deal in the same transaction is not held up by that', async () => {
    const world = await aWorld(engine)
    const lost = await aDeal(world)
    let other = await aDeal(world)
    while (dueShard(other) !== dueShard(lost)) other = await aDeal(world)
    world.setNow('2026-12-02T15:00:30.000Z')
    const anna = await world.as('anna')
    const ports = interrupted(world.ports, async (notes) => {
      const dealIds = notes.map(({ event }) => event.detail.dealId)
      if (dealIds.includes(lost)) await loseDeal(world.ports, anna, lost, { reason: 'price' })
      if (dealIds.includes(lost)) expect(dealIds).toContain(other)
    })

    await sweepDue(ports, '2026-12-02T15:01:00.000Z')

    expect(await notesOf(world, lost)).toEqual([])
    expect(await notesOf(world, other)).toEqual(['2026-12-02T15:01 task.overdue send_deck'])
  })

  test('it was dated anew, so the steps of the old date are off', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    await sweepAt(world, '2026-12-02T15:01:00.000Z')
    await rescheduleTask(world.ports, await world.as('anna'), id, { dueAt: '2026-12-20T15:00:00.000Z' })

    expect(await sweepAt(world, '2026-12-04T15:01:00.000Z')).toMatchObject({ noted: 0 })
  })
})

describe('the ladder', () => {
  test('is the one the task names, of the version of the rules that gave it its date', async () => {
    const own = file
      .replace(
        '        due: 1 working day\n        how_to',
        '        due: 1 working day\n        escalate: strict\n        how_to',
      )
      .replace('escalations:\n', 'escalations:\n  strict:\n    - after: at once\n      notify: [owner, accountant]\n')
    const world = await aWorld(engine, { text: own })
    const deal = await aDeal(world)
    const changed = own.replace('notify: [owner, accountant]\n', 'notify: lawyer\n')
    await publishRules(world.ports, await world.as('helen'), { text: changed, note: 'Others', expected: 1 })

    await sweepAt(world, '2026-12-02T15:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T15:01 task.overdue send_deck',
      '2026-12-02T15:01 task.escalated send_deck step 1 to anna+alex',
    ])
  })

  test('climbs by the calendar of whoever has the task now', async () => {
    const kazan = file.replace('roles: ', 'calendars:\n  night:\n    hours: 14:00-22:00\nroles: ')
    const world = await aWorld(engine, { text: kazan })
    await change(world, 'fedor', { calendar: 'night' })
    const deal = await aDeal(world)
    const { id } = await taskOf(world, deal, 'send_deck')
    await sweepAt(world, '2026-12-02T15:01:00.000Z')
    await reassignTask(world.ports, await world.as('helen'), id, { responsible: 'fedor' })

    // Four working hours after 18:00 are 22:00 of the same day for somebody who works until 22:00.
    await sweepAt(world, '2026-12-02T18:59:00.000Z')
    expect(await notesOf(world, deal)).toHaveLength(1)
    await sweepAt(world, '2026-12-02T19:01:00.000Z')

    expect((await notesOf(world, deal)).at(-1)).toBe('2026-12-02T19:01 task.escalated send_deck step 1 to anna')
  })

  test('tells the deputy of somebody who is away', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await change(world, 'boris', { absences: [{ from: '2026-12-03', to: '2026-12-10', deputy: 'helen' }] })

    await sweepAt(world, '2026-12-03T15:01:00.000Z')

    expect((await notesOf(world, deal)).at(-1)).toBe('2026-12-03T15:01 task.escalated send_deck step 2 to helen')
  })
})

describe('a task that was late when it appeared', () => {
  test('is late only when the first working day that was left for it has closed, and is nobody’s miss', async () => {
    const world = await aWorld(engine, { now: '2026-12-04T16:00:00.000Z' })
    const deal = await aDeal(world, { stage: 'delivery', fields: { delivery_date: '2026-12-05' } })
    const remind = await taskOf(world, deal, 'remind_client')

    expect(remind).toMatchObject({ lateAtBirth: true, dueAt: '2026-12-04T16:00:00.000Z' })
    await sweepAt(world, '2026-12-07T14:59:00.000Z')
    expect((await notesOf(world, deal)).filter((note) => note.includes('remind_client'))).toEqual([])
    await sweepAt(world, '2026-12-07T15:01:00.000Z')

    const notes = (await notesOf(world, deal)).filter((note) => note.includes('remind_client'))
    expect(notes).toEqual(['2026-12-07T15:01 task.overdue remind_client'])
    expect((await taskOf(world, deal, 'remind_client')).firstMissedDueAt).toBeUndefined()
  })
})

describe('a task that somebody gives a date in the past', () => {
  const old = '2024-07-24T06:47:10.000Z'
  const doors = {
    'with a new task': async (world: World, deal: string) =>
      addTask(world.ports, await world.as('anna'), deal, { do: 'Call them', responsible: 'anna', dueAt: old }),
    'with a task there is': async (world: World, deal: string) => {
      const { id } = await taskOf(world, deal, 'send_deck')
      return rescheduleTask(world.ports, await world.as('anna'), id, { dueAt: old })
    },
  }

  test.each(Object.entries(doors))(
    '%s keeps it, is nobody’s miss, and is late when a working day has gone',
    async (_, give) => {
      const world = await aWorld(engine)
      const deal = await aDeal(world)
      const now = world.now()

      const task = await give(world, deal)
      const told = async () => (await notesOf(world, deal)).filter((note) => note.includes('task.overdue'))
      await sweepAt(world, '2026-12-01T14:59:00.000Z')
      const before = await told()
      await sweepAt(world, '2026-12-01T15:01:00.000Z')
      await sweepAt(world, '2026-12-01T15:06:00.000Z')

      expect(task).toMatchObject({ dueAt: old, lateAtBirth: true, datedAt: now, dueWhy: { anchor: 'person' } })
      expect(before).toEqual([])
      expect(await told()).toHaveLength(1)
      const found = await world.ports.deals.findTask(deal, task.id)
      expect(found).toMatchObject({ dueAt: old, overdueFor: old })
      expect(found?.firstMissedDueAt).toBeUndefined()
    },
  )

  test('and then one that is to come is judged by that', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    const { id } = await doors['with a task there is'](world, deal)

    const later = '2026-12-04T12:00:00.000Z'
    const moved = await rescheduleTask(world.ports, await world.as('anna'), id, { dueAt: later })
    await sweepAt(world, '2026-12-04T12:01:00.000Z')

    expect(moved).toMatchObject({ dueAt: later, lateAtBirth: false })
    expect(moved.datedAt).toBeUndefined()
    expect(await taskOf(world, deal, 'send_deck')).toMatchObject({ firstMissedDueAt: later })
  })
})
