import type { StoreFile } from './file'
import type { Plan } from './plans'
import { storedItem } from './value'
import { wireItem } from './wire-values'

/** A change as it is told to whoever follows a table: as a record of a stream of DynamoDB. */
export type StreamRecord = {
  readonly eventID: string
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  readonly eventSource: string
  readonly dynamodb: {
    readonly Keys: Readonly<Record<string, { readonly S: string }>>
    readonly NewImage?: Readonly<Record<string, unknown>>
    readonly SequenceNumber: string
    readonly ApproximateCreationDateTime: number
  }
}

/** Whether a change is wanted by whoever follows the table; what is not is not kept. */
export type StreamFilter = (record: {
  readonly eventName: StreamRecord['eventName']
  readonly dynamodb: Pick<StreamRecord['dynamodb'], 'Keys'>
}) => boolean

/** A change before it has its number. `image` is the item as it is stored. */
export type Change = {
  readonly table: string
  readonly eventName: StreamRecord['eventName']
  readonly keys: StreamRecord['dynamodb']['Keys']
  readonly image: string | null
}

/** The changes that were not handed over yet, in the order they were written. */
export type StreamLog = {
  /** Notes what a write has changed, inside its transaction; answers whether anybody wants it. */
  readonly note: (plan: Plan) => boolean
  /** Notes a change as it is told, inside a transaction. */
  readonly add: (change: Change) => void
  readonly read: (table: string, after: number, most: number) => readonly StreamRecord[]
  /** How many changes of the table come after one. */
  readonly count: (table: string, after: number) => number
  /** Forgets everything up to there, inside a transaction. */
  readonly trim: (table: string, upTo: number) => void
}

export function streamLog({ sqlite }: StoreFile, filter: StreamFilter): StreamLog {
  const insert = sqlite.prepare('INSERT INTO stream (name, kind, at, keys, image) VALUES (?, ?, ?, ?, ?)')
  const add = ({ table, eventName, keys, image }: Change) =>
    insert.run(table, eventName, Date.now(), JSON.stringify(keys), image)
  const read = sqlite.prepare('SELECT * FROM stream WHERE name = ? AND seq > ? ORDER BY seq LIMIT ?')
  const count = sqlite.prepare('SELECT count(*) AS n FROM stream WHERE name = ? AND seq > ?')
  const trim = sqlite.prepare('DELETE FROM stream WHERE name = ? AND seq <= ?')
  return {
    add,
    note: (plan) => note(add, filter, plan),
    read: (table, after, most) => read.all(table, after, most).map(recordOf),
    count: (table, after) => Number(count.all(table, after)[0]?.['n'] ?? 0),
    trim: (table, upTo) => trim.run(table, upTo),
  }
}

function note(add: StreamLog['add'], filter: StreamFilter, { intent: { table, key, verb }, was, next }: Plan): boolean {
  const { stream, partitionKey, sortKey } = table.declaration
  if (stream === undefined || verb === 'check') return false
  // A write that changes nothing is not told.
  if (was === next?.text) return false
  const eventName = was === undefined ? 'INSERT' : next === undefined ? 'REMOVE' : 'MODIFY'
  const Keys = { [partitionKey]: { S: key.pk }, [sortKey]: { S: key.sk } }
  if (!filter({ eventName, dynamodb: { Keys } })) return false
  add({ table: table.name, eventName, keys: Keys, image: next?.text ?? null })
  return true
}

function recordOf(row: Readonly<Record<string, unknown>>): StreamRecord {
  const { seq, kind, at, keys, image } = row
  return {
    eventID: String(seq),
    eventName: kind as StreamRecord['eventName'],
    eventSource: 'aws:dynamodb',
    dynamodb: {
      Keys: JSON.parse(String(keys)) as StreamRecord['dynamodb']['Keys'],
      ...(typeof image === 'string' && { NewImage: wireItem(storedItem(image)) }),
      SequenceNumber: String(seq),
      ApproximateCreationDateTime: Math.floor(Number(at) / 1000),
    },
  }
}
