import { beforeAll, expect, test } from 'vitest'

import type { ReportQuery } from '#schemas/report'
import type { ReportName } from '#schemas/report-names'
import { readReport } from '#reports/usecases/read-report'
import { added, eachOf, looks, numbersIn, only, readerOf, type Look, type Numbers } from './told'

let all: readonly Look[]
beforeAll(async () => {
  all = await looks(12)
}, 120_000)

const each = (check: (look: Look) => Promise<void>): Promise<void> => eachOf(all, check)

function sourceOf({ raw }: Look, id: string): string {
  return String(raw.deals.find(({ deal }) => deal.id === id)?.deal.fields['source'] ?? '')
}

function sourcesOf({ raw }: Look): readonly string[] {
  return [...new Set(raw.deals.map(({ deal }) => String(deal.fields['source'] ?? '')))]
}

test('won and lost by source are the deals of each source, as the accountant and the reasons list them', () =>
  each(async (look) => {
    const { velocity } = await numbersIn(look, 'velocity', { by: 'field', field: 'source' })
    const { won } = await numbersIn(look, 'accountant')
    const { lost } = await numbersIn(look, 'lost_reasons', { field: 'source' })

    const wonBy: Record<string, Record<string, number>> = {}
    for (const [deal, { base }] of Object.entries(won ?? {})) {
      const row = (wonBy[sourceOf(look, deal)] ??= { won: 0, amount: 0 })
      row['won'] = (row['won'] ?? 0) + 1
      row['amount'] = (row['amount'] ?? 0) + (base ?? 0)
    }
    expect(only(velocity, ['won', 'amount'])).toEqual(wonBy)
    const lostBy = Object.fromEntries(
      Object.entries(velocity ?? {}).map(([id, { lost: count }]) => [id, { count: count ?? null }]),
    )
    expect(only(lost, ['count'])).toEqual(only(lostBy, ['count']))
  }))

test('of the new deals of each source the report says how many there are and how many are won by now', () =>
  each(async (look) => {
    const { cohort } = await numbersIn(look, 'funnel_cohort', { by: 'field', field: 'source' })
    const whole = await numbersIn(look, 'funnel_cohort')
    const wonInAll = Object.values(whole).reduce((sum, rows) => sum + (rows['~won']?.['reached'] ?? 0), 0)

    expect(Object.values(cohort ?? {}).reduce((sum, { won }) => sum + (won ?? 0), 0)).toBe(wonInAll)
    for (const [source, { deals, won, won_share: share }] of Object.entries(cohort ?? {})) {
      const own = await numbersIn(look, 'funnel_cohort', {
        by: 'field',
        field: 'source',
        where: `fields.source="${source}"`,
      })
      expect(own['cohort']?.[source]).toEqual({ deals, won, won_share: share })
      expect(won ?? 0).toBeLessThanOrEqual(deals ?? 0)
    }
  }))

test('of the deals that moved, and of the time at stages, every source has what a report of it alone says', () =>
  each(async (look) => {
    const by = { by: 'field', field: 'source' } as const
    for (const [name, table, counted] of [
      ['funnel_period', 'moved', 'deals'],
      ['time_in_stage', 'stage_time', 'ended'],
    ] as const) {
      const { [table]: rows = {} } = await numbersIn(look, name, by)
      const whole = Object.values(await numbersIn(look, name)).flatMap((stages) => Object.entries(stages))
      const ended = whole.reduce((sum, [, row]) => sum + (row['ended'] ?? 0), 0)
      const won = whole.reduce((sum, [stage, row]) => sum + (stage === '~won' ? (row['entered'] ?? 0) : 0), 0)

      expect(Object.values(rows).reduce((sum, row) => sum + (row['ended'] ?? row['won'] ?? 0), 0)).toBe(ended + won)
      for (const [source, row] of Object.entries(rows)) {
        const own = await numbersIn(look, name, { ...by, where: `fields.source="${source}"` })
        expect(own[table]?.[source]).toEqual(row)
        expect(row[counted] ?? 0).toBeGreaterThanOrEqual(row['won'] ?? 0)
      }
    }
  }))

