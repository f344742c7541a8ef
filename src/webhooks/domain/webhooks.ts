import { versionOf } from '#domain/kernel/event-id'
import type { DomainEvent } from '#schemas/event'
import type { Webhook } from '#schemas/webhook'
import { textHash } from '#domain/kernel/text-hash'

/** How long deliveries are kept; what is older is not delivered any more. */
export const webhookDays = 30

/** How long an old secret still signs after it was replaced. */
export const secretOverlapMs = 24 * 3_600_000

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Pauses before the attempts of a delivery, from the first: 75.6 hours in all, as Standard Webhooks advises. */
export const webhookPausesMs: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
]

/** A message may be no larger, in bytes. */
export const mostMessageBytes = 20_000

/** A webhook to which nothing got through for so long is given up. */
const unreachableMs = 72 * hour

/** How long after so many attempts the next one comes, up to a tenth later by chance; null when that was the last. */
export function webhookRetryMs(attempts: number, random: number): number | null {
  const pause = webhookPausesMs[attempts]
  return pause === undefined ? null : Math.round(pause * (1 + random / 10))
}

/** Whether a webhook has been out of reach for so long, when a delivery fails for good, that it is disabled. */
export function isUnreachable(failingSince: string | undefined, at: string): boolean {
  return failingSince !== undefined && Date.parse(at) - Date.parse(failingSince) >= unreachableMs
}

/** Whether an event is one that a webhook has asked for. What happened before it was made is not. */
export function isWanted({ events, filter, createdAt }: Webhook, event: DomainEvent): boolean {
  const { pipelines, stages, owners, imported = false } = filter
  const { pipeline, stage, owner } = event.detail.deal
  return (
    event.at >= createdAt &&
    (events.length === 0 || events.includes(event.name)) &&
    (imported || event.actor.kind !== 'import') &&
    isAmong(pipelines, pipeline) &&
    isAmong(stages, stage) &&
    isAmong(owners, owner)
  )
}

/** The id of a delivery, which is the `webhook-id`: in order of time, and always the same for an event and a webhook. */
export function webhookDeliveryId(event: Pick<DomainEvent, 'id' | 'at'>, webhook: string): string {
  return `msg_${event.at.replaceAll(/\D/g, '')}_${textHash(`${event.id}#${webhook}`)}`
}

/** The body a webhook is sent after an event: always the same text for the same event. */
export function webhookBody(event: DomainEvent): string {
  const whole = JSON.stringify(messageOf(event, (value) => value))
  if (bytesOf(whole) <= mostMessageBytes) return whole
  const short = JSON.stringify(messageOf(event, shortened))
  if (bytesOf(short) <= mostMessageBytes) return short
  return JSON.stringify(bareMessageOf(event))
}

function isAmong(wanted: readonly string[] | undefined, is: string): boolean {
  return wanted === undefined || wanted.includes(is)
}

function messageOf(event: DomainEvent, told: (value: unknown) => unknown) {
  const { dealId: _dealId, deal, from, changes = {}, plan: _books, ...detail } = event.detail
  const was = changes['amount']?.[0]
  const amountBefore = changes['amount'] === undefined ? deal.amountMinor : typeof was === 'number' ? was : 0
  const fieldsAt = (side: 0 | 1) =>
    Object.fromEntries(Object.entries(changes).map(([field, values]) => [field, told(values[side] ?? null)]))
  const before = { ...deal, ...from, amountMinor: amountBefore, fields: fieldsAt(0) }
  return {
    type: event.name,
    timestamp: event.at,
    data: {
      ...headOf(event),
      before: event.name === 'deal.created' ? null : before,
      after: { ...deal, fields: fieldsAt(1) },
      detail: told(detail),
    },
  }
}

/** Without what made the message too large; the receiver is told so and can read the deal. */
function bareMessageOf(event: DomainEvent) {
  const { deal, from } = event.detail
  return {
    type: event.name,
    timestamp: event.at,
    data: { ...headOf(event), before: { ...deal, ...from }, after: deal, isCut: true },
  }
}

function headOf({ id, actor, configVersion, correlationId, causationId, schemaVersion, detail }: DomainEvent) {
  return {
    id,
    schemaVersion,
    dealId: detail.dealId,
    sequence: versionOf({ id }),
    actor,
    configVersion,
    correlationId,
    causationId,
  }
}

/** Long texts cut, wherever they stand. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 199)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(shortened)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]))
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
