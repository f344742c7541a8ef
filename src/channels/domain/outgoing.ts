import { textHash } from '#domain/kernel/text-hash'
import { eventId } from '#domain/kernel/event-id'
import type { DomainEvent } from '#schemas/event'

/** What is told when a message of ours waits to be sent: which, nothing of what it says. */
export function queuedEvent({ id, at }: { readonly id: string; readonly at: string }): DomainEvent {
  const subject = { kind: 'message', id } as const
  return {
    id: eventId(id, 1),
    name: 'message.queued',
    schemaVersion: 1,
    at,
    actor: { kind: 'system', id: 'channels' },
    configVersion: 1,
    correlationId: id,
    causationId: null,
    detail: { dealId: '', subject },
  } as unknown as DomainEvent
}

/** The message that is written for an order: the same however often the order is looked at. */
export function orderedMessageId(order: string): string {
  return `out:${textHash(order)}`
}

/** The message an event says waits to be sent; undefined where it says something else. */
export function queuedIn({ detail: { subject } }: DomainEvent): string | undefined {
  return subject?.kind === 'message' ? subject.id : undefined
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Whoever waits longer has been rung meanwhile. */
const giveUpMs = 24 * hourMs

/**
 * When a message is tried again that could not be sent: after what the provider asks for, and after pauses that grow from a
 * minute to an hour; undefined when it is older than a day and is given up.
 */
export function nextTry(
  { at, attempts }: { readonly at: string; readonly attempts: number },
  now: string,
  seconds: number,
): string | undefined {
  const ms = Date.parse(now)
  const pause = Math.max(seconds * 1000, Math.min(hourMs, minuteMs * 2 ** Math.max(0, attempts - 1)))
  return ms - Date.parse(at) > giveUpMs ? undefined : new Date(ms + pause).toISOString()
}
