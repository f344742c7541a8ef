import { createHmac } from 'node:crypto'

import { revealed } from '#domain/kernel/secret'
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import { queuedEvent } from '#channels/domain/outgoing'
import type { Claim, KeptCall, KeptMessage, KeptOutgoing, KeptTalk, TalkLine, TalkStore } from '#ports/talks'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { onlyRevision, putRevision } from '#store/only-revision'
import { pageOf } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { deleteIf } from '#store/write-over'
import { behind, indexKeys, keys, partitions, prefixes, talkIn } from './keys'
import { recordingStore } from './recording-store'
import { whoseStore } from './whose-store'

type Item = Readonly<Record<string, unknown>>

/** Calls by their own names, and talks by a keyed hash of who is outside. */
export function talkStore(access: TableAccess): TalkStore {
  const { contactSecret } = access
  return {
    findCall: async (id) => fromText<KeptCall>((await find(access, keys.call(id)))?.['call']),
    findCalls: async (ids) =>
      (await getMany(access, ids.map(keys.call))).flatMap((item) => fromText<KeptCall>(item['call']) ?? []),
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
    ...whoseStore(access),
    ...erasing(access),
    claim: (key, own, withinMs) => claim(access, { key, own, withinMs }),
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

function erasing(access: TableAccess): Pick<TalkStore, 'eraseTalk' | 'eraseCall'> {
  const { document, table: TableName } = access
  const remove = async (Key: Key) => {
    await document.send(new DeleteCommand({ TableName, Key: { ...Key } }))
  }
  return {
    eraseTalk: async (talk, { lines, rev }) => {
      for (const line of lines) await remove(keys.line(talk, line))
      const left = { pk: partitions.talk(talk), prefix: prefixes.lines, limit: 1 }
      if ((await pageOf(access, left, lineIn)).items.length > 0) return false
      const isTaken = await deleteIf(document, { TableName, Key: keys.talk(talk), ...onlyRevision(rev) })
      if (isTaken) await remove(keys.stranger(talk))
      return isTaken
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
  { key, own, withinMs }: { readonly key: string; readonly own: Claim; readonly withinMs: number },
): Promise<Claim> {
  const now = Date.parse(own.at)
  const was = await find(access, keys.once(key))
  const held = claimIn(was)
  if (held !== undefined && now - Date.parse(held.at) < withinMs) return held
  const rev = Number(was?.['rev'] ?? 0) + 1
  const item = { ...keys.once(key), ...own, rev, expiresAt: Math.ceil((now + withinMs) / 1000) }
  if (await putRevision(access, item, rev)) return own
  return claimIn(await find(access, keys.once(key))) ?? own
}

function claimIn(item: Item | undefined): Claim | undefined {
  const { at, by } = item ?? {}
  return typeof at === 'string' ? { at, by: typeof by === 'string' ? by : '' } : undefined
}

async function find({ document, table }: TableAccess, key: Key): Promise<Item | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

function lineIn(item: Item): TalkLine {
  return fromText<TalkLine>(item['line']) as TalkLine
}
