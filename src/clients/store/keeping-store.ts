import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { clientOfRequest } from '#domain/kernel/request-id'
import type { KeepingStore } from '#ports/client-store'
import type { KeepProgress, KeptByRule, KeptRequest } from '#schemas/clients/kept-request'
import { getMany } from '#store/get-many'
import { onlyRevision, putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'
import { keys, partitions, prefixes } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>

/** So long it is shown whom the rules have erased. */
const shownSeconds = 730 * 24 * 3600

/** Requests lie with their client, open ones on a list of their own; what the rules erase lies in its month. */
export function keepingStore(access: Access): KeepingStore {
  const { document, table } = access
  return {
    ...requestsIn(access),
    progress: async () => {
      const get = new GetCommand({ TableName: table, Key: keys.keepProgress(), ConsistentRead: true })
      return (await document.send(get)).Item?.['progress'] as KeepProgress | undefined
    },
    saveProgress: (progress) =>
      putRevision(access, { ...keys.keepProgress(), rev: progress.rev, progress }, progress.rev),
    announce: async (row) => {
      const expiresAt = Math.ceil(Date.parse(`${row.until}T00:00:00Z`) / 1000) + shownSeconds
      await document.send(
        new PutCommand({ TableName: table, Item: { ...keys.erasedByRule(row.until, row.client), row, expiresAt } }),
      )
    },
    announced: async (month, limit) =>
      (await pageOf(access, { pk: partitions.erasedByRule(month), limit }, ({ row }) => row as KeptByRule)).items,
  }
}

function requestsIn(access: Access): Pick<KeepingStore, 'request' | 'requestsOf' | 'saveRequest' | 'openRequests'> {
  const { document, table } = access
  return {
    request: async (id) => {
      const get = new GetCommand({ TableName: table, Key: keys.request(clientOfRequest(id), id), ConsistentRead: true })
      return (await document.send(get)).Item?.['request'] as KeptRequest | undefined
    },
    requestsOf: async (client) =>
      (await queryAll(access, { pk: partitions.client(client), prefix: prefixes.requests })).map(
        ({ request }) => request as KeptRequest,
      ),
    saveRequest: async (request) => {
      const { id, client, dueAt, state, rev } = request
      const Item = { ...keys.request(client, id), rev, request }
      const Key = keys.openRequest(dueAt, id)
      const stopped = await transact(document, [
        { Put: { TableName: table, Item, ...onlyRevision(rev === 1 ? undefined : rev - 1) } },
        state === 'open' ? { Put: { TableName: table, Item: Key } } : { Delete: { TableName: table, Key } },
      ])
      return stopped === undefined
    },
    openRequests: async (page) => {
      const { items: ids, cursor } = await pageOf(access, { pk: partitions.openRequests, ...page }, ({ sk }) =>
        String(sk).slice(String(sk).indexOf('#') + 1),
      )
      const found = await getMany(
        access,
        ids.map((id) => keys.request(clientOfRequest(id), id)),
      )
      const requests = new Map(found.map(({ request }) => [(request as KeptRequest).id, request as KeptRequest]))
      const items = ids.flatMap((id) => requests.get(id) ?? [])
      return { items, ...(cursor === undefined ? {} : { cursor }) }
    },
  }
}
