import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aContribution } from '#test/support/history'
import { meter } from '#test/support/meter'
import { writeFacts } from '#test/support/plan-facts'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { readBurnUp } from '#usecases/plan/read-burn-up'
import { readProgress, type AskedProgress } from '#usecases/plan/read-progress'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { takePlanSnapshot } from '#usecases/plan/take-plan-snapshot'
import type { Target } from '#schemas/plan'

const engine = useEngine()
// Monday: 10 of the 21 working days of November are gone.
const today = '2026-11-16'
const now = '2026-11-16T09:00:00.000Z'

const of = (scope: Target['scope'], id: string, value: number, metric: Target['metric'] = 'sum'): Target => ({
  metric,
  scope,
  id,
  value,
})
const won = (employee: string, sumMinor: number, more: Parameters<typeof aContribution>[0] = {}) =>
  aContribution({
    sumMinor,
    ...more,
    key: { employee, department: 'b2b', axes: 'audience=new,segment=b2b', ...more.key },
  })

let world: World
let deals = 0

const sell = async (...parts: ReturnType<typeof won>[]) => {
  for (const part of parts) await world.ports.plans.contribute(`deal_${(deals += 1)}`, 1, [part])
}
const progress = async (employee: string, period = '2026-11', asked: AskedProgress = {}) =>
  readProgress(world.ports, (await world.as(employee)).caller, period, asked)
const rowsOf = async (asked: AskedProgress, period = '2026-11', employee = 'helen') =>
  (await progress(employee, period, asked)).rows.map(({ id, plan, fact, percent }) => [id, plan, fact, percent])

beforeAll(async () => {
  world = await aWorld(engine, { now })
  await world.ports.plans.setTargets('2026-11', [
    of('employee', 'anna', 2_100_00),
    of('employee', 'cyril', 900_00),
    of('employee', 'lena', 0),
    of('company', '', 3_500_00),
    of('pipeline', 'b2b_new', 1_000_00),
    of('axis', 'audience=new', 2_000_00),
    of('employee_pipeline', 'anna/b2b_new', 400_00),
    of('employee', 'anna', 4, 'count'),
  ])
  await sell(
    won('anna', 500_00),
    won('anna', 100_00, { key: { pipeline: 'b2b_repeat', axes: 'audience=regular,segment=b2b', month: '2026-10' } }),
    won('andrew', 250_00),
    won('cyril', 1_000_00, { key: { department: 'b2c', pipeline: 'b2c_new', axes: 'audience=new,segment=b2c' } }),
    won('lena', 10_00, { key: { department: '' } }),
  )
})

describe('a row', () => {
  test('says plan, fact, percent, where it should be, the pace and the need per day', async () => {
    const { rows, workingDays } = await progress('helen', '2026-11', { by: 'employee' })

    expect(workingDays).toEqual({ gone: 10, all: 21 })
    expect(rows.find((row) => row.id === 'anna')).toEqual({
      scope: 'employee',
      id: 'anna',
      name: 'Anna',
      metric: 'sum',
      plan: 2_100_00,
      planSource: 'explicit',
      fact: 500_00,
      percent: 23.8,
      expected: 1_000_00,
      runRate: 1_050_00,
      needPerDay: 145_46,
      gap: 1_600_00,
      coverage: null,
      topDownGap: null,
    })
  })

  test('without a plan has a fact and a pace, and nothing that needs a plan', async () => {
    const { rows } = await progress('helen', '2026-11', { by: 'employee' })

    expect(rows.find((row) => row.id === 'andrew')).toMatchObject({
      plan: null,
      planSource: null,
      fact: 250_00,
      percent: null,
      expected: null,
      runRate: 525_00,
      needPerDay: null,
      gap: null,
    })
  })

  test('with a plan of 0 has no percent', async () => {
    expect(await rowsOf({ by: 'employee' })).toContainEqual(['lena', 0, 10_00, null])
  })
})

