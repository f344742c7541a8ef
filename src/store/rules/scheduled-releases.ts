import { gunzipSync, gzipSync } from 'node:zlib'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import type { KeptRelease, RulesStore } from '#ports/rules'
import { keys, partitions, prefixes } from './keys'
import { queryAll } from '#store/query'
import { isConditionFailure } from '#store/transact'
import type { TableAccess } from '#store/table-access'

/** Rules that are to be published later, with their texts compressed. */
export function scheduledReleases({
  document,
  table,
}: Pick<TableAccess, 'document' | 'table'>): Pick<RulesStore, 'scheduled' | 'schedule' | 'unschedule'> {
  return {
    scheduled: async () => {
      const items = await queryAll({ document, table }, { pk: partitions.rules(), prefix: prefixes.scheduledRules })
      return items.map((item) => ({
        ...(item['release'] as Omit<KeptRelease, 'text'>),
        text: gunzipSync(item['packed'] as Uint8Array).toString('utf8'),
      }))
    },
    schedule: async ({ text, ...release }) => {
      const Item = { ...keys.scheduledRules(release.id), release, packed: gzipSync(text) }
      await document.send(new PutCommand({ TableName: table, Item }))
    },
    unschedule: async (id) => {
      try {
        const condition = { ConditionExpression: 'attribute_exists(pk)' }
        await document.send(new DeleteCommand({ TableName: table, Key: keys.scheduledRules(id), ...condition }))
        return true
      } catch (error) {
        if (isConditionFailure(error)) return false
        throw error
      }
    },
  }
}
