import { beforeAll, describe, expect, test } from 'vitest'

import { queryAll } from '#store/query'
import { planStore } from '#store/plan/plan-store'
import { useEngine } from '#test/support/engine'
import { ConnectionLost, injectFaults, randomFrom, shuffled, type FaultKind } from '#test/support/faults'
import { aContribution, aHistory, anEvent, asBooks, booksOf, endsOf } from '#test/support/history'
import { keepColumnCounters } from '#usecases/deals/keep-column-counters'
import { keepPlanLedger } from '#usecases/plan/keep-plan-ledger'
import type { PlanStore } from '#ports/plans'
import type { DomainEvent } from '#schemas/event'

type Books = Readonly<Record<string, readonly number[]>>
type Road = {
  readonly take: (plans: PlanStore, event: DomainEvent) => Promise<void>
  readonly read: (plans: PlanStore) => Promise<Books>
  readonly expected: (history: readonly DomainEvent[]) => Books
}

const engine = useEngine()
/** What events say of themselves has to be enough. */
const neverAsked = { find: () => Promise.reject(new Error('No deal should be read.')) }
const months = ['2026-10', '2026-11']
/** The table the plans of a test are in. */
let table = ''
/** How many open deals everybody has: nothing but the giving of deals reads it, so it is read as it is kept. */
async function ownerCounts() {
  const items = await queryAll({ document: engine.client, table }, { pk: 'BC#~owners' })
  return items.map(({ sk, deals }) => ({ pipeline: '~owners', stage: String(sk), count: Number(deals), sums: [] }))
}
const pipelines = ['b2b_new', 'b2c_new']

const roads: Readonly<Record<string, Road>> = {
  'the plan’s ledger': {
    take: (plans, event) => keepPlanLedger({ plans }, event),
    read: async (plans) => asBooks((await Promise.all(months.map((month) => plans.facts(month)))).flat()),
    expected: booksOf,
  },
  'column counters': {
    take: (plans, event) => keepColumnCounters({ plans, deals: neverAsked }, [event]),
    read: async (plans) => {
      const columns = [...(await plans.columnsIn(pipelines)), ...(await ownerCounts())]
      const counted = columns.filter(({ count }) => count !== 0)
      return Object.fromEntries(
        counted.flatMap(({ pipeline, stage, count, sums }) => [
          [`${pipeline} ${stage}`, [count]],
          ...sums.map(({ currency, minor }) => [`${pipeline} ${stage} ${currency}`, [minor]]),
        ]),
      )
    },
    expected: boardOf,
  },
}

describe.each(Object.entries(roads))('%s', (_, { take, read, expected }) => {
  const small = life()
  let plans: PlanStore

  const fresh = async () => {
    table = await engine.createTable()
    plans = planStore(engine.client, table)
  }
  const takeAll = async (events: readonly DomainEvent[]) => {
    for (const event of events) await take(plans, event)
  }

  beforeAll(fresh)

  test('is right in every order in which the events of a deal can come', async () => {
    const orders = permutations(small)

    const seen = new Set<string>()
    for (const order of orders) {
      await fresh()
      await takeAll(order)
      seen.add(JSON.stringify(await read(plans)))
    }

    expect(orders).toHaveLength(120)
    expect([...seen].map((books) => JSON.parse(books) as unknown)).toEqual([expected(small)])
  })

  test('is right when every event comes twice', async () => {
    await fresh()
    await takeAll(small.flatMap((event) => [event, event]))

    expect(await read(plans)).toEqual(expected(small))
  })

  test.each(['cut_before', 'reply_lost'] as const)('survives a crash at each of its requests (%s)', async (kind) => {
    await fresh()
    let crashes = 0
    for (const event of small) crashes += await takeCrashing(event, kind)

    expect(crashes).toBeGreaterThan(small.length)
    expect(await read(plans)).toEqual(expected(small))
  })

  test('a replay of everything changes nothing', async () => {
    await fresh()
    await takeAll(small)
    const before = await read(plans)
    await takeAll(small.toReversed())
    await takeAll(small)

    expect(await read(plans)).toEqual(before)
    expect(before).toEqual(expected(small))
  })

  test.each([2, 3, 4, 5, 6])('shuffled lives told by rivals over a bad line add up (seed %i)', async (seed) => {
    await fresh()
    const history = aHistory(seed, { deals: 12, events: 10 })
    const random = randomFrom(seed)
    const told = shuffled([...history, ...history.filter(() => random() < 0.3)], random)
    const faults = injectFaults(engine.client, {
      seed,
      rates: { conflict: 0.3, throttled: 0.05, cut_before: 0.05, reply_lost: 0.05 },
    })

    await Promise.all(thirds(told).map((part) => takeStubbornly(part)))
    faults.remove()

    expect(Object.entries(faults.struck()).filter(([, times]) => times === 0)).toEqual([])
    expect(await read(plans)).toEqual(expected(history))
    expect(Object.keys(expected(history)).length).toBeGreaterThan(1)
  })

  /** Crashes at the first request, then at the second of a new attempt, and so on until one goes well. */
  async function takeCrashing(event: DomainEvent, kind: FaultKind): Promise<number> {
    for (let crashes = 0; ; crashes += 1) {
      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, crashes)
      const crash = await take(plans, event).then(
        () => undefined,
        (error: unknown) => error,
      )
      faults.remove()
      if (crash === undefined) return crashes
      expect(crash).toBeInstanceOf(ConnectionLost)
    }
  }

  async function takeStubbornly(events: readonly DomainEvent[]): Promise<void> {
    const queue = [...events]
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const isTaken = await take(plans, event).then(
        () => true,
        () => false,
      )
      if (!isTaken) queue.push(event)
    }
  }
})

