import { GetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { contended } from './contended'
import { keys, partitions, type Key } from './keys'
import { queryAll } from './query'
import type { ColumnShare, PlanStore } from '#ports'

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Head = { readonly version: number; readonly share: ColumnShare | null }
type Change = { readonly key: Key; readonly deals: number; readonly sumMinor: number }

/**
 * Keeps counts and sums of columns and the number of deals of every owner. What a deal counts for now is in its head
 * item; head and changed counters are one transaction. Write units: 6 for a new deal (head, column, owner), a move
 * (head, two columns) or another owner (head, two owners), 4 for another amount, 1 for an event that changes none of
 * these (its version must be kept, or an older event that comes later would win), 0 for a repeat.
 */
export function columnStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'countColumn' | 'columns'> {
  return {
    countColumn: (dealId, version, now) =>
      contended(() => countColumn({ document, table }, dealId, { version, share: now })),
    columns: async (pipeline) => {
      const items = await queryAll({ document, table }, { pk: partitions.columns(pipeline) })
      return items.map((item) => ({
        pipeline,
        stage: String(item['sk']),
        count: item['deals'] as number,
        sumMinor: item['sumMinor'] as number,
      }))
    },
  }
}

async function countColumn({ document, table }: At, dealId: string, now: Head): Promise<void> {
  const key = keys.columnShare(dealId)
  const { Item: found } = await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))
  const was = found as Head | undefined
  if (was !== undefined && was.version >= now.version) return
  const put = {
    TableName: table,
    Item: { ...key, version: now.version, share: now.share },
    // The changes were computed from what was read: another version in between makes them wrong.
    ...(was === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': was.version } }),
  }
  const changes = changesOf(was?.share ?? null, now.share)
  if (changes.length === 0) {
    await document.send(new PutCommand(put))
    return
  }
  const adds = changes.map((change) => ({
    Update: {
      TableName: table,
      Key: change.key,
      UpdateExpression: 'ADD deals :deals, sumMinor :sum',
      ExpressionAttributeValues: { ':deals': change.deals, ':sum': change.sumMinor },
    },
  }))
  await document.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, ...adds] }))
}

function changesOf(was: ColumnShare | null, now: ColumnShare | null): readonly Change[] {
  const sums = new Map<string, Change>()
  for (const { key, deals, sumMinor } of [...countersOf(was, -1), ...countersOf(now, 1)]) {
    const name = `${key.pk} ${key.sk}`
    const before = sums.get(name) ?? { key, deals: 0, sumMinor: 0 }
    sums.set(name, { key, deals: before.deals + deals, sumMinor: before.sumMinor + sumMinor })
  }
  return [...sums.values()].filter(({ deals, sumMinor }) => deals !== 0 || sumMinor !== 0)
}

function countersOf(share: ColumnShare | null, sign: 1 | -1): readonly Change[] {
  if (share === null) return []
  return [
    { key: keys.columnCount(share.pipeline, share.stage), deals: sign, sumMinor: sign * share.amountMinor },
    // An owner's deals are only counted: their sum would cost a write whenever an amount changes.
    { key: keys.ownerCount(share.owner), deals: sign, sumMinor: 0 },
  ]
}
