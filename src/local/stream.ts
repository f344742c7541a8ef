import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

import { compilePattern } from './event-pattern'
import { EngineFault, type EngineCall } from './engine-call'
import type { LocalClock } from './local-clock'
import { say, type Log } from './say'
import { openCheckpoint, type Checkpoint, type Position } from './stream-checkpoint'

/** The Lambda function behind a stream. */
export type StreamHandler = (batch: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | void>

export type StreamOptions = {
  readonly call: EngineCall
  readonly table: string
  readonly checkpointPath: string
  /** Only records that match are handed over, as with the filter of an event source mapping. */
  readonly filter: unknown
  readonly handler: StreamHandler
  readonly clock: LocalClock
  readonly log: Log
}

/** A reader that follows the table's stream. */
export type StreamReader = {
  /** Says that something was just written, so that it is read at once. */
  readonly poke: () => void
  /** Resolves when everything written before this call has been handed over. */
  readonly caughtUp: () => Promise<void>
  /** Finishes the batch at hand and reads no further. */
  readonly stop: () => Promise<void>
}

type Reader = {
  readonly options: StreamOptions
  readonly checkpoint: Checkpoint
  readonly isWanted: (record: unknown) => boolean
  readonly streamArn: string
  position: Position | undefined
  shardId: string
  iterator: string | undefined
  isStopped: boolean
  isPoked: boolean
  wake: () => void
  waiting: { readonly since: number; readonly tell: () => void }[]
  round: number
}

const limit = 1_000
// Between two looks at the stream. In a burst each look costs more than the wait: what has gathered meanwhile is read,
// published and consumed together.
const busyMs = 8
const burstMs = 25
const burst = 8
const idleMs = 40
const longestPauseMs = 5_000

/** Follows the stream from where the checkpoint left it; one shard after the other, each in order, at least once. */
export async function followStream(options: StreamOptions): Promise<StreamReader> {
  const streamArn = await streamOf(options)
  const checkpoint = openCheckpoint(options.checkpointPath)
  const position = checkpoint.last?.streamArn === streamArn ? checkpoint.last : undefined
  const reader: Reader = {
    options,
    checkpoint,
    streamArn,
    position,
    isWanted: compilePattern(options.filter, 'the filter of the relay'),
    shardId: position?.shardId ?? '',
    iterator: undefined,
    isStopped: false,
    isPoked: false,
    wake: () => undefined,
    waiting: [],
    round: 0,
  }
  const poke = () => {
    reader.isPoked = true
    reader.wake()
  }
  const ended = follow(reader)
  return {
    poke,
    caughtUp: () =>
      new Promise((resolve) => {
        // Only a look that begins from now on is certain to see what was written before.
        reader.waiting.push({ since: reader.round, tell: resolve })
        poke()
      }),
    stop: async () => {
      reader.isStopped = true
      reader.wake()
      await ended
      checkpoint.close()
    },
  }
}

async function streamOf({ call, table }: StreamOptions): Promise<string> {
  const answer = await call('DynamoDB_20120810.DescribeTable', { TableName: table })
  const arn = (answer as { Table?: { LatestStreamArn?: string } }).Table?.LatestStreamArn
  if (arn === undefined) throw new Error(`The table ${table} has no stream: make it with one of new images.`)
  return arn
}

async function follow(reader: Reader): Promise<void> {
  const { clock, log } = reader.options
  let trouble = 0
  while (!reader.isStopped) {
    const started = clock.now()
    try {
      const found = await look(reader)
      trouble = 0
      if (found < limit) await rest(reader, started, found)
    } catch (error) {
      // Iterators grow old, the engine may be starting again: a fresh one from the checkpoint loses nothing.
      reader.iterator = undefined
      trouble += 1
      if (reader.isStopped) return
      log(say('stream_unread'), { error, attempt: trouble })
      // What is gone from the stream cannot be waited for: go on from the oldest record there is.
      if (error instanceof EngineFault && error.type === 'TrimmedDataAccessException') reader.position = undefined
      await pause(reader, Math.min(20 * 2 ** trouble, longestPauseMs), false)
    }
  }
}

/** Waits until it is time for the next look: after nothing was found for long, unless poked; in a burst a moment longer. */
async function rest(reader: Reader, started: number, found: number): Promise<void> {
  const { now } = reader.options.clock
  const earliest = started + (found < burst ? busyMs : burstMs)
  const latest = found > 0 ? earliest : started + idleMs
  if (!reader.isPoked) await pause(reader, latest - now())
  if (!reader.isStopped) await pause(reader, earliest - now(), false)
  reader.isPoked = false
}

function pause(reader: Reader, ms: number, isPokable = true): Promise<void> {
  if (ms <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const off = reader.options.clock.after(ms, resolve)
    reader.wake = () => {
      if (!isPokable && !reader.isStopped) return
      off()
      resolve()
    }
  })
}

