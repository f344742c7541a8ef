import { beforeAll, expect, test } from 'vitest'

import { amountOf, baseOf, dayOf, median, nineOfTen, reachedBy, staysOf, workingSeconds, type RawDeal } from './raw'
import { added, eachOf, looks, numbersIn, only, rounded, withoutEmpty, type Look, type Numbers } from './told'

const chances: Readonly<Record<string, number>> = { contact: 10, offer: 33, close: 70 }
let all: readonly Look[]
beforeAll(async () => {
  all = await looks(36)
}, 120_000)

const each = (check: (look: Look) => Promise<void>): Promise<void> => eachOf(all, check)
const seen = ({ raw, sees }: Look): readonly RawDeal[] => raw.deals.filter(({ deal }) => sees(deal.owner))
const isWon = ({ deal }: RawDeal): boolean => deal.won !== undefined && ['won', 'completed'].includes(deal.status)
const wonIn = (look: Look): readonly RawDeal[] =>
  seen(look).filter((one) => isWon(one) && look.isIn(one.deal.won?.at ?? ''))
const lostIn = (look: Look): readonly RawDeal[] =>
  seen(look).filter(({ deal }) => deal.status === 'lost' && look.isIn(deal.closed?.at ?? ''))
const openOf = (look: Look): readonly RawDeal[] => seen(look).filter(({ deal }) => deal.status === 'open')
const base = ({ raw }: Look, { deal }: RawDeal): number => baseOf(raw, amountOf(deal), deal.currency)
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10

test('the stories have everything in them that makes reports wrong elsewhere', () => {
  const events = all.flatMap(({ raw }) => raw.deals.flatMap((one) => one.events))
  const tasks = all.flatMap(({ raw }) => raw.deals.flatMap((one) => one.tasks))
  const names = new Set(events.map(({ name }) => name))
  const found = {
    skips: all
      .flatMap(({ raw }) => raw.deals.flatMap((one) => one.events.flatMap((event) => reachedBy(raw, one, event))))
      .filter(({ isIn }) => !isIn).length,
    refusals: all.flatMap(({ raw }) => raw.refusals).length,
    overrides: events.filter(({ detail }) => detail.override !== undefined).length,
    moved: tasks.filter(({ firstMissedDueAt, dueAt }) => firstMissedDueAt !== undefined && firstMissedDueAt !== dueAt)
      .length,
    cancelled: tasks.filter(({ status }) => status === 'cancelled').length,
    twice: all
      .flatMap(({ raw }) => raw.deals)
      .filter((one) => new Set(staysOf(one).map(({ stage }) => stage)).size < staysOf(one).length).length,
    won: all.flatMap(({ raw }) => raw.deals).filter(isWon).length,
    lost: all.flatMap(({ raw }) => raw.deals).filter(({ deal }) => deal.status === 'lost').length,
    dollars: all.flatMap(({ raw }) => raw.deals).filter(({ deal }) => deal.currency === 'USD').length,
  }

  expect([...names]).toEqual(
    expect.arrayContaining([
      'deal.lost',
      'deal.cancelled',
      'deal.reopened',
      'deal.owner_changed',
      'task.rescheduled',
      'task.cancelled',
      'deal.replied',
    ]),
  )
  expect(Object.entries(found).filter(([, count]) => count < 3)).toEqual([])
})

test('won deals of the accountant are those whose winning lies in the period, each with its books', () =>
  each(async (look) => {
    const { won } = await numbersIn(look, 'accountant')

    const wanted = wonIn(look).map(({ deal }) => [
      deal.id,
      { count: 1, base: deal.won?.baseMinor ?? 0, amount: deal.won?.amountMinor ?? 0 },
    ])
    expect(only(won, ['count', 'base', 'amount'])).toEqual(Object.fromEntries(wanted))
  }))

test('what is in progress is every open deal in its stage, at the rates of now, weighted by the chance of the stage', () =>
  each(async (look) => {
    const { progress } = await numbersIn(look, 'accountant')

    const brought = openOf(look).flatMap((one) => {
      const [row, sum] = [`${one.deal.pipeline}/${one.deal.stage}`, base(look, one)]
      return [
        [row, 'count', 1],
        [row, 'sum', sum],
        [row, 'weighted', weighted(sum, one.deal.stage)],
      ] as const
    })
    expect(progress).toEqual(added(brought, ['count', 'sum', 'weighted']))
  }))