test('in every row by a source stands what a report of that source alone says, of money, of work and of what lies before whom', async () => {
  const met = new Set<string>()
  await each(async (look) => {
    for (const [name, tables] of [
      ['accountant', ['won', 'progress']],
      ['tasks', ['tasks']],
      ['load', ['load']],
      ['discipline', ['discipline']],
    ] as const) {
      const shown = await numbersIn(look, name, { by: 'field', field: 'source' })
      for (const table of tables) {
        const rows = shown[table] ?? {}
        if (Object.keys(rows).length > 0) met.add(table)
        for (const [source, row] of Object.entries(rows)) {
          const own = await numbersIn(look, name, {
            by: 'field',
            field: 'source',
            where: `fields.source="${source}"`,
          })
          expect(own[table]).toEqual({ [source]: row })
        }
        const columns = [...new Set(Object.values(rows).flatMap(Object.keys))].filter((id) => additiveOf.has(id))
        const whole = await numbersIn(look, name)
        expect(sumsOf(rows, columns)).toEqual(sumsOf(whole[table], columns))
      }
    }
  })
  expect([...met].toSorted()).toEqual(['discipline', 'load', 'progress', 'tasks', 'won'])
})

/** Columns whose cells add up, whatever the rows are. */
const additiveOf: ReadonlySet<string> = new Set(
  (
    'count base sum weighted created done on_time late cancelled due kept missed to_come open overdue ' +
    'with_another taken_over today week later undated no_task'
  ).split(' '),
)

function sumsOf(table: Numbers | undefined, columns: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    columns.map((id) => [id, Object.values(table ?? {}).reduce((sum, row) => sum + (row[id] ?? 0), 0)]),
  )
}

const additive: readonly (readonly [ReportName, readonly string[]])[] = [
  ['accountant', ['count', 'base', 'sum', 'weighted']],
  ['funnel_cohort', ['came', 'skipped']],
  ['funnel_period', ['reached', 'skipped']],
  ['forecast', ['count', 'sum', 'weighted', 'won', 'forecast', 'late_count', 'undated_count', 'other_count']],
  ['lost_reasons', ['count', 'amount']],
  ['compliance', ['moves', 'overrides', 'refusals', 'skipped', 'late_tasks', 'no_task']],
  ['response', ['leads', 'answered']],
  ['load', ['open', 'overdue', 'no_task']],
]

test.each(additive)('%s of one source after another adds up to the whole', (name, columns) =>
  each(async (look) => {
    const whole = await numbersIn(look, name)
    const parts = await Promise.all(
      sourcesOf(look).map((source) => numbersIn(look, name, { where: `fields.source=${source}` })),
    )

    for (const table of Object.keys(whole)) {
      const cells = parts.flatMap((part) => cellsOf(part[table], columns))
      expect(only(added(cells, columns), columns)).toEqual(
        only(added(cellsOf(whole[table], columns), columns), columns),
      )
    }
  }),
)

/** What each row brings to each of the columns, so that rows of several tables add up. */
function cellsOf(table: Numbers | undefined, columns: readonly string[]) {
  return Object.entries(table ?? {}).flatMap(([row, cells]) =>
    columns.filter((id) => id in cells).map((id) => [row, id, cells[id] ?? 0] as const),
  )
}

const refused: readonly (readonly [ReportName, ReportQuery, string])[] = [
  ['plan_fact', { where: 'fields.source=site' }, 'leave out “where” and “field”'],
  ['plan_needs', { field: 'source' }, 'leave out “where” and “field”'],
  ['velocity', { by: 'field' }, 'write “field=” and one of'],
  ['velocity', { by: 'person', field: 'source' }, 'write “field=” and one of'],
  ['velocity', { by: 'field', field: 'amount' }, 'cannot be made by “amount”'],
  ['plan_needs', { by: 'field', field: 'source' }, 'has no rows by “field”'],
  ['velocity', { where: 'colour=red' }, 'has no column “colour”'],
]

test.each(refused)('%s with %j is refused: %s', async (name, asked, sentence) => {
  const [look] = all
  if (look === undefined) throw new Error('Stories are told before the first test.')
  const reading = readReport(look.world.ports, await readerOf(look), { name, asked }, { language: 'en' })

  await expect(reading).rejects.toThrow(sentence)
})