type Records = { readonly Records?: readonly DynamoDBRecord[]; readonly NextShardIterator?: string }

/** Reads and hands over what is there, at most one batch; answers how many records it was. */
async function look(reader: Reader): Promise<number> {
  const round = (reader.round += 1)
  reader.iterator ??= await iteratorOf(reader)
  const { call } = reader.options
  const asked = { ShardIterator: reader.iterator, Limit: limit }
  const { Records: records = [], NextShardIterator: next } = (await call(`${streams}.GetRecords`, asked)) as Records
  await handOver(reader, records)
  reader.iterator = next
  if (next === undefined) await nextShard(reader)
  else if (records.length === 0) tellCaughtUp(reader, round)
  return records.length
}

const streams = 'DynamoDBStreams_20120810'

async function iteratorOf(reader: Reader): Promise<string> {
  if (reader.shardId === '') await nextShard(reader)
  const { streamArn: StreamArn, shardId: ShardId, position } = reader
  const isHere = position?.shardId === ShardId
  const start = isHere
    ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.sequenceNumber }
    : { ShardIteratorType: 'TRIM_HORIZON' }
  const answer = await reader.options.call(`${streams}.GetShardIterator`, { StreamArn, ShardId, ...start })
  return (answer as { ShardIterator: string }).ShardIterator
}

/** Goes to the shard after this one; stays when there is none yet. */
async function nextShard(reader: Reader): Promise<void> {
  const answer = await reader.options.call(`${streams}.DescribeStream`, { StreamArn: reader.streamArn })
  const shards = (answer as { StreamDescription: { Shards: { ShardId: string }[] } }).StreamDescription.Shards
  const here = shards.findIndex(({ ShardId }) => ShardId === reader.shardId)
  // An ending sequence number says nothing: the engine shows one on the shard that is still written to.
  const next = shards[here + 1]?.ShardId
  if (next === undefined) return
  reader.shardId = next
  reader.iterator = undefined
}

async function handOver(reader: Reader, records: readonly DynamoDBRecord[]): Promise<void> {
  const last = records.at(-1)?.dynamodb?.SequenceNumber
  if (last === undefined) return
  const wanted = records.filter((record) => reader.isWanted(record))
  const failed = wanted.length === 0 ? undefined : await firstFailure(reader, wanted)
  if (failed === undefined) return advance(reader, last)
  const at = records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed)
  const before = records[at - 1]?.dynamodb?.SequenceNumber
  if (before !== undefined) advance(reader, before)
  throw new Error(`The relay could not publish from record ${failed} on.`)
}

async function firstFailure(reader: Reader, records: DynamoDBRecord[]): Promise<string | undefined> {
  const answer = await reader.options.handler({ Records: records })
  const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  if (failed.size === 0) return undefined
  // The first failure is where the stream is taken up again; one that was not in the batch fails it whole, as in Lambda.
  const numbers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')
  return numbers.find((number) => failed.has(number)) ?? numbers[0]
}

function advance(reader: Reader, sequenceNumber: string): void {
  reader.position = { streamArn: reader.streamArn, shardId: reader.shardId, sequenceNumber }
  reader.checkpoint.save(reader.position)
}

function tellCaughtUp(reader: Reader, round: number): void {
  const ready = reader.waiting.filter(({ since }) => since < round)
  reader.waiting = reader.waiting.filter(({ since }) => since >= round)
  for (const { tell } of ready) tell()
}
