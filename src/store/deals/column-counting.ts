import { BatchGetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { sumOf, sumOfUnnamed } from './column-sums'
import { contended } from '#store/contended'
import { gathered } from '#store/gathered'
import type { Key } from '#store/key'
import { keys } from './keys'
import type { ColumnShare, PlanStore } from '#ports/plans'

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
/** What a deal counts for as its head says it; heads from before currencies were told apart do not name theirs. */
type Share = Omit<ColumnShare, 'currency'> & Partial<Pick<ColumnShare, 'currency'>>
type Head = { readonly version: number; readonly share: Share | null }
type Now = { readonly version: number; readonly share: ColumnShare | null }
type Counted = { readonly dealId: string; readonly now: Now }
/** What is added to a counter: deals, and amounts by the attribute that holds their currency's sum. */
type Change = { readonly key: Key; readonly deals: number; readonly sums: Readonly<Record<string, number>> }

/**
 * Counts deals in their columns, each currency by itself, and the deals of every owner. What a deal counts for now is in
 * its head item; head and changed counters are one transaction. Write units: 6 for a new deal (head, column, owner), a
 * move (head, two columns) or another owner (head, two owners), 4 for another amount, 1 for an event that changes none of
 * these (its version must be kept, or an older event that comes later would win), 0 for a repeat. Deals counted at the
 * same time share a transaction, and a counter in it is written once: ten moves between two columns cost 24, not 60.
 */
export function columnCounting(document: DynamoDBDocumentClient, table: string): PlanStore['countColumn'] {
  const at = { document, table }
  const count = gathered<Counted>(
    mostTogether,
    (all) => countTogether(at, all),
    (one) => contended(() => countTogether(at, [one])),
  )
  return (dealId, version, share) => count({ dealId, now: { version, share } })
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
  const fresh = told.filter(({ was, now }) => was === undefined || was.version < now.version || saysMore(was, now))
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

/**
 * Whether the same version is told again by somebody who knows more of it, as the night’s reconciliation does: its
 * currency, or that its amount cannot be meant.
 */
function saysMore(was: Head, now: Now): boolean {
  if (was.version !== now.version || was.share === null || now.share === null) return false
  return isUnnamed(was.share) || was.share.amountMinor !== now.share.amountMinor
}

function isUnnamed(share: Share | null): boolean {
  return share !== null && share.currency === undefined
}

function headPut(table: string, { dealId, now }: Counted, was: Head | undefined) {
  // One version may be counted twice over, first without and then with its currency or its right amount: that must happen
  // once.
  const unnamed = was !== undefined && isUnnamed(was.share)
  const again = was !== undefined && was.share !== null && was.version === now.version
  return {
    TableName: table,
    Item: { ...keys.columnShare(dealId), version: now.version, share: now.share },
    // The changes were computed from what was read: another version in between makes them wrong.
    ...(was === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: `version = :was${unnamed ? ' AND attribute_not_exists(#share.currency)' : ''}${again ? ' AND #share.amountMinor = :amount' : ''}`,
          ...(unnamed || again ? { ExpressionAttributeNames: { '#share': 'share' } } : {}),
          ExpressionAttributeValues: { ':was': was.version, ...(again ? { ':amount': was.share?.amountMinor } : {}) },
        }),
  }
}

function addsOf(table: string, changes: readonly Change[]) {
  return changes.map(({ key, deals, sums }) => {
    const names = Object.keys(sums)
    return {
      Update: {
        TableName: table,
        Key: key,
        UpdateExpression: ['ADD deals :deals', ...names.map((_, no) => `#sum${no} :sum${no}`)].join(', '),
        ...(names.length === 0
          ? {}
          : { ExpressionAttributeNames: Object.fromEntries(names.map((name, no) => [`#sum${no}`, name])) }),
        ExpressionAttributeValues: {
          ':deals': deals,
          ...Object.fromEntries(names.map((name, no) => [`:sum${no}`, sums[name]])),
        },
      },
    }
  })
}

function changesOf(was: Share | null, now: Share | null): readonly Change[] {
  return summed(bothSides(was, now))
}

function bothSides(was: Share | null, now: Share | null): readonly Change[] {
  return [...countersOf(was, -1), ...countersOf(now, 1)]
}

function summed(all: readonly Change[]): readonly Change[] {
  const changes = new Map<string, { readonly key: Key; deals: number; readonly sums: Record<string, number> }>()
  for (const { key, deals, sums } of all) {
    const name = `${key.pk} ${key.sk}`
    const change = changes.get(name) ?? { key, deals: 0, sums: {} }
    changes.set(name, change)
    change.deals += deals
    for (const [sum, minor] of Object.entries(sums)) change.sums[sum] = (change.sums[sum] ?? 0) + minor
  }
  return [...changes.values()]
    .map((one) => ({ ...one, sums: Object.fromEntries(Object.entries(one.sums).filter(([, minor]) => minor !== 0)) }))
    .filter(({ deals, sums }) => deals !== 0 || Object.keys(sums).length > 0)
}

function countersOf(share: Share | null, sign: 1 | -1): readonly Change[] {
  if (share === null) return []
  const { pipeline, stage, owner, amountMinor, currency } = share
  const sum = currency === undefined ? sumOfUnnamed : sumOf + currency
  return [
    { key: keys.columnCount(pipeline, stage), deals: sign, sums: { [sum]: sign * amountMinor } },
    // An owner's deals are only counted: their sum would cost a write whenever an amount changes.
    { key: keys.ownerCount(owner), deals: sign, sums: {} },
  ]
}
