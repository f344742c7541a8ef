import { steadyRules } from '#test/support/steady-rules'
import { expect, test } from 'vitest'

import { memoryWorld } from '#product/memory-world'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { followRules } from '#release/usecases/follow-rules'
import { moveDeal } from '#usecases/deals/move-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { publishedVersions, recordOf } from '#trial/replay/recorded-deals'
import { replayAll } from '#trial/replay/replay-all'
import { replayDeal } from '#trial/replay/replay-deal'
import { replayRules, staffOf } from '#trial/replay/replay-world'
import type { RecordedDeal } from '#trial/replay/replaying'
import { departments, employees } from '#test/support/world'
import { rulesOf } from '#test/trial/tried'

const file = steadyRules()
const since = '2026-11-30T00:00:00.000Z'
const until = '2026-12-20T12:00:00.000Z'

/** The general offer and the field of what is needed are called otherwise. */
const renamed = file
  .replaceAll('general_offer', 'first_offer')
  .replaceAll(/\bneed\b(?=[:,\]])/g, 'wish')
  .replace('  objections: feedback', '  objections: feedback\n  general_offer: first_offer\n  fields.need: fields.wish')

/** Two deals of a week in whose middle the renaming was published: one moved before it, one after it. */
async function aWeekWithARenaming() {
  const world = await memoryWorld({
    rules: await rulesOf(file),
    employees,
    departments,
    now: '2026-12-01T07:00:00.000Z',
  })
  const { ports } = world
  const finish = async (id: string, template: string) => {
    const task = (await ports.deals.tasksOf(id)).find((one) => one.template === template)
    if (task === undefined) throw new Error(`There is no ${template}.`)
    await completeTask(ports, await world.as(task.responsible), task.id, {})
    await world.settle()
  }
  const present = async (id: string, toStage: string) => {
    for (const template of ['send_deck', 'confirm_seen']) await finish(id, template)
    await moveDeal(ports, await world.as('helen'), id, { toStage, fields: { decision_maker: 'The director' } })
    await world.settle()
  }
  const create = async (title: string) => {
    const input = { title, pipeline: 'b2b_new', owner: 'anna', fields: { need: 'Coffee' } }
    const { id } = await createDeal(ports, await world.as('anna'), input)
    await world.settle()
    return id
  }
  const [early, late] = [await create('Early'), await create('Late')]
  await world.passTo('2026-12-02T09:00:00.000Z')
  await present(early, 'general_offer')
  await world.passTo('2026-12-03T09:00:00.000Z')
  await publishRules(ports, await world.as(), { text: renamed, note: 'Renamed', expected: 1, now: [] })
  await followRules(ports)
  await world.settle()
  await world.passTo('2026-12-04T09:00:00.000Z')
  await present(late, 'first_offer')
  await world.passTo(until)
  const found = await Promise.all([early, late].map((id) => recordOf(ports, id)))
  const deals = found.filter((one): one is RecordedDeal => one !== undefined)
  return { deals, versions: await publishedVersions(ports), people: await ports.people.load() }
}

test('a history with a renaming in its middle lives again as it is on record, and through the file of today', async () => {
  const { deals, versions, people } = await aWeekWithARenaming()
  const had = await replayRules(versions)

  expect([versions.length, had.isRenaming]).toEqual([2, true])
  for (const recorded of deals) {
    const again = await replayDeal(had, staffOf(people), recorded, until)
    expect([again?.deal.stage, again?.stops, again?.lost]).toEqual(['first_offer', [], undefined])
    expect(again?.deal.fields).toMatchObject({ wish: 'Coffee', decision_maker: 'The director' })
    const tasks = (all: RecordedDeal['tasks']) =>
      all.map(({ id, dueAt, status }) => `${id} ${dueAt} ${status}`).toSorted()
    expect(tasks(again?.tasks ?? [])).toEqual(tasks(recorded.tasks))
  }

  const next = await replayRules([await rulesOf(renamed)])
  const same = await replayAll({ had, next, people, since, until }, deals)
  expect(same.moves).toEqual({ all: 2, stopped: 0, alsoBefore: 0, noLonger: 0 })
  expect([same.unplaced, same.unknownFields]).toEqual([[], []])
  expect(same.totals.after).toEqual(same.totals.before)
})

test('a history with a renaming in its middle is stopped by the new gate of the renamed stage, before and after', async () => {
  const { deals, versions, people } = await aWeekWithARenaming()
  const stricter = renamed.replace('filled: [decision_maker, wish]', 'filled: [decision_maker, wish, discount]')

  const [had, next] = [await replayRules(versions), await replayRules([await rulesOf(stricter)])]
  const report = await replayAll({ had, next, people, since, until }, deals)

  expect(report.stops).toMatchObject([
    { from: 'presentation', to: 'first_offer', count: 2, missing: [{ what: 'discount', count: 2 }] },
  ])
})
