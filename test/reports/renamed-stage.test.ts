import { expect, test } from 'vitest'

import { employeeCaller } from '#domain/kernel/access'
import type { MemoryWorld } from '#product/memory-world'
import type { ReportQuery } from '#schemas/report'
import { aDealIn, aShop, follow, proposal, publish, type Shop } from '#test/release/shop'
import { loseDeal } from '#usecases/deals/close-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { listReports, readReport } from '#reports/usecases/read-report'

import { partlyPacked } from './partly-packed'

const renamed = { ...proposal, moved: 'offer: proposal' }
const fields = { need: 'Tea', amount: 5_000_00 }

async function go(world: MemoryWorld, id: string, toStage: string): Promise<void> {
  const open = (await world.ports.deals.tasksOf(id)).filter(({ status }) => status === 'open')
  await moveDeal(world.ports, await world.as('helen'), id, { toStage, complete: open.map((task) => task.id) })
  await world.settle()
}

/**
 * A week of a small company: deals that are in the offer, one that comes to it, one that has left it before and one that
 * leaves it before it is seated. With `isRenamed` the stage gets its name on the second day; without, it had it always.
 */
async function aWeek(isRenamed: boolean): Promise<MemoryWorld> {
  const world = await aShop(isRenamed ? {} : proposal)
  const first = isRenamed ? 'offer' : 'proposal'
  const [stays, wins, unseated, left] = [
    await aDealIn(world, first, { fields }),
    await aDealIn(world, first, { fields }),
    await aDealIn(world, first, { fields }),
    await aDealIn(world, first, { fields }),
  ]
  const comes = await aDealIn(world, 'talk', { fields })
  world.setNow('2026-12-01T15:00:00.000Z')
  await go(world, left.id, 'pay')
  world.setNow('2026-12-02T10:00:00.000Z')
  if (isRenamed) await publish(world, renamed)
  world.setNow('2026-12-02T12:00:00.000Z')
  await go(world, unseated.id, 'pay')
  if (isRenamed) expect((await follow(world)).seated).toBeGreaterThan(1)
  world.setNow('2026-12-03T10:00:00.000Z')
  await go(world, comes.id, 'proposal')
  await go(world, wins.id, 'pay')
  world.setNow('2026-12-07T10:00:00.000Z')
  await go(world, wins.id, 'after')
  await go(world, left.id, 'after')
  // Back to a stage that it was in under the earlier name: what it spends there adds up.
  await moveDeal(world.ports, await world.as('helen'), unseated.id, { toStage: 'proposal', reason: 'Asked again' })
  world.setNow('2026-12-08T10:00:00.000Z')
  await world.settle()
  await go(world, unseated.id, 'pay')
  expect((await world.ports.deals.find(stays.id))?.stage).toBe('proposal')
  return world
}

async function told(world: MemoryWorld, name: string, more: ReportQuery = {}) {
  const people = await world.ports.people.load()
  const helen = people.employees['helen']
  if (helen === undefined) throw new Error('Helen works here.')
  const reader = { caller: employeeCaller(helen, people.departments), people }
  const asked = { period: '2026-12', ...more }
  const { tables } = await readReport(world.ports, reader, { name, asked }, { language: 'en' })
  return tables.map(({ id, rows, totals }) => ({
    id,
    // Titles say under which name of the stage the deals were made.
    rows: rows.map(({ label, cells }) => [label.replace('in offer', 'in proposal'), valuesOf(cells)]),
    totals: totals === null ? null : valuesOf(totals),
  }))
}

function valuesOf(cells: Readonly<Record<string, { readonly value: unknown }>>) {
  return Object.fromEntries(Object.entries(cells).map(([column, { value }]) => [column, value]))
}

test('a stage that gets another name while deals are in it is told as if it had always had it', async () => {
  const [world, twin] = [await aWeek(true), await aWeek(false)]

  expect(world.history().filter(({ name }) => name === 'deal.reseated').length).toBeGreaterThan(1)
  for (const name of ['funnel_cohort', 'funnel_period', 'time_in_stage', 'accountant', 'velocity', 'compliance']) {
    expect([name, await told(world, name)]).toEqual([name, await told(twin, name)])
  }
})

