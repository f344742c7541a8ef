import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { fileEvent } from '#exchange/domain/file-event'
import type { ExchangeStore } from '#ports/exchange'
import type {
  KeptBase,
  KeptBatch,
  KeptFile,
  KeptSession,
  SaidOfInvoice,
  SentInvoice,
  WaitingFile,
} from '#schemas/exchange/kept-exchange'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { onlyRevision, putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact } from '#store/transact'
import { putIf } from '#store/write-over'
import { keys, partitions, whoIn } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

const daySec = 86_400
/** So long the log is kept. */
const logDays = 60
/** A transaction takes so many writes. */
const mostWrites = 100

/** The exchange with 1C in the one table. */
export function exchangeStore(access: Access): ExchangeStore {
  return { ...basesOf(access), ...sessionsOf(access), ...sentOf(access), ...filesOf(access), ...knownThere(access) }
}

function basesOf(access: Access): Pick<ExchangeStore, 'bases' | 'findBase' | 'saveBase'> {
  return {
    bases: async () =>
      (await queryAll(access, { pk: partitions.bases() })).flatMap((item) => read<KeptBase>(item) ?? []),
    findBase: async (id) => read<KeptBase>(await find(access, keys.base(id))),
    saveBase: (base) => putRevision(access, { ...keys.base(base.id), rev: base.rev, thing: asText(base) }, base.rev),
  }
}

type OfSessions = Pick<ExchangeStore, 'findSession' | 'saveSession' | 'sessions' | 'batch' | 'keepBatch'>

function sessionsOf(access: Access): OfSessions {
  return {
    findSession: async (base, id) => read<KeptSession>(await find(access, keys.session(base, id))),
    saveSession: (session) => {
      const { base, id, rev, startedAt } = session
      const item = { ...keys.session(base, id), rev, thing: asText(session), expiresAt: after(startedAt, logDays) }
      return putRevision(access, item, rev)
    },
    sessions: async (base, limit) => {
      const ask = { pk: partitions.sessions(base), newestFirst: true, limit }
      return (await pageOf(access, ask, (item) => read<KeptSession>(item))).items.flatMap((one) => one ?? [])
    },
    batch: async (base, session) => read<KeptBatch>(await find(access, keys.batch(base, session))),
    keepBatch: (base, session, batch, at) =>
      put(access, { ...keys.batch(base, session), thing: asText(batch), expiresAt: after(at, 2) }),
  }
}

function sentOf(access: Access): Pick<ExchangeStore, 'sentTo' | 'noteSent'> {
  return {
    sentTo: async (base) =>
      (await queryAll(access, { pk: partitions.sent(base) })).map(({ sk, version, hash, counterparty }) => ({
        invoice: String(sk),
        version: Number(version),
        hash: String(hash),
        counterparty: String(counterparty),
      })),
    noteSent: async (base, { invoice, ...sent }: SentInvoice) => {
      const Item = { ...keys.sent(base, invoice), ...sent }
      // A success that comes late is about what was handed out early: it does not undo what was confirmed since.
      const ConditionExpression = 'attribute_not_exists(pk) OR version < :version'
      const ExpressionAttributeValues = { ':version': sent.version }
      await putIf(access.document, { TableName: access.table, Item, ConditionExpression, ExpressionAttributeValues })
    },
  }
}

type OfFiles = Pick<ExchangeStore, 'findFile' | 'files' | 'saveFile' | 'putPart' | 'part' | 'toRead' | 'wasRead'>

function filesOf(access: Access): OfFiles {
  const { document, table: TableName } = access
  return {
    findFile: async (place) => read<KeptFile>(await find(access, keys.file(place))),
    files: async (base, session) =>
      (await queryAll(access, { pk: partitions.files(base), from: session })).flatMap(
        (item) => read<KeptFile>(item) ?? [],
      ),
    saveFile: async (file, at, tell = false) => {
      const { rev } = file
      const item = { ...keys.file(file), rev, thing: asText(file), expiresAt: after(at, logDays) }
      if (!tell) return putRevision(access, item, rev)
      const told = { ...keys.toRead(file), event: asText(fileEvent(file, at)), expiresAt: after(at, 2) }
      const over = onlyRevision(rev === 1 ? undefined : rev - 1)
      const writes = [{ Put: { TableName, Item: item, ...over } }, { Put: { TableName, Item: told } }]
      return (await transact(document, writes)) === undefined
    },
    putPart: (place, part, bytes, at) => put(access, { ...keys.part(place, part), bytes, expiresAt: after(at, 1) }),
    part: async (place, part) => (await find(access, keys.part(place, part)))?.['bytes'] as Uint8Array | undefined,
    toRead: async (limit) => (await pageOf(access, { pk: partitions.toRead(), limit }, waitingIn)).items,
    wasRead: async (file) => {
      await document.send(new DeleteCommand({ TableName, Key: keys.toRead(file) }))
    },
  }
}

