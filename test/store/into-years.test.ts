import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'

import { intoYears } from '#local/move-into-years'
import { keepsYears } from '#store/plan/into-years'
import { useEngine } from '#test/support/engine'
import { injectFaults } from '#test/support/faults'
import { meter } from '#test/support/meter'
import { aWorld } from '#test/support/world'

const engine = useEngine()
const now = '2026-11-16T09:00:00.000Z'
const former = [
  { pk: 'PL#2026-11', sk: 'F#anna#north#b2b_new#segment=b2b', sumMinor: 100_00, deals: 1, tasks: 0, rev: 1 },
  { pk: 'PL#2025-02', sk: 'F#boris##b2c_new#', sumMinor: 7_00, deals: 2, tasks: 3, rev: 4 },
  { pk: 'TG#2026-11', sk: 'sum#employee#anna', value: 500_00 },
  { pk: 'TG#2026-Q4', sk: 'count#company#company', value: 12 },
  { pk: 'TG#2026', sk: 'sum#employee_pipeline#anna/b2b_new', value: 900_00 },
  { pk: 'BC#b2b_new', sk: 'contact', deals: 3, 'sum:RUB': 4_00 },
]

async function aFormerCompany() {
  const world = await aWorld(engine, { now })
  for (const Item of former) await engine.client.send(new PutCommand({ TableName: world.table, Item }))
  const found = async () => ({
    facts: await world.ports.plans.factsIn(['2025-02', '2026-11']),
    targets: await world.ports.plans.targetsIn(['2026-11', '2026-Q4', '2026']),
    columns: (await world.ports.plans.columns('b2b_new')).map(({ stage, count }) => [stage, count]),
  })
  return { world, found, move: () => intoYears(engine.client, world.table, world.ports) }
}

const right = {
  facts: [
    expect.objectContaining({ month: '2025-02', employee: 'boris', sumMinor: 7_00, count: 2, tasksDone: 3, rev: 4 }),
    expect.objectContaining({ month: '2026-11', employee: 'anna', axes: 'segment=b2b', sumMinor: 100_00, rev: 1 }),
  ],
  targets: new Map([
    ['2026-11', [{ metric: 'sum', scope: 'employee', id: 'anna', value: 500_00 }]],
    ['2026-Q4', [{ metric: 'count', scope: 'company', id: 'company', value: 12 }]],
    ['2026', [{ metric: 'sum', scope: 'employee_pipeline', id: 'anna/b2b_new', value: 900_00 }]],
  ]),
  columns: [['contact', 3]],
}

test('what was kept a month, a period and a direction at a time is found by the year, and moved once', async () => {
  const { found, move } = await aFormerCompany()

  const moved = await move()
  const cost = meter(engine.client)

  expect(moved).toBe(former.length)
  expect(await move()).toBe(0)
  expect(cost()).toMatchObject({ requests: 1, writeUnits: 0 })
  expect(await found()).toEqual(right)
})

test('a new company has nothing to move, and nothing is looked for', async () => {
  const { world } = await aFormerCompany()
  await keepsYears({ document: engine.client, table: world.table })
  const cost = meter(engine.client)

  expect(await intoYears(engine.client, world.table, world.ports)).toBe(0)
  expect(cost().requests).toBe(1)
})

test.each([380, 400, 760, 800, 1130])(
  'a start that dies after %i requests loses nothing, and the next goes on',
  async (no) => {
    const { found, move } = await aFormerCompany()
    const faults = injectFaults(engine.client)
    faults.nextRequest('cut_before', no)
    await move().catch(() => undefined)
    faults.remove()

    await move()

    expect(await found()).toEqual(right)
  },
)
