import { UpdateCommand } from '@aws-sdk/lib-dynamodb'

import type { Leases } from '#ports/limits'
import type { TableAccess } from '#store/table-access'
import { isConditionFailure } from '#store/transact'
import { keys } from './keys'

/** Hands out units of a minute by the one table: a write unit a piece, and none for a piece that cannot be had. */
export function leaseStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): Leases {
  return {
    lease: async (who, minute, { units, limit }) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: keys.minute(who, minute),
        UpdateExpression: 'ADD handedOut :units SET expiresAt = :gone',
        // Whoever would go beyond the limit gets nothing, however many ask in the same moment.
        ConditionExpression: 'attribute_not_exists(handedOut) OR handedOut <= :most',
        ExpressionAttributeValues: { ':units': units, ':gone': (minute + 2) * 60, ':most': limit - units },
        ReturnValues: 'UPDATED_NEW',
      })
      try {
        return Number((await document.send(update)).Attributes?.['handedOut'])
      } catch (error) {
        if (isConditionFailure(error)) return undefined
        throw error
      }
    },
  }
}
