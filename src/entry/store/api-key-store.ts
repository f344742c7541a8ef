import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import type { ApiKeyStore } from '#ports/api-keys'
import type { KeptApiKey } from '#schemas/entry/kept-api-key'
import { putRevision } from '#store/only-revision'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { isConditionFailure } from '#store/transact'
import { keys, partitions } from './keys'

type Item = Readonly<Record<string, unknown>>

/** The keys of programs, all in one partition. When one was used stands beside it, so that noting it never hits a change. */
export function apiKeyStore(access: Pick<TableAccess, 'document' | 'table'>): ApiKeyStore {
  const { document, table } = access
  return {
    find: async (id) => {
      const get = new GetCommand({ TableName: table, Key: keys.apiKey(id), ConsistentRead: true })
      const { Item } = await document.send(get)
      return Item === undefined ? undefined : keyIn(Item)
    },
    all: async () => (await queryAll(access, { pk: partitions.apiKeys() })).map(keyIn),
    save: ({ usedAt, ...key }) => {
      const used = usedAt === undefined ? {} : { usedAt }
      return putRevision(access, { ...keys.apiKey(key.id), rev: key.rev, key, ...used }, key.rev)
    },
    remove: async (id) => {
      await document.send(new DeleteCommand({ TableName: table, Key: keys.apiKey(id) }))
    },
    touch: async (id, at) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: keys.apiKey(id),
        UpdateExpression: 'SET usedAt = :at',
        // An update makes what is not there: a key that was taken away must not come back.
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at },
      })
      await document.send(update).catch((error: unknown) => {
        if (!isConditionFailure(error)) throw error
      })
    },
  }
}

function keyIn({ key, usedAt }: Item): KeptApiKey {
  return { ...(key as KeptApiKey), ...(typeof usedAt === 'string' ? { usedAt } : {}) }
}
