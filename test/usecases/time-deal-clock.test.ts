import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { aDeal, change, deliver, notesOf, sweepAt, taskOf } from '#test/support/company-time'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld } from '#test/support/world'
import { addTask } from '#usecases/tasks/add-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { followDeal } from '#usecases/tasks/follow-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { recordReply } from '#usecases/deals/record-reply'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'

const engine = useEngine()
const file = readFileSync('pipelines.yaml', 'utf8')
const only = (word: string, notes: readonly string[]) => notes.filter((note) => note.includes(word))

describe('a deal that stays longer than max_age', () => {
  // Entered on Tuesday, 1 December 2026; five working days end on Tuesday, 8 December at 18:00 in Moscow.
  test('is stuck once a visit, and its ladder is climbed in working time', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepAt(world, '2026-12-08T15:00:00.000Z')
    await sweepAt(world, '2026-12-08T15:01:00.000Z')
    await sweepAt(world, '2026-12-08T15:02:00.000Z')
    await sweepAt(world, '2026-12-10T14:59:00.000Z')
    await sweepAt(world, '2026-12-10T15:01:00.000Z')
    await sweepAt(world, '2027-01-20T15:01:00.000Z')

    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([
      '2026-12-08T15:01 deal.stuck',
      '2026-12-08T15:01 deal.stuck step 1 to anna',
      '2026-12-10T15:01 deal.stuck step 2 to boris+helen',
    ])
  })

  test('starts its clock anew in every visit, and stands still while it is closed', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    world.setNow('2026-12-07T07:00:00.000Z')
    await loseDeal(world.ports, await world.as('anna'), deal, { reason: 'price' })
    await deliver(world, deal)

    await sweepAt(world, '2026-12-20T07:00:00.000Z')
    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([])
    await reopenDeal(world.ports, await world.as('helen'), deal, { reason: 'They called' })
    await deliver(world, deal)
    await sweepAt(world, '2026-12-24T15:01:00.000Z')
    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([])
    await sweepAt(world, '2026-12-25T15:01:00.000Z')

    expect(only('deal.stuck', await notesOf(world, deal))).toHaveLength(2)
  })

  test('says nothing when it has moved on and the clock does not know it yet', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world, { stage: 'general_offer' })
    world.setNow('2026-12-04T14:00:00.000Z')
    const complete = [(await taskOf(world, deal, 'send_general_offer')).id]
    await moveDeal(world.ports, await world.as('anna'), deal, { toStage: 'feedback', complete })

    await sweepAt(world, '2026-12-04T15:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([])
  })

  test('names the ladder of its stage with the line, and gives the deal away where the ladder says so', async () => {
    const text = file.replace(
      '      notify: [owner, accountant]\n',
      '      notify: [owner, accountant]\n    - after: 1 working day\n      give_to: owner_manager\n',
    )
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world, { stage: 'payment', pipeline: 'b2c_new', owner: 'cyril' })

    await sweepAt(world, '2026-12-04T15:01:00.000Z')
    await sweepAt(world, '2026-12-07T15:01:00.000Z')

    const events = await world.eventsOf(deal)
    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([
      '2026-12-04T15:01 deal.stuck',
      '2026-12-04T15:01 deal.stuck step 1 to cyril+alex',
      '2026-12-07T15:01 deal.stuck step 2 given clara',
    ])
    const given = events.find(({ name }) => name === 'deal.owner_changed')
    const cause = events.find(({ id }) => id === given?.causationId)
    expect(given?.detail).toMatchObject({ deal: { owner: 'clara' }, from: { owner: 'cyril' } })
    expect(cause?.detail.alert).toMatchObject({ ladder: 'money_late', step: 2, giveTo: 'clara' })
    expect(text.split('\n')[(cause?.detail.alert?.line ?? 0) - 1]).toContain('after: 1 working day')
  })

  test('is measured by the calendar of its owner', async () => {
    const text = file.replace('roles: ', 'calendars:\n  short:\n    work_week: mon-thu\nroles: ')
    const world = await aWorld(engine, { text })
    await change(world, 'andrew', { calendar: 'short' })
    const deal = await aDeal(world)
    await changeOwner(world.ports, await world.as('helen'), deal, { owner: 'andrew' })
    await deliver(world, deal)

    await sweepAt(world, '2026-12-08T15:01:00.000Z')
    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([])
    await sweepAt(world, '2026-12-09T15:01:00.000Z')

    expect(only('deal.stuck', await notesOf(world, deal))).toHaveLength(2)
  })
})

