import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { burnUpDays, eveningsOf } from '#domain/plan/burn-up'
import { useEngine } from '#test/support/engine'
import { aContribution } from '#test/support/history'
import { aWorld } from '#test/support/world'
import { burnUpOf } from '#usecases/plan/burn-up-of'
import { loadPlanBooks } from '#usecases/plan/plan-books'
import { readPlan } from '#usecases/plan/read-plan'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { runs } from '#test/support/runs'

const engine = useEngine()
const row = { metric: 'sum', scope: 'employee', id: 'anna' } as const

/** A company in which these deals were won, each at its moment. */
const sold = async (wins: readonly { readonly at: string; readonly sumMinor: number; readonly owner?: string }[]) => {
  const world = await aWorld(engine, { now: '2026-11-16T09:00:00.000Z' })
  for (const [index, { at, sumMinor, owner = 'anna' }] of wins.entries()) {
    const key = { month: at.slice(0, 7), employee: owner, department: 'b2b', axes: 'audience=new,segment=b2b' }
    await world.ports.plans.contribute(`deal_${index}`, 1, [aContribution({ sumMinor, key })])
  }
  const findMany = (ids: readonly string[]): Promise<readonly Deal[]> =>
    Promise.resolve(
      ids.flatMap((id) => {
        const win = wins[Number(id.slice('deal_'.length))]
        return win === undefined ? [] : [{ id, won: { at: win.at } } as Deal]
      }),
    )
  const ports = { ...world.ports, deals: { ...world.ports.deals, findMany } }
  return { ...world, ports, books: await loadPlanBooks(ports, '2026-11') }
}
const wins = [
  { at: '2026-11-02T08:00:00.000Z', sumMinor: 100 },
  // 00:30 of the 4th in Moscow: it is the day of the company that counts.
  { at: '2026-11-03T21:30:00.000Z', sumMinor: 20 },
  { at: '2026-11-11T12:00:00.000Z', sumMinor: 3 },
  { at: '2026-11-11T12:00:00.000Z', sumMinor: 7_000, owner: 'boris' },
]

