import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { foldDeal } from '#domain/deals/fold'
import { Refusal } from '#domain/kernel/refusal'
import { injectFaults, randomFrom } from '#test/support/faults'
import { aDoor } from '#test/support/http'
import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { aWorld, type World } from '#test/support/world'
import { createDeal } from '#usecases/deals/create-deal'
import { followRules } from '#release/usecases/follow-rules'
import { moveDeal } from '#usecases/deals/move-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { everyPage } from '#usecases/every-page'
import type { DealCard } from '#schemas/deal'

const engine = useEngine()
const first = readFileSync('pipelines.yaml', 'utf8')
const renamed = first
  .replaceAll('individual_offer', 'tailored_offer')
  .replace(/^moved:.*$/m, 'moved:\n  individual_offer: tailored_offer')

async function aDealIn(world: World, stage: string): Promise<string> {
  const input = { title: 'Coffee machines for Aurora', pipeline: 'b2b_new', owner: 'anna', stage }
  return (await createDeal(world.ports, await world.as(), input)).id
}

async function publish(world: World, text = renamed): Promise<void> {
  const { version } = await world.ports.rules.current()
  await publishRules(world.ports, await world.as('helen'), { text, note: 'changed', expected: version })
}

/** The ids in a column as everybody sees it. */
async function idsIn(world: World, stage: string): Promise<readonly string[]> {
  const column = await everyPage<DealCard>(500, (page) =>
    world.ports.deals.column({ pipeline: 'b2b_new', stage, ...page }),
  )
  return column.map(({ id }) => id).toSorted()
}

describe('two publishers at once', () => {
  test('one wins, and the other is told who it was', async () => {
    const world = await aWorld(engine)
    const helen = await world.as('helen')
    const texts = ['one', 'other'].map((word) => `${first}\n# ${word}\n`)

    const outcomes = await Promise.allSettled(
      texts.map((text) => publishRules(world.ports, helen, { text, note: 'race', expected: 1 })),
    )

    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost.map(({ code, extra }) => [code, extra['since']])).toMatchObject([
      ['version_conflict', [{ version: 2, author: 'helen', note: 'race' }]],
    ])
    expect((await world.ports.rules.current()).version).toBe(2)
  })

  test('a stale plan is refused at the door with who published since', async () => {
    const world = await aWorld(engine)
    const door = await aDoor(world)
    await door.post('/rules', { text: `${first}\n# first\n`, note: 'A holiday', expected: 1 })

    const late = await door.post('/rules', { text: `${first}\n# late\n`, note: 'x', expected: 1 })

    expect([late.status, late.body.code, late.body.since]).toMatchObject([
      409,
      'version_conflict',
      [{ author: 'helen' }],
    ])
    expect(late.body.detail).toContain('v2 by helen')
  })
})

