import type { DynamoDBRecord } from 'aws-lambda'

import type { EmbeddedStore } from '#embedded/store'

import type { LocalClock } from '#local/local-clock'
import { LocalError, say, type Log } from '#local/say'
import { handedOver, type StreamHandler, type StreamReader } from './stream-handler'

export type FollowOptions = {
  readonly store: Pick<EmbeddedStore, 'stream' | 'hasStream' | 'onStream' | 'file'>
  readonly table: string
  readonly handler: StreamHandler
  readonly clock: LocalClock
  readonly log: Log
}

type Follower = {
  readonly options: FollowOptions
  /** The last change that was handed over; it is forgotten in the file with it. */
  position: number
  isStopped: boolean
  isWoken: boolean
  wake: () => void
  waiting: { readonly since: number; readonly tell: () => void }[]
  round: number
  /** Since when something is not handed over, by the steady clock. */
  behindSince: number | undefined
}

const limit = 1_000
// In a burst, what has gathered meanwhile is published and consumed together: that costs less than one by one.
const burstMs = 10
const burst = 4
const longestPauseMs = 5_000

/** Hands over what is written to the table, in order, at least once, as soon as it is written. */
export function followStore(options: FollowOptions): StreamReader {
  if (!options.store.hasStream(options.table)) {
    throw new LocalError(say('table_without_stream', { table: options.table }))
  }
  const follower: Follower = {
    options,
    position: 0,
    isStopped: false,
    isWoken: false,
    wake: () => undefined,
    waiting: [],
    round: 0,
    behindSince: undefined,
  }
  const poke = () => {
    follower.isWoken = true
    follower.behindSince ??= options.clock.steady()
    follower.wake()
  }
  const off = options.store.onStream(poke)
  const ended = follow(follower)
  return {
    poke,
    behind: () => behindOf(follower),
    caughtUp: () =>
      new Promise((resolve) => {
        // Only a look that begins from now on is certain to see what was written before.
        follower.waiting.push({ since: follower.round, tell: resolve })
        poke()
      }),
    stop: async () => {
      off()
      follower.isStopped = true
      follower.wake()
      await ended
    },
  }
}

function behindOf({ options, position, behindSince }: Follower): ReturnType<StreamReader['behind']> {
  const { store, table, clock } = options
  const waiting = store.stream.count(table, position)
  return { waiting, ms: waiting === 0 || behindSince === undefined ? 0 : clock.steady() - behindSince }
}

async function follow(follower: Follower): Promise<void> {
  let trouble = 0
  while (!follower.isStopped) {
    try {
      const found = await look(follower)
      trouble = 0
      if (found === 0) await woken(follower)
      else if (found >= burst && found < limit) await pause(follower, burstMs)
    } catch (error) {
      trouble += 1
      if (follower.isStopped) return
      follower.options.log(say('stream_unread'), { error, attempt: trouble })
      await pause(follower, Math.min(20 * 2 ** trouble, longestPauseMs))
    }
  }
}

/** Reads and hands over what is there, at most one batch; answers how many records it was. */
async function look(follower: Follower): Promise<number> {
  const { store, table, handler } = follower.options
  const round = (follower.round += 1)
  follower.isWoken = false
  const records = store.stream.read(table, follower.position, limit) as unknown as readonly DynamoDBRecord[]
  if (records.length === 0) {
    follower.behindSince = undefined
    tellCaughtUp(follower, round)
    return 0
  }
  follower.behindSince ??= follower.options.clock.steady()
  const { upTo, failed } = await handedOver(handler, records)
  if (upTo !== undefined) {
    follower.position = Number(upTo)
    // In the turn in which the queues write down what they were given: after a power cut it is here or there.
    await forget(follower)
  }
  if (failed !== undefined) throw new Error(`The relay could not publish from record ${failed} on.`)
  return records.length
}

async function forget({ options: { store, table, log }, position, isStopped }: Follower): Promise<void> {
  try {
    await store.file.turn(() => () => store.stream.trim(table, position))
  } catch (error) {
    // It was handed over all the same, and goes with what is handed over next; after a restart it comes twice.
    if (!isStopped) log(say('stream_unforgotten'), { error })
  }
}

function woken(follower: Follower): Promise<void> {
  if (follower.isWoken || follower.isStopped) return Promise.resolve()
  return new Promise((resolve) => {
    follower.wake = resolve
  })
}

function pause(follower: Follower, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const off = follower.options.clock.after(ms, resolve)
    follower.wake = () => {
      if (!follower.isStopped) return
      off()
      resolve()
    }
  })
}

function tellCaughtUp(follower: Follower, round: number): void {
  const ready = follower.waiting.filter(({ since }) => since < round)
  follower.waiting = follower.waiting.filter(({ since }) => since >= round)
  for (const { tell } of ready) tell()
}
