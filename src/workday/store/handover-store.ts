import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import type { HandoverStore, KeptHandover } from '#ports/handovers'
import type { HandedThing } from '#schemas/workday/handover'
import type { Key } from '#store/key'
import { answerPut } from '#store/deals/answer-put'
import { onlyRevision, putRevision } from '#store/only-revision'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'
import { isAwaited } from '#workday/domain/under-way'
import { indexKeys, keys, partitions } from './keys'

type Item = Readonly<Record<string, unknown>>

/** Handovers on the one table: all of them in one partition, the steps of each in one of its own. */
export function handoverStore(access: Pick<TableAccess, 'document' | 'table'>): HandoverStore {
  const { document, table } = access
  const find = async (key: Key): Promise<Item | undefined> =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  return {
    all: async () => (await queryAll(access, { pk: partitions.handovers() })).map(handoverIn),
    find: async (id) => {
      const item = await find(keys.handover(id))
      return item === undefined ? undefined : handoverIn(item)
    },
    underWay: async () =>
      (await queryAll(access, { index: 'gsi1', pk: indexKeys.underWay })).map(({ sk }) => String(sk)),
    save: async (handover, answer) => {
      const { id, rev } = handover
      const index = isAwaited(handover) ? { gsi1pk: indexKeys.underWay, gsi1sk: id } : {}
      const item = { ...keys.handover(id), rev, handover, ...index }
      if (answer === undefined) return putRevision(access, item, rev)
      const put = { TableName: table, Item: item, ...onlyRevision(rev === 1 ? undefined : rev - 1) }
      return (await transact(document, [{ Put: put }, answerPut(table, answer, handover.at)])) === undefined
    },
    step: async (id, no) => thingsIn(await find(keys.step(id, no))),
    steps: async (id) => (await queryAll(access, { pk: partitions.steps(id) })).flatMap(thingsIn),
    saveStep: async (id, no, things) => {
      await document.send(new PutCommand({ TableName: table, Item: { ...keys.step(id, no), things } }))
    },
  }
}

function handoverIn(item: Item): KeptHandover {
  return item['handover'] as KeptHandover
}

function thingsIn(item: Item | undefined): readonly HandedThing[] {
  return (item?.['things'] as readonly HandedThing[] | undefined) ?? []
}
