import { beforeEach, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { readTargetSheet } from '#usecases/plan/read-target-sheet'
import { setRecurring } from '#usecases/plan/set-recurring'
import { setTargetCells } from '#usecases/plan/set-target-cells'
import { setTargets } from '#usecases/plan/set-targets'
import type { SetTargetCells } from '#schemas/plan'

type Cell = SetTargetCells['cells'][number]

const engine = useEngine()
let world: World

beforeEach(async () => {
  world = await aWorld(engine)
})

const aCell = (more: Partial<Cell> = {}): Cell => ({
  period: '2027-01',
  metric: 'sum',
  scope: 'employee',
  id: 'anna',
  value: 500_00,
  was: null,
  ...more,
})
const set = async (employee: string, ...cells: Cell[]) =>
  setTargetCells(world.ports, (await world.as(employee)).caller, cells)
const sheet = async (employee: string, year = '2027', metric: 'sum' | 'count' = 'sum') =>
  readTargetSheet(world.ports, (await world.as(employee)).caller, year, { metric })
const targetsOf = async (employee: string) =>
  (await sheet(employee)).targets.map(({ period, id, value }) => [period, id, value])

describe('cells', () => {
  test('of many periods are set at once', async () => {
    const answer = await set(
      'helen',
      aCell(),
      aCell({ period: '2027-Q1', value: 1_500_00 }),
      aCell({ period: '2027', value: 0 }),
    )

    expect(answer.saved).toBe(3)
    expect(answer.cells.map(({ period, value, code }) => [period, value, code])).toEqual([
      ['2027-01', 500_00, undefined],
      ['2027-Q1', 1_500_00, undefined],
      ['2027', 0, undefined],
    ])
    expect(await targetsOf('helen')).toEqual([
      ['2027-01', 'anna', 500_00],
      ['2027-Q1', 'anna', 1_500_00],
      ['2027', 'anna', 0],
    ])
  })

  test('that cannot be set are told one by one, the others are set', async () => {
    const answer = await set(
      'boris',
      aCell(),
      aCell({ id: 'cyril' }),
      aCell({ id: 'nobody' }),
      aCell({ period: '2027-13' }),
      aCell({ scope: 'company', id: '' }),
      aCell({ value: 900_00 }),
    )

    expect(answer.saved).toBe(1)
    expect(answer.cells.map(({ value, detail }) => [value, detail])).toEqual([
      [500_00, undefined],
      [null, 'You may not set the plan of the employee “cyril”.'],
      [null, 'There is no employee “nobody”. Write the id of somebody in the list of employees.'],
      [
        null,
        '“2027-13” is not a period. Write a month such as 2026-11, a quarter 2026-Q4, a half-year 2026-H2 or a year 2026.',
      ],
      [null, 'You may not set the plan of the company.'],
      [null, 'This cell is named twice. The first one counts.'],
    ])
    expect(await targetsOf('helen')).toEqual([['2027-01', 'anna', 500_00]])
  })

  test('that somebody else has set meanwhile are left alone and shown as they are now', async () => {
    await set('helen', aCell({ value: 700_00 }))

    const stale = await set('boris', aCell({ was: null }), aCell({ period: '2027-02', was: null, value: 1 }))
    const seen = await set('boris', aCell({ was: 700_00 }))

    expect(stale).toMatchObject({ saved: 1, cells: [{ value: 700_00, code: 'version_conflict' }, { value: 1 }] })
    expect(seen).toMatchObject({ saved: 1, cells: [{ value: 500_00 }] })
  })

  test('of one who is as fast as another are set by one of them, and shown to the other', async () => {
    const rounds = [1, 2, 3, 4]
    for (const round of rounds) {
      const was = round === 1 ? null : ((await world.ports.plans.targets('2027-01'))[0]?.value ?? null)
      const answers = await Promise.all(
        [1, 2].map(async (no) => set(no === 1 ? 'helen' : 'boris', aCell({ value: round * 10 + no, was }))),
      )
      const now = (await world.ports.plans.targets('2027-01'))[0]?.value
      const told = answers.flatMap(({ cells }) => cells.map(({ value }) => value))

      expect(answers.map(({ saved }) => saved).toSorted()).toEqual([0, 1])
      expect(told).toEqual([now, now])
    }
  })

  test('of more than a transaction holds are all set while somebody else sets others', async () => {
    const months = Array.from({ length: 12 }, (_, no) => `2028-${String(no + 1).padStart(2, '0')}`)
    const rows = Object.keys((await world.ports.people.load()).employees)
    const cells = months.flatMap((period) => rows.map((id) => aCell({ period, id, value: 5 })))
    const [answer, other] = await Promise.all([
      set('helen', ...cells),
      set('helen', ...months.map((period) => aCell({ period, scope: 'company', id: '', value: 7 }))),
    ])

    expect([answer?.saved, other?.saved]).toEqual([cells.length, 12])
  })

  test('do not tell what is set for whom one may not plan for', async () => {
    await set('helen', aCell({ id: 'cyril', value: 123 }))

    const { cells } = await set('boris', aCell(), aCell({ id: 'cyril', was: 5 }))

    expect(cells[1]).toMatchObject({ value: null, code: 'forbidden' })
  })

  test('are taken away with null', async () => {
    await set('helen', aCell())
    await set('helen', aCell({ value: null, was: 500_00 }))

    expect(await targetsOf('helen')).toEqual([])
  })
})

describe('a sheet', () => {
  test('has the months of a year, every quarter and half behind them and the year, with working days', async () => {
    const { columns } = await sheet('helen')

    expect(columns.map(({ period }) => period).join(' ')).toBe(
      '2027-01 2027-02 2027-03 2027-Q1 2027-04 2027-05 2027-06 2027-Q2 2027-H1 2027-07 2027-08 2027-09 2027-Q3 2027-10 2027-11 2027-12 2027-Q4 2027-H2 2027',
    )
    const months = columns.filter(({ kind }) => kind === 'month')
    const days = months.reduce((sum, { workingDays }) => sum + workingDays, 0)
    expect(columns.at(-1)).toMatchObject({
      kind: 'year',
      workingDays: days,
      months: months.map(({ period }) => period),
    })
  })

  test('shows the head of all everything, departments with who is in them', async () => {
    const { rows } = await sheet('helen')

    const b2b = rows.findIndex(({ scope, id }) => scope === 'department' && id === 'b2b')
    expect(rows[0]).toMatchObject({ scope: 'company', id: '', canEdit: true })
    expect(rows.slice(b2b, b2b + 5).map(({ id, department }) => [id, department])).toEqual([
      ['b2b', undefined],
      ['andrew', 'b2b'],
      ['anna', 'b2b'],
      ['boris', 'b2b'],
      ['fedor', 'b2b'],
    ])
    expect(rows.filter(({ scope }) => scope === 'pipeline')).toHaveLength(4)
    expect(rows.filter(({ scope }) => scope === 'axis')).toHaveLength(4)
  })

  test('shows a head the own department to set, a seller the own row to read, and nobody else’s targets', async () => {
    await set('helen', aCell(), aCell({ id: 'cyril', value: 1 }), aCell({ scope: 'company', id: '', value: 2 }))

    const head = await sheet('boris')
    const seller = await sheet('anna')

    expect(head.rows.map(({ id, canEdit }) => [id, canEdit])).toEqual([
      ['b2b', true],
      ['andrew', true],
      ['anna', true],
      ['boris', true],
      ['fedor', true],
    ])
    expect(seller.rows.map(({ id, canEdit }) => [id, canEdit])).toEqual([['anna', false]])
    expect([head.targets, seller.targets].map((targets) => targets.map(({ id }) => id))).toEqual([['anna'], ['anna']])
  })

  test('keeps who has left as long as they have a target, and shows pairs that have one', async () => {
    const anna = (await world.ports.people.load()).employees['anna']
    if (anna === undefined) throw new Error('Anna works here.')
    await set('helen', aCell(), aCell({ scope: 'employee_pipeline', id: 'cyril/b2c_new', value: 9 }))
    await world.ports.people.saveEmployee({ ...anna, active: false })

    const { rows } = await sheet('helen')
    const counts = await sheet('helen', '2027', 'count')

    expect(rows.find(({ id }) => id === 'anna')).toMatchObject({ isActive: false })
    expect(rows.at(-1)).toMatchObject({ id: 'cyril/b2c_new', name: 'Cyril, New private clients' })
    expect(counts.rows.some(({ id }) => id === 'anna' || id === 'cyril/b2c_new')).toBe(false)
  })

  test('keeps a department that was closed as long as it has a target', async () => {
    const b2c = (await world.ports.people.load()).departments['b2c']
    if (b2c === undefined) throw new Error('There is such a department.')
    await set('helen', aCell({ scope: 'department', id: 'office', value: 3 }))
    for (const one of [b2c, { id: 'office', name: 'Office', parent: null, head: null }])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await world.ports.people.saveDepartment({ ...one, active: false })
    await world.ports.people.saveDepartment({ id: 'south', name: 'South', parent: null, head: null, active: false })

    const { rows } = await sheet('helen')

    const closed = rows.filter(({ scope, isActive }) => scope === 'department' && !isActive)
    expect(closed.map(({ id }) => id)).toEqual(['b2c', 'office'])
  })

  test('brings repeated targets along, those of other metrics not', async () => {
    const every = { every: 'month', from: '2026-01', metric: 'sum', scope: 'employee', id: 'anna', value: 5 } as const
    await setRecurring(world.ports, (await world.as('helen')).caller, {
      targets: [every, { ...every, metric: 'count' }],
    })
    await setTargets(world.ports, (await world.as('helen')).caller, '2027-01', {
      targets: [{ ...every, metric: 'count', value: 3 }],
    })

    const { recurring, targets } = await sheet('anna')

    expect(recurring).toEqual([every])
    expect(targets).toEqual([])
  })

  test('is of a year and of nothing else', async () => {
    await expect(sheet('helen', '2027-Q1')).rejects.toThrow(
      '“2027-Q1” is not a year. Targets are set a year at a time: write one such as 2026.',
    )
  })
})

test('a plan of somebody in one direction begins with a row that is asked for, where both are there', async () => {
  const caller = (await world.as('helen')).caller
  const pairs = ['anna/b2b_new', 'anna/nowhere', 'nobody/b2b_new']
  const asked = await readTargetSheet(world.ports, caller, '2027', { metric: 'sum', pairs })
  await set('helen', aCell({ scope: 'employee_pipeline', id: 'anna/b2b_new' }))
  const pairsOf = (found: { rows: readonly { scope: string; id: string }[] }) =>
    found.rows.filter(({ scope }) => scope === 'employee_pipeline').map(({ id }) => id)

  expect(pairsOf(asked)).toEqual(['anna/b2b_new'])
  expect(pairsOf(await sheet('helen'))).toEqual(['anna/b2b_new'])
  expect(asked.rows.at(-1)).toMatchObject({ id: 'anna/b2b_new', canEdit: true })
})