describe('a deal that nobody touches', () => {
  const text = file.replace(
    '    max_age: 5 working days\n',
    '    max_age: 60 working days\n    max_idle: 2 working days\n',
  )
  const idle = async (world: Awaited<ReturnType<typeof aWorld>>, deal: string) =>
    only('deal.idle', await notesOf(world, deal))

  test('is idle once, and again when a person has touched it and left it', async () => {
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)

    await sweepAt(world, '2026-12-03T15:01:00.000Z')
    await sweepAt(world, '2026-12-04T15:01:00.000Z')
    expect(await idle(world, deal)).toEqual(['2026-12-03T15:01 deal.idle to anna'])
    await updateDeal(world.ports, await world.as('anna'), deal, { fields: { need: 'Five' } })
    await deliver(world, deal)
    await sweepAt(world, '2026-12-08T14:59:00.000Z')
    await sweepAt(world, '2026-12-08T15:01:00.000Z')
    await sweepAt(world, '2026-12-18T15:01:00.000Z')

    expect(await idle(world, deal)).toEqual([
      '2026-12-03T15:01 deal.idle to anna',
      '2026-12-08T15:01 deal.idle to anna',
    ])
  })

  test('is not woken by what happens by itself', async () => {
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)
    world.setNow('2026-12-03T08:00:00.000Z')
    await updateDeal(world.ports, await world.as(), deal, { fields: { source: 'website' } })
    await deliver(world, deal)

    await sweepAt(world, '2026-12-03T15:01:00.000Z')

    expect(await idle(world, deal)).toEqual(['2026-12-03T15:01 deal.idle to anna'])
  })

  test('is not idle while a task is planned for later', async () => {
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)
    const visit = { do: 'Visit them', responsible: 'anna', dueAt: '2026-12-11T09:00:00.000Z' }
    await addTask(world.ports, await world.as('anna'), deal, visit)
    await deliver(world, deal)

    await sweepAt(world, '2026-12-04T15:01:00.000Z')
    await sweepAt(world, '2026-12-11T08:59:00.000Z')
    expect(await idle(world, deal)).toEqual([])
    await sweepAt(world, '2026-12-11T09:01:00.000Z')

    expect(await idle(world, deal)).toEqual(['2026-12-11T09:01 deal.idle to anna'])
  })

  test('counts from the last thing a person did, although the clock has not heard of it', async () => {
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)
    world.setNow('2026-12-03T14:00:00.000Z')
    await updateDeal(world.ports, await world.as('anna'), deal, { fields: { need: 'Five' } })

    await sweepAt(world, '2026-12-03T15:01:00.000Z')

    expect(await idle(world, deal)).toEqual([])
  })
})

describe('the first reply to a new deal', () => {
  // 1 December 2026 is a Tuesday; at 19:00 in Moscow the office is closed, so two working hours end at 11:00 the next day.
  const lead = async (now = '2026-12-01T16:00:00.000Z') => {
    const world = await aWorld(engine, { now })
    const fields = { client_type: 'company', repeat_client: false }
    const deal = await createDeal(world.ports, await world.as('helen'), { title: 'A lead', fields })
    await deliver(world, deal.id)
    return { world, deal }
  }

  test('is late once when its time has passed, and that stays', async () => {
    const { world, deal } = await lead()
    expect(deal.firstReplyDueAt).toBe('2026-12-02T08:00:00.000Z')

    await sweepAt(world, '2026-12-02T08:00:00.000Z')
    await sweepAt(world, '2026-12-02T08:01:00.000Z')
    await sweepAt(world, '2026-12-02T08:02:00.000Z')
    world.setNow('2026-12-02T08:30:00.000Z')
    const answered = await recordReply(world.ports, await world.as(deal.owner), deal.id, { channel: 'phone' })
    await deliver(world, deal.id)

    const head = only('reply_late', await notesOf(world, deal.id))
    expect(head).toEqual([`2026-12-02T08:01 deal.reply_late to ${deal.owner}+boris`])
    expect(answered.firstReply).toEqual({
      at: '2026-12-02T08:30:00.000Z',
      by: deal.owner,
      workingSeconds: 2.5 * 3600,
      wallSeconds: 16.5 * 3600,
      isInTime: false,
      channel: 'phone',
    })
  })

  test('in time is kept, and a second one changes nothing', async () => {
    const { world, deal } = await lead()
    world.setNow('2026-12-02T06:10:00.000Z')
    const first = await recordReply(world.ports, await world.as(deal.owner), deal.id, { comment: 'Rang' })
    await deliver(world, deal.id)
    world.setNow('2026-12-02T09:00:00.000Z')
    const second = await recordReply(world.ports, await world.as('helen'), deal.id, {})

    await sweepAt(world, '2026-12-03T08:01:00.000Z')

    expect(first.firstReply).toMatchObject({ workingSeconds: 600, isInTime: true })
    expect(second).toEqual(first)
    expect(only('reply_late', await notesOf(world, deal.id))).toEqual([])
    expect((await world.eventsOf(deal.id)).at(1)).toMatchObject({ name: 'deal.replied', detail: { comment: 'Rang' } })
  })

  test('is given by completing a task, but not by a rule that completes one', async () => {
    const { world, deal } = await lead('2026-12-02T07:00:00.000Z')
    const task = `task_${deal.id.slice(5)}-1-send_deck`
    const other = await createDeal(world.ports, await world.as('helen'), {
      title: 'Another',
      fields: { client_type: 'company', repeat_client: false },
    })
    world.setNow('2026-12-02T07:20:00.000Z')

    await completeTask(world.ports, await world.as(deal.owner), task, {})
    await completeTask(world.ports, await world.as(), `task_${other.id.slice(5)}-1-send_deck`, {})

    const after = await world.ports.deals.find(deal.id)
    expect(after?.firstReply).toMatchObject({ by: deal.owner, workingSeconds: 1200, wallSeconds: 1200, isInTime: true })
    expect((await world.eventsOf(deal.id)).find(({ name }) => name === 'task.done')?.detail.firstReply).toEqual(
      after?.firstReply,
    )
    expect((await world.ports.deals.find(other.id))?.firstReply).toBeUndefined()
  })

  test('that nobody promised is in time, and completing a task does not count as one', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)
    await completeTask(world.ports, await world.as('anna'), (await taskOf(world, deal, 'send_deck')).id, {})

    expect((await world.ports.deals.find(deal))?.firstReply).toBeUndefined()
    const replied = await recordReply(world.ports, await world.as('anna'), deal, { by: 'andrew' })

    expect(replied.firstReply).toMatchObject({ by: 'andrew', isInTime: true })
  })
})

