import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'

import { loadEvent } from '#loads/domain/load-event'
import type { KeptLoad, LoadStore } from '#ports/files'
import { answerPut } from '#store/deals/answer-put'
import { getMany } from '#store/get-many'
import { putRevision } from '#store/only-revision'
import { pageOf } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact } from '#store/transact'
import { keys, partitions } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** So long it is known what came of a file. */
const keptDays = 30

/** Loads in the one table. */
export function loadStore(access: Access): LoadStore {
  const { document, table: TableName } = access
  return {
    find: async (id) => {
      const { Item } = await document.send(new GetCommand({ TableName, Key: keys.load(id), ConsistentRead: true }))
      return fromText<KeptLoad>(Item?.['thing'])
    },
    own: async ({ what, actor, limit }) => {
      const ask = { pk: partitions.own(what, actor), newestFirst: true, limit }
      const { items: ids } = await pageOf(access, ask, ({ sk }) => String(sk))
      const found = (await getMany(access, ids.map(keys.load))).map(loadIn)
      return ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
    },
    begin: async (load, answer) => {
      const toRun = { ...keys.toRun(load.id), event: asText(loadEvent(load)), expiresAt: expiry(load) }
      const answered = answer === undefined ? [] : [answerPut(TableName, answer, load.at)]
      const listed = { ...keys.own(load.wish.what, load.id, load.actor), expiresAt: expiry(load) }
      const own = [itemOf(load), toRun, listed].map((Item) => ({ Put: { TableName, Item } }))
      const stopped = await transact(document, [...own, ...answered])
      if (stopped !== undefined) throw new Error(`A load was asked for under a key that is taken: ${load.id}.`)
    },
    save: (load) => putRevision(access, itemOf(load), load.rev),
    waiting: async (limit) => {
      const idOf = ({ sk }: Item): string => String(sk).slice(keys.toRun('').sk.length)
      return (await pageOf(access, { pk: partitions.toRun(), limit }, idOf)).items
    },
    wasRun: async (id) => {
      await document.send(new DeleteCommand({ TableName, Key: keys.toRun(id) }))
    },
  }
}

function itemOf(load: KeptLoad): Item {
  return { ...keys.load(load.id), rev: load.rev, thing: asText(load), expiresAt: expiry(load) }
}

function expiry({ at }: KeptLoad): number {
  return Math.ceil(Date.parse(at) / 1000) + keptDays * 86_400
}

function loadIn(item: Item): KeptLoad {
  const load = fromText<KeptLoad>(item['thing'])
  if (load === undefined) throw new Error('An item of a load holds nothing.')
  return load
}
