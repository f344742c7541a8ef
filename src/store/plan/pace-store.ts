import { gunzipSync, gzipSync } from 'node:zlib'

import { BatchWriteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { contended, isConditionFailed } from '#store/contended'
import type { Key } from '#store/key'
import { keys, partitions, prefixes } from './keys'
import { queryAll } from '#store/query'
import type { Pace, PlanStore, Snapshot } from '#ports/plans'

/** The most items a batch may hold. */
const AT_ONCE = 25

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type BatchPut = { readonly PutRequest: { readonly Item: Record<string, unknown> } }

/** Keeps what the schedules compute: snapshots (an item a row and day), the newest pace, the newest reconciliation. */
export function paceStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'saveSnapshot' | 'snapshots' | 'savePace' | 'pace' | 'saveReconciliation' | 'lastReconciliation'> {
  const at = { document, table }
  return {
    saveSnapshot: (period, on, rows) =>
      putAll(
        at,
        rows.map((row) => ({ ...keys.snapshot(period, row, on), day: on, plan: row.plan, fact: row.fact })),
      ),
    snapshots: async (period, row) => {
      const items = await queryAll(
        { document, table },
        { pk: partitions.snapshots(period), prefix: prefixes.snapshotsOf(row) },
      )
      return items.map(({ day, plan, fact }) => ({ on: day, plan, fact }) as Snapshot)
    },
    savePace: (period, metric, pace) =>
      putNewer(at, keys.pace(period, metric), pace.at, {
        packed: gzipSync(JSON.stringify(pace.rows)),
      }),
    pace: async (period, metric) => {
      const item = await find(at, keys.pace(period, metric))
      if (item === undefined) return undefined
      const rows = JSON.parse(gunzipSync(item['packed'] as Uint8Array).toString()) as Pace['rows']
      return { at: item['computedAt'] as string, rows }
    },
    saveReconciliation: (report, when) => putNewer(at, keys.reconciliation(), when, { report }),
    lastReconciliation: async () => (await find(at, keys.reconciliation()))?.['report'],
  }
}

async function find({ document, table }: At, key: Key): Promise<Record<string, unknown> | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

async function putNewer({ document, table }: At, key: Key, when: string, item: Record<string, unknown>): Promise<void> {
  const put = new PutCommand({
    TableName: table,
    Item: { ...key, computedAt: when, ...item },
    // Schedules may overlap or come late: what was computed earlier must not replace what was computed later.
    ConditionExpression: 'attribute_not_exists(pk) OR computedAt <= :when',
    ExpressionAttributeValues: { ':when': when },
  })
  try {
    await document.send(put)
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

async function putAll(at: At, items: readonly Record<string, unknown>[]): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    let left: readonly BatchPut[] = items.slice(first, first + AT_ONCE).map((Item) => ({ PutRequest: { Item } }))
    await contended(async () => {
      const sent = await at.document.send(new BatchWriteCommand({ RequestItems: { [at.table]: [...left] } }))
      left = (sent.UnprocessedItems?.[at.table] ?? []) as BatchPut[]
      if (left.length > 0) throw new Unprocessed(left.length)
    })
  }
}

class Unprocessed extends Error {
  constructor(count: number) {
    super(`The table was too busy to take ${count} items of a batch.`)
    this.name = 'ProvisionedThroughputExceededException'
  }
}