test('the visits of a renamed stage end once, with all the time since they began', async () => {
  const world = await aWeek(true)
  const shop = (await told(world, 'time_in_stage')).find(({ id }) => id === 'shop')
  const funnel = (await told(world, 'funnel_period')).find(({ id }) => id === 'shop')

  const stage = (table: typeof shop) => table?.rows.find(([label]) => label === 'Proposal')?.[1]
  // Left after 5 hours, after 2 days, and after 26 hours and, the second time, a day: 50 hours. Two are still there.
  expect(stage(shop)).toMatchObject({ ended: 3, now: 2, calendar_median: 2, calendar_p90: 50 / 24 })
  expect(stage(funnel)).toMatchObject({ entered: 5, skipped: 0 })
})

/** What the direction and its first stage are called, one name after the other; each file says of the last renaming alone. */
const names = [
  { direction: 'works', stage: 'offer' },
  { direction: 'plant', stage: 'proposal' },
  { direction: 'factory', stage: 'bid' },
] as const
type Name = (typeof names)[number]

function rulesOf({ direction, stage }: Name, before?: Name): Shop {
  const pipelines = [
    `shop: { name: Shop, stages: [talk, ${stage}, pay, after], won_after: pay, axes: { region: north } }`,
    `${direction}: { name: Factory, stages: [${stage}, pay, after], won_after: pay, axes: { region: south } }`,
  ]
  return {
    offer: (proposal.offer ?? '').replace('proposal:', `${stage}:`),
    pipelines: pipelines.join('\n  '),
    axes: 'region: [south, north]',
    ...(before === undefined
      ? {}
      : { moved: `pipelines.${before.direction}: ${direction}\n  ${before.stage}: ${stage}` }),
  }
}

/** A fortnight in which the direction and its first stage get another name twice; without, they had the last from the start. */
async function aFortnight(isRenamed: boolean): Promise<MemoryWorld> {
  const [first, second, last] = names
  let now: Name = isRenamed ? first : last
  const world = await aShop(rulesOf(now))
  const rename = async (to: Name, at: string) => {
    world.setNow(at)
    if (!isRenamed) return
    await publish(world, rulesOf(to, now))
    await follow(world)
    now = to
  }
  const deal = (amount: number) => aDealIn(world, now.stage, { pipeline: now.direction, fields: { ...fields, amount } })
  const [early, late, lost, stays] = [await deal(100_00), await deal(200_00), await deal(300_00), await deal(400_00)]
  await world.ports.plans.setTargets('2026-12', [
    { metric: 'sum', scope: 'pipeline', id: now.direction, value: 1_000_00 },
  ])
  world.setNow('2026-12-02T10:00:00.000Z')
  await go(world, early.id, 'pay')
  await go(world, early.id, 'after')
  await rename(second, '2026-12-03T10:00:00.000Z')
  await go(world, late.id, 'pay')
  world.setNow('2026-12-07T10:00:00.000Z')
  await deal(500_00)
  await rename(last, '2026-12-08T10:00:00.000Z')
  await go(world, late.id, 'after')
  await loseDeal(world.ports, await world.as('helen'), lost.id, { reason: 'price' })
  world.setNow('2026-12-14T10:00:00.000Z')
  await world.settle()
  expect((await world.ports.deals.find(stays.id))?.stage).toBe('bid')
  return world
}

const asks = listReports('en').items.flatMap(({ name, groups }) =>
  groups.map((by) => [name, by === 'field' ? { by, field: 'source' } : { by }] as const),
)

test.each([
  ['as they lie', (world: MemoryWorld) => world],
  ['with a part of them packed', (world: MemoryWorld) => ({ ...world, ports: partlyPacked(world.ports) })],
])(
  'a direction and a stage that get other names twice are told as if they had always had the last: facts %s',
  async (_, seen) => {
    const [world, twin] = [seen(await aFortnight(true)), await aFortnight(false)]
    const plain = (told: unknown) => JSON.stringify(told).replaceAll(/A deal in \w+/g, 'A deal')

    for (const [name, asked] of asks) {
      expect(`${name} by ${asked.by}: ${plain(await told(world, name, asked))}`).toBe(
        `${name} by ${asked.by}: ${plain(await told(twin, name, asked))}`,
      )
    }
  },
)
