import { webhookRefusal } from '#webhooks/words/webhook-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { ReplayWebhook, WebhookReplayed } from '#schemas/webhook'
import type { KeptWebhookDelivery } from '#ports/webhooks'
import { ownWebhook } from './read-webhooks'

type Needs = Pick<Ports, 'clock' | 'webhooks'>

/** Deliveries looked at in one request. */
const mostAtOnce = 500

const sideBySide = 25

/** Puts deliveries on their way again, under the ids they had: one, or those of events between two instants. */
export async function replayWebhook(
  ports: Needs,
  caller: Caller,
  id: string,
  input: ReplayWebhook,
): Promise<WebhookReplayed> {
  const webhook = await ownWebhook(ports, caller, id)
  if (!webhook.active || webhook.disabled !== undefined) {
    throw webhookRefusal('webhook_inactive', { url: webhook.url })
  }
  const { deliveryId, from, to, all = false } = input
  if (deliveryId !== undefined && from === undefined && to === undefined) return replayOne(ports, id, deliveryId)
  if (deliveryId === undefined && from !== undefined) {
    return replaySpan(ports, id, { from: utc(from), to: to === undefined ? ports.clock.now() : utc(to), all })
  }
  throw webhookRefusal('field_value.what_to_replay')
}

async function replayOne(ports: Needs, webhook: string, deliveryId: string): Promise<WebhookReplayed> {
  const delivery = await ports.webhooks.findDelivery(webhook, deliveryId)
  if (delivery === undefined) {
    throw webhookRefusal('delivery_unknown', { webhook, id: deliveryId })
  }
  return { replayed: await renew(ports, [delivery]) }
}

async function replaySpan(
  ports: Needs,
  webhook: string,
  { from, to, all }: { readonly from: string; readonly to: string; readonly all: boolean },
): Promise<WebhookReplayed> {
  if (from > to) throw webhookRefusal('field_value.no_time', { from, to })
  const found = await ports.webhooks.deliveriesBetween(webhook, { from, to, limit: mostAtOnce + 1 })
  const items = found.items.slice(0, mostAtOnce)
  const next = found.items[mostAtOnce]
  const replayed = await renew(
    ports,
    items.filter(({ state }) => all || state !== 'delivered'),
  )
  return { replayed, ...(next === undefined ? {} : { nextFrom: next.at }) }
}

async function renew({ clock, webhooks }: Needs, deliveries: readonly KeptWebhookDelivery[]): Promise<number> {
  const nextAt = clock.now()
  let renewed = 0
  for (let first = 0; first < deliveries.length; first += sideBySide) {
    // oxlint-disable-next-line no-await-in-loop -- so many writes at once and no more
    const written = await Promise.all(
      deliveries.slice(first, first + sideBySide).map(({ deliveredAt: _at, ...delivery }) =>
        // One that is being sent at this very moment needs no replay.
        webhooks.changeDelivery({ ...delivery, state: 'waiting', nextAt, attempts: 0, rev: delivery.rev + 1 }),
      ),
    )
    renewed += written.filter(Boolean).length
  }
  return renewed
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
