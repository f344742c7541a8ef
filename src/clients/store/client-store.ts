import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { listedClient } from '#clients/domain/listed-name'
import { keyText } from '#clients/domain/ways'
import type { ClientStore } from '#ports/client-store'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type {
  ClientChange,
  ClientDealRow,
  ClientPersonal,
  KeptClient,
  KeptLink,
  Revealing,
  WayHolders,
  WayKey,
  WholeClient,
} from '#schemas/kept-client'
import type { SubjectEvent } from '#schemas/subject-event'
import { hiddenContact } from '#store/deals/contacts'
import { getMany } from '#store/get-many'
import { onlyRevision, putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { fromText } from '#store/text-item'
import { isConditionFailure, transact } from '#store/transact'
import { clientWrite, headsToRead } from './client-write'
import { keys, partitions, prefixes } from './keys'

type Item = Readonly<Record<string, unknown>>

/** Clients in the one table: everything of one in its partition, ways to find and lists in partitions of their own. */
export function clientStore(access: TableAccess): ClientStore {
  const { document, table } = access
  const put = async (item: Item): Promise<void> =>
    void (await document.send(new PutCommand({ TableName: table, Item: item })))
  const remove = async (key: Item): Promise<void> =>
    void (await document.send(new DeleteCommand({ TableName: table, Key: key })))
  return {
    find: async (id) => wholeIn(await queryAll(access, { pk: partitions.client(id), from: '#', to: '#P' })),
    findMany: (ids) => findMany(access, ids),
    holders: (wanted) => Promise.all(wanted.map((key) => holdersOf(access, key))),
    save: (change) => save(access, change),
    listOf: async ({ owner, limit, after }) => {
      const found = await pageOf(
        access,
        { pk: partitions.list(owner), limit, ...(after === undefined ? {} : { from: `${after}\u0000` }) },
        ({ sk }) => ({ id: listedClient(String(sk)), place: String(sk) }),
      )
      return found.items
    },
    events: (id, page) =>
      pageOf(
        access,
        { pk: partitions.client(id), prefix: prefixes.events, newestFirst: true, ...page },
        ({ event }) => fromText<SubjectEvent>(event) as SubjectEvent,
      ),
    dealsOf: async (id) =>
      (await queryAll(access, { pk: partitions.client(id), prefix: prefixes.deals })).map(
        ({ row }) => row as ClientDealRow,
      ),
    keepDeal: (id, row) => put({ ...keys.deal(id, row.deal), row }),
    dropDeal: (id, deal) => remove(keys.deal(id, deal)),
    ...linksIn(access),
    ...keptOf(access),
  }
}

function restrictionsOf(access: TableAccess): Pick<ClientStore, 'restrict' | 'restrictedBefore' | 'unrestrict'> {
  const { document, table } = access
  return {
    restrict: async ({ client, until }) => {
      await document.send(
        new PutCommand({ TableName: table, Item: { ...keys.restricted(until, client), client, until } }),
      )
    },
    restrictedBefore: async (day, limit) => {
      const ask = { pk: partitions.restricted, from: '0', to: day, limit }
      return (await pageOf(access, ask, ({ client, until }) => ({ client: String(client), until: String(until) })))
        .items
    },
    unrestrict: async ({ client, until }) => {
      await document.send(new DeleteCommand({ TableName: table, Key: keys.restricted(until, client) }))
    },
  }
}

type Beside = Pick<
  ClientStore,
  | 'before'
  | 'forgetBefore'
  | 'keepRevealing'
  | 'revealings'
  | 'erasure'
  | 'keepErasure'
  | 'dropErasure'
  | 'restrict'
  | 'restrictedBefore'
  | 'unrestrict'
>

/** What is kept of a card beside it: what it said before, and who was shown what. */
function keptOf(access: TableAccess): Beside {
  const { document, table } = access
  return {
    before: async (id) => (await beforeItems(access, id)).flatMap(({ was }) => fromText<WholeClient>(was) ?? []),
    forgetBefore: async (id) => {
      const items = await beforeItems(access, id)
      await Promise.all(
        items.map(({ pk, sk }) => document.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }))),
      )
    },
    erasure: async (id) => {
      const get = new GetCommand({ TableName: table, Key: keys.erasure(id), ConsistentRead: true })
      return (await document.send(get)).Item?.['erasure'] as KeptErasure | undefined
    },
    keepErasure: (erasure) =>
      putRevision(access, { ...keys.erasure(erasure.client), rev: erasure.rev, erasure }, erasure.rev),
    dropErasure: async ({ client, rev }) => {
      const found = { TableName: table, Key: keys.erasure(client), ...onlyRevision(rev) }
      return document.send(new DeleteCommand(found)).then(
        () => true,
        (error: unknown) => {
          if (isConditionFailure(error)) return false
          throw error
        },
      )
    },
    ...restrictionsOf(access),
    keepRevealing: async (revealing) => {
      const { client, at, employee } = revealing
      await document.send(
        new PutCommand({ TableName: table, Item: { ...keys.revealing(client, at, employee), revealing } }),
      )
    },
    revealings: async (id) =>
      (await queryAll(access, { pk: partitions.client(id), prefix: prefixes.revealings, newestFirst: true })).map(
        ({ revealing }) => revealing as Revealing,
      ),
  }
}

