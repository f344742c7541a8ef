import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'

import type { Page } from '#ports/page'

type Access = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Item = Readonly<Record<string, unknown>>

/** What to read of one partition, of the base table (strongly) or of an index. */
export type Ask = {
  readonly index?: 'gsi1' | 'gsi2'
  readonly pk: string
  readonly prefix?: string
  readonly from?: string
  readonly to?: string
  readonly newestFirst?: boolean
}

/** One page of a partition. The cursor is the sort key to go on after, as opaque text. */
export async function pageOf<T>(
  access: Access,
  ask: Ask & { readonly limit: number; readonly cursor?: string },
  read: (item: Item) => T,
): Promise<Page<T>> {
  const input = queryInput(access.table, ask)
  const start = ask.cursor === undefined ? {} : { ExclusiveStartKey: decodeCursor(ask.cursor) }
  const { Items = [], LastEvaluatedKey } = await access.document.send(
    new QueryCommand({ ...input, ...start, Limit: ask.limit }),
  )
  const items = Items.map(read)
  return LastEvaluatedKey === undefined ? { items } : { items, cursor: encodeCursor(LastEvaluatedKey) }
}

/** The first page of a partition, as large as one may be, and whether there is more behind it. */
export async function firstPage(
  access: Access,
  ask: Ask,
): Promise<{ readonly items: readonly Item[]; readonly isWhole: boolean }> {
  const { Items = [], LastEvaluatedKey } = await access.document.send(new QueryCommand(queryInput(access.table, ask)))
  return { items: Items, isWhole: LastEvaluatedKey === undefined }
}

/** Everything of a partition, page after page. */
export async function queryAll(access: Access, ask: Ask): Promise<readonly Item[]> {
  const input = queryInput(access.table, ask)
  const found: Item[] = []
  let start: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await access.document.send(
      new QueryCommand({ ...input, ...(start === undefined ? {} : { ExclusiveStartKey: start }) }),
    )
    found.push(...Items)
    start = LastEvaluatedKey
  } while (start !== undefined)
  return found
}

function queryInput(table: string, ask: Ask): QueryCommandInput {
  const [pk, sk] = ask.index === undefined ? ['pk', 'sk'] : [`${ask.index}pk`, `${ask.index}sk`]
  const range = rangeOf(ask)
  return {
    TableName: table,
    ...(ask.index === undefined ? { ConsistentRead: true } : { IndexName: ask.index }),
    KeyConditionExpression: range === undefined ? '#pk = :pk' : `#pk = :pk AND ${range.condition}`,
    ExpressionAttributeNames: { '#pk': pk, ...(range === undefined ? {} : { '#sk': sk }) },
    ExpressionAttributeValues: { ':pk': ask.pk, ...range?.values },
    ScanIndexForward: ask.newestFirst !== true,
  }
}

/** No key comes behind it: keys are compared by the bytes of UTF-8, in which pictures come behind U+FFFF. */
const highest = '\u{10FFFF}'

function rangeOf(ask: Ask): { condition: string; values: Record<string, string> } | undefined {
  if (ask.prefix !== undefined) return { condition: 'begins_with(#sk, :prefix)', values: { ':prefix': ask.prefix } }
  if (ask.from === undefined && ask.to === undefined) return undefined
  return {
    condition: '#sk BETWEEN :from AND :to',
    values: { ':from': ask.from ?? ' ', ':to': ask.to ?? highest },
  }
}

/** The cursor behind an item with these keys, whether or not it is still there. */
export const encodeCursor = (key: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')
const decodeCursor = (cursor: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>
