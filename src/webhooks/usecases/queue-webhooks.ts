import { isWanted, webhookDays, webhookDeliveryId } from '#webhooks/domain/webhooks'
import { instantOf, msOf } from '#domain/time/zone'
import type { DomainEvent } from '#schemas/event'
import type { KeptWebhook, KeptWebhookDelivery } from '#ports/webhooks'
import { attemptLeaseMs, attemptWebhook, isSlow, receiverOf, type Receiver, type WebhookPorts } from './attempt-webhook'

const dayMs = 86_400_000

type Fresh = { readonly receiver: Receiver; readonly delivery: KeptWebhookDelivery; readonly event: DomainEvent }

/**
 * Puts events on their way to every webhook that has asked for them, each once, and makes a first attempt at once where
 * the receiver is well. One that fails or is slow waits for the sweep, so that nobody waits for it. Answers the events that
 * could not be put down; a failed attempt is no failure of the event.
 */
export async function queueWebhooks(ports: WebhookPorts, events: readonly DomainEvent[]): Promise<readonly string[]> {
  const receivers = (await ports.webhooks.all()).filter(({ active }) => active).map(receiverOf)
  // A delivery this old has been forgotten: a replay of the archive must not make it again.
  const oldest = instantOf(msOf(ports.clock.now()) - webhookDays * dayMs)
  const failed: string[] = []
  const fresh: Fresh[] = []
  await Promise.all(
    events.map(async (event) => {
      if (event.at <= oldest) return
      const wanted = receivers.filter(({ webhook }) => isWanted(webhook, event))
      const put = await Promise.allSettled(wanted.map((receiver) => putDown(ports, receiver, event)))
      for (const one of put) if (one.status === 'fulfilled' && one.value !== undefined) fresh.push(one.value)
      const broken = put.find((one) => one.status === 'rejected')
      if (broken === undefined) return
      console.error(JSON.stringify({ level: 'error', event: event.id, error: String(broken.reason) }))
      failed.push(event.id)
    }),
  )
  await Promise.all(fresh.map((one) => firstAttempt(ports, one)))
  return failed
}

/** Writes the delivery; answers it where a first attempt is to be made now. */
async function putDown(ports: WebhookPorts, receiver: Receiver, event: DomainEvent): Promise<Fresh | undefined> {
  const { webhook, isOn, failingSince } = receiver
  const isNow = isOn && failingSince === undefined && !isSlow(receiver, ports.clock.now())
  const delivery = deliveryOf(webhook, event, {
    isNow,
    nextAt: isOn ? instantOf(msOf(ports.clock.now()) + (isNow ? attemptLeaseMs : 0)) : undefined,
  })
  const isNew = await ports.webhooks.addDelivery(delivery)
  return isNew && isNow ? { receiver, delivery, event } : undefined
}

function deliveryOf(
  webhook: KeptWebhook,
  event: DomainEvent,
  { isNow, nextAt }: { readonly isNow: boolean; readonly nextAt: string | undefined },
): KeptWebhookDelivery {
  return {
    id: webhookDeliveryId(event, webhook.id),
    webhook: webhook.id,
    event: event.id,
    name: event.name,
    dealId: event.detail.dealId,
    at: event.at,
    ...(nextAt === undefined ? { state: 'held' as const } : { state: 'waiting' as const, nextAt }),
    attempts: isNow ? 1 : 0,
    tries: [],
    rev: 1,
  }
}

async function firstAttempt(ports: WebhookPorts, { receiver, delivery, event }: Fresh): Promise<void> {
  try {
    await attemptWebhook(ports, receiver, delivery, event)
  } catch (error) {
    // The delivery is written: the sweep makes the attempt again when the lease is over.
    console.error(JSON.stringify({ level: 'error', webhook: receiver.webhook.id, error: String(error) }))
  }
}
