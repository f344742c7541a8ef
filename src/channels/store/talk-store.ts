import { createHmac } from 'node:crypto'

import { revealed } from '#domain/kernel/secret'
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { queuedEvent } from '#channels/domain/outgoing'
import type { KeptCall, KeptMessage, KeptOutgoing, KeptTalk, TalkLine, TalkStore } from '#ports/talks'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { behind, indexKeys, keys, partitions, prefixes, talkIn } from './keys'
import { recordingStore } from './recording-store'

type Item = Readonly<Record<string, unknown>>

/** Calls by their own names, and talks by a keyed hash of who is outside. */
export function talkStore(access: TableAccess): TalkStore {
  const { contactSecret } = access
  return {
    findCall: async (id) => fromText<KeptCall>((await find(access, keys.call(id)))?.['call']),
    saveCall: (call) => {
      const { id, rev, settlesAt } = call
      const index = settlesAt === undefined ? {} : { gsi1pk: indexKeys.unsettled, gsi1sk: `${settlesAt}#${id}` }
      return putRevision(access, { ...keys.call(id), ...index, rev, call: asText(call) }, rev)
    },
    callsToSettle: async (until, limit) => {
      const ask = { index: 'gsi1', pk: indexKeys.unsettled, to: `${until}~`, limit } as const
      return (await pageOf(access, ask, (item) => behind(String(item['pk'])))).items
    },
    ...recordingStore(access),
    ...messagesOf(access),
    talkIdOf: async (contact) =>
      `talk_${createHmac('sha256', await revealed(contactSecret))
        .update(contact)
        .digest('hex')
        .slice(0, 26)}`,
    findTalk: async (id) => fromText<KeptTalk>((await find(access, keys.talk(id)))?.['talk']),
    saveTalk: (talk) => putRevision(access, { ...keys.talk(talk.id), rev: talk.rev, talk: asText(talk) }, talk.rev),
    ...linesOf(access),
    ...clientsOf(access),
    claim: (key, at, withinMs) => claim(access, { key, at, withinMs }),
    ...countsOf(access),
  }
}

type Messages = 'findMessage' | 'saveMessage' | 'findOutgoing' | 'saveOutgoing' | 'outgoingDue' | 'eraseMessage'

function messagesOf(access: TableAccess): Pick<TalkStore, Messages> {
  return {
    findMessage: async (id) => fromText<KeptMessage>((await find(access, keys.message(id)))?.['message']),
    saveMessage: (message) => {
      const { id, rev } = message
      return putRevision(access, { ...keys.message(id), rev, message: asText(message) }, rev)
    },
    findOutgoing: async (id) => fromText<KeptOutgoing>((await find(access, keys.outgoing(id)))?.['outgoing']),
    saveOutgoing: (outgoing) => {
      const { id, rev, nextAt } = outgoing
      const index = nextAt === undefined ? {} : { gsi1pk: indexKeys.toSend, gsi1sk: `${nextAt}#${id}` }
      // Told once, when it is born: what is tried again is found by the clock.
      const event = asText(queuedEvent(outgoing))
      return putRevision(access, { ...keys.outgoing(id), ...index, rev, outgoing: asText(outgoing), event }, rev)
    },
    outgoingDue: async (until, limit) => {
      const ask = { index: 'gsi1', pk: indexKeys.toSend, to: `${until}~`, limit } as const
      return (await pageOf(access, ask, (item) => behind(String(item['pk'])))).items
    },
    eraseMessage: async (id) => {
      for (const Key of [keys.message(id), keys.outgoing(id)])
        await access.document.send(new DeleteCommand({ TableName: access.table, Key: { ...Key } }))
    },
  }
}

function clientsOf(access: TableAccess): Pick<TalkStore, 'link' | 'unlink' | 'talksOf' | 'eraseTalk' | 'eraseCall'> {
  const { document, table: TableName } = access
  const remove = async (Key: Key) => {
    await document.send(new DeleteCommand({ TableName, Key: { ...Key } }))
  }
  return {
    link: async (client, talk) => {
      await document.send(new PutCommand({ TableName, Item: { ...keys.ofClient(client, talk) } }))
    },
    unlink: (client, talk) => remove(keys.ofClient(client, talk)),
    talksOf: async (client) =>
      (await queryAll(access, { pk: partitions.ofClient(client) })).map((item) => String(item['sk'])),
    eraseTalk: async (talk) => {
      const items = await queryAll(access, { pk: partitions.talk(talk) })
      for (const item of items) await remove({ pk: String(item['pk']), sk: String(item['sk']) })
    },
    eraseCall: (call) => remove(keys.call(call)),
  }
}

