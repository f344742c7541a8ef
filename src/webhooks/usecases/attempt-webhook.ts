import { NothingLeft, NotInTime, Undeliverable } from '#domain/kernel/delivering'
import { inWords } from '#domain/kernel/saying'
import { noticeId } from '#domain/people/notice-id'
import { isUnreachable, webhookBody, webhookRetryMs } from '#webhooks/domain/webhooks'
import { instantOf, msOf } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { Saying } from '#schemas/saying'
import type { WebhookAttempt, WebhookDisabled } from '#schemas/webhook'
import type { KeptWebhook, KeptWebhookDelivery } from '#ports/webhooks'
import { webhookSaying, webhookSentence } from '#webhooks/words/webhook-refusal'
import { signedHeaders } from './sign-webhook'
import { tell, type TellPorts } from '#usecases/people/tell'

export type WebhookPorts = TellPorts & Pick<Ports, 'webhooks' | 'outlet'>

/** A webhook while messages go to it. */
export type Receiver = {
  readonly webhook: KeptWebhook
  failingSince: string | undefined
  slowUntil: string | undefined
  /** Attempts that failed since the last one that did not. */
  failuresInARow: number
  isOn: boolean
}

/** How long a delivery belongs to whoever makes an attempt; when nothing is noted by then, another may try. */
export const attemptLeaseMs = 60_000

/** Attempts of which something is remembered. */
const mostTries = 20

/** How much of an answer is remembered: enough to know an error page by. */
const excerptCharacters = 200

/** Whoever takes longer to say yes is slow, and is for so long. */
const slowMs = 2_000
const slowPauseMs = 600_000

/** Whether a receiver has lately taken its time. */
export function isSlow({ slowUntil }: Pick<Receiver, 'slowUntil'>, at: string): boolean {
  // Slow for longer than anybody can be: then the clock has been set back since.
  const leftMs = slowUntil === undefined ? 0 : msOf(slowUntil) - msOf(at)
  return leftMs > 0 && leftMs <= slowPauseMs
}

/** A webhook ready to be sent to. */
export function receiverOf(webhook: KeptWebhook): Receiver {
  const isOn = webhook.active && webhook.disabled === undefined
  return { webhook, failingSince: webhook.failingSince, slowUntil: webhook.slowUntil, failuresInARow: 0, isOn }
}

/**
 * Makes one attempt at a delivery that nobody else is at and notes its outcome: delivered, tried again later, or failed
 * for good. A receiver that is gone, or that nothing has reached in all attempts, is disabled and its creator told.
 */
export async function attemptWebhook(
  ports: WebhookPorts,
  receiver: Receiver,
  delivery: KeptWebhookDelivery,
  known?: DomainEvent,
): Promise<void> {
  const event = known ?? (await ports.webhooks.findEvent(delivery.dealId, delivery.event))
  const tried = event === undefined ? nothingToSend(ports.clock.now()) : await tryOnce(ports, receiver, delivery, event)
  const { nextAt: _next, ...rest } = delivery
  const done = { ...rest, tries: [...delivery.tries, tried].slice(-mostTries), rev: delivery.rev + 1 }
  if (tried.error === undefined) {
    await ports.webhooks.changeDelivery({ ...done, state: 'delivered', deliveredAt: ports.clock.now() })
    await noteSuccess(ports, receiver, tried)
    return
  }
  const now = ports.clock.now()
  const pause =
    event === undefined || tried.status === 410 ? null : webhookRetryMs(delivery.attempts, ports.outlet.random())
  const next =
    pause === null
      ? ({ state: 'failed' } as const)
      : ({ state: 'waiting', nextAt: instantOf(msOf(now) + pause) } as const)
  await ports.webhooks.changeDelivery({ ...done, ...next })
  if (event !== undefined) await noteFailure(ports, receiver, tried, pause === null)
}

function nothingToSend(at: string): WebhookAttempt {
  return { at, tookMs: 0, status: null, ...faulty(webhookSaying('delivery_event_gone')) }
}