describe('rows', () => {
  test('of employees add up to the company’s fact; sellers without a plan are told', async () => {
    expect(await rowsOf({ by: 'employee' })).toEqual([
      ['andrew', null, 250_00, null],
      ['anna', 2_100_00, 500_00, 23.8],
      ['cyril', 900_00, 1_000_00, 111.1],
      ['lena', 0, 10_00, null],
      ['unplanned', null, 250_00, null],
    ])
  })

  test('of the company have the whole fact and tell the gap to the sum of employees', async () => {
    const { rows } = await progress('helen')

    expect(rows).toMatchObject([
      {
        id: '',
        name: 'Company',
        plan: 3_500_00,
        planSource: 'explicit',
        fact: 1_760_00,
        percent: 50.3,
        topDownGap: 500_00,
      },
      { id: 'unplanned', plan: null, fact: 250_00 },
    ])
  })

  test('of departments use the department at the time of winning, and plans of who is in it now', async () => {
    const { rows } = await progress('helen', '2026-11', { by: 'department' })

    expect(rows.map(({ id, plan, planSource, fact }) => [id, plan, planSource, fact])).toEqual([
      ['b2b', 2_100_00, 'sum', 750_00],
      ['b2c', 900_00, 'sum', 1_000_00],
      ['office', 0, 'sum', 0],
      ['', null, null, 10_00],
    ])
  })

  test('of a department that was closed stand where something was planned or sold there, and nowhere else', async () => {
    const made = await aWorldInMemory({ now })
    const { employees, departments } = await made.ports.people.load()
    for (const one of Object.values(employees))
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if (one.department === 'b2c') await made.ports.people.saveEmployee({ ...one, active: false })
    for (const id of ['b2b', 'b2c', 'office']) {
      const one = departments[id]
      // oxlint-disable-next-line no-await-in-loop -- the same
      if (one !== undefined) await made.ports.people.saveDepartment({ ...one, active: false })
    }
    await made.ports.plans.contribute('deal_closed', 1, [won('anna', 100)])
    await made.ports.plans.setTargets('2026-11', [of('employee', 'cyril', 500)])

    const { rows } = await readProgress(made.ports, (await made.as('helen')).caller, '2026-11', { by: 'department' })

    expect(rows.map(({ id, plan, fact }) => [id, plan, fact])).toEqual([
      ['b2b', null, 100],
      ['b2c', 500, 0],
    ])
  })

  test('of directions and axis values come in the order of the file, each with a row', async () => {
    expect(await rowsOf({ by: 'pipeline' })).toEqual([
      ['b2b_new', 1_000_00, 760_00, 76],
      ['b2b_repeat', null, 0, null],
      ['b2c_new', null, 1_000_00, null],
      ['b2c_repeat', null, 0, null],
    ])
    expect(await rowsOf({ by: 'axis' })).toEqual([
      ['segment=b2b', null, 760_00, null],
      ['segment=b2c', null, 1_000_00, null],
      ['audience=new', 2_000_00, 1_760_00, 88],
      ['audience=regular', null, 0, null],
    ])
  })

  test('of one employee in one direction', async () => {
    expect(await rowsOf({ by: 'employee_pipeline' })).toContainEqual(['anna/b2b_new', 400_00, 500_00, 125])
  })

  test('of a quarter add up its months and say that the plan is derived', async () => {
    const { rows } = await progress('helen', '2026-Q4', { by: 'employee' })

    expect(rows.find((row) => row.id === 'anna')).toMatchObject({
      plan: 2_100_00,
      planSource: 'derived',
      fact: 600_00,
      percent: 28.6,
    })
  })

  test('of another metric have plans and facts of their own', async () => {
    expect(await rowsOf({ by: 'employee', metric: 'count' })).toContainEqual(['anna', 4, 1, 25])
    expect(await rowsOf({ by: 'employee', metric: 'tasks_done' })).toEqual([['unplanned', null, 0, null]])
  })
})

test('coverage weighs open deals by the chance of their stage, and leaves out what is won already', async () => {
  const fresh = await aWorld(engine, { now })
  const share = { pipeline: 'b2b_new', stage: 'contract', owner: 'anna', amountMinor: 1_000_00, currency: 'RUB' }
  await fresh.ports.plans.countColumn('deal_1', 1, share)
  await fresh.ports.plans.countColumn('deal_2', 1, { ...share, pipeline: 'b2c_new', stage: 'presentation' })
  await fresh.ports.plans.countColumn('deal_3', 1, { ...share, stage: 'delivery' })
  await fresh.ports.plans.setTargets('2026-11', [of('company', '', 400_00), of('pipeline', 'b2b_new', 500_00)])
  const { caller } = await fresh.as('helen')

  const company = await readProgress(fresh.ports, caller, '2026-11')
  const pipelines = await readProgress(fresh.ports, caller, '2026-11', { by: 'pipeline' })

  // Contract 70 %, presentation 10 %: 800.00 of open deals for 400.00, and 700.00 for 500.00.
  expect(company.rows[0]?.coverage).toBe(2)
  expect(pipelines.rows[0]?.coverage).toBe(1.4)
})