function linksIn(access: TableAccess): Pick<ClientStore, 'linksOf' | 'link' | 'unlink'> {
  const { document, table } = access
  return {
    linksOf: async (id) =>
      (await queryAll(access, { pk: partitions.client(id), prefix: prefixes.links })).map(
        ({ link }) => link as KeptLink,
      ),
    link: async (company, person, said) => {
      const one = (from: string, id: string) => ({
        Put: { TableName: table, Item: { ...keys.link(from, id), link: { ...said, id } } },
      })
      await transact(document, [one(company, person), one(person, company)])
    },
    unlink: async (company, person) => {
      const one = (from: string, id: string) => ({ Delete: { TableName: table, Key: keys.link(from, id) } })
      await transact(document, [one(company, person), one(person, company)])
    },
  }
}

function beforeItems(access: TableAccess, id: string): Promise<readonly Item[]> {
  return queryAll(access, { pk: partitions.client(id), prefix: prefixes.before })
}

async function findMany(access: TableAccess, ids: readonly string[]): Promise<readonly WholeClient[]> {
  const found = await getMany(
    access,
    [...new Set(ids)].flatMap((id) => [keys.client(id), keys.personal(id)]),
  )
  const byClient = new Map<string, Item[]>()
  for (const item of found) byClient.set(String(item['pk']), [...(byClient.get(String(item['pk'])) ?? []), item])
  return [...byClient.values()].flatMap((items) => wholeIn(items) ?? [])
}

function wholeIn(items: readonly Item[]): WholeClient | undefined {
  const client = fromText<KeptClient>(items.find(({ sk }) => sk === '#')?.['client'])
  const personal = fromText<ClientPersonal>(items.find(({ sk }) => sk === '#P')?.['personal'])
  return client === undefined ? undefined : { client, personal: personal ?? { ways: [], lastWay: 0 } }
}

async function holdersOf(access: TableAccess, key: WayKey): Promise<WayHolders> {
  const hmac = await hiddenContact(keyText(key), access.contactSecret)
  const items = await queryAll(access, { pk: partitions.way(key.kind, hmac) })
  const [head, ...holders] = items
  return {
    key,
    rev: Number(head?.['rev'] ?? 0),
    clients: holders.map(({ sk }) => String(sk).slice(prefixes.holders.length)),
  }
}

/** Lists of holders that nobody has looked at are read for the write, and the write repeated while others are at them. */
async function save(access: TableAccess, change: ClientChange): Promise<boolean> {
  const { was, next, seen = [] } = change
  const known = new Map(seen.map((one) => [keyText(one.key), one]))
  const unseen = headsToRead(change).filter((key) => !known.has(keyText(key)))
  for (let attempt = 1; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what somebody else has written meanwhile is read again
    const heads = await Promise.all(unseen.map((key) => headOf(access, key)))
    // oxlint-disable-next-line no-await-in-loop -- the same
    const items = await clientWrite(access, change, [...seen, ...heads])
    // oxlint-disable-next-line no-await-in-loop -- the same
    const stopped = await transact(access.document, items)
    if (stopped === undefined) return true
    // oxlint-disable-next-line no-await-in-loop -- the same
    const now = await headVersion(access, next.client.id)
    if (unseen.length === 0 || now !== was?.client.version || attempt === mostAttempts) return false
  }
}

/** A list of holders that others write at the same time is read anew so often. */
const mostAttempts = 8

async function headOf(access: TableAccess, key: WayKey): Promise<WayHolders> {
  const { document, table, contactSecret } = access
  const Key = keys.wayHead(key.kind, await hiddenContact(keyText(key), contactSecret))
  const { Item } = await document.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
  return {
    key,
    rev: Number(Item?.['rev'] ?? 0),
    clients: Array.from({ length: Number(Item?.['count'] ?? 0) }, () => ''),
  }
}

async function headVersion({ document, table }: TableAccess, id: string): Promise<number | undefined> {
  const { Item } = await document.send(new GetCommand({ TableName: table, Key: keys.client(id), ConsistentRead: true }))
  return Item === undefined ? undefined : Number(Item['version'])
}