function linesOf(access: TableAccess): Pick<TalkStore, 'saveLine' | 'lines' | 'listed'> {
  return {
    saveLine: async (talk, line, list) => {
      const index = list === undefined ? {} : { gsi1pk: indexKeys.list(list.name), gsi1sk: `${line.at}#${line.id}` }
      const expiresAt = list?.until === undefined ? {} : { expiresAt: Math.ceil(Date.parse(list.until) / 1000) }
      const Item = { ...keys.line(talk, line), ...index, ...expiresAt, line: asText(line) }
      await access.document.send(new PutCommand({ TableName: access.table, Item }))
    },
    lines: (talk, { from, ...page }) => {
      const span = from === undefined ? { prefix: prefixes.lines } : { from: `L#${from}`, to: 'L#~' }
      return pageOf(access, { pk: partitions.talk(talk), ...span, newestFirst: true, ...page }, lineIn)
    },
    listed: async (name, page) => {
      const ask = { index: 'gsi1', pk: indexKeys.list(name), newestFirst: true, ...page } as const
      const found = await pageOf(access, ask, (item) => ({ pk: String(item['pk']), sk: String(item['sk']) }))
      const items = await getMany(access, found.items)
      const lines = new Map(items.map((item) => [`${String(item['pk'])} ${String(item['sk'])}`, item]))
      const listed = found.items.flatMap(({ pk, sk }) => {
        const item = lines.get(`${pk} ${sk}`)
        return item === undefined ? [] : [{ talk: talkIn(pk), line: lineIn(item) }]
      })
      return { ...found, items: listed }
    },
  }
}

function countsOf(access: TableAccess): Pick<TalkStore, 'countUp' | 'countOf'> {
  const { document, table: TableName } = access
  const countOf = async (key: string, at: string) => {
    const counts = await Promise.all(twoHours(at).map((hour) => find(access, keys.count(key, hour))))
    return counts.reduce((sum, item) => sum + Number(item?.['number'] ?? 0), 0)
  }
  return {
    countOf,
    countUp: async (key, at) => {
      const expiresAt = Math.ceil(Date.parse(at) / 1000) + 3 * 3600
      await document.send(
        new UpdateCommand({
          TableName,
          Key: keys.count(key, twoHours(at)[0]),
          UpdateExpression: 'SET expiresAt = :until ADD #number :one',
          ExpressionAttributeNames: { '#number': 'number' },
          ExpressionAttributeValues: { ':until': expiresAt, ':one': 1 },
        }),
      )
      return countOf(key, at)
    },
  }
}

/** The hour of an instant, and the one before. */
function twoHours(at: string): readonly [string, string] {
  const before = new Date(Date.parse(at) - 3_600_000).toISOString()
  return [at.slice(0, 13), before.slice(0, 13)]
}

async function claim(
  access: TableAccess,
  { key, at, withinMs }: { readonly key: string; readonly at: string; readonly withinMs: number },
): Promise<string> {
  const expiresAt = Math.ceil((Date.parse(at) + withinMs) / 1000)
  const was = await find(access, keys.once(key))
  const held = textIn(was, 'at')
  const isHeld = held !== undefined && Date.parse(at) - Date.parse(held) < withinMs
  if (isHeld) return held
  const rev = Number(was?.['rev'] ?? 0) + 1
  if (await putRevision(access, { ...keys.once(key), at, rev, expiresAt }, rev)) return at
  return textIn(await find(access, keys.once(key)), 'at') ?? at
}

function textIn(item: Item | undefined, name: string): string | undefined {
  const value = item?.[name]
  return typeof value === 'string' ? value : undefined
}

async function find({ document, table }: TableAccess, key: Key): Promise<Item | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

function lineIn(item: Item): TalkLine {
  return fromText<TalkLine>(item['line']) as TalkLine
}