describe('who sees what', () => {
  test('a seller sees their own row', async () => {
    expect(await rowsOf({}, '2026-11', 'anna')).toEqual([['anna', 2_100_00, 500_00, 23.8]])
  })

  test('a head of a department sees its people and the department, but not the company', async () => {
    expect((await rowsOf({ by: 'employee' }, '2026-11', 'boris')).map(([id]) => id)).toEqual(['andrew', 'anna'])
    expect((await rowsOf({ by: 'department' }, '2026-11', 'boris')).map(([id]) => id)).toEqual(['b2b'])
    await expect(progress('boris', '2026-11', { by: 'company' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('a period that is none is refused with the ways to write one', async () => {
  await expect(progress('helen', '2026-13')).rejects.toMatchObject({
    code: 'period_unknown',
    message: expect.stringContaining('2026-13'),
  })
})

describe('what schedules keep', () => {
  test('the pace of the four running periods can be read without working it out', async () => {
    await refreshPace(world.ports, now)
    await refreshPace(world.ports, now)

    const pace = await world.ports.plans.pace('2026-11', 'sum')
    const { rows } = await progress('helen', '2026-11', { by: 'employee', at: today })

    expect(pace?.at).toBe(now)
    expect(pace?.rows.filter((row) => row.scope === 'employee')).toEqual(rows.filter((row) => row.scope === 'employee'))
    for (const period of ['2026-Q4', '2026-H2', '2026']) {
      expect((await world.ports.plans.pace(period, 'count'))?.rows.length).toBeGreaterThan(0)
    }
  })

  test('a snapshot a day makes a burn-up, with where the fact should have been', async () => {
    await takePlanSnapshot(world.ports, '2026-11-12T20:50:00.000Z')
    await takePlanSnapshot(world.ports, '2026-11-13T20:50:00.000Z')
    await sell(won('anna', 40_00))
    await takePlanSnapshot(world.ports, '2026-11-13T20:51:00.000Z')
    const row = { metric: 'sum', scope: 'employee', id: 'anna' } as const

    const burnUp = await readBurnUp(world.ports, (await world.as('anna')).caller, '2026-11', row)

    expect(burnUp.days.slice(-2)).toEqual([
      { on: '2026-11-12', plan: 2_100_00, fact: 500_00, expected: 900_00 },
      { on: '2026-11-13', plan: 2_100_00, fact: 540_00, expected: 1_000_00 },
    ])
    await expect(readBurnUp(world.ports, (await world.as('carol')).caller, '2026-11', row)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

test.each([
  ['2026-11', 4],
  ['2026-Q4', 4],
  ['2026', 4],
])('progress of %s takes %i requests beside what is remembered', async (period, requests) => {
  const { ports, caller } = await remembered()
  const cost = meter(engine.client)

  await readProgress(ports, caller, period)

  expect(cost().requests).toBe(requests)
})

test('progress of a financial year takes 6', async () => {
  const text = readFileSync('pipelines.yaml', 'utf8').replace('year_starts: january', 'year_starts: april')
  const { ports, caller } = await remembered(text)
  const cost = meter(engine.client)

  await readProgress(ports, caller, '2026')

  expect(cost().requests).toBe(6)
})

/** A company whose people, rules and settings are at hand. */
async function remembered(text?: string) {
  const { ports, as } = await aWorld(engine, { now, ...(text === undefined ? {} : { text }) })
  const [org, current, settings] = await Promise.all([
    ports.people.load(),
    ports.rules.current(),
    ports.settings.load(),
  ])
  const { caller } = await as('helen')
  return {
    caller,
    ports: {
      ...ports,
      people: { ...ports.people, load: () => Promise.resolve(org) },
      rules: { ...ports.rules, current: () => Promise.resolve(current) },
      settings: { ...ports.settings, load: () => Promise.resolve(settings) },
    },
  }
}

test(
  'a year of 1,000 employees in 4 directions takes 16 requests, however full its months are',
  { timeout: 120_000 },
  async () => {
    const fresh = await aWorld(engine, { now })
    const pipelines = ['b2b_new', 'b2b_repeat', 'b2c_new', 'b2c_repeat']
    const staff = Array.from({ length: 1_000 }, (_, no) => `employee.number.${String(no).padStart(4, '0')}`)
    const rows = staff.flatMap((employee) =>
      pipelines.map((pipeline) => ({
        employee,
        department: 'department.north_west',
        pipeline,
        axes: 'audience=regular,segment=b2b',
        sumMinor: 12_345_67,
      })),
    )
    // Two full months do not fit into a page: the months from where it is cut are read side by side.
    for (const month of ['2026-10', '2026-11']) await writeFacts(engine.client, fresh.table, month, rows)
    const person = { name: 'Somebody with a name of usual length', department: 'b2b', roles: [], active: true }
    await Promise.all(staff.map((id) => fresh.ports.people.saveEmployee({ ...person, id })))
    await fresh.ports.plans.setTargets(
      '2026-11',
      staff.map((id) => of('employee', id, 100_000_00)),
    )
    const { caller } = await fresh.as('helen')
    const cost = meter(engine.client)

    const company = await readProgress(fresh.ports, caller, '2026')

    // Facts 1 + 12 at most, targets, recurring ones, columns; beside what a second ago was remembered (people, settings, rules).
    expect(cost().requests).toBeLessThanOrEqual(13 + 3 + 4)
    expect(company.rows[0]).toMatchObject({ fact: 2 * 4_000 * 12_345_67, plan: 1_000 * 100_000_00, planSource: 'sum' })
  },
)
