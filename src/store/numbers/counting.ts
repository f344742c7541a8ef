import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { Count, Counting, Numbers } from '#ports/numbers'
import type { TableAccess } from '#store/table-access'
import type { TransactItem } from '#store/transact'
import { keys } from './keys'

/** The last number of a count, read strongly. */
export function numbersOn({ document, table }: Pick<TableAccess, 'document' | 'table'>): Numbers {
  return {
    lastOf: async (count: Count) => {
      const ask = { TableName: table, Key: keys.last(count), ConsistentRead: true }
      return (await document.send(new GetCommand(ask))).Item?.['last'] as number | undefined
    },
  }
}

/**
 * What gives a number, within the transaction of whatever gets it: only after the one that was last, and only where nobody has
 * it. A number before the last one, which another system gave, leaves the count as it is.
 */
export function countingPuts(table: string, { n, wasLast, ...count }: Counting): readonly TransactItem[] {
  const after =
    wasLast === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#last = :last',
          ExpressionAttributeNames: { '#last': 'last' },
          ExpressionAttributeValues: { ':last': wasLast },
        }
  const given = { TableName: table, Item: keys.given(count, n), ConditionExpression: 'attribute_not_exists(pk)' }
  // The last one never comes before what it was: nothing of it has to be held still for a number before it.
  if (wasLast !== undefined && n < wasLast) return [{ Put: given }]
  return [{ Put: { TableName: table, Item: { ...keys.last(count), last: n }, ...after } }, { Put: given }]
}
