import type { RefusedMove } from '#ports/deals'
import { keys } from './keys'
import { asText } from '#store/text-item'
import type { TransactItem } from '#store/transact'
import { shelfNames } from '#reports/domain/facts'
import { refusalFact } from '#reports/domain/refusal-fact'

/** The row of a refused move on the shelf of its month (in UTC), written with the refusal itself. */
export function refusalRow(table: string, refusal: RefusedMove): readonly TransactItem[] {
  const entry = keys.shelfEntry(shelfNames.refusals(refusal.at.slice(0, 7)), refusal.id)
  return [{ Put: { TableName: table, Item: { ...entry, rev: 1, body: asText(refusalFact(refusal)) } } }]
}
