import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { BackstageStand } from '#ports/backstage'
import { patternOf, type Consumer } from '#events/consumer'
import type { PutEvents } from '#events/publish'
import { relayFilter, unpublishablePattern } from '#events/relay'
import { toldPrefixes } from '#product/lists/told-prefixes'

import { openEventBus, type BusRule } from './stream/event-bus'
import { followStore } from './stream/follow-store'
import { systemClock } from './local-clock'
import type { LocalStore } from './open-store'
import { openQueueLog, queuesOf } from './queues/queue-log'
import { openQueues, type DeadLetter, type Queues } from './queues/queue'
import type { QueueHandler } from './queues/queue-state'
import { LocalError, say, type Log } from './say'
import { startSchedules, type LocalSchedule, type Schedules } from './schedules'
import { serverCall } from './server-call'
import { followStream, type Checkpoint, type Position } from './stream/stream'
import type { StreamHandler, StreamReader } from './stream/stream-handler'

/** A declared consumer with the Lambda function that is behind its queue. */
export type LocalConsumer = { readonly declaration: Consumer; readonly handler: QueueHandler }

export type RuntimeOptions = {
  readonly dataDir: string
  /** The store, and the table in it that is followed. */
  readonly store: LocalStore
  readonly table: string
  readonly consumers: readonly LocalConsumer[]
  /** Makes the relay's Lambda function, given the bus to publish to. */
  readonly relayFor: (putEvents: PutEvents) => StreamHandler
  readonly schedules?: readonly LocalSchedule[]
  /** Told about everything that went wrong on the way. */
  readonly log: Log
}

/** Everything that runs behind the API on one machine. */
export type Runtime = {
  readonly putEvents: PutEvents
  /** Says that something was just written, so that its events go out at once. */
  readonly poke: () => void
  /** Resolves when every event written so far, and every event its consumers wrote, has been handled or given up. */
  readonly idle: () => Promise<void>
  /** The same, waited for so long at most; says how far it is. */
  readonly idleWithin: (ms: number) => Promise<Lag>
  /** How many events a consumer has still to handle that were written already; all of them without one named. */
  readonly toCome: (consumer?: string) => number
  readonly deadLetters: (consumer?: string) => readonly DeadLetter[]
  /** Gives dead letters to their consumers again; answers how many. */
  readonly redrive: (consumer?: string, ids?: readonly string[]) => number
  /** How far what runs here has come. */
  readonly stand: () => BackstageStand
  readonly scheduleNames: readonly string[]
  /** Runs a schedule now, by its name, and waits for it. */
  readonly runSchedule: (name: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How far what follows from events is behind what was written. */
export type Lag = { readonly isIdle: boolean; readonly toCome: number }

/** The name under which events that could not be published stand among the dead letters. */
export const relayLetters = 'relay'

/** Starts stream reader, bus, queues and schedules over the data folder; what an earlier run left undone goes on. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { dataDir, store, consumers, table, log } = options
  mkdirSync(dataDir, { recursive: true })
  const parts: { readonly stop: () => Promise<void> }[] = []
  // From the source to the sink, so that nothing hands over to what is already closed.
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop()
  }
  try {
    const served = consumers.map(({ declaration, handler }) => ({ settings: declaration, handler }))
    const queueLog = openQueueLog(store.embedded, queuesOf(table), (error) => log(say('queues_unwritten'), { error }))
    const queues = openQueues({ queueLog, queues: served, log })
    parts.push(queues)
    const putEvents = openEventBus(rulesOf(consumers), queues)
    const stream = await follow(options, putEvents)
    parts.push(stream)
    const path = join(dataDir, 'schedules.json')
    const schedules = startSchedules({ path, schedules: options.schedules ?? [], log })
    parts.push(schedules)
    queues.start()
    const toCome = (consumer?: string) => stream.behind().waiting + queues.pending(consumer)
    return {
      putEvents,
      poke: stream.poke,
      idle: () => idle(stream, queues, schedules),
      idleWithin: (ms) => idleWithin(idle(stream, queues, schedules), ms, toCome),
      toCome,
      deadLetters: queues.deadLetters,
      redrive: queues.redrive,
      stand: () => ({ stream: lagOf(stream), queues: queues.stand(), schedules: schedules.lastRuns() }),
      scheduleNames: (options.schedules ?? []).map(({ declaration }) => declaration.name),
      runSchedule: schedules.runNow,
      stop,
    }
  } catch (error) {
    await stop()
    throw new LocalError(say('backstage_failed', { table }), { cause: error })
  }
}

function lagOf(stream: StreamReader): BackstageStand['stream'] {
  const { waiting, ms } = stream.behind()
  return { waiting, behindSeconds: Math.floor(ms / 1_000) }
}

async function follow({ store, table, relayFor, log }: RuntimeOptions, putEvents: PutEvents): Promise<StreamReader> {
  const followed = { table, handler: relayFor(putEvents), clock: systemClock, log }
  if (store.isEmbedded) return followStore({ ...followed, store: store.embedded })
  const checkpoint = checkpointIn(store, table)
  return followStream({ ...followed, call: serverCall(store.line), filter: relayFilter(toldPrefixes), checkpoint })
}

/** How far the stream of a server has been read, kept with the queues: after a power cut neither is ahead of the other. */
function checkpointIn({ embedded: { file, state } }: LocalStore, table: string): Checkpoint {
  const kept = state(`stream of ${table}`)
  const last = kept.read()
  return {
    last: last === undefined ? undefined : (JSON.parse(last) as Position),
    save: (position) => {
      file
        .turn(() => () => kept.write(JSON.stringify(position)))
        // Read again from where it was: everybody bears an event twice.
        .catch(() => undefined)
    },
  }
}

function rulesOf(consumers: readonly LocalConsumer[]): readonly BusRule[] {
  const rules = consumers.map(({ declaration }) => ({ target: declaration.name, pattern: patternOf(declaration) }))
  return [...rules, { target: relayLetters, pattern: unpublishablePattern, isForDeadLetters: true }]
}

async function idleWithin(idling: Promise<void>, ms: number, toCome: () => number): Promise<Lag> {
  let off: () => void = () => undefined
  const late = new Promise<false>((resolve) => {
    off = systemClock.after(ms, () => resolve(false))
  })
  const isIdle = await Promise.race([idling.then(() => true as const), late])
  off()
  return { isIdle, toCome: isIdle ? 0 : toCome() }
}

async function idle(stream: StreamReader, queues: Queues, schedules: Schedules): Promise<void> {
  for (;;) {
    await schedules.idle()
    await queues.idle()
    const settled = queues.settled()
    await stream.caughtUp()
    // A consumer writes its events before it answers. So if the stream had nothing new after the last answer, and
    // no answer came while we looked, nothing is under way.
    if (queues.pending() === 0 && queues.settled() === settled) return
  }
}