test('the forecast adds what is expected in the period to what was won in it, and keeps late and undated deals apart', () =>
  each(async (look) => {
    const { forecast } = await numbersIn(look, 'forecast', { by: 'person' })

    const brought = openOf(look).flatMap((one): readonly (readonly [string, string, number])[] => {
      const { deal } = one
      const on = deal.fields['expected_close']
      const sum = base(look, one)
      if (typeof on !== 'string')
        return [
          [deal.owner, 'undated_count', 1],
          [deal.owner, 'undated_sum', sum],
        ]
      if (on < dayOf(look.raw.now))
        return [
          [deal.owner, 'late_count', 1],
          [deal.owner, 'late_sum', sum],
        ]
      if (!look.isIn(`${on}T09:00:00.000Z`)) return [[deal.owner, 'other_count', 1]]
      const likely = weighted(sum, deal.stage)
      return [
        [deal.owner, 'count', 1],
        [deal.owner, 'sum', sum],
        [deal.owner, 'weighted', likely],
        [deal.owner, 'forecast', likely],
      ]
    })
    const won = wonIn(look).flatMap(({ deal: { won: books } }) =>
      books === undefined
        ? []
        : ([
            [books.owner, 'won', books.baseMinor],
            [books.owner, 'forecast', books.baseMinor],
          ] as const),
    )
    const columns = [
      'count',
      'sum',
      'weighted',
      'won',
      'forecast',
      'late_count',
      'late_sum',
      'undated_count',
      'undated_sum',
      'other_count',
    ]
    expect(forecast).toEqual(withoutEmpty(added([...brought, ...won], columns)))
  }))

test('the cohort funnel has every deal created in the period once in each stage it ever reached', () =>
  each(async (look) => {
    const tables = await numbersIn(look, 'funnel_cohort')
    for (const pipeline of ['trade', 'retail']) {
      const cohort = seen(look).filter(({ deal }) => deal.pipeline === pipeline && look.isIn(deal.createdAt))
      const reached = cohort.map((one) => one.events.flatMap((event) => reachedBy(look.raw, one, event)))

      expect(only(tables[pipeline], ['reached', 'skipped'])).toEqual(funnel(reached, 'reached'))
      for (const cells of Object.values(tables[pipeline] ?? {})) {
        expect(cells['of_all']).toBe(share(cells['reached'] ?? 0, cohort.length))
      }
    }
  }))

test('the period funnel has every deal once in each stage it entered in the period', () =>
  each(async (look) => {
    const tables = await numbersIn(look, 'funnel_period')
    for (const pipeline of ['trade', 'retail']) {
      const reached = seen(look)
        .filter(({ deal }) => deal.pipeline === pipeline)
        .map((one) => one.events.filter(({ at }) => look.isIn(at)).flatMap((event) => reachedBy(look.raw, one, event)))

      expect(only(tables[pipeline], ['entered', 'skipped'])).toEqual(funnel(reached, 'entered'))
    }
  }))

test('time in a stage is all visits of a deal that ended by then, and open visits are apart', () =>
  each(async (look) => {
    const tables = await numbersIn(look, 'time_in_stage')
    for (const pipeline of ['trade', 'retail']) {
      const deals = seen(look).filter(({ deal }) => deal.pipeline === pipeline)
      const wanted = Object.fromEntries(
        ['contact', 'offer', 'close', 'deliver'].map((stage) => [stage, timesIn(look, deals, stage)]),
      )

      expect(tables[pipeline] ?? {}).toEqual(withoutEmpty(wanted))
    }
  }))

test('lost reasons count the deals that are lost, by why and where', () =>
  each(async (look) => {
    const { lost } = await numbersIn(look, 'lost_reasons')

    const brought = lostIn(look).flatMap((one) => {
      const row = `${one.deal.closed?.reason}/${one.deal.pipeline}/${one.deal.stage}`
      return [
        [row, 'count', 1],
        [row, 'amount', base(look, one)],
      ] as const
    })
    expect(only(lost, ['count', 'amount'])).toEqual(added(brought, ['count', 'amount']))
  }))

