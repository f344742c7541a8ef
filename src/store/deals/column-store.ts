import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { sumOf, sumOfUnnamed } from './column-sums'
import { partitions, prefixes } from './keys'
import { settingsStore } from '#store/people/people-store'
import { queryAll, type Ask } from '#store/query'
import { byCurrency } from '#domain/deals/currency-sums'
import type { ColumnCount, PlanStore } from '#ports/plans'

/** Counts and sums of columns, each currency by itself. What counts deals is loaded by whoever does so first. */
export function columnStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'countColumn' | 'columns' | 'columnsIn'> {
  const at = { document, table }
  const settings = settingsStore(at)
  let counting: Promise<PlanStore['countColumn']> | undefined
  const load = async () => (await import('./column-counting')).columnCounting(document, table)
  const read = async (ask: Ask): Promise<readonly ColumnCount[]> => {
    const items = await queryAll(at, ask)
    const isNamed = items.every((item) => (item[sumOfUnnamed] ?? 0) === 0)
    // Whose currency is not named had the company’s: it was the only one that was told.
    const unnamed = isNamed ? '' : (await settings.load()).currency
    return items.map((item) => columnFrom(item, unnamed))
  }
  return {
    countColumn: async (...counted) => (await (counting ??= load()))(...counted),
    columns: (pipeline) => read({ pk: partitions.columns(), prefix: prefixes.columnsOf(pipeline) }),
    columnsIn: async (pipelines) =>
      (await read({ pk: partitions.columns() })).filter(({ pipeline }) => pipelines.includes(pipeline)),
  }
}

function columnFrom(item: Readonly<Record<string, unknown>>, unnamed: string): ColumnCount {
  const sums = Object.entries(item).flatMap(([name, minor]) => {
    if (name !== sumOfUnnamed && !name.startsWith(sumOf)) return []
    return [{ currency: name === sumOfUnnamed ? unnamed : name.slice(sumOf.length), minor: minor as number }]
  })
  const [pipeline = '', stage = ''] = String(item['sk']).split('#')
  return { pipeline, stage, count: item['deals'] as number, sums: byCurrency(sums) }
}
