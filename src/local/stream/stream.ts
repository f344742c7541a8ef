import type { DynamoDBRecord } from 'aws-lambda'

import { compilePattern } from './event-pattern'
import type { LocalClock } from '#local/local-clock'
import { say, type Log } from '#local/say'
import { ServerFault, type ServerCall } from '#local/server-call'
import { handedOver, type StreamHandler, type StreamReader } from './stream-handler'

/** How far a stream has been read, kept where it survives this process. */
export type Position = { readonly streamArn: string; readonly shardId: string; readonly sequenceNumber: string }

/** A place that remembers how far a stream has been read. */
export type Checkpoint = {
  readonly last: Position | undefined
  readonly save: (position: Position) => void
}

export type StreamOptions = {
  readonly call: ServerCall
  readonly table: string
  readonly checkpoint: Checkpoint
  /** Only records that match are handed over, as with the filter of an event source mapping. */
  readonly filter: unknown
  readonly handler: StreamHandler
  readonly clock: LocalClock
  readonly log: Log
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
  /** What was read last and since when something is not handed over, by the steady clock. */
  behind: { readonly waiting: number; readonly since: number } | undefined
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
  const { checkpoint } = options
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
    behind: undefined,
  }
  const poke = () => {
    reader.isPoked = true
    reader.wake()
  }
  const ended = follow(reader)
  return {
    poke,
    behind: () => behindOf(reader),
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
    },
  }
}

function behindOf({ behind, options: { clock } }: Reader): ReturnType<StreamReader['behind']> {
  const { waiting, since } = behind ?? { waiting: 0, since: clock.steady() }
  return { waiting, ms: clock.steady() - since }
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
    const started = clock.steady()
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
      if (error instanceof ServerFault && error.type === 'TrimmedDataAccessException') reader.position = undefined
      await pause(reader, Math.min(20 * 2 ** trouble, longestPauseMs), false)
    }
  }
}

/** Waits until it is time for the next look: after nothing was found for long, unless poked; in a burst a moment longer. */
async function rest(reader: Reader, started: number, found: number): Promise<void> {
  const { steady: now } = reader.options.clock
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
  const since = reader.behind?.since ?? reader.options.clock.steady()
  reader.behind = records.length === 0 ? undefined : { waiting: records.length, since }
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
  const wanted = records.filter((record) => reader.isWanted(record))
  const { upTo, failed } = await handedOver(reader.options.handler, records, wanted)
  if (upTo !== undefined) advance(reader, upTo)
  if (failed !== undefined) throw new Error(`The relay could not publish from record ${failed} on.`)
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
