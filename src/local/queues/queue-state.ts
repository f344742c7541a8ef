import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

import type { Consumer } from '#events/consumer'

import type { LocalClock } from '#local/local-clock'
import type { LogEntry, QueueLog } from './queue-log'
import { say, type Log } from '#local/say'

/** What a queue takes from its consumer's declaration. */
export type QueueSettings = Pick<
  Consumer,
  'name' | 'batchSize' | 'concurrency' | 'maxReceiveCount' | 'visibilityTimeoutSeconds' | 'retry'
>

/** The Lambda function behind a queue. */
export type QueueHandler = (batch: SQSEvent) => Promise<SQSBatchResponse | void>

/** One message on its way into the queues named. */
export type Delivery = { readonly body: string; readonly to: readonly string[] }

/** A message as one consumer sees it. */
export type Message = {
  readonly no: number
  readonly body: string
  readonly sentAt: number
  /** Since when it is known here, by the steady clock. */
  readonly since: number
  received: number
  /** How often the process ended while it was being handled: nobody knows whether because of it. */
  deaths: number
  /** Whether it is in somebody's hands. */
  isTaken: boolean
}

/** Messages in the hands of one call of a handler. */
export type Lease = { readonly until: number; readonly batch: readonly Message[]; isOver: boolean }

/** A consumer's queue in memory. */
export type Queue = {
  readonly name: string
  /** Absent for a consumer that is no longer declared: its messages are kept, declared again it gets them. */
  readonly served?: { readonly settings: QueueSettings; readonly handler: QueueHandler }
  /** Every message not yet handled; the lists below may still name one that is gone from here. */
  readonly live: Map<number, Message>
  readonly dead: Map<number, { readonly message: Message; readonly why: string; readonly at: string }>
  ready: Message[]
  /** Sorted by `until`. */
  delayed: { readonly until: number; readonly message: Message }[]
  leases: Lease[]
  running: number
}

/** All queues, and what they stand on. */
export type QueueState = {
  readonly queues: Map<string, Queue>
  readonly log: QueueLog
  readonly clock: LocalClock
  readonly random: () => number
  readonly tell: Log
  readonly compactAt: number
  nextCompaction: number
  /** When it is rewritten however small it is: nothing that is done is to be found in it for longer than a day. */
  tidyAt: number
  next: number
  settled: number
  isRunning: boolean
  isPumpDue: boolean
  readonly handling: Set<Promise<void>>
  alarm: { readonly at: number; readonly off: () => void } | undefined
  waiting: (() => void)[]
}

/** A queue with nothing in it. */
export function emptyQueue(name: string, served?: Queue['served']): Queue {
  const told = { name, ...(served && { served }) }
  return { ...told, live: new Map(), dead: new Map(), ready: [], delayed: [], leases: [], running: 0 }
}

/** The queue of that name, made when there is none. */
export function queueOf(state: QueueState, name: string): Queue {
  const found = state.queues.get(name) ?? emptyQueue(name)
  state.queues.set(name, found)
  return found
}

/** Brings the queues to where the log left them: what nobody answered for is ready again. */
export function restore(state: QueueState): void {
  for (const entry of state.log.entries) replay(state, entry)
  for (const queue of state.queues.values()) {
    for (const message of queue.live.values()) noteDeath(message)
    queue.ready = [...queue.live.values()]
  }
}

/** Notes a message in the log and in the queues it goes to; not safe before the log is flushed. */
export function enqueue(state: QueueState, { body, to }: Delivery): number {
  const no = state.next
  state.next += 1
  state.log.append(putLine(no, Object.fromEntries(to.map((name) => [name, 0])), body))
  for (const name of to) {
    const message = { no, body, ...timesOf(state), received: 0, deaths: 0, isTaken: false }
    const queue = queueOf(state, name)
    queue.live.set(no, message)
    queue.ready.push(message)
  }
  return no
}

function timesOf({ clock }: QueueState): Pick<Message, 'sentAt' | 'since'> {
  return { sentAt: clock.now(), since: clock.steady() }
}

/** Notes that messages were handed over. */
export function noteTaken(state: QueueState, queue: Queue, batch: readonly Message[]): void {
  for (const message of batch) {
    message.received += 1
    message.isTaken = true
  }
  // Written down before the handler runs: a message that kills the process must not be tried for ever.
  state.log.append(line('take', queue, batch))
}

/** Notes that messages were answered for, but not handled. */
export function noteFailed(state: QueueState, queue: Queue, batch: readonly Message[]): void {
  if (batch.length === 0) return
  for (const message of batch) message.isTaken = false
  state.log.append(line('fail', queue, batch))
}

/** An attempt that the end of the process cut short is no failed one: healthy messages would be put aside by it. */
function noteDeath(message: Message): void {
  if (!message.isTaken) return
  message.isTaken = false
  message.received -= 1
  message.deaths += 1
}

/** Notes that messages were handled. */
export function settle(state: QueueState, queue: Queue, done: readonly Message[]): void {
  const left = done.filter(({ no }) => queue.live.delete(no))
  if (left.length === 0) return
  state.settled += left.length
  state.log.append(line('ack', queue, left))
}

