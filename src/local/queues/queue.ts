import type { QueueStand } from '#ports/backstage'

import { systemClock, type LocalClock } from '#local/local-clock'
import { pumpSoon } from './queue-delivery'
import type { QueueLog } from './queue-log'
import {
  bury,
  emptyQueue,
  enqueue,
  isBare,
  pendingIn,
  queueOf,
  restore,
  revive,
  tidy,
  tidyEveryMs,
} from './queue-state'
import type { Delivery, Queue, QueueHandler, QueueSettings, QueueState } from './queue-state'

/** A message that its consumer could not handle, kept until it is redriven. */
export type DeadLetter = {
  readonly consumer: string
  readonly id: string
  readonly event: unknown
  readonly received: number
  readonly why: string
  readonly at: string
}

/** What the queues are kept in and who is behind them. */
export type QueuesOptions = {
  readonly queueLog: QueueLog
  readonly queues: readonly { readonly settings: QueueSettings; readonly handler: QueueHandler }[]
  readonly clock?: LocalClock
  readonly random?: () => number
  /** Told when a batch failed as a whole, and when a message is put aside. */
  readonly log?: QueueState['tell']
  /** The log is rewritten when it has this many bytes, most of them about messages that are done. */
  readonly compactAt?: number
}

/** The durable queues of all consumers: at least once, in no promised order, like SQS. */
export type Queues = {
  /**
   * Takes the messages in. They are on the disk with everything else of this turn of the loop; whoever brings them keeps
   * them until then.
   */
  readonly put: (deliveries: readonly Delivery[]) => void
  /** Puts a message straight with the dead letters of `consumer`. */
  readonly bury: (consumer: string, body: string, why: string) => void
  readonly start: () => void
  /** How many messages wait or are being handled, of one consumer or of all; dead letters do not count. */
  readonly pending: (consumer?: string) => number
  /** How many messages have been handled or given up since the start. */
  readonly settled: () => number
  /** Resolves when nothing is pending. */
  readonly idle: () => Promise<void>
  /** How each queue stands. */
  readonly stand: () => readonly QueueStand[]
  readonly deadLetters: (consumer?: string) => readonly DeadLetter[]
  /** Gives dead letters to their consumers again, as new; answers how many. */
  readonly redrive: (consumer?: string, ids?: readonly string[]) => number
  /** Hands nothing more over, waits for what is being handled, and closes. */
  readonly stop: () => Promise<void>
}

/** Opens the queues kept in a log; what was put and not handled before is handed over again. */
export function openQueues(options: QueuesOptions): Queues {
  const state = stateOf(options)
  restore(state)
  return {
    put: (deliveries) => {
      for (const delivery of deliveries) enqueue(state, delivery)
      pumpSoon(state)
    },
    bury: (consumer, body, why) => {
      bury(state, queueOf(state, consumer), enqueue(state, { body, to: [consumer] }), why)
    },
    start: () => {
      state.isRunning = true
      pumpSoon(state)
    },
    pending: (consumer) => pendingIn(state, consumer),
    settled: () => state.settled,
    idle: () => idle(state),
    stand: () => [...state.queues.values()].map((queue) => standOf(queue, state.clock.steady())),
    deadLetters: (consumer) => deadLetters(state, consumer),
    redrive: (consumer, ids) => redrive(state, consumer, ids),
    stop: () => stop(state),
  }
}

function stateOf({ queueLog, queues, clock, random, log, compactAt = 1024 * 1024 }: QueuesOptions): QueueState {
  return {
    queues: new Map(queues.map((served) => [served.settings.name, emptyQueue(served.settings.name, served)])),
    log: queueLog,
    clock: clock ?? systemClock,
    random: random ?? Math.random,
    tell: log ?? (() => undefined),
    compactAt,
    nextCompaction: compactAt,
    tidyAt: (clock ?? systemClock).steady() + tidyEveryMs,
    next: 1,
    settled: 0,
    isRunning: false,
    isPumpDue: false,
    handling: new Set(),
    alarm: undefined,
    waiting: [],
  }
}

function idle(state: QueueState): Promise<void> {
  if (pendingIn(state) === 0) return Promise.resolve()
  return new Promise((resolve) => {
    state.waiting.push(resolve)
  })
}

function standOf({ name, live, dead }: Queue, now: number): QueueStand {
  // They are kept in the order they came.
  const [oldest] = live.values()
  const behindSeconds = Math.floor((now - (oldest?.since ?? now)) / 1_000)
  return { consumer: name, waiting: live.size, behindSeconds, deadLetters: dead.size }
}

function deadLetters(state: QueueState, consumer: string | undefined): readonly DeadLetter[] {
  return [...state.queues.values()]
    .filter(({ name }) => consumer === undefined || name === consumer)
    .flatMap(({ name, dead }) =>
      [...dead].map(([no, { message, why, at }]) => ({
        consumer: name,
        id: String(no),
        event: JSON.parse(message.body) as unknown,
        received: message.received,
        why,
        at,
      })),
    )
}

function redrive(state: QueueState, consumer: string | undefined, ids: readonly string[] | undefined): number {
  let count = 0
  for (const queue of state.queues.values()) {
    // A queue that nobody serves would only hide its letters again.
    if (queue.served === undefined || (consumer !== undefined && queue.name !== consumer)) continue
    count += revive(state, queue, ids?.map(Number) ?? [...queue.dead.keys()])
  }
  state.log.flush()
  pumpSoon(state)
  return count
}

async function stop(state: QueueState): Promise<void> {
  state.isRunning = false
  state.alarm?.off()
  // A handler that hangs must not keep the process: its messages are in the log and come again.
  let impatience: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    impatience = setTimeout(resolve, 5_000)
  })
  await Promise.race([Promise.all(state.handling), patience])
  clearTimeout(impatience)
  if (isBare(state)) tidy(state)
  state.log.flush()
}
