import { expect, test } from 'vitest'

import { addTask } from '#usecases/tasks/add-task'
import { createDeal } from '#usecases/deals/create-deal'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { tellMornings } from '#workday/usecases/tell-mornings'
import { warnBehind } from '#workday/usecases/warn-behind'
import { useEngine } from '#test/support/engine'
import { faultKinds, injectFaults } from '#test/support/faults'
import { aWorld, type World } from '#test/support/world'

import { inboxOf, settingsWith } from './scene'

const engine = useEngine()
// 09:00 in Moscow, where the company opens.
const opening = '2026-12-01T06:00:00.000Z'

async function someWork(): Promise<World> {
  const world = await aWorld(engine, { now: '2026-11-30T09:00:00.000Z' })
  const { ports } = world
  const command = await world.as('helen')
  const deal = await createDeal(ports, command, { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna' })
  const due = [
    '2026-11-30T12:00:00.000Z',
    '2026-12-01T12:00:00.000Z',
    '2026-12-01T14:00:00.000Z',
    '2026-12-03T12:00:00.000Z',
  ]
  for (const dueAt of due) {
    await addTask(ports, command, deal.id, { do: `Call by ${dueAt.slice(5, 13)}`, responsible: 'anna', dueAt })
  }
  return world
}

test('when the day opens everybody is told what it holds, and who has nothing to do is left alone', async () => {
  const { ports } = await someWork()

  const told = await tellMornings(ports, opening)

  const [day] = await inboxOf(ports, 'anna')
  expect(told).toBeGreaterThan(0)
  expect(day).toMatchObject({
    kind: 'my_day',
    at: opening,
    day: { on: '2026-12-01', overdue: 1, today: 2, undated: 0 },
  })
  expect(day?.day?.first.map((task) => task.do)).toEqual(['Call by 11-30T12', 'Call by 12-01T12', 'Call by 12-01T14'])
  expect(await inboxOf(ports, 'leo')).toEqual([])
})

test('a morning is told once when the schedule fires twice, late or after an hour, and the night before not at all', async () => {
  const { ports } = await someWork()

  await tellMornings(ports, '2026-12-01T05:55:00.000Z')
  const before = await inboxOf(ports, 'anna')
  await Promise.all([tellMornings(ports, opening), tellMornings(ports, opening)])
  await tellMornings(ports, '2026-12-01T07:10:00.000Z')
  await tellMornings(ports, '2026-12-01T07:10:00.000Z')

  expect(before).toEqual([])
  expect(await inboxOf(ports, 'anna')).toHaveLength(1)
})

test('a morning comes although the clock was days ahead, and one that was told does not come again', async () => {
  const { ports } = await someWork()
  await tellMornings(ports, opening)
  await tellMornings(ports, '2026-12-05T09:00:00.000Z')

  for (const at of ['2026-12-01T09:00:00.000Z', '2026-12-02T06:00:00.000Z', '2026-12-02T06:05:00.000Z'])
    await tellMornings(ports, at)

  expect((await inboxOf(ports, 'anna')).map(({ day }) => day?.on).toSorted()).toEqual(['2026-12-01', '2026-12-02'])
})

test('a morning that was missed is told when the clock runs again', async () => {
  const { ports } = await someWork()
  await tellMornings(ports, '2026-12-01T05:55:00.000Z')

  await tellMornings(ports, '2026-12-01T09:30:00.000Z')

  expect((await inboxOf(ports, 'anna')).map(({ at }) => at)).toEqual([opening])
})

test.each(faultKinds)('with %s on the way every morning is told in the end, once', async (kind) => {
  const { ports } = await someWork()

  for (let request = 0; request < 30; request += 3) {
    const faults = injectFaults(engine.client)
    faults.nextRequest(kind, request)
    await tellMornings(ports, opening).catch(() => undefined)
    faults.remove()
  }
  await tellMornings(ports, opening)

  expect(await inboxOf(ports, 'anna')).toHaveLength(1)
})

test('nobody is greeted on a day off, on holiday, or when they do not want to be', async () => {
  const { ports } = await someWork()
  const { anna } = (await ports.people.load()).employees
  await ports.notices.saveSettings('anna', settingsWith({ myDay: false }))
  await tellMornings(ports, opening)
  await ports.notices.saveSettings('anna', settingsWith({}))
  if (anna !== undefined)
    await ports.people.saveEmployee({ ...anna, absences: [{ from: '2026-12-02', to: '2026-12-02' }] })
  await tellMornings(ports, '2026-12-02T06:00:00.000Z')
  await tellMornings(ports, '2026-12-05T06:00:00.000Z')

  expect(await inboxOf(ports, 'anna')).toEqual([])
})

test('on Monday a head is told how the department stands, on Tuesday not', async () => {
  const { ports } = await someWork()
  await ports.plans.setTargets('2026-12', [{ metric: 'sum', scope: 'employee', id: 'anna', value: 100_000_00 }])
  await refreshPace(ports, '2026-12-07T05:00:00.000Z')

  await tellMornings(ports, '2026-12-07T06:00:00.000Z')
  await tellMornings(ports, '2026-12-08T06:00:00.000Z')

  const weeks = (await inboxOf(ports, 'boris')).filter(({ kind }) => kind === 'team_week')
  expect(weeks.map(({ week }) => week?.on)).toEqual(['2026-12-07'])
  expect(weeks[0]?.week?.department).toBe('B2B')
  expect(weeks[0]?.week?.people.find(({ id }) => id === 'anna')).toEqual({
    id: 'anna',
    name: 'Anna',
    percent: 0,
    overdue: 4,
  })
})

test('in a week that begins with a holiday heads are told on its first working day', async () => {
  const { ports } = await someWork()

  for (const day of ['04', '05', '06', '07', '08', '11', '12'])
    await tellMornings(ports, `2027-01-${day}T06:00:00.000Z`)

  expect((await inboxOf(ports, 'boris')).map(({ at }) => at)).toEqual(['2027-01-11T06:00:00.000Z'])
})

test('a plan that is behind its pace is told once to whom each step names, and not before a working day is gone', async () => {
  const { ports, setNow } = await someWork()
  await ports.plans.setTargets('2026-12', [{ metric: 'sum', scope: 'employee', id: 'anna', value: 100_000_00 }])
  await refreshPace(ports, opening)
  const first = await warnBehind(ports, opening)
  setNow('2026-12-03T10:00:00.000Z')
  await refreshPace(ports, '2026-12-03T10:00:00.000Z')

  await Promise.all([warnBehind(ports, '2026-12-03T10:20:00.000Z'), warnBehind(ports, '2026-12-03T10:20:00.000Z')])
  await warnBehind(ports, '2026-12-03T11:20:00.000Z')

  expect(first).toBe(0)
  const [boris, ...moreBoris] = await inboxOf(ports, 'boris')
  const [helen, ...moreHelen] = await inboxOf(ports, 'helen')
  expect([moreBoris, moreHelen]).toEqual([[], []])
  expect(boris).toMatchObject({ kind: 'plan_behind', plan: { id: 'anna', period: '2026-12', fact: 0, below: 90 } })
  expect(helen).toMatchObject({ kind: 'plan_behind', plan: { id: 'anna', below: 75 } })
})

test('a plan on its pace tells nobody', async () => {
  const { ports } = await someWork()
  await ports.plans.setTargets('2026-12', [{ metric: 'count', scope: 'employee', id: 'anna', value: 23 }])
  const key = { month: '2026-12', employee: 'anna', department: 'b2b', pipeline: 'b2b_new', axes: '' }
  await ports.plans.contribute('deal_1', 1, [{ key, sumMinor: 0, count: 2, tasksDone: 0 }])
  await refreshPace(ports, '2026-12-03T10:00:00.000Z')

  expect(await warnBehind(ports, '2026-12-03T10:20:00.000Z')).toBe(0)
})
