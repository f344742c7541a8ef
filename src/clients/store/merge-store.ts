import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'

import { keysOf, keyText } from '#clients/domain/ways'
import type { ClientMerges } from '#ports/client-merges'
import type { WayKey, WholeClient } from '#schemas/kept-client'
import type { KeptMerge, MergeBefore, MergeChange, MovedPart } from '#schemas/clients/kept-merge'
import { hiddenContact } from '#store/deals/contacts'
import { onlyRevision, onlyVersion, putRevision } from '#store/only-revision'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact, type TransactItem } from '#store/transact'
import { putIf } from '#store/write-over'
import { cardWrite } from './client-write'
import { keys, partitions, prefixes } from './keys'

/** What undoing a merge needs is kept a day longer than it may be undone. */
const keptSeconds = 31 * 86_400

/** Merges in the one table. */
export function mergeStore(access: TableAccess): ClientMerges {
  const { document, table } = access
  return {
    write: async (change) => (await transact(document, mergeWrite(table, change))) === undefined,
    find: async (id) => fromText<KeptMerge>((await read(access, keys.merge(id)))?.['merge']),
    before: async (id) => fromText<MergeBefore>((await read(access, keys.mergeBefore(id)))?.['before']),
    settle: (merge) => putRevision(access, mergeItem(merge), merge.rev),
    since: (at) => since(access, at),
    keepMoved: async ({ id, at }, part) => {
      const { room, place, id: thing } = part
      const Key = keys.moved(id, room, place, thing)
      const Item = { ...Key, part: asText(part), expiresAt: secondsOf(at) + keptSeconds }
      await putIf(document, { TableName: table, Item, ...onlyRevision(undefined) })
    },
    moved: async (id) =>
      (await queryAll(access, { pk: partitions.merge(id), prefix: prefixes.moved })).flatMap(
        ({ part }) => fromText<MovedPart>(part) ?? [],
      ),
    settleHolders: (key, cards) => settleHolders(access, key, cards),
    forgetBefore: async (id) =>
      void (await document.send(new DeleteCommand({ TableName: table, Key: keys.mergeBefore(id) }))),
  }
}

async function read({ document, table }: TableAccess, Key: ReturnType<typeof keys.merge>) {
  const { Item } = await document.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
  return Item
}

function mergeItem(merge: KeptMerge): Record<string, unknown> {
  return { ...keys.merge(merge.id), rev: merge.rev, merge: asText(merge) }
}

function mergeWrite(table: string, { merge, cards, before }: MergeChange): readonly TransactItem[] {
  const put = (Item: Record<string, unknown>, condition = {}): TransactItem => ({
    Put: { TableName: table, Item, ...condition },
  })
  const expiresAt = secondsOf(merge.at) + keptSeconds
  return [
    ...cards.flatMap((card) => cardWrite(table, card)),
    put(mergeItem(merge), onlyRevision(merge.rev === 1 ? undefined : merge.rev - 1)),
    ...(before === undefined
      ? []
      : [
          put({ ...keys.mergeBefore(merge.id), before: asText(before), expiresAt }),
          put({ ...keys.mergeOfMonth(merge.at, merge.id), merge: merge.id, expiresAt }),
        ]),
  ]
}

function secondsOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}

async function since(access: TableAccess, at: string): Promise<readonly KeptMerge[]> {
  const months = monthsFrom(at)
  const rows = await Promise.all(
    months.map((month) => queryAll(access, { pk: partitions.mergesOf(month), from: at, newestFirst: true })),
  )
  const found = await Promise.all(rows.flat().map(({ merge }) => read(access, keys.merge(String(merge)))))
  return found.flatMap((item) => fromText<KeptMerge>(item?.['merge']) ?? [])
}

/** The month of an instant and the two after it, the last first: thirty days are never in more. */
function monthsFrom(at: string): readonly string[] {
  const [year = 0, month = 1] = at.split('-').map(Number)
  return [2, 1, 0].map((later) => new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 7))
}

async function settleHolders(access: TableAccess, key: WayKey, cards: readonly WholeClient[]): Promise<boolean> {
  const { document, table, contactSecret } = access
  const hmac = await hiddenContact(keyText(key), contactSecret)
  const [head, ...holders] = await queryAll(access, { pk: partitions.way(key.kind, hmac) })
  const held = new Set(holders.map(({ sk }) => String(sk).slice(prefixes.holders.length)))
  const wrong = cards.filter((card) => held.has(card.client.id) !== holds(card, key))
  if (wrong.length === 0) return true
  const rev = Number(head?.['rev'] ?? 0)
  const count = held.size + wrong.reduce((sum, card) => sum + (holds(card, key) ? 1 : -1), 0)
  const place = (card: WholeClient) => keys.wayHolder(key.kind, hmac, card.client.id)
  const stopped = await transact(document, [
    {
      Put: {
        TableName: table,
        Item: { ...keys.wayHead(key.kind, hmac), rev: rev + 1, count },
        ...onlyRevision(rev === 0 ? undefined : rev),
      },
    },
    ...wrong.map((card) =>
      holds(card, key)
        ? { Put: { TableName: table, Item: place(card) } }
        : { Delete: { TableName: table, Key: place(card) } },
    ),
    ...cards.map(({ client }) => ({
      ConditionCheck: { TableName: table, Key: keys.client(client.id), ...onlyVersion(client.version) },
    })),
  ])
  return stopped === undefined
}

function holds(card: WholeClient, key: WayKey): boolean {
  return keysOf(card).some((one) => keyText(one) === keyText(key))
}
