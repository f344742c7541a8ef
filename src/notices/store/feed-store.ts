import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { NoticeStore } from '#ports/notices'
import type { TableAccess } from '#store/table-access'
import type { Key } from '#store/key'
import { keys } from './keys'
import { transact, type TransactItem } from '#store/transact'

type Feed = { readonly hash: string; readonly since: string }

/** Which secret address shows whose tasks. The address itself is not kept: its hash is enough to know it again. */
export function feedStore({
  document,
  table,
}: Pick<TableAccess, 'document' | 'table'>): Pick<NoticeStore, 'feedOf' | 'saveFeed' | 'employeeOfFeed'> {
  const find = async (key: Key) =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  const feedOf = async (employee: string) => (await find(keys.feedOf(employee)))?.['feed'] as Feed | undefined
  const remove = (Key: Key): TransactItem => ({ Delete: { TableName: table, Key } })
  const put = (Item: Record<string, unknown>): TransactItem => ({ Put: { TableName: table, Item } })
  return {
    feedOf,
    saveFeed: async (employee, feed) => {
      const was = await feedOf(employee)
      const items = [
        ...(was === undefined || was.hash === feed?.hash ? [] : [remove(keys.feed(was.hash))]),
        ...(feed === undefined
          ? [remove(keys.feedOf(employee))]
          : [put({ ...keys.feed(feed.hash), employee }), put({ ...keys.feedOf(employee), feed })]),
      ]
      await transact(document, items)
    },
    employeeOfFeed: async (hash) => {
      const employee = (await find(keys.feed(hash)))?.['employee'] as string | undefined
      if (employee === undefined) return undefined
      // Two new addresses at once: only the one that is on record as the person's own is good.
      return (await feedOf(employee))?.hash === hash ? employee : undefined
    },
  }
}
