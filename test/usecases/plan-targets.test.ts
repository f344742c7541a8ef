import { beforeEach, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'
import { readTargets } from '#usecases/plan/read-targets'
import { setRecurring } from '#usecases/plan/set-recurring'
import { setTargets } from '#usecases/plan/set-targets'
import type { SetRecurring, SetTargets } from '#schemas/plan'

type Settable = SetTargets['targets'][number]
type Repeating = SetRecurring['targets'][number]

const engine = useEngine()
let world: World

beforeEach(async () => {
  world = await aWorld(engine)
})

const aTarget = (more: Partial<Settable> = {}): Settable => ({
  metric: 'sum',
  scope: 'employee',
  id: 'anna',
  value: 500_00,
  ...more,
})
const monthly = (more: Partial<Repeating> = {}): Repeating => ({
  ...aTarget(),
  every: 'month',
  from: '2026-01',
  ...more,
})
const set = async (employee: string, period: string, ...targets: Settable[]) =>
  setTargets(world.ports, (await world.as(employee)).caller, period, { targets })
const repeat = async (employee: string, ...targets: Repeating[]) =>
  setRecurring(world.ports, (await world.as(employee)).caller, { targets })
const read = async (employee: string, period: string) =>
  (await readTargets(world.ports, (await world.as(employee)).caller, period)).targets.map(({ id, value, source }) => [
    id,
    value,
    source,
  ])

test('targets of any metric, scope and period live side by side', async () => {
  const scopes: Settable[] = [
    aTarget({ scope: 'company', id: '' }),
    aTarget({ scope: 'department', id: 'b2b' }),
    aTarget(),
    aTarget({ scope: 'pipeline', id: 'b2b_new' }),
    aTarget({ scope: 'axis', id: 'audience=new' }),
    aTarget({ scope: 'employee_pipeline', id: 'anna/b2b_new' }),
  ]
  const all = (['sum', 'count', 'tasks_done'] as const).flatMap((metric) => scopes.map((one) => ({ ...one, metric })))

  for (const period of ['2026-11', '2026-Q4', '2026-H2', '2026']) {
    const { targets } = await set('helen', period, ...all)

    expect(targets).toHaveLength(18)
  }
})

test('a target is changed, and taken away, without touching the others', async () => {
  await set('helen', '2026-11', aTarget(), aTarget({ id: 'cyril' }))
  await set('helen', '2026-11', aTarget({ value: 700_00 }))
  await set('helen', '2026-11', aTarget({ id: 'cyril', value: null }))

  expect(await read('helen', '2026-11')).toEqual([['anna', 700_00, 'explicit']])
})

test('a target repeats every month from the first to the last, unless a month says otherwise', async () => {
  await repeat('helen', monthly({ to: '2026-12' }))
  await set('helen', '2026-11', aTarget({ value: 900_00 }))

  expect(await read('helen', '2026-10')).toEqual([['anna', 500_00, 'recurring']])
  expect(await read('helen', '2026-11')).toEqual([['anna', 900_00, 'explicit']])
  expect(await read('helen', '2027-01')).toEqual([])
  expect((await repeat('helen', monthly({ value: null }))).targets).toEqual([])
})

describe('what cannot be a target is refused with the wrong value named', () => {
  test.each([
    [{ id: 'nobody' }, 'employee_unknown', '“nobody”'],
    [{ id: 'constructor' }, 'employee_unknown', '“constructor”'],
    [{ scope: 'pipeline', id: 'b2g' }, 'pipeline_unknown', '“b2g”'],
    [{ scope: 'department', id: 'moon' }, 'department_unknown', '“moon”'],
    [{ scope: 'axis', id: 'audience=old' }, 'target_scope', '“audience=old”'],
    [{ scope: 'company', id: 'anna' }, 'target_scope', '“anna”'],
    [{ scope: 'employee_pipeline', id: 'anna' }, 'target_scope', 'anna.petrova/b2b_new'],
    [{ scope: 'employee_pipeline', id: 'anna/b2g' }, 'pipeline_unknown', '“b2g”'],
    [{ value: -5 }, 'target_scope', '-5'],
    [{ value: 1.5 }, 'target_scope', '1.5'],
  ] as const)('%o', async (more, code, named) => {
    const setting = set('helen', '2026-11', aTarget(more))

    await expect(setting).rejects.toMatchObject({ code, message: expect.stringContaining(named) })
  })

  test('all faults are told, and nothing is set', async () => {
    const setting = set('helen', '2026-11', aTarget(), aTarget({ id: 'nobody' }), aTarget({ value: 3 }))

    await expect(setting).rejects.toMatchObject({
      code: 'employee_unknown',
      extra: {
        faults: [{ say: 'employee_unknown.target', with: { id: 'nobody' } }, { say: expect.stringContaining('twice') }],
      },
    })
    expect(await read('helen', '2026-11')).toEqual([])
  })

  test.each([
    [{ from: '2026-Q1' }, '“2026-Q1” is not a month'],
    [{ every: 'quarter', from: '2026-01' }, '“2026-01” is not a quarter'],
    [{ from: 'soon' }, '“soon”'],
    [{ from: '2026-05', to: '2026-04' }, 'from 2026-05 to 2026-04'],
  ] as const)('a recurring target %o', async (more, named) => {
    await expect(repeat('helen', monthly(more))).rejects.toMatchObject({
      code: 'period_unknown',
      message: expect.stringContaining(named),
    })
  })

  test('a period that is none', async () => {
    await expect(set('helen', 'November', aTarget())).rejects.toMatchObject({ code: 'period_unknown' })
  })
})

describe('who may set what', () => {
  test('a head sets the plans of the department and those in it, and nobody else’s', async () => {
    await set('boris', '2026-11', aTarget(), aTarget({ scope: 'department', id: 'b2b' }))

    await expect(set('boris', '2026-11', aTarget(), aTarget({ id: 'cyril' }))).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('cyril'),
    })
    await expect(repeat('boris', monthly({ scope: 'company', id: '' }))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a seller sets no plan, not even their own, and sees only that', async () => {
    await set('helen', '2026-11', aTarget(), aTarget({ id: 'cyril' }), aTarget({ scope: 'company', id: '' }))

    await expect(set('anna', '2026-11', aTarget())).rejects.toMatchObject({ code: 'forbidden' })
    expect(await read('anna', '2026-11')).toEqual([['anna', 500_00, 'explicit']])
  })
})
