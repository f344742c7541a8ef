import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { deliveryShards, type DeliveryKey, type KeptDelivery, type NoticeStore, type Telling } from '#ports/notices'
import type { Delivery, Notice, NotificationSettings } from '#schemas/notice'
import { noticeDays } from '#notices/domain/notices'
import { isConditionFailed } from '#store/contended'
import type { TableAccess } from '#store/table-access'
import { feedStore } from './feed-store'
import { getMany } from '#store/get-many'
import { noticeKeyParts, indexKeys, keys, partitions, prefixes } from './keys'
import type { Key } from '#store/key'
import { pageOf } from '#store/query'
import { transact, type TransactItem } from '#store/transact'
import { overDefault, putIf } from '#store/write-over'

type Access = Pick<TableAccess, 'document' | 'table'>

/** How many deliveries of a shard are looked at in one go; the rest has its turn at the next. */
const mostDue = 1000

const dayMs = 86_400_000

/** Inboxes, what is on its way to people, and how they want to be told. */
export function noticeStore(access: Access): NoticeStore {
  return {
    tell: (telling) => tell(access, telling),
    inbox: (employee, page) =>
      pageOf(
        access,
        { pk: partitions.notices(employee), prefix: prefixes.inbox, newestFirst: true, ...page },
        noticeIn,
      ),
    find: async (employee, id) => {
      const item = await find(access, keys.notice(employee, id))
      return item === undefined ? undefined : noticeIn(item)
    },
    unread: (employee, limit, until) => unread(access, employee, { limit, until }),
    markRead: (employee, id, readAt) => markRead(access, keys.notice(employee, id), { employee, id, readAt }),
    ...deliveriesOf(access),
    ...remarks(access),
    ...feedStore(access),
  }
}

/**
 * Writes inbox item, deliveries and, where there is one, the mark together. The item must not be there yet: whoever tells
 * the same again, after a duplicate, a crash or a replay of the archive, finds it and writes nothing at all.
 */
async function tell({ document, table }: Access, { employee, notice, deliveries, once }: Telling): Promise<boolean> {
  const put = (Item: Record<string, unknown>): TransactItem => ({
    Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  })
  const mark =
    once === undefined ? [] : [put({ ...keys.toldOnce(employee, once), expiresAt: expiryOf(notice.at, 400) })]
  const stopped = await transact(document, [
    put(noticeItem(employee, notice)),
    ...deliveries.map((delivery) => put(deliveryItem(delivery))),
    ...mark,
  ])
  return stopped === undefined
}

function noticeItem(employee: string, notice: Notice): Record<string, unknown> {
  return {
    ...keys.notice(employee, notice.id),
    gsi2pk: indexKeys.unread(employee),
    gsi2sk: notice.id,
    notice,
    expiresAt: expiryOf(notice.at, noticeDays),
  }
}

function noticeIn(item: Readonly<Record<string, unknown>>): Notice {
  const readAt = item['readAt']
  return { ...(item['notice'] as Notice), ...(typeof readAt === 'string' ? { readAt } : {}) }
}

async function unread(
  access: Access,
  employee: string,
  { limit, until }: { limit: number; until: string | undefined },
): Promise<readonly string[]> {
  const range = until === undefined ? {} : { to: `${until.replaceAll(/\D/g, '')}~` }
  const ask = { index: 'gsi2', pk: indexKeys.unread(employee), ...range, limit } as const
  return (await pageOf(access, ask, (item) => String(item['gsi2sk']))).items
}

