import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { createHash } from 'node:crypto'

import type { Beginning, Entry, EntryStore, Failures, Identity } from '#ports/entry'
import type { Session } from '#schemas/entry'
import { hiddenContact } from '#store/deals/contacts'
import { getMany } from '#store/get-many'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { isConditionFailure, transact } from '#store/transact'
import { putIf } from '#store/write-over'
import { keys, prefixes } from './keys'

type Access = Pick<TableAccess, 'contactSecret' | 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** How people come in, a partition a person. Nothing is remembered between calls: what was ended is ended. */
export function entryStore(access: Access): EntryStore {
  const { document, table } = access
  const find = async (key: { pk: string; sk: string }): Promise<Item | undefined> =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  return {
    find: async (employee) => entryIn(await find(keys.entry(employee))),
    findMany: async (employees) => {
      const items = await getMany(access, employees.map(keys.entry))
      const found = new Map(items.map((item) => [String(item['pk']), entryIn(item)]))
      return Object.fromEntries(employees.map((one) => [one, found.get(keys.entry(one).pk) ?? entryIn(undefined)]))
    },
    save: (employee, entry) => putIf(document, written(table, employee, entry)),
    bind: async (employee, entry, instead) => {
      const { issuer, subject } = entry.identity
      const Item = { ...keys.identity(identityHash(issuer, subject)), employee }
      const identity = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }
      const before = instead === undefined ? [] : [keys.identity(identityHash(instead.issuer, instead.subject))]
      const gone = before.map((Key) => ({ Delete: { TableName: table, Key } }))
      const stopped = await transact(document, [{ Put: written(table, employee, entry) }, { Put: identity }, ...gone])
      return stopped === undefined
    },
    boundTo: async (issuer, subject) => {
      const item = await find(keys.identity(identityHash(issuer, subject)))
      return item === undefined ? undefined : String(item['employee'])
    },
    close: (employee) => close(access, employee),
    ...sessionsOf(access, find),
    ...failuresOf(access, find),
    beginning: async () => beginningIn(await find(keys.beginning())),
    saveBeginning: async (beginning) => {
      await document.send(new PutCommand({ TableName: table, Item: { ...keys.beginning(), beginning } }))
    },
  }
}

/** What somebody types as their name may be anything, a password too: whoever reads the table alone cannot try words on it. */
function failuresOf(
  { document, table, contactSecret }: Access,
  find: (key: { pk: string; sk: string }) => Promise<Item | undefined>,
): Pick<EntryStore, 'failures' | 'saveFailures' | 'forgetFailures'> {
  const keyOf = async (name: string) => keys.failures(await hiddenContact(name, contactSecret))
  return {
    failures: async (name) => (await find(await keyOf(name)))?.['failures'] as Failures | undefined,
    saveFailures: async (name, failures) => {
      const expiresAt = secondsOf(failures.at) + forgottenSec
      const Item = { ...(await keyOf(name)), failures, expiresAt }
      await document.send(new PutCommand({ TableName: table, Item }))
    },
    forgetFailures: async (name) => {
      await document.send(new DeleteCommand({ TableName: table, Key: await keyOf(name) }))
    },
  }
}

function sessionsOf(
  access: Access,
  find: (key: { pk: string; sk: string }) => Promise<Item | undefined>,
): Pick<EntryStore, 'addSession' | 'session' | 'sessions' | 'touch' | 'endSession'> {
  const { document, table } = access
  return {
    addSession: async (session) => {
      const Item = { ...keys.session(session.employee, session.id), session, expiresAt: secondsOf(session.expiresAt) }
      await document.send(new PutCommand({ TableName: table, Item }))
    },
    session: async (employee, id) => (await find(keys.session(employee, id)))?.['session'] as Session | undefined,
    sessions: async (employee) => {
      const items = await queryAll(access, { pk: keys.entry(employee).pk, prefix: prefixes.sessions })
      return items.map((item) => item['session'] as Session)
    },
    touch: async (session) => {
      const update = new UpdateCommand({
        TableName: table,
        Key: keys.session(session.employee, session.id),
        UpdateExpression: 'SET #session = :session',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#session': 'session' },
        ExpressionAttributeValues: { ':session': session },
      })
      await document.send(update).catch((error: unknown) => {
        if (!isConditionFailure(error)) throw error
      })
    },
    endSession: async (employee, id) => {
      const { Attributes } = await document.send(
        new DeleteCommand({ TableName: table, Key: keys.session(employee, id), ReturnValues: 'ALL_OLD' }),
      )
      return Attributes !== undefined
    },
  }
}

async function close(access: Access, employee: string): Promise<void> {
  const { document, table } = access
  const items = await queryAll(access, { pk: keys.entry(employee).pk })
  const identity = items.flatMap((item) => entryIn(item).identity ?? [])
  const gone = [
    ...items.map(({ pk, sk }) => ({ pk, sk })),
    ...identity.map(({ issuer, subject }) => keys.identity(identityHash(issuer, subject))),
  ]
  await Promise.all(gone.map((Key) => document.send(new DeleteCommand({ TableName: table, Key }))))
}

function written(table: string, employee: string, entry: Entry) {
  const Item = { ...keys.entry(employee), entry, rev: entry.rev }
  if (entry.rev === 1) return { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  return {
    TableName: table,
    Item,
    ConditionExpression: 'rev = :rev',
    ExpressionAttributeValues: { ':rev': entry.rev - 1 },
  }
}

function entryIn(item: Item | undefined): Entry {
  return (item?.['entry'] as Entry | undefined) ?? { rev: 0, passkeys: [] }
}

function beginningIn(item: Item | undefined): Beginning {
  return (item?.['beginning'] as Beginning | undefined) ?? { isDemo: false, isNew: false }
}

function identityHash(issuer: Identity['issuer'], subject: Identity['subject']): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url')
}

const forgottenSec = 86_400

function secondsOf(instant: string): number {
  return Math.ceil(Date.parse(instant) / 1000)
}
