import { noticeId } from '#domain/people/notice-id'
import { isUnreachable, webhookBody, webhookRetryMs } from '#webhooks/domain/webhooks'
import { instantOf, msOf } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { WebhookAttempt, WebhookDisabled } from '#schemas/webhook'
import type { KeptWebhook, KeptWebhookDelivery } from '#ports/webhooks'
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
  return { at, tookMs: 0, status: null, error: 'The event is not there any more.' }
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
    const error = faultOf(status)
    return { at, tookMs: took(), status, ...(error === undefined ? {} : { error, answer: excerptOf(text) }) }
  } catch (error) {
    // Whatever broke on the way is one kind of outcome: the receiver has not said that it took the message.
    return {
      at,
      tookMs: took(),
      status: null,
      error: excerptOf(error instanceof Error ? error.message : String(error)),
    }
  }
}

function faultOf(status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status >= 300 && status < 400) {
    return `The receiver answered ${status}: redirects are not followed. Enter the address it leads to.`
  }
  if (status === 410) return 'The receiver answered 410: it is gone for good.'
  return `The receiver answered ${status}, not 2xx.`
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
  { at, status, error = '' }: WebhookAttempt,
  isLast: boolean,
): Promise<void> {
  receiver.failuresInARow += 1
  if (receiver.failingSince === undefined) {
    receiver.failingSince = at
    await ports.webhooks.markFailing(receiver.webhook.id, at)
  }
  if (status === 410) return disable(ports, receiver, 'gone', error)
  if (isLast && isUnreachable(receiver.failingSince, at)) return disable(ports, receiver, 'unreachable', error)
}

async function disable(
  ports: WebhookPorts,
  receiver: Receiver,
  reason: WebhookDisabled['reason'],
  detail: string,
): Promise<void> {
  receiver.isOn = false
  const webhook = await ports.webhooks.find(receiver.webhook.id)
  // Somebody has changed it meanwhile: what was found out is about the address it had.
  if (webhook?.rev !== receiver.webhook.rev) return
  const at = ports.clock.now()
  const disabled = { at, reason, detail }
  if (!(await ports.webhooks.save({ ...webhook, disabled, rev: webhook.rev + 1 }))) return
  const once = `webhook_disabled#${webhook.id}#${webhook.rev}`
  const shown = { id: webhook.id, url: webhook.url }
  const notice = { id: noticeId(at, once), kind: 'webhook_disabled', at, webhook: shown, why: detail } as const
  await tell(ports, webhook.createdBy, notice, { once })
}
