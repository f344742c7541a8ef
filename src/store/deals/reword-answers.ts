import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import type { Deal } from '#schemas/deal'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { indexKeys, keys } from './keys'

/** Lets the answers that are kept about a deal say of its client what the deal says. */
export async function rewordAnswers(
  access: Pick<TableAccess, 'document' | 'table'>,
  { id, client }: Pick<Deal, 'id' | 'client'>,
): Promise<void> {
  const { document, table } = access
  for (const found of await queryAll(access, { index: 'gsi2', pk: indexKeys.answersOf(id) })) {
    const Key = keys.answer(String(found['gsi2sk']))
    const { Item } = await document.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
    if (Item === undefined) continue
    const { answer, gsi2pk: _pk, gsi2sk: _sk, ...rest } = Item
    const body = JSON.stringify({ ...(JSON.parse(String(answer.body)) as Deal), client })
    await document.send(new PutCommand({ TableName: table, Item: { ...rest, answer: { ...answer, body } } }))
  }
}