async function tryOnce(
  { clock, outlet }: WebhookPorts,
  { webhook }: Receiver,
  { id }: KeptWebhookDelivery,
  event: DomainEvent,
): Promise<WebhookAttempt> {
  const at = clock.now()
  const body = webhookBody(event)
  const took = () => Math.max(0, msOf(clock.now()) - msOf(at))
  try {
    const headers = signedHeaders(webhook.secrets, { id, at, body })
    const { status, text } = await outlet.post({ url: webhook.url, headers, body })
    const fault = faultOf(status)
    return { at, tookMs: took(), status, ...(fault === undefined ? {} : { ...faulty(fault), answer: excerptOf(text) }) }
  } catch (error) {
    // Whatever broke on the way is one kind of outcome: the receiver has not said that it took the message.
    return { at, tookMs: took(), status: null, ...faulty(faultOnTheWay(error, new URL(webhook.url).host)) }
  }
}

function faulty(saying: Saying): Pick<WebhookAttempt, 'error' | 'said'> {
  return { error: webhookSentence(saying), said: [saying] }
}

function faultOf(status: number): Saying | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status >= 300 && status < 400) return webhookSaying('delivery_redirected', { status })
  return status === 410 ? webhookSaying('delivery_gone') : webhookSaying('delivery_answered', { status })
}

/** Why there was no answer. What has a sentence of its own is told by it, the rest by what the system calls it. */
function faultOnTheWay(error: unknown, host: string): Saying {
  const cause = error instanceof NothingLeft ? (error.cause ?? error) : error
  const [own] = cause instanceof Undeliverable ? (cause.told?.sayings ?? []) : []
  if (own !== undefined) return own
  if (cause instanceof NotInTime) return webhookSaying('delivery_late', { host })
  const fault = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const why = excerptOf(cause instanceof Error ? cause.message : String(cause))
  return webhookSaying('delivery_unreached', { host, fault, why })
}

function excerptOf(text: string): string {
  return Array.from(text.replaceAll(/\p{Cc}+/gu, ' '))
    .slice(0, excerptCharacters)
    .join('')
}

async function noteSuccess(
  { webhooks }: WebhookPorts,
  receiver: Receiver,
  { at, tookMs }: WebhookAttempt,
): Promise<void> {
  receiver.failuresInARow = 0
  if (tookMs > slowMs && !isSlow(receiver, at)) {
    receiver.slowUntil = instantOf(msOf(at) + slowPauseMs)
    await webhooks.markSlow(receiver.webhook.id, receiver.slowUntil)
  }
  if (receiver.failingSince === undefined) return
  receiver.failingSince = undefined
  await webhooks.markWorking(receiver.webhook.id)
}

async function noteFailure(
  ports: WebhookPorts,
  receiver: Receiver,
  tried: WebhookAttempt,
  isLast: boolean,
): Promise<void> {
  const { at, status } = tried
  receiver.failuresInARow += 1
  if (receiver.failingSince === undefined) {
    receiver.failingSince = at
    await ports.webhooks.markFailing(receiver.webhook.id, at)
  }
  if (status === 410) return disable(ports, receiver, 'gone', tried)
  if (isLast && isUnreachable(receiver.failingSince, at)) return disable(ports, receiver, 'unreachable', tried)
}

async function disable(
  ports: WebhookPorts,
  receiver: Receiver,
  reason: WebhookDisabled['reason'],
  { error: detail = '', said = [] }: WebhookAttempt,
): Promise<void> {
  receiver.isOn = false
  const webhook = await ports.webhooks.find(receiver.webhook.id)
  // Somebody has changed it meanwhile: what was found out is about the address it had.
  if (webhook?.rev !== receiver.webhook.rev) return
  const at = ports.clock.now()
  const disabled = { at, reason, detail, said }
  if (!(await ports.webhooks.save({ ...webhook, disabled, rev: webhook.rev + 1 }))) return
  const once = `webhook_disabled#${webhook.id}#${webhook.rev}`
  const shown = { id: webhook.id, url: webhook.url }
  const { ru } = await import('#webhooks/words/ru')
  const whyRu = said.map((one) => inWords(ru, one)).join(' ')
  const notice = { id: noticeId(at, once), kind: 'webhook_disabled', at, webhook: shown, why: detail, whyRu } as const
  await tell(ports, webhook.createdBy, notice, { once })
}