test('velocity is won × average × win rate ÷ cycle, of the deals themselves', () =>
  each(async (look) => {
    const { velocity } = await numbersIn(look, 'velocity')

    const wanted: Record<string, Record<string, number | null>> = {}
    for (const pipeline of ['trade', 'retail']) {
      const won = wonIn(look).filter(({ deal }) => deal.won?.pipeline === pipeline)
      const lost = lostIn(look).filter(({ deal }) => deal.pipeline === pipeline).length
      const amount = won.reduce((sum, { deal }) => sum + (deal.won?.baseMinor ?? 0), 0)
      const days = won.map(({ deal }) => (Date.parse(deal.won?.at ?? '') - Date.parse(deal.createdAt)) / 86_400_000)
      const cycle = won.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / won.length
      const rate = won.length + lost === 0 ? null : won.length / (won.length + lost)
      wanted[pipeline] = {
        won: won.length,
        lost,
        win_rate: rate === null ? null : Math.round(rate * 1000) / 10,
        amount,
        average: won.length === 0 ? null : Math.round(amount / won.length),
        cycle: cycle === null ? null : rounded(cycle),
        velocity: cycle === null || cycle === 0 || rate === null ? null : Math.round((amount * rate) / cycle),
      }
    }
    expect(near(velocity ?? {})).toEqual(near(withoutEmpty(wanted)))
  }))

/** Half a kopeck or a tenth of a percent that falls exactly between two may be rounded either way by the simple road. */
function near(rows: Numbers): Numbers {
  return Object.fromEntries(
    Object.entries(rows).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells).map(([column, value]) => [
          column,
          value !== null && ['win_rate', 'velocity', 'average'].includes(column) ? Math.round(value / 10) : value,
        ]),
      ),
    ]),
  )
}

function weighted(sum: number, stage: string): number {
  const exact = (sum * (chances[stage] ?? 0)) / 100
  const rest = exact - Math.floor(exact)
  if (Math.abs(rest - 0.5) < 1e-9) return Math.floor(exact) % 2 === 0 ? Math.floor(exact) : Math.ceil(exact)
  return Math.round(exact)
}

function funnel(deals: readonly (readonly { stage: string; isIn: boolean }[])[], counted: string): Numbers {
  const brought = deals.flatMap((reached) =>
    [...new Set(reached.map(({ stage }) => stage))].flatMap((stage) => {
      const isSkipped = reached.every((one) => one.stage !== stage || !one.isIn)
      return [
        [stage, counted, 1],
        [stage, 'skipped', isSkipped ? 1 : 0],
      ] as const
    }),
  )
  return added(brought, [counted, 'skipped'])
}

function timesIn({ raw, isIn }: Look, deals: readonly RawDeal[], stage: string): Record<string, number | null> {
  const working: number[] = []
  const calendar: number[] = []
  for (const one of deals) {
    const ended = staysOf(one).filter((stay) => stay.stage === stage && stay.to !== null)
    const last = ended.findLastIndex(({ to }) => to !== null && isIn(to))
    if (last < 0) continue
    const counted = ended.slice(0, last + 1).map(({ from, to }) => [from, to ?? ''] as const)
    working.push(counted.reduce((sum, [from, to]) => sum + workingSeconds(raw, from, to), 0) / 28_800)
    calendar.push(
      counted.reduce((sum, [from, to]) => sum + Math.floor((Date.parse(to) - Date.parse(from)) / 1000), 0) / 86_400,
    )
  }
  const soFar = deals
    .filter(({ deal }) => deal.stage === stage && (deal.status === 'open' || deal.status === 'won'))
    .map(({ deal }) => (Date.parse(raw.now) - Date.parse(deal.visit.enteredAt)) / 86_400_000)
  const told = (value: number | null) => (value === null ? null : rounded(value))
  return {
    ended: working.length,
    working_median: told(median(working)),
    working_p90: told(nineOfTen(working)),
    calendar_median: told(median(calendar)),
    calendar_p90: told(nineOfTen(calendar)),
    now: soFar.length,
    so_far_median: told(median(soFar)),
    so_far_longest: told(soFar.length === 0 ? null : Math.max(...soFar)),
  }
}