/** Puts a message with the dead letters. */
export function bury(state: QueueState, queue: Queue, no: number, why: string): void {
  const message = queue.live.get(no)
  if (message === undefined) return
  const at = new Date(state.clock.now()).toISOString()
  kill(queue, no, { why, at })
  state.settled += 1
  state.log.append(JSON.stringify({ t: 'dead', c: queue.name, n: no, why, at } satisfies LogEntry))
  state.tell(say('message_aside', { consumer: queue.name, why }), { consumer: queue.name, id: String(no) })
}

/** Makes dead letters new messages; answers how many. */
export function revive(state: QueueState, queue: Queue, nos: readonly number[]): number {
  const back = nos.filter((no) => queue.dead.has(no)).map((no) => wakeDead(state, queue, no))
  if (back.length > 0) state.log.append(line('redrive', queue, back))
  return back.length
}

/** How many messages of declared consumers are not handled. */
export function pendingIn(state: QueueState, consumer?: string): number {
  let count = 0
  for (const { name, served, live } of state.queues.values()) {
    if (consumer === undefined || name === consumer) count += served === undefined ? 0 : live.size
  }
  return count
}

/** Rewrites the log when most of it is about messages that are done, and once a day whatever it is about. */
export function compact(state: QueueState): void {
  if (state.clock.steady() >= state.tidyAt) return tidy(state)
  if (state.log.size() < state.nextCompaction) return
  const lines = [...liveLines(state)]
  const size = lines.reduce((sum, { length }) => sum + length, 0)
  if (size < state.log.size() / 2) state.log.rewrite(() => [...liveLines(state)])
  // With much still waiting, rewriting again soon would cost more than it frees.
  state.nextCompaction = Math.max(state.compactAt, size * 2)
}

/** Rewrites the log without what is done. */
export function tidy(state: QueueState): void {
  state.tidyAt = state.clock.steady() + tidyEveryMs
  if (state.log.size() > 0) state.log.rewrite(() => [...liveLines(state)])
}

/** What is done stands in the log for a day at most. */
export const tidyEveryMs = 24 * 3_600_000

/** Whether every message is done, and none is put aside. */
export function isBare({ queues }: QueueState): boolean {
  return [...queues.values()].every(({ live, dead }) => live.size + dead.size === 0)
}

function replay(state: QueueState, entry: LogEntry): void {
  if (entry.t === 'put') {
    const body = JSON.stringify(entry.e)
    const times = timesOf(state)
    state.next = Math.max(state.next, entry.n + 1)
    for (const [name, received] of Object.entries(entry.to)) {
      queueOf(state, name).live.set(entry.n, { no: entry.n, body, ...times, received, deaths: 0, isTaken: false })
    }
    return
  }
  const queue = queueOf(state, entry.c)
  if (entry.t === 'dead') return kill(queue, entry.n, entry)
  for (const no of entry.n) {
    const message = queue.live.get(no)
    if (entry.t === 'take' && message !== undefined) {
      // Taken again without an answer between: the process had ended.
      noteDeath(message)
      message.received += 1
      message.isTaken = true
    }
    if (entry.t === 'fail' && message !== undefined) message.isTaken = false
    if (entry.t === 'ack') queue.live.delete(no)
    if (entry.t === 'redrive' && queue.dead.has(no)) wakeDead(state, queue, no)
  }
}

function kill(queue: Queue, no: number, { why, at }: { readonly why: string; readonly at: string }): void {
  const message = queue.live.get(no)
  if (message !== undefined) queue.dead.set(no, { message, why, at })
  queue.live.delete(no)
}

function wakeDead(state: QueueState, queue: Queue, no: number): Message {
  const dead = queue.dead.get(no)
  if (dead === undefined) throw new Error(`There is no dead letter ${no} of ${queue.name}.`)
  const message = { ...dead.message, since: state.clock.steady(), received: 0, deaths: 0, isTaken: false }
  queue.dead.delete(no)
  queue.live.set(no, message)
  queue.ready.push(message)
  return message
}

function* liveLines(state: QueueState): Generator<string> {
  const kept = new Map<number, { body: string; to: Record<string, number> }>()
  const keep = (name: string, { no, body, received }: Message) => {
    const found = kept.get(no) ?? { body, to: {} }
    found.to[name] = received
    kept.set(no, found)
  }
  for (const { name, live, dead } of state.queues.values()) {
    for (const message of live.values()) keep(name, message)
    for (const { message } of dead.values()) keep(name, message)
  }
  for (const [no, { body, to }] of kept) yield putLine(no, to, body)
  for (const { name, dead } of state.queues.values()) {
    for (const [no, { why, at }] of dead)
      yield JSON.stringify({ t: 'dead', c: name, n: no, why, at } satisfies LogEntry)
  }
}

// The body is JSON already: writing it as it is spares a second round through the parser.
function putLine(no: number, to: Readonly<Record<string, number>>, body: string): string {
  return `{"t":"put","n":${no},"to":${JSON.stringify(to)},"e":${body}}`
}

function line(t: 'take' | 'fail' | 'ack' | 'redrive', queue: Queue, messages: readonly Message[]): string {
  return JSON.stringify({ t, c: queue.name, n: messages.map(({ no }) => no) } satisfies LogEntry)
}
