import { beforeAll, describe, expect, test } from 'vitest'

import type { ReportItem, ReportQuery, ReportTable } from '#schemas/report'
import { reportNames, type FoldKind, type ReportName } from '#schemas/report-names'
import type { ReportGroup } from '#schemas/report-names'
import { listReports, readReport } from '#reports/usecases/read-report'
import { readReportItems } from '#reports/usecases/read-report-items'
import { median, nineOfTen } from './raw'
import { eachOf, looks, readerOf, rounded, type Look } from './told'

let all: readonly Look[]
beforeAll(async () => {
  // Eight stories that are the same every time have a number in every report; chance alone may leave a report empty.
  all = [...(await looks(8, 1)), ...(await looks(6))]
}, 120_000)

const language = 'en'
// Nobody rings this company: the numbers of calls are opened in test/channels/call-report.
const asks = listReports(language).items.flatMap(({ name, groups }) =>
  name === 'calls' ? [] : groups.map((by) => ({ name, by })),
)
/** Rows by a field are asked for with the field. */
const fieldFor = (by: ReportGroup) => (by === 'field' ? { field: 'source' } : {})

/** Every item behind a number, page after page. */
async function itemsBehind(look: Look, name: ReportName, asked: ReportQuery, cell: string) {
  const items: ReportItem[] = []
  let cursor: string | undefined
  for (;;) {
    const page = { limit: 7, ...(cursor === undefined ? {} : { cursor }) }
    const read = await readReportItems(
      look.world.ports,
      await readerOf(look),
      { name, asked: { ...asked, cell }, language },
      page,
    )
    items.push(...read.items)
    cursor = read.cursor
    if (cursor === undefined) return { ...read, items }
  }
}

function foldOf(fold: FoldKind, values: readonly number[]): number | null {
  const sum = values.reduce((total, value) => total + value, 0)
  switch (fold) {
    case 'sum':
      return sum
    case 'mean':
      return sum / values.length
    case 'median':
      return median(values)
    case 'p90':
      return nineOfTen(values)
    case 'longest':
      return Math.max(...values)
    case 'percent':
      return Math.round((sum / values.length) * 1000) / 10
    case 'derived':
      return null
  }
}

describe.each(asks)('every number of $name by $by', ({ name, by }) => {
  test('is what the deals or tasks behind it come to, and the reader may see each of them', async () => {
    let numbers = 0
    await eachOf(all, async (look) => {
      for (const metric of name === 'plan_fact' ? (['sum', 'tasks_done'] as const) : ([undefined] as const)) {
        const asked = { ...look.period, by, ...fieldFor(by), ...(metric === undefined ? {} : { metric }) }
        const report = await readReport(look.world.ports, await readerOf(look), { name, asked }, { language })
        for (const { cell, value } of cellsOf(report.tables)) {
          const behind = await itemsBehind(look, name, asked, cell)
          numbers += 1

          expect(behind.count).toBe(behind.items.length)
          expect(behind.value).toBe(value)
          expect(behind.items.length).toBeGreaterThan(0)
          if (behind.fold === 'derived') continue
          const folded = foldOf(
            behind.fold,
            behind.items.map((item) => item.value),
          )
          expect(folded === null ? null : rounded(folded)).toBe(rounded(Number(value)))
        }
      }
    })
    expect(numbers).toBeGreaterThan(0)
  })
})

test('the totals of a table whose column adds up are the sum of its rows', () =>
  eachOf(all, async (look) => {
    const reader = await readerOf(look)
    for (const { name, by } of asks.filter((ask) => ask.by !== 'axis')) {
      const report = await readReport(
        look.world.ports,
        reader,
        { name, asked: { ...look.period, by, ...fieldFor(by) } },
        { language },
      )
      const told = report.tables.flatMap((table) => addable(name, table).map((id) => [table, id] as const))
      for (const [{ rows, totals }, id] of told) {
        const sum = rows.reduce((added, { cells }) => added + Number(cells[id]?.value ?? 0), 0)
        expect([name, by, id, sum]).toEqual([name, by, id, totals?.[id]?.value])
      }
    }
  }))

/** Columns that have a total and add up. */
function addable(name: ReportName, { columns, totals }: ReportTable): readonly string[] {
  return columns
    .filter(({ kind }) => kind === 'count' || kind === 'money')
    .map(({ id }) => id)
    .filter((id) => typeof totals?.[id]?.value === 'number' && !derived.has(`${name}.${id}`))
}

test('every report is drawn the same way: each value stands in a column, and each column has a title in both languages', async () => {
  const [look] = all
  if (look === undefined) throw new Error('There are stories.')
  for (const name of reportNames) {
    const [en, ru] = await Promise.all(
      (['en', 'ru'] as const).map(async (lang) =>
        readReport(look.world.ports, await readerOf(look), { name, asked: { ...look.period, lang } }, { language }),
      ),
    )
    expect(en?.how).not.toBe(ru?.how)
    for (const report of [en, ru]) {
      for (const { columns, rows, totals, title, rowTitle } of report?.tables ?? []) {
        const known = new Set(columns.map(({ id }) => id))
        const used = [...rows.map(({ cells }) => cells), totals ?? {}].flatMap((cells) => Object.keys(cells))
        expect(used.filter((id) => !known.has(id))).toEqual([])
        expect([title, rowTitle, ...columns.map((column) => column.title)].filter((text) => text === '')).toEqual([])
        expect(columns.filter((column) => column.title === column.id).map(({ id }) => id)).toEqual([])
      }
    }
  }
})

const derived = new Set([
  'velocity.average',
  'velocity.velocity',
  'plan_fact.expected',
  'plan_fact.run_rate',
  'plan_fact.need_per_day',
])

function cellsOf(tables: readonly ReportTable[]) {
  return tables.flatMap(({ rows, totals }) =>
    [...rows.map(({ cells }) => cells), totals ?? {}].flatMap((cells) =>
      Object.values(cells).flatMap(({ cell, value }) => (cell === undefined ? [] : [{ cell, value }])),
    ),
  )
}
