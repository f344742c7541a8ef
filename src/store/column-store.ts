import { BatchGetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { contended } from './contended'
import { gathered } from './gathered'
import { keys, partitions, type Key } from './keys'
import { queryAll } from './query'
import type { ColumnShare, PlanStore } from '#ports'

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Head = { readonly version: number; readonly share: ColumnShare | null }
type Counted = { readonly dealId: string; readonly now: Head }
type Change = { readonly key: Key; readonly deals: number; readonly sumMinor: number }

/**
 * Keeps counts and sums of columns and the number of deals of every owner. What a deal counts for now is in its head
 * item; head and changed counters are one transaction. Write units: 6 for a new deal (head, column, owner), a move
 * (head, two columns) or another owner (head, two owners), 4 for another amount, 1 for an event that changes none of
 * these (its version must be kept, or an older event that comes later would win), 0 for a repeat. Deals counted at the same
 * time share a transaction, and a counter in it is written once: ten moves between two columns cost 24 instead of 60.
 */
export function columnStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'countColumn' | 'columns'> {
  const at = { document, table }
  const count = gathered<Counted>(
    mostTogether,
    (all) => countTogether(at, all),
    (one) => contended(() => countTogether(at, [one])),
  )
  return {
    countColumn: (dealId, version, share) => count({ dealId, now: { version, share } }),
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

/** A transaction takes 100 items, and a deal has a head and at most four counters. */
const mostTogether = 20

/** Counts deals, all different, in one transaction; fails as a whole when a single one cannot be counted. */
async function countTogether({ document, table }: At, all: readonly Counted[]): Promise<void> {
  const wanted = all.map(({ dealId }) => keys.columnShare(dealId))
  const ask = { RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }
  const { Responses, UnprocessedKeys = {} } = await document.send(new BatchGetCommand(ask))
  if (Object.keys(UnprocessedKeys).length > 0) throw throttled()
  const heads = new Map(Responses?.[table]?.map((item) => [String(item['pk']), item as unknown as Head]))
  const told = all.map((one) => ({ ...one, was: heads.get(keys.columnShare(one.dealId).pk) }))
  const fresh = told.filter(({ was, now }) => was === undefined || was.version < now.version)
  const moving = fresh.filter(({ was, now }) => changesOf(was?.share ?? null, now.share).length > 0)
  const changes = summed(moving.flatMap(({ was, now }) => bothSides(was?.share ?? null, now.share)))
  const puts = moving.map((one) => ({ Put: headPut(table, one, one.was) }))
  if (puts.length > 0) {
    await document.send(new TransactWriteCommand({ TransactItems: [...puts, ...addsOf(table, changes)] }))
  }
  // What moves no counter needs no transaction, in which it would cost twice as much.
  const others = fresh.filter((one) => !moving.includes(one))
  await Promise.all(others.map((one) => document.send(new PutCommand(headPut(table, one, one.was)))))
}

/** A batch that was not read whole says so without an error; to us it is one, and passes like any throttle. */
function throttled(): Error {
  return Object.assign(new Error('Not everything could be read.'), { name: 'ProvisionedThroughputExceededException' })
}

function headPut(table: string, { dealId, now }: Counted, was: Head | undefined) {
  return {
    TableName: table,
    Item: { ...keys.columnShare(dealId), version: now.version, share: now.share },
    // The changes were computed from what was read: another version in between makes them wrong.
    ...(was === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': was.version } }),
  }
}

function addsOf(table: string, changes: readonly Change[]) {
  return changes.map((change) => ({
    Update: {
      TableName: table,
      Key: change.key,
      UpdateExpression: 'ADD deals :deals, sumMinor :sum',
      ExpressionAttributeValues: { ':deals': change.deals, ':sum': change.sumMinor },
    },
  }))
}

function changesOf(was: ColumnShare | null, now: ColumnShare | null): readonly Change[] {
  return summed(bothSides(was, now))
}

function bothSides(was: ColumnShare | null, now: ColumnShare | null): readonly Change[] {
  return [...countersOf(was, -1), ...countersOf(now, 1)]
}

function summed(all: readonly Change[]): readonly Change[] {
  const sums = new Map<string, Change>()
  for (const { key, deals, sumMinor } of all) {
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
