import { indexKeys, keys } from './keys'
import { transact, type TransactItem } from '#store/transact'
import type { TableAccess } from '#store/table-access'
import type { RefusedMove } from '#ports/deals'

/** What else is written with a refused move, in the same transaction. */
export type BesideRefusal = (table: string, refusal: RefusedMove) => readonly TransactItem[]

/**
 * Keeps a move that a gate stopped, with the deal, and what others want written with it: a refusal changes no deal and has
 * no event, so nobody else would hear of it.
 */
export async function recordRefusal(
  { document, table }: Pick<TableAccess, 'document' | 'table'>,
  refusal: RefusedMove,
  beside: BesideRefusal,
): Promise<void> {
  const { id, dealId, at } = refusal
  const index = { gsi1pk: indexKeys.refusedIn(at.slice(0, 7)), gsi1sk: `${at}#${id}` }
  await transact(document, [
    { Put: { TableName: table, Item: { ...keys.refusedMove(dealId, id), ...index, refusal } } },
    ...beside(table, refusal),
  ])
}
