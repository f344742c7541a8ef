import type { Ports } from '#ports/ports'
import type { DomainEvent, EventName } from '#schemas/event'
import type { SubjectEventName } from '#schemas/event-names'

import type { EventPattern, FieldPattern } from './pattern'

/** What does something after an event: declared once, read by CDK, the local bus and the tests. */
export type Consumer = {
  readonly name: string
  readonly on: readonly (EventName | SubjectEventName)[]
  /** Narrows the events down by their envelope, such as `{ detail: { became: ['won'] } }`. */
  readonly where?: FieldPattern
  /** Messages handed over at once: 10 at most, 100 where the queue waits for more. */
  readonly batchSize: number
  /** How long the queue waits for more messages before it hands over what there is. On one machine nothing waits. */
  readonly windowSeconds: number
  /** Batches handled side by side. */
  readonly concurrency: number
  /** Attempts before a message is put aside with the dead letters. */
  readonly maxReceiveCount: number
  /** How long one attempt may take before the message is given to another. */
  readonly visibilityTimeoutSeconds: number
  readonly retry: RetryPolicy
  /** Handles the events and answers the ids of those that failed; it must be right when an event comes twice. */
  readonly run: (ports: Ports, events: readonly DomainEvent[]) => Promise<readonly string[]>
}

/** How often and how long delivery into the consumer's queue is tried, and the pause after a failed attempt. */
export type RetryPolicy = {
  readonly deliveryAttempts: number
  readonly deliveryHours: number
  readonly firstDelaySeconds: number
  readonly longestDelaySeconds: number
}

type Tuning = Omit<Consumer, 'name' | 'on' | 'where' | 'run'>

const tuning: Tuning = {
  batchSize: 10,
  windowSeconds: 0,
  concurrency: 4,
  maxReceiveCount: 5,
  visibilityTimeoutSeconds: 60,
  retry: { deliveryAttempts: 185, deliveryHours: 24, firstDelaySeconds: 1, longestDelaySeconds: 300 },
}

/** Declares a consumer; what is not said about queue and retries is what suits a quick, idempotent write. */
export function consumer(declared: Pick<Consumer, 'name' | 'on' | 'where' | 'run'> & Partial<Tuning>): Consumer {
  const whole = { ...tuning, ...declared }
  if (whole.on.length === 0) throw new Error(`The consumer ${whole.name} names no event: list at least one in \`on\`.`)
  const most = whole.windowSeconds > 0 ? 100 : 10
  if (whole.batchSize < 1 || whole.batchSize > most) {
    throw new Error(
      `The consumer ${whole.name} wants batches of ${whole.batchSize}: a batch holds 1 to ${most} messages.`,
    )
  }
  return whole
}

/** Who the events on the bus are from. */
export const eventSource = 'norma'

/** The rule that fills the consumer's queue. */
export function patternOf({ on, where }: Pick<Consumer, 'on' | 'where'>): EventPattern {
  return { source: [eventSource], 'detail-type': [...on], ...(where && { detail: where }) }
}
