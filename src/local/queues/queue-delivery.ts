import type { SQSEvent, SQSRecord } from 'aws-lambda'

import { bury, compact, noteFailed, noteTaken, pendingIn, settle } from './queue-state'
import type { Lease, Message, Queue, QueueState } from './queue-state'
import { say } from '#local/say'

type Served = NonNullable<Queue['served']>

/** Sees to it that what is ready is handed over, and that what waits is looked at in time. */
export function pumpSoon(state: QueueState): void {
  if (state.isPumpDue || !state.isRunning) return
  state.isPumpDue = true
  // In the next turn, so that messages arriving together are handed over together.
  setImmediate(() => pump(state))
}

function pump(state: QueueState): void {
  state.isPumpDue = false
  if (!state.isRunning) return
  for (const queue of state.queues.values()) {
    if (queue.served === undefined) continue
    wake(state, queue)
    while (queue.running < queue.served.settings.concurrency && queue.ready.length > 0) {
      const batch = take(state, queue, queue.served)
      if (batch.length > 0) handOver(state, queue, batch)
    }
  }
  setAlarm(state)
  compact(state)
  if (pendingIn(state) > 0) return
  for (const tell of state.waiting.splice(0)) tell()
}

/** Makes visible what has waited long enough, and what was handed over so long ago that its handler counts as dead. */
function wake(state: QueueState, queue: Queue): void {
  const now = state.clock.steady()
  const due = queue.delayed.findIndex(({ until }) => until > now)
  const awake = queue.delayed.splice(0, due < 0 ? queue.delayed.length : due)
  queue.ready.push(...awake.map(({ message }) => message))
  for (const lease of queue.leases) {
    if (lease.isOver || lease.until > now) continue
    lease.isOver = true
    queue.running -= 1
    queue.ready.push(...lease.batch)
    state.tell(say('messages_late', { consumer: queue.name }), { consumer: queue.name, messages: lease.batch.length })
  }
  queue.leases = queue.leases.filter(({ isOver }) => !isOver)
}

/** So often the process may end over a message before it is handed over alone, and before it is put aside. */
const deathsUntilAlone = 3
const mostDeaths = 20

function take(state: QueueState, queue: Queue, { settings }: Served): readonly Message[] {
  const batch: Message[] = []
  const isAlone = (queue.ready[0]?.deaths ?? 0) >= deathsUntilAlone
  const together = queue.ready.slice(0, settings.batchSize).findIndex(({ deaths }) => deaths >= deathsUntilAlone)
  const count = isAlone ? 1 : together > 0 ? together : settings.batchSize
  for (const message of queue.ready.splice(0, count)) {
    if (queue.live.get(message.no) !== message) continue
    if (message.deaths >= mostDeaths) {
      bury(state, queue, message.no, `The process ended ${message.deaths} times while it was being handled.`)
    } else if (message.received < settings.maxReceiveCount) batch.push(message)
    else bury(state, queue, message.no, `It was handed over ${message.received} times without an answer.`)
  }
  if (batch.length > 0) noteTaken(state, queue, batch)
  return batch
}

function handOver(state: QueueState, queue: Queue, batch: readonly Message[]): void {
  const handled = deliver(state, queue, batch).finally(() => state.handling.delete(handled))
  state.handling.add(handled)
}

async function deliver(state: QueueState, queue: Queue, batch: readonly Message[]): Promise<void> {
  if (queue.served === undefined) return
  const { settings, handler } = queue.served
  const until = state.clock.steady() + settings.visibilityTimeoutSeconds * 1_000
  const lease: Lease = { until, batch, isOver: false }
  queue.leases.push(lease)
  queue.running += 1
  const { failed, why } = await outcome(state, handler, queue.name, batch)
  settle(
    state,
    queue,
    batch.filter((message) => !failed.has(message)),
  )
  if (!lease.isOver) {
    lease.isOver = true
    queue.running -= 1
    noteFailed(state, queue, [...failed])
    for (const message of failed) postpone(state, queue, message, why)
  }
  pumpSoon(state)
}

type Outcome = { readonly failed: ReadonlySet<Message>; readonly why: string }

async function outcome(
  state: QueueState,
  handler: Served['handler'],
  name: string,
  batch: readonly Message[],
): Promise<Outcome> {
  try {
    const answer = await handler(batchFor(name, batch))
    const failures = answer?.batchItemFailures ?? []
    const byId = new Map(batch.map((message) => [String(message.no), message]))
    const failed = failures.flatMap(({ itemIdentifier }) => byId.get(itemIdentifier) ?? [])
    // As in Lambda: an identifier that was not in the batch means that the answer cannot be trusted at all.
    if (failed.length < failures.length) return { failed: new Set(batch), why: 'it named messages it was not given' }
    return { failed: new Set(failed), why: 'it reported the message as failed' }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    state.tell(say('messages_failed', { consumer: name, why }), { consumer: name, messages: batch.length, error })
    return { failed: new Set(batch), why }
  }
}

function batchFor(name: string, batch: readonly Message[]): SQSEvent {
  return { Records: batch.map((message) => recordOf(name, message)) }
}

function recordOf(name: string, { no, body, sentAt, received }: Message): SQSRecord {
  const sent = String(sentAt)
  return {
    messageId: String(no),
    receiptHandle: `${no}/${received}`,
    body,
    attributes: {
      ApproximateReceiveCount: String(received),
      SentTimestamp: sent,
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: sent,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:local:000000000000:${name}`,
    awsRegion: 'local',
  }
}

function postpone(state: QueueState, queue: Queue, message: Message, why: string): void {
  if (queue.served === undefined || queue.live.get(message.no) !== message) return
  const { maxReceiveCount, retry } = queue.served.settings
  if (message.received >= maxReceiveCount) {
    return bury(state, queue, message.no, `It failed ${message.received} times, the last time because ${why}.`)
  }
  const grown = Math.min(retry.firstDelaySeconds * 2 ** (message.received - 1), retry.longestDelaySeconds) * 1_000
  // Half of the pause is left to chance, so that what failed together does not come back together.
  const until = state.clock.steady() + grown * (0.5 + state.random() / 2)
  const place = queue.delayed.findIndex((other) => other.until > until)
  queue.delayed.splice(place < 0 ? queue.delayed.length : place, 0, { until, message })
}

/** One timer for all: set for whatever is due first. */
function setAlarm(state: QueueState): void {
  let at = Infinity
  for (const { delayed, leases } of state.queues.values()) {
    at = Math.min(at, delayed[0]?.until ?? Infinity, leases[0]?.until ?? Infinity)
  }
  // An alarm that rings early only looks around; setting it anew for every batch would cost more.
  if (at === Infinity || (state.alarm !== undefined && state.alarm.at <= at)) return
  state.alarm?.off()
  const off = state.clock.after(Math.max(0, at - state.clock.steady()), () => {
    state.alarm = undefined
    pumpSoon(state)
  })
  state.alarm = { at, off }
}