describe('rules under which a deal would lose its place', () => {
  test('are planned as blocked and not published, whatever the caller says', async () => {
    const world = await aWorld(engine)
    const door = await aDoor(world)
    const id = await aDealIn(world, 'individual_offer')
    const text = renamed.replace('  individual_offer: tailored_offer\n', '')

    const plan = await door.post('/rules/plan', { text })
    const published = await door.post('/rules', { text, note: 'x', expected: 1 })

    expect(plan.body).toMatchObject({
      publishable: false,
      blocked: [
        { code: 'stage-in-use', deals: 1, guess: 'tailored_offer', paste: ['individual_offer: tailored_offer'] },
      ],
    })
    expect([published.status, published.body.code]).toEqual([409, 'rules_blocked'])
    expect(published.body.plan.blocked[0].examples.deals).toEqual([{ id, title: 'Coffee machines for Aurora' }])
    expect((await world.ports.rules.current()).version).toBe(1)
  })

  test('by the door deals have followed when it answers, and the status says so', async () => {
    const world = await aWorld(engine)
    const door = await aDoor(world)
    const id = await aDealIn(world, 'individual_offer')

    const published = await door.post('/rules', { text: renamed, note: 'Renamed', expected: 1 })
    const [deal, status, versions] = await Promise.all([
      door.get(`/deals/${id}`),
      door.get('/rules/status'),
      door.get('/rules/versions'),
    ])

    expect([published.status, published.body.version]).toEqual([201, 2])
    expect(deal.body.deal).toMatchObject({ stage: 'tailored_offer', version: 2, seat: { rules: 2 } })
    expect(status.body).toMatchObject({
      current: { version: 2, author: 'helen', note: 'Renamed' },
      reseating: { version: 2, done: 1, total: 1 },
      alive: [{ version: 1, deals: 1 }],
    })
    expect(versions.body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  })
})

test('a deal that moves while rules are published enters by one version or the other, whole', async () => {
  const world = await aWorld(engine)
  const helen = await world.as('helen')
  const ids = await Promise.all(Array.from({ length: 12 }, () => aDealIn(world, 'feedback')))
  const moves = ids.map(async (id, no) => {
    await new Promise((resolve) => setImmediate(resolve))
    const toStage = no % 2 === 0 ? 'individual_offer' : 'tailored_offer'
    const complete = ['get_feedback', 'answer_objection'].map((task) => `task_${id.slice(5)}-1-${task}`)
    const input = { toStage, complete, fields: { objection: 'price' } }
    return moveDeal(world.ports, helen, id, input).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  })

  await Promise.all([publish(world), ...moves])
  await followRules(world.ports)

  const known = new Map([
    [1, ['feedback']],
    [2, ['feedback', 'tailored_offer']],
  ])
  const seats: string[] = []
  for (const id of ids) {
    const deal = await world.ports.deals.find(id)
    const { configVersion, entered } = deal?.visit ?? { configVersion: 0 }
    expect(deal).toEqual(foldDeal(await world.eventsOf(id)))
    // Whoever came in under the old name was seated since; nobody stands under it any more.
    const cameIn = entered?.stage ?? deal?.stage ?? ''
    expect(configVersion === 1 ? ['feedback', 'individual_offer'] : (known.get(2) ?? [])).toContain(cameIn)
    seats.push(deal?.stage ?? '')
  }
  expect(seats.filter((stage) => stage !== 'feedback' && stage !== 'tailored_offer')).toEqual([])
  expect(await idsIn(world, 'tailored_offer')).toHaveLength(seats.filter((stage) => stage === 'tailored_offer').length)
})

test.each([1, 2, 3, 4, 5, 6])(
  'a job that dies again and again (%i) seats every deal once, and at every moment every deal is shown',
  async (seed) => {
    const world = await aWorld(engine)
    const ids = (await Promise.all(Array.from({ length: 20 }, () => aDealIn(world, 'individual_offer')))).toSorted()
    await publish(world)
    const random = randomFrom(seed)
    let deaths = 0

    for (let run = 0; run < 12; run += 1) {
      const faults = injectFaults(engine.client, { seed: seed * 100 + run })
      for (const kind of ['cut_before', 'reply_lost'] as const) faults.nextRequest(kind, Math.floor(random() * 40))
      await followRules(world.ports, { log: () => (deaths += 1) }).catch(() => (deaths += 1))
      faults.remove()
      expect(await idsIn(world, 'tailored_offer')).toEqual(ids)
    }

    await followRules(world.ports)
    const seated = await Promise.all(ids.map((id) => world.eventsOf(id)))
    expect(deaths).toBeGreaterThan(0)
    expect(seated.map((events) => events.filter(({ name }) => name === 'deal.reseated').length)).toEqual(
      ids.map(() => 1),
    )
    for (const [no, events] of seated.entries())
      expect(foldDeal(events)).toEqual(await world.ports.deals.find(ids[no] ?? ''))
  },
)

test('it is watched for two minutes after the last deal, and then done: old columns are not read any more', async () => {
  const world = await aWorld(engine)
  await aDealIn(world, 'individual_offer')
  await publish(world)
  const states: unknown[] = []

  for (const minutes of [0, 0, 1, 3, 4]) {
    world.setNow(new Date(Date.parse('2026-12-01T07:00:00.000Z') + minutes * 60_000).toISOString())
    const { seated, reseating } = await followRules(world.ports)
    states.push([seated, reseating?.state])
  }
  const cost = meter(engine.client)
  await idsIn(world, 'tailored_offer')

  expect(states).toEqual([
    [1, 'watching'],
    [0, 'watching'],
    [0, 'watching'],
    [0, 'done'],
    [0, 'done'],
  ])
  expect(cost().requests).toBeLessThanOrEqual(2)
})

describe('what it costs in write units', () => {
  test('seating a deal costs six, as a move does: core and event twice each, and the two columns', async () => {
    const world = await aWorld(engine)
    await aDealIn(world, 'individual_offer')
    await publish(world)
    const cost = meter(engine.client)

    await followRules(world.ports)

    // Beside it one before the first deal and one after the last note how far the job is.
    expect(cost().writeUnits).toBe(6 + 2)
  })

  test('a deal more is one request more, its write: deals are read fifty a request', async () => {
    const requestsFor = async (count: number) => {
      const world = await aWorld(engine)
      for (let no = 0; no < count; no += 1) await aDealIn(world, 'individual_offer')
      await publish(world)
      const cost = meter(engine.client)
      const { seated } = await followRules(world.ports)
      expect(seated).toBe(count)
      return cost().requests
    }

    expect((await requestsFor(12)) - (await requestsFor(2))).toBe(10)
  })

  test('publishing costs two for every kilobyte of the compressed rules, and two for the pointer', async () => {
    const world = await aWorld(engine)
    await aDealIn(world, 'individual_offer')
    const cost = meter(engine.client)

    await publish(world)

    const { writeUnits } = cost()
    expect(writeUnits).toBeGreaterThan(2)
    expect(writeUnits).toBeLessThanOrEqual(40)
  })
})