test('a task that is done counts for itself, also when a move completes it', async () => {
  const plans = planStore(engine.client, await engine.createTable())
  const done = aContribution({ sumMinor: 0, count: 0, tasksDone: 1 })

  const reopened = { ...done, tasksDone: 0 }

  await keepPlanLedger({ plans }, anEvent(2, { name: 'task.done', plan: [{ ...done, source: 'task_1' }] }))
  await keepPlanLedger({ plans }, anEvent(3, { plan: [aContribution(), { ...done, source: 'task_2' }] }))
  await keepPlanLedger({ plans }, anEvent(4, { name: 'task.reopened', plan: [{ ...reopened, source: 'task_1' }] }))

  expect(await plans.facts('2026-11')).toMatchObject([{ sumMinor: 100_00, count: 1, tasksDone: 1 }])
  expect((await plans.ledger('2026-11')).map(({ source, version }) => [source, version])).toEqual([
    ['deal_1', 3],
    ['task_1', 4],
    ['task_2', 3],
  ])
})

test('an event that does not touch the plan writes nothing into its books', async () => {
  const plans = planStore(engine.client, await engine.createTable())

  await keepPlanLedger({ plans }, anEvent(1))

  expect(await plans.ledger('2026-11')).toEqual([])
})

/** Won, corrected, given to somebody else in another month, cancelled, won again. */
function life(): readonly DomainEvent[] {
  const first = aContribution()
  const second = aContribution({ key: { month: '2026-10', employee: 'boris' }, sumMinor: 70_00 })
  const none = { sumMinor: 0, count: 0 }
  const deal = { stage: 'delivery', status: 'won' } as const
  return [
    anEvent(1, { deal, plan: [first] }),
    anEvent(2, { deal: { ...deal, amountMinor: 120_00 }, plan: [{ ...first, sumMinor: 120_00 }] }),
    anEvent(3, { deal: { ...deal, owner: 'boris' }, plan: [second, { ...first, ...none }] }),
    anEvent(4, {
      deal: { ...deal, status: 'cancelled' },
      plan: [
        { ...second, ...none },
        { ...first, ...none },
      ],
    }),
    anEvent(5, {
      deal,
      plan: [
        { ...first, sumMinor: 90_00 },
        { ...second, ...none },
      ],
    }),
  ]
}

/** Columns and owners counted from where every deal ended. */
function boardOf(history: readonly DomainEvent[]): Books {
  const board: Record<string, [number]> = {}
  const count = (name: string, more: number) => {
    board[name] = [(board[name]?.[0] ?? 0) + more]
  }
  for (const { deal } of endsOf(history).map(({ detail }) => detail)) {
    if (deal.status !== 'open' && deal.status !== 'won') continue
    count(`${deal.pipeline} ${deal.stage}`, 1)
    count(`${deal.pipeline} ${deal.stage} ${deal.currency}`, deal.amountMinor)
    count(`~owners ${deal.owner}`, 1)
  }
  return board
}

function permutations<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length <= 1) return [things]
  return things.flatMap((thing, at) => permutations(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]))
}

function thirds<T>(things: readonly T[]): readonly (readonly T[])[] {
  return [0, 1, 2].map((part) => things.filter((_, index) => index % 3 === part))
}
