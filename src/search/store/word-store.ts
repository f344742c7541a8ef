import { setTimeout as pause } from 'node:timers/promises'

import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  QueryCommand,
  type BatchWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'

import type { FoundWord, KeptWords, WordStore } from '#ports/words'
import { toldWords } from '#search/domain/words-of'
import type { FoundKind, WordRecord } from '#schemas/search-names'
import { encodeCursor } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { wordsTableOf } from '#store/table'
import { putOver } from '#store/only-revision'
import { randomFraction } from '#store/random-fraction'

import { keys, partitions, wordIn } from './keys'

type Access = Pick<TableAccess, 'document'> & { readonly table: string }
type Item = Readonly<Record<string, unknown>>

/** Words in a table of their own. Write units: one a word that is new, changed or gone, and two for the list of them. */
export function wordStore({ document, table, words = wordsTableOf(table) }: TableAccess): WordStore {
  const access = { document, table: words }
  return {
    find: (kind, id) => find(access, kind, id),
    keep: (record, over) => keep(access, record, over),
    forget: async (kind, id) => {
      const kept = await find(access, kind, id)
      if (kept === undefined) return false
      await writeAll(
        access,
        [],
        [...kept.record.words, ...kept.gone].map((word) => keys.word(word, kept.record)),
      )
      await document.send(new DeleteCommand({ TableName: words, Key: keys.wordsOf(kind, id) }))
      return true
    },
    starting: async ({ start, limit, cursor }) => {
      const { Items = [], LastEvaluatedKey } = await document.send(
        new QueryCommand({
          TableName: words,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :start)',
          ExpressionAttributeValues: { ':pk': partitions.words(start), ':start': start },
          Limit: limit,
          ...(cursor === undefined ? {} : { ExclusiveStartKey: startAfter(cursor) }),
        }),
      )
      const items = Items.map(foundIn)
      return LastEvaluatedKey === undefined ? { items } : { items, cursor: encodeCursor(LastEvaluatedKey) }
    },
  }
}

type Kept = KeptWords & { readonly gone: readonly string[] }

async function find({ document, table }: Access, kind: FoundKind, id: string): Promise<Kept | undefined> {
  const { Item } = await document.send(
    new GetCommand({ TableName: table, Key: keys.wordsOf(kind, id), ConsistentRead: true }),
  )
  return Item?.['kept'] as Kept | undefined
}

/** What is to be done is noted first, so that it is finished whoever is killed; then words are written, then that it is done. */
async function keep(access: Access, record: WordRecord, over: KeptWords | undefined): Promise<boolean> {
  const was = over as Kept | undefined
  if (was?.isDone === true && isSame(was.record, record)) return true
  if (was?.isDone === false && isSame(was.record, record) && (await isDoneByOthers(access, was))) return true
  const rev = (was?.rev ?? 0) + 1
  const gone = [...(was?.record.words ?? []), ...(was?.gone ?? [])].filter((word) => !record.words.includes(word))
  if (!(await note(access, { rev, isDone: false, record, gone }, was?.rev))) return false
  // Every item says all of its thing, so all are written when something of it changes.
  await writeAll(
    access,
    wordItems(record),
    gone.map((word) => keys.word(word, record)),
  )
  return note(access, { rev, isDone: true, record, gone: [] }, rev)
}

/** Whoever noted the same a moment ago is most likely at it still: they are let finish before their work is taken over. */
async function isDoneByOthers(access: Access, { rev, record }: Kept): Promise<boolean> {
  for (let no = 1; no <= mostWaits; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- it is looked again after a while
    await pause(waitMs * (no + randomFraction()))
    // oxlint-disable-next-line no-await-in-loop -- the same
    const now = await find(access, record.kind, record.id)
    if (now?.isDone === true && isSame(now.record, record)) return true
    if (now?.rev !== rev) return false
  }
  return false
}

const mostWaits = 4
const waitMs = 15

function note(access: Access, kept: Kept, over: number | undefined): Promise<boolean> {
  const { rev, record } = kept
  return putOver(access, { ...keys.wordsOf(record.kind, record.id), rev, kept }, over)
}

function isSame(one: WordRecord, other: WordRecord): boolean {
  const text = ({ kind, id, at, owner, title, about, words }: WordRecord) =>
    JSON.stringify([kind, id, at, owner, title, about, words.toSorted()])
  return text(one) === text(other)
}

/** The items of all words of a thing. */
export function wordItems(record: WordRecord): readonly Record<string, unknown>[] {
  return record.words.map((word) => wordItem(word, record))
}

/** Short names: they are paid for in every item. */
function wordItem(word: string, record: WordRecord): Record<string, unknown> {
  const { owner, title, about, words } = record
  return {
    ...keys.word(word, record),
    o: owner,
    t: title,
    ...(about !== '' && { a: about }),
    w: toldWords(words).join(' '),
  }
}

function foundIn(item: Item): FoundWord {
  const { word, at, kind, id } = wordIn(String(item['sk']))
  const about: unknown = item['a']
  return {
    kind: kind as FoundKind,
    id,
    at,
    owner: String(item['o']),
    title: String(item['t']),
    about: typeof about === 'string' ? about : '',
    words: String(item['w']).split(' '),
    word,
  }
}

type Requests = NonNullable<BatchWriteCommandInput['RequestItems']>[string]

async function writeAll({ document, table }: Access, puts: readonly Item[], deletes: readonly Item[]): Promise<void> {
  const requests: Requests = [
    ...puts.map((Item) => ({ PutRequest: { Item } })),
    ...deletes.map((Key) => ({ DeleteRequest: { Key } })),
  ]
  for (let first = 0; first < requests.length; first += 25) {
    // oxlint-disable-next-line no-await-in-loop -- one request holds 25
    await writeBatch({ document, table }, requests.slice(first, first + 25))
  }
}

async function writeBatch({ document, table }: Access, requests: Requests): Promise<void> {
  const { UnprocessedItems: left } = await document.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }))
  // The SDK pauses before it tries again what was throttled whole; what was taken in part is asked again at once.
  const again = left?.[table] ?? []
  if (again.length > 0) await writeBatch({ document, table }, again)
}

const startAfter = (cursor: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Record<string, unknown>