async function markRead(
  { document, table }: Access,
  key: Key,
  { employee, id, readAt }: { employee: string; id: string; readAt: string | null },
): Promise<boolean> {
  // Whoever reads it first says when it was read; out of the index it does not count as unread any more.
  const change =
    readAt === null
      ? {
          UpdateExpression: 'SET gsi2pk = :pk, gsi2sk = :sk REMOVE readAt',
          values: { ':pk': indexKeys.unread(employee), ':sk': id },
        }
      : { UpdateExpression: 'SET readAt = if_not_exists(readAt, :at) REMOVE gsi2pk, gsi2sk', values: { ':at': readAt } }
  try {
    await document.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: change.UpdateExpression,
        ExpressionAttributeValues: change.values,
        // An update makes what is not there: a notice nobody was told must not appear.
        ConditionExpression: 'attribute_exists(pk)',
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}

function deliveriesOf(
  access: Access,
): Pick<NoticeStore, 'dueDeliveries' | 'findDeliveries' | 'changeDeliveries' | 'deliveries'> {
  return {
    dueDeliveries: async (channel, shard, until) => {
      const ask = { index: 'gsi1', pk: indexKeys.deliveries(channel, shard), to: `${until}~`, limit: mostDue } as const
      return (await pageOf(access, ask, (item) => noticeKeyParts({ pk: String(item['pk']), sk: String(item['sk']) })))
        .items
    },
    findDeliveries: (wanted) => findDeliveries(access, wanted),
    changeDeliveries: (deliveries) => changeDeliveries(access, deliveries),
    deliveries: (employee, page) =>
      pageOf(
        access,
        { pk: partitions.notices(employee), prefix: prefixes.deliveries, newestFirst: true, ...page },
        (item) => shownDelivery(item['delivery'] as KeptDelivery),
      ),
  }
}

async function findDeliveries(access: Access, wanted: readonly DeliveryKey[]): Promise<readonly KeptDelivery[]> {
  const items = await getMany(
    access,
    wanted.map(({ employee, id }) => keys.delivery(employee, id)),
  )
  return items.map((item) => item['delivery'] as KeptDelivery)
}

async function changeDeliveries({ document, table }: Access, deliveries: readonly KeptDelivery[]): Promise<boolean> {
  const stopped = await transact(
    document,
    deliveries.map((delivery) => ({
      Put: {
        TableName: table,
        Item: deliveryItem(delivery),
        // Two senders may have seen it due at the same moment: one of them takes it.
        ConditionExpression: 'rev = :seen',
        ExpressionAttributeValues: { ':seen': delivery.rev - 1 },
      },
    })),
  )
  return stopped === undefined
}

function deliveryItem(delivery: KeptDelivery): Record<string, unknown> {
  const { employee, id, channel, state, nextAt, createdAt } = delivery
  return {
    ...keys.delivery(employee, id),
    // Only what is still to be sent is in the index: what is left there is work.
    ...(state === 'waiting' && nextAt !== undefined
      ? { gsi1pk: indexKeys.deliveries(channel, deliveryShard(employee)), gsi1sk: `${nextAt}#${id}` }
      : {}),
    rev: delivery.rev,
    delivery,
    expiresAt: expiryOf(nextAt ?? createdAt, 60),
  }
}

function shownDelivery({ employee: _e, notice: _n, urgent: _u, rev: _r, ...delivery }: KeptDelivery): Delivery {
  return delivery
}

function deliveryShard(employee: string): number {
  let sum = 0
  for (const char of employee) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003
  return sum % deliveryShards
}

function remarks(
  access: Access,
): Pick<NoticeStore, 'settings' | 'saveSettings' | 'lastSent' | 'saveLastSent' | 'lookedUntil' | 'saveLookedUntil'> {
  const until = keys.lookedUntil
  return {
    settings: async (employee) =>
      (await find(access, keys.noticeSettings(employee)))?.['settings'] as NotificationSettings | undefined,
    saveSettings: (employee, settings, over) => {
      const Item = { ...keys.noticeSettings(employee), settings }
      return putIf(access.document, { TableName: access.table, Item, ...overDefault('settings', over) })
    },
    lastSent: async (employee, channel) =>
      (await find(access, keys.lastSent(employee, channel)))?.['at'] as string | undefined,
    saveLastSent: (employee, channel, at) => putNewer(access, keys.lastSent(employee, channel), at),
    lookedUntil: async (schedule) => (await find(access, until(schedule)))?.['at'] as string | undefined,
    saveLookedUntil: (schedule, at) => putNewer(access, until(schedule), at),
  }
}

async function find({ document, table }: Access, key: Key): Promise<Record<string, unknown> | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

/** An instant that only ever goes on: whoever comes late with an older one changes nothing. */
async function putNewer({ document, table }: Access, key: Key, at: string): Promise<void> {
  const put = new PutCommand({
    TableName: table,
    Item: { ...key, at },
    ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': at },
  })
  try {
    await document.send(put)
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

function expiryOf(at: string, days: number): number {
  return Math.floor((Date.parse(at) + days * dayMs) / 1000)
}
