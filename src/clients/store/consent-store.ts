import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import type { ConsentStore } from '#ports/client-store'
import type { KeptConsent } from '#schemas/clients/kept-consent'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { keys, partitions, prefixes } from './keys'

/** What clients have agreed to: an item each time somebody said so. */
export function consentStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): ConsentStore {
  const at = { document, table }
  return {
    of: async (client) =>
      (await queryAll(at, { pk: partitions.client(client), prefix: prefixes.consents })).map(
        ({ said }) => said as KeptConsent,
      ),
    keep: async (client, said) => {
      await document.send(new PutCommand({ TableName: table, Item: { ...keys.consent(client, said), said } }))
    },
    drop: async (client, said) => {
      await document.send(new DeleteCommand({ TableName: table, Key: keys.consent(client, said) }))
    },
  }
}
