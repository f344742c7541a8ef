import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'

import { eventIdParts } from '#domain/kernel/event-id'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { eventNames, subjectEventNames } from '#schemas/event-names'
import { subjectKinds } from '#schemas/subject-names'

import type { Consumer, RetryPolicy } from './consumer'

/** What a queue's handler is made of. */
export type QueueHandlerParts = {
  readonly consumer: Pick<Consumer, 'name' | 'retry' | 'run'>
  readonly ports: Ports
  readonly random: () => number
  /** Keeps a failed message from coming back for so many seconds; without it the queue's own pause holds. */
  readonly postpone?: (receiptHandle: string, seconds: number) => Promise<void>
  readonly log?: (entry: Readonly<Record<string, unknown>>) => void
}

type Letter = { readonly record: SQSRecord; readonly event: DomainEvent | undefined }

/** Gives the events in a batch of messages to a consumer and reports the messages that failed, one by one. */
export function queueHandler(parts: QueueHandlerParts): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const letters = Records.map((record) => ({ record, event: eventIn(record.body) }))
    const failed = await failedOf(letters, parts)
    await postponeAll(failed, parts)
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
}

async function failedOf(letters: readonly Letter[], parts: QueueHandlerParts): Promise<readonly SQSRecord[]> {
  const { consumer, ports, log = toConsole } = parts
  const events = letters.flatMap(({ event }) => event ?? [])
  // A message nobody can read is reported like any failure: after its attempts it lies with the dead letters.
  const unreadable = letters.filter(({ event }) => event === undefined).map(({ record }) => record)
  if (unreadable.length > 0) {
    log({ level: 'error', consumer: consumer.name, unreadable: unreadable.map(({ messageId }) => messageId) })
  }
  try {
    const ids = new Set(events.length === 0 ? [] : await consumer.run(ports, events))
    if (ids.size > 0) log({ level: 'error', consumer: consumer.name, failed: [...ids] })
    return letters.filter(({ event }) => event === undefined || ids.has(event.id)).map(({ record }) => record)
  } catch (error) {
    log({ level: 'error', consumer: consumer.name, events: events.map(({ id }) => id), error: told(error) })
    return letters.map(({ record }) => record)
  }
}

/** The event in a message as the bus put it there, if it is one. */
function eventIn(body: string): DomainEvent | undefined {
  try {
    const { detail } = JSON.parse(body) as { readonly detail?: unknown }
    return isDomainEvent(detail) ? detail : undefined
  } catch {
    return undefined
  }
}

/**
 * What every consumer relies on: which event of which subject, the version in the id, and of a deal the state it was left in.
 * Notes name what they note behind the version.
 */
function isDomainEvent(value: unknown): value is DomainEvent {
  const event = value as Partial<DomainEvent> | null | undefined
  if (typeof event !== 'object' || event === null) return false
  const { id, name, schemaVersion, detail } = event
  const isKnown = name !== undefined && knownNames.has(name) && schemaVersion === 1
  const isWhole = isOfOther(detail) || isOfDeal(detail)
  return isKnown && isWhole && typeof id === 'string' && eventIdParts(id) !== undefined
}

const knownNames: ReadonlySet<string> = new Set([...eventNames, ...subjectEventNames])

function isOfDeal(detail: Partial<DomainEvent['detail']> | undefined): boolean {
  return typeof detail?.dealId === 'string' && typeof detail.deal === 'object' && detail.deal !== null
}

function isOfOther(detail: Partial<DomainEvent['detail']> | undefined): boolean {
  const { kind, id } = detail?.subject ?? {}
  return kind !== undefined && kind !== 'deal' && subjectKinds.includes(kind) && typeof id === 'string' && id !== ''
}

async function postponeAll(
  failed: readonly SQSRecord[],
  { consumer, postpone, random }: QueueHandlerParts,
): Promise<void> {
  if (postpone === undefined) return
  // A pause that cannot be set is no reason to fail: the message then comes back when the queue's own pause is over.
  await Promise.allSettled(
    failed.map(({ receiptHandle, attributes }) =>
      postpone(receiptHandle, retryDelaySeconds(consumer.retry, Number(attributes.ApproximateReceiveCount), random)),
    ),
  )
}

/** How long a message waits after its n-th failed attempt: doubling from the first pause, half of it left to chance. */
export function retryDelaySeconds(retry: RetryPolicy, received: number, random: () => number): number {
  const grown = Math.min(retry.firstDelaySeconds * 2 ** (received - 1), retry.longestDelaySeconds)
  return Math.max(1, Math.round(grown * (0.5 + random() / 2)))
}

function told(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error)
}

function toConsole(entry: Readonly<Record<string, unknown>>): void {
  console.error(JSON.stringify(entry))
}