describe('a burn-up', () => {
  test('before the first snapshot is added up from the ledger, by the days on which deals were won', async () => {
    const { ports, books } = await sold(wins)

    const { days } = await burnUpOf(ports, books, { period: '2026-11', row, today: '2026-11-16', plan: 2_100 })

    expect(days).toHaveLength(15)
    expect(days.map(({ fact }) => fact)).toEqual([
      0, 100, 100, 120, 120, 120, 120, 120, 120, 120, 123, 123, 123, 123, 123,
    ])
    // Two working days of 21 are gone on the evening of the 3rd; the 7th is a Saturday.
    expect(days[2]).toMatchObject({ on: '2026-11-03', plan: 2_100, expected: 200 })
    expect(days[5]).toMatchObject({ on: '2026-11-06', expected: 500 })
    expect(days[6]).toMatchObject({ on: '2026-11-07', expected: 500 })
  })

  test('goes on with the snapshots once there are any', async () => {
    const { ports, books } = await sold(wins)
    await ports.plans.saveSnapshot('2026-11', '2026-11-05', [{ ...row, plan: 4_200, fact: 777 }])
    await ports.plans.saveSnapshot('2026-11', '2026-11-06', [{ ...row, plan: 4_200, fact: 778 }])

    const { days } = await burnUpOf(ports, books, { period: '2026-11', row, today: '2026-11-16', plan: 2_100 })

    expect(days.map(({ on, plan, fact }) => [on.slice(-2), plan, fact])).toEqual([
      ['01', 2_100, 0],
      ['02', 2_100, 100],
      ['03', 2_100, 100],
      ['04', 2_100, 120],
      ['05', 4_200, 777],
      ['06', 4_200, 778],
    ])
  })

  test('of the company has everybody’s, of a direction and an axis value what counts there', async () => {
    const { ports, books } = await sold(wins)
    const last = async (scope: 'company' | 'pipeline' | 'axis', id: string) => {
      const asked = { period: '2026-11', row: { metric: 'sum', scope, id } as const, today: '2026-11-16', plan: null }
      return (await burnUpOf(ports, books, asked)).days.at(-1)
    }

    expect(await last('company', '')).toMatchObject({ fact: 7_123, plan: null, expected: null })
    expect(await last('pipeline', 'b2b_new')).toMatchObject({ fact: 7_123 })
    expect(await last('pipeline', 'b2c_new')).toMatchObject({ fact: 0 })
    expect(await last('axis', 'audience=new')).toMatchObject({ fact: 7_123 })
  })

  test('of tasks counts the days on which they were done', async () => {
    const world = await aWorld(engine, { now: '2026-11-16T09:00:00.000Z' })
    const key = { month: '2026-11', employee: 'anna', department: 'b2b', pipeline: 'b2b_new', axes: '' }
    const done = [
      ['task_1', '2026-10-31T21:30:00.000Z'],
      ['task_2', '2026-11-05T09:00:00.000Z'],
    ] as const
    for (const [id] of done) {
      await world.ports.plans.contribute(id, 1, [{ key, sumMinor: 0, count: 0, tasksDone: 1 }])
    }
    const doneTasks = ({ month }: { month: string }) =>
      Promise.resolve({
        items: done.flatMap(([id, doneAt]) => (doneAt.startsWith(month) ? [{ id, doneAt } as Task] : [])),
      })
    const ports = { ...world.ports, deals: { ...world.ports.deals, doneTasks } }
    const books = await loadPlanBooks(world.ports, '2026-11')
    const asked = { period: '2026-11', row: { ...row, metric: 'tasks_done' }, today: '2026-11-07', plan: null } as const

    const { days } = await burnUpOf(ports, books, asked)

    expect(days.map(({ fact }) => fact)).toEqual([1, 1, 1, 1, 2, 2])
  })

  test('never loses or makes up anything: its last evening is all that came before', async () => {
    const { books } = await sold([])
    const came = fc.record({ on: fc.integer({ min: 1, max: 30 }), amount: fc.integer({ min: 0, max: 10 ** 9 }) })
    fc.assert(
      fc.property(fc.array(came), fc.integer({ min: 1, max: 30 }), fc.nat(10 ** 10), (all, until, plan) => {
        const date = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`
        const days = all.map(({ on, amount }) => ({ on: date(on), amount }))
        const evenings = eveningsOf(days, { from: date(1), until: date(until) }, plan)
        const span = { from: date(1), to: '2026-12-01' }
        const shown = burnUpDays(evenings, books.model.calendar, span)

        const expected = all.filter(({ on }) => on < until).reduce((sum, { amount }) => sum + amount, 0)
        expect(evenings.at(-1)?.fact ?? 0).toBe(expected)
        expect(shown.every((day, index) => day.fact >= (shown[index - 1]?.fact ?? 0))).toBe(true)
        expect(shown.every((day, index) => (day.expected ?? 0) >= (shown[index - 1]?.expected ?? 0))).toBe(true)
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('a plan as a page shows it', () => {
  const plan = async (employee: string, asked: Partial<Parameters<typeof readPlan>[3]> = {}) => {
    const world = await sold(wins)
    await world.ports.plans.setTargets('2026-11', [{ ...row, value: 2_100 }])
    return readPlan(world.ports, (await world.as(employee)).caller, '2026-11', {
      metric: 'sum',
      by: 'employee',
      ...asked,
    })
  }

  test('opens with the company for who may see it, with the own row for a seller, and with a row that is asked for', async () => {
    const whole = await plan('helen')
    const own = await plan('anna')
    const asked = await plan('helen', { by: 'pipeline', row: { scope: 'employee', id: 'boris' } })

    expect(whole.closely?.row).toMatchObject({ scope: 'company', id: '', fact: 7_123 })
    expect(own.closely).toMatchObject({ row: { id: 'anna', plan: 2_100, fact: 123 }, burnUp: { name: 'Anna' } })
    expect(asked.closely?.burnUp.days.at(-1)).toMatchObject({ fact: 7_000 })
    expect(asked.rows.map(({ scope }) => scope)).toEqual(['pipeline', 'pipeline', 'pipeline', 'pipeline'])
  })

  test('never shows a row that the caller may not see, whatever is asked for', async () => {
    const other = await plan('anna', { row: { scope: 'employee', id: 'boris' } })
    const above = await plan('anna', { by: 'company', row: { scope: 'company', id: '' } })
    const head = await plan('clara', { by: 'employee' })

    expect(other.closely?.row.id).toBe('anna')
    expect([above.rows, above.closely]).toEqual([[], null])
    expect(head.rows).toEqual([])
    expect([other.scopes, head.scopes]).toEqual([['employee'], ['employee', 'department']])
  })
})
