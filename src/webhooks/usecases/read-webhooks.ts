import { webhookRefusal } from '#webhooks/words/webhook-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { Webhook, WebhookDelivery } from '#schemas/webhook'
import type { KeptWebhook } from '#ports/webhooks'

type Needs = Pick<Ports, 'clock' | 'webhooks'>

/** All webhooks, without their secrets, the oldest first. */
export async function readWebhooks({ clock, webhooks }: Needs, caller: Caller): Promise<Webhook[]> {
  refuseWebhooks(caller)
  return (await webhooks.all()).map((one) => shownWebhook(one, clock.now()))
}

/** One webhook, without its secret. */
export async function readWebhook({ clock, webhooks }: Needs, caller: Caller, id: string): Promise<Webhook> {
  return shownWebhook(await ownWebhook({ webhooks }, caller, id), clock.now())
}

/** What is on its way to a webhook and what became of it, the newest event first. */
export async function readWebhookDeliveries(
  { webhooks }: Needs,
  caller: Caller,
  id: string,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<WebhookDelivery> & { items: WebhookDelivery[] }> {
  await ownWebhook({ webhooks }, caller, id)
  const found = await webhooks.deliveries(id, page)
  return { ...found, items: found.items.map(({ webhook: _webhook, rev: _rev, ...delivery }) => delivery) }
}

/** A webhook as it is kept, for somebody who may see webhooks. */
export async function ownWebhook(
  { webhooks }: Pick<Ports, 'webhooks'>,
  caller: Caller,
  id: string,
): Promise<KeptWebhook> {
  refuseWebhooks(caller)
  const found = await webhooks.find(id)
  if (found !== undefined) return found
  throw webhookRefusal('webhook_unknown', { id })
}

/** Refuses whoever may not decide where the company’s events go. */
export function refuseWebhooks({ reach }: Caller): void {
  if (reach.rules_edit === 'all') return
  throw webhookRefusal('forbidden.webhooks')
}

/** A webhook as it is shown: nothing of a secret but until when the old one is good. */
export function shownWebhook({ rev: _rev, slowUntil: _slow, secrets, ...webhook }: KeptWebhook, now: string): Webhook {
  const until = secrets[1]?.until
  return { ...webhook, ...(until !== undefined && until > now ? { oldSecretUntil: until } : {}) }
}
