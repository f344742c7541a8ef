import { shelfNames } from '#reports/domain/facts'
import { refusalFact } from '#reports/domain/refusal-fact'
import { indexKeys, keys } from '#store/keys'
import { asText } from '#store/text-item'
import { transact } from '#store/transact'
import type { TableAccess } from './deal-store'
import type { RefusedMove } from '#ports/ports'

/**
 * Keeps a move that a gate stopped, with the deal and on the shelf of its month (in UTC): a refusal changes no deal and has
 * no event, so nobody else would put it there.
 */
export async function recordRefusal(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  refusal: RefusedMove,
): Promise<void> {
  const { id, dealId, at } = refusal
  const month = at.slice(0, 7)
  const index = { gsi1pk: indexKeys.refusedIn(month), gsi1sk: `${at}#${id}` }
  const entry = keys.shelfEntry(shelfNames.refusals(month), id)
  await transact(document, [
    { Put: { TableName: table, Item: { ...keys.refusedMove(dealId, id), ...index, refusal } } },
    { Put: { TableName: table, Item: { ...entry, rev: 1, body: asText(refusalFact(refusal)) } } },
  ])
}
