import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { keys as dealKeys } from '#store/deals/keys'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'

import { factPartsOf, keys, targetPartsOf } from './keys'

type At = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** Where something may be that was kept before years had keys. */
export type Former = {
  readonly months: readonly string[]
  readonly periods: readonly string[]
  readonly pipelines: readonly string[]
}

const WRITES_AT_ONCE = 16

/**
 * Moves facts, targets and columns that were kept a partition a month, a period and a direction to where they are read by the
 * year, each whole or not at all; answers how many. A crash half-way loses nothing, and the next start goes on; once it is
 * done, that is one read.
 */
export async function moveIntoYears(at: At, former: () => Promise<Former>): Promise<number> {
  const mark = keys.movedIntoYears()
  const marked = await at.document.send(new GetCommand({ TableName: at.table, Key: mark, ConsistentRead: true }))
  if (marked.Item !== undefined) return 0
  const { months, periods, pipelines } = await former()
  let moved = 0
  for (const month of months) {
    moved += await moveAll(at, { pk: `PL#${month}`, prefix: 'F#' }, ({ sk }) =>
      keys.fact(month, factPartsOf(String(sk))),
    )
  }
  for (const period of periods) {
    moved += await moveAll(at, { pk: `TG#${period}` }, ({ sk }) => keys.target(period, targetPartsOf(String(sk))))
  }
  for (const pipeline of pipelines) {
    moved += await moveAll(at, { pk: `BC#${pipeline}` }, ({ sk }) => dealKeys.columnCount(pipeline, String(sk)))
  }
  await keepsYears(at)
  return moved
}

/** Notes that everything is kept by the year: of a new company, and of one whose items have been moved. */
export async function keepsYears({ document, table }: At): Promise<void> {
  await document.send(new PutCommand({ TableName: table, Item: keys.movedIntoYears() }))
}

async function moveAll(
  { document, table }: At,
  from: { readonly pk: string; readonly prefix?: string },
  keyOf: (item: Item) => Key,
): Promise<number> {
  const items = await queryAll({ document, table }, from)
  const move = async (item: Item) => {
    const Put = { TableName: table, Item: { ...item, ...keyOf(item) }, ConditionExpression: 'attribute_not_exists(pk)' }
    const Delete = { TableName: table, Key: { pk: item['pk'], sk: item['sk'] } }
    // It is there already: what is found beside it was counted or set anew, and is newer.
    await transact(document, [{ Put }, { Delete }])
  }
  for (let first = 0; first < items.length; first += WRITES_AT_ONCE) {
    await Promise.all(items.slice(first, first + WRITES_AT_ONCE).map(move))
  }
  return items.length
}