type KnownThere = Pick<
  ExchangeStore,
  | 'counterparties'
  | 'counterparty'
  | 'counterpartiesOf'
  | 'dropCounterparty'
  | 'keepCounterparties'
  | 'saidOf'
  | 'keepSaid'
>

function knownThere(access: Access): KnownThere {
  const { document, table: TableName } = access
  return {
    counterparty: (who, seller, otherwise) => knownAs(access, { who, seller, otherwise }),
    keepCounterparties: (news) => keepCounterparties(access, news),
    counterparties: async (asked) => {
      const places = new Map(asked.map(({ who, seller }) => [`${who}#${seller}`, keys.counterparty(who, seller)]))
      const found = await getMany(access, [...places.values()])
      return new Map(found.map(({ pk, sk, id }) => [`${whoIn(String(pk))}#${String(sk)}`, String(id)]))
    },
    counterpartiesOf: async (who) =>
      (await queryAll(access, { pk: partitions.counterparties(who) })).map(({ sk, id }) => ({
        seller: String(sk),
        id: String(id),
      })),
    dropCounterparty: async (who, seller) => {
      await document.send(new DeleteCommand({ TableName, Key: keys.counterparty(who, seller) }))
    },
    saidOf: async (invoices) =>
      (await getMany(access, invoices.map(keys.said))).flatMap((item) => read<SaidOfInvoice>(item) ?? []),
    keepSaid: (said) => put(access, { ...keys.said(said.invoice), thing: asText(said) }),
  }
}

type NewThere = { readonly who: string; readonly seller: string; readonly otherwise: string }

function counterpartyPut({ table: TableName }: Access, { who, seller, otherwise }: NewThere) {
  const Item = { ...keys.counterparty(who, seller), id: otherwise }
  return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } }
}

/** Whoever asks has mostly looked before: it is written first, and read where somebody is known there already. */
async function knownAs(access: Access, one: NewThere): Promise<string> {
  const { who, seller, otherwise } = one
  if ((await transact(access.document, [counterpartyPut(access, one)])) === undefined) return otherwise
  const id: unknown = (await find(access, keys.counterparty(who, seller)))?.['id']
  return typeof id === 'string' ? id : otherwise
}

/** A group is written whole; where one of it became known meanwhile, each of the group by itself. */
async function keepCounterparties(access: Access, news: readonly NewThere[]): Promise<ReadonlyMap<string, string>> {
  // Of those that are named twice the first counts, as it would one after the other.
  const all = [...new Map(news.toReversed().map((one) => [`${one.who}#${one.seller}`, one]))]
  const kept = new Map<string, string>()
  for (let first = 0; first < all.length; first += mostWrites) {
    const group = all.slice(first, first + mostWrites)
    const puts = group.map(([, one]) => counterpartyPut(access, one))
    // oxlint-disable-next-line no-await-in-loop -- a hundred at once and no more
    const isWhole = (await transact(access.document, puts)) === undefined
    const asked = group.map(
      async ([place, one]) => [place, isWhole ? one.otherwise : await knownAs(access, one)] as const,
    )
    // oxlint-disable-next-line no-await-in-loop
    for (const [place, id] of await Promise.all(asked)) kept.set(place, id)
  }
  return kept
}

/** What a key leads to, out of its sort key: no base, session or file has the sign in its name. */
function waitingIn({ sk }: Item): WaitingFile {
  const [, base = '', session = '', name = '', upload = ''] = String(sk).split('#')
  return { base, session, name, upload: Number(upload) }
}

async function put({ document, table: TableName }: Access, Item: Item): Promise<void> {
  await document.send(new PutCommand({ TableName, Item }))
}

async function find({ document, table }: Access, key: Key): Promise<Item | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

function read<T>(item: Item | undefined): T | undefined {
  return fromText<T>(item?.['thing'])
}

function after(at: string, days: number): number {
  return Math.ceil(Date.parse(at) / 1000) + days * daySec
}