describe('the clock of a deal', () => {
  test('is the same in whatever order and however often its events come', async () => {
    const text = file.replace(
      '    max_age: 3 working days\n',
      '    max_age: 3 working days\n    max_idle: 1 working day\n',
    )
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)
    world.setNow('2026-12-02T07:00:00.000Z')
    const complete = [(await taskOf(world, deal, 'send_deck')).id]
    await completeTask(world.ports, await world.as('anna'), complete[0] ?? '', {})
    await deliver(world, deal)
    const seen = await taskOf(world, deal, 'confirm_seen')
    const fields = { need: 'Five', decision_maker: 'The owner' }
    await moveDeal(world.ports, await world.as('anna'), deal, { toStage: 'general_offer', complete: [seen.id], fields })
    await deliver(world, deal)
    const before = await world.ports.deals.clockOf(deal)

    for (const event of (await world.eventsOf(deal)).toReversed()) await followDeal(world.ports, [event])

    expect(await world.ports.deals.clockOf(deal)).toEqual(before)
    expect(before).toMatchObject({ visit: 2, stuck: { from: '2026-12-02T07:00:00.000Z', step: 0 } })
  })

  test('that rings early enough is left as it is by a move, and set anew when it rings', async () => {
    const text = file.replace('    max_age: 3 working days\n', '    max_age: 20 working days\n')
    const world = await aWorld(engine, { text })
    const deal = await aDeal(world)
    const first = await world.ports.deals.clockOf(deal)
    world.setNow('2026-12-02T07:00:00.000Z')
    await completeTask(world.ports, await world.as('anna'), (await taskOf(world, deal, 'send_deck')).id, {})
    await deliver(world, deal)
    const complete = [(await taskOf(world, deal, 'confirm_seen')).id]
    const fields = { need: 'Five', decision_maker: 'The owner' }
    await moveDeal(world.ports, await world.as('anna'), deal, { toStage: 'general_offer', complete, fields })
    await deliver(world, deal)

    expect(await world.ports.deals.clockOf(deal)).toEqual(first)
    await sweepAt(world, '2026-12-09T07:00:00.000Z')
    expect(only('deal.stuck', await notesOf(world, deal))).toEqual([])
    expect(await world.ports.deals.clockOf(deal)).toMatchObject({ visit: 2, stuck: { step: 0 } })
    await sweepAt(world, '2027-01-20T07:00:00.000Z')
    expect(only('deal.stuck', await notesOf(world, deal))).not.toEqual([])
  })

  test('costs nothing beside the task where no time is set, and two write units where it is', async () => {
    const world = await aWorld(engine, { text: file.replaceAll(/^ {4}max_age: .*\n/gm, '') })
    const timed = await aWorld(engine)
    const input = { title: 'One', pipeline: 'b2b_new', owner: 'anna' }
    const [free, kept] = [
      await createDeal(world.ports, await world.as('helen'), input),
      await createDeal(timed.ports, await timed.as('helen'), input),
    ]
    const [born, bornTimed] = [(await world.eventsOf(free.id))[0], (await timed.eventsOf(kept.id))[0]]
    const cost = meter(engine.client)

    if (born !== undefined) await followDeal(world.ports, [born])
    const without = cost().writeUnits
    if (bornTimed !== undefined) await followDeal(timed.ports, [bornTimed])

    expect([without, cost().writeUnits]).toEqual([3, 3 + 2])
  })
})
