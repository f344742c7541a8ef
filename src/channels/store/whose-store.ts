import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import type { TalkStore } from '#ports/talks'
import { putOver } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { behind, indexKeys, keys, partitions } from './keys'

type Whose = 'link' | 'unlink' | 'talksOf' | 'clientsOf' | 'noteStranger' | 'putOffStranger' | 'oldestStrangers'

/** Whose talks are, and which are nobody’s. */
export function whoseStore(access: TableAccess): Pick<TalkStore, Whose> {
  const { document, table: TableName } = access
  return {
    link: async (client, talk) => {
      const index = { gsi1pk: indexKeys.clientsOf(talk), gsi1sk: client }
      await document.send(new PutCommand({ TableName, Item: { ...keys.ofClient(client, talk), ...index } }))
    },
    unlink: async (client, talk) => {
      await document.send(new DeleteCommand({ TableName, Key: { ...keys.ofClient(client, talk) } }))
    },
    talksOf: async (client) =>
      (await queryAll(access, { pk: partitions.ofClient(client) })).map((item) => String(item['sk'])),
    clientsOf: async (talk) =>
      (await queryAll(access, { index: 'gsi1', pk: indexKeys.clientsOf(talk) })).map(({ gsi1sk }) => String(gsi1sk)),
    // Written where there is none: the first word is what is noted, and each that follows moves no place of the index.
    noteStranger: async (talk, at) => {
      await putOver(access, strangerItem(talk, at), undefined)
    },
    putOffStranger: async (talk, at) => {
      await document.send(new PutCommand({ TableName, Item: strangerItem(talk, at) }))
    },
    oldestStrangers: async (limit) =>
      (
        await pageOf(access, { index: 'gsi1', pk: indexKeys.strangers, limit }, ({ gsi1sk }) => {
          const place = String(gsi1sk)
          return { talk: behind(place), at: place.slice(0, place.indexOf('#')) }
        })
      ).items,
  }
}

function strangerItem(talk: string, at: string) {
  return { ...keys.stranger(talk), gsi1pk: indexKeys.strangers, gsi1sk: `${at}#${talk}` }
}
