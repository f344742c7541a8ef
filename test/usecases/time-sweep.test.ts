import { readFileSync } from 'node:fs'

import { afterEach, describe, expect, test } from 'vitest'

import { aDeal, change, notesOf, sweepAt, taskOf } from '#test/support/company-time'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults, type Faults } from '#test/support/faults'
import { meter } from '#test/support/meter'
import { aWorld } from '#test/support/world'
import { sweepDue } from '#usecases/tasks/sweep-due'

const engine = useEngine()
const file = readFileSync('pipelines.yaml', 'utf8')
const due = '2026-12-02T15:00:00.000Z'
const late = '2026-12-02T15:01:00.000Z'
const overdue = ['2026-12-02T15:01 task.overdue send_deck']

describe('whatever the clock and the schedule do:', () => {
  test('a clock that jumps back brings nothing twice and loses nothing', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepAt(world, late)
    await sweepAt(world, '2026-11-30T07:00:00.000Z')
    await sweepAt(world, due)
    await sweepAt(world, late)
    await sweepAt(world, '2026-12-03T10:01:00.000Z')
    await sweepAt(world, '2026-12-03T09:00:00.000Z')
    await sweepAt(world, '2026-12-03T10:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([...overdue, '2026-12-03T10:01 task.escalated send_deck step 1 to anna'])
  })

  test('a note never stands before what the deal has been through', async () => {
    const world = await aWorld(engine, { now: '2026-12-10T07:00:00.000Z' })
    const deal = await aDeal(world)
    const task = await taskOf(world, deal, 'send_deck')
    const early = { ...task, dueAt: '2026-12-01T07:00:00.000Z', look: { at: '2026-12-01T07:00:00.000Z', step: 0 } }
    await world.ports.deals.adjustTask({ ...early, rev: task.rev + 1 }, task.rev)

    await sweepAt(world, '2026-12-01T08:00:00.000Z')

    expect(await notesOf(world, deal)).toEqual(['2026-12-10T07:00 task.overdue send_deck'])
  })

  test('a schedule that fires twice for one instant notes once', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await Promise.all([sweepDue(world.ports, late), sweepDue(world.ports, late)])
    await sweepDue(world.ports, late)

    expect(await notesOf(world, deal)).toEqual(overdue)
  })

  test('a schedule that tells the instant without milliseconds is understood', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepDue(world.ports, '2026-12-02T15:00:00Z')
    expect(await notesOf(world, deal)).toEqual([])
    await sweepDue(world.ports, '2026-12-02T15:01:00Z')

    expect(await notesOf(world, deal)).toEqual(overdue)
  })

  test('what came up while nothing ran for days is made up for in one sweep, in order', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    const swept = await sweepAt(world, '2026-12-07T16:00:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-07T16:00 task.overdue send_deck',
      '2026-12-07T16:00 task.escalated send_deck step 1 to anna',
      '2026-12-07T16:00 task.escalated send_deck step 2 to boris',
      '2026-12-07T16:00 task.escalated send_deck step 3 given boris',
    ])
    expect(swept).toEqual({ looked: 1, noted: 4, given: 1, left: 0, failed: 0 })
  })

  test('a sweep that comes an hour late says the same, an hour later', async () => {
    const world = await aWorld(engine)
    const deal = await aDeal(world)

    await sweepAt(world, '2026-12-02T16:00:00.000Z')
    await sweepAt(world, '2026-12-03T11:00:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T16:00 task.overdue send_deck',
      '2026-12-03T11:00 task.escalated send_deck step 1 to anna',
    ])
  })
})

describe('zones and the change of the clocks', () => {
  const berlin = (hours: string) =>
    file
      .replace('timezone: Europe/Moscow', 'timezone: Europe/Berlin')
      .replace('work_week: mon-fri', 'work_week: mon-sun')
      .replace('  extra_working_days: [2027-02-20]\n', '')
      .replace('hours: 09:00-18:00', `hours: ${hours}`)
      .replace('  late_task:                # for every task that names no other ladder\n', (line) => line)
      .replace(/ {4}- after: 4 working hours\n/, '    - after: 2 working hours\n')

  test('a step of two working hours in the night the clocks go back comes after two hours, not three', async () => {
    const world = await aWorld(engine, { text: berlin('00:00-24:00'), now: '2026-10-23T10:00:00.000Z' })
    const deal = await aDeal(world)
    const task = await taskOf(world, deal, 'send_deck')
    // 01:30 in Berlin, summer time; at 03:00 the clocks go back to 02:00.
    const dueAt = '2026-10-24T23:30:00.000Z'
    const next = { ...task, dueAt, look: { at: dueAt, step: 0 }, rev: task.rev + 1 }
    await world.ports.deals.adjustTask(next, task.rev)

    await sweepAt(world, '2026-10-24T23:31:00.000Z')
    await sweepAt(world, '2026-10-25T01:30:00.000Z')
    expect(await notesOf(world, deal)).toHaveLength(1)
    await sweepAt(world, '2026-10-25T01:31:00.000Z')

    expect((await notesOf(world, deal)).at(-1)).toBe('2026-10-25T01:31 task.escalated send_deck step 1 to anna')
  })

  test('a step of a working day ends at closing time, whatever the clocks did in between', async () => {
    const world = await aWorld(engine, { text: berlin('09:00-18:00'), now: '2026-03-27T10:00:00.000Z' })
    const deal = await aDeal(world)

    // Due on Saturday 28 March at 18:00 (17:00Z); a working day later is Sunday 18:00, which is 16:00Z by then.
    await sweepAt(world, '2026-03-28T17:01:00.000Z')
    await sweepAt(world, '2026-03-29T15:59:00.000Z')
    const before = await notesOf(world, deal)
    await sweepAt(world, '2026-03-29T16:01:00.000Z')

    expect(before.some((note) => note.includes('step 2'))).toBe(false)
    expect((await notesOf(world, deal)).at(-1)).toBe('2026-03-29T16:01 task.escalated send_deck step 2 to boris')
  })

  test('somebody in another zone is late by their own office', async () => {
    const text = file.replace('roles: ', 'calendars:\n  vladivostok:\n    timezone: Asia/Vladivostok\nroles: ')
    const world = await aWorld(engine, { text })
    await change(world, 'anna', { calendar: 'vladivostok' })
    const deal = await aDeal(world)

    // 18:00 in Vladivostok is 11:00 in Moscow; four working hours later is 13:00 the next day there.
    expect((await taskOf(world, deal, 'send_deck')).dueAt).toBe('2026-12-02T08:00:00.000Z')
    await sweepAt(world, '2026-12-02T08:01:00.000Z')
    await sweepAt(world, '2026-12-03T03:01:00.000Z')

    expect(await notesOf(world, deal)).toEqual([
      '2026-12-02T08:01 task.overdue send_deck',
      '2026-12-03T03:01 task.escalated send_deck step 1 to anna',
    ])
  })
})

describe('a sweep', () => {
  let faults: Faults | undefined
  afterEach(() => faults?.remove())

  test('makes a stated number of requests: a query and a batch a page, a transaction for 33 tasks', async () => {
    const world = await aWorld(engine)
    for (let deals = 0; deals < 80; deals += 1) await aDeal(world)
    const others = meter(engine.client)

    const swept = await sweepAt(world, late)

    const { requests } = others()
    // Eight shards, and a last page, batch or transaction of each that is not full.
    const pages = 8
    const batches = Math.ceil((2 * swept.looked) / 100) + 7
    const transactions = Math.ceil(swept.noted / 33) + 7
    const peopleAndRules = 2
    expect(swept).toMatchObject({ looked: 80, noted: 80, left: 0 })
    expect(requests).toBeLessThanOrEqual(pages + batches + transactions + peopleAndRules)
  }, 60_000)

  test.each(faultKinds)(
    'that is struck by “%s” leaves the rest for the next, and nothing is noted twice',
    async (kind) => {
      const world = await aWorld(engine)
      const deals = await Promise.all(Array.from({ length: 12 }, () => aDeal(world)))
      faults = injectFaults(engine.client, { seed: 7, rates: { [kind]: 0.2 } })

      for (let sweep = 0; sweep < 12; sweep += 1) await sweepAt(world, late).catch(() => undefined)
      faults.remove()
      await sweepAt(world, late)

      for (const deal of deals) expect(await notesOf(world, deal)).toEqual(overdue)
      expect(faults.struck()[kind]).toBeGreaterThan(0)
    },
  )
})
