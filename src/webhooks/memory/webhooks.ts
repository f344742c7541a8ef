import { keys, prefixes } from '#webhooks/store/keys'
import type { KeptWebhook, KeptWebhookDelivery, WebhookOutlet, WebhookStore } from '#ports/webhooks'
import type { MemoryDeals } from '#memory/deals/deals'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'

/** Webhooks and their deliveries. */
export function memoryWebhooks({ findEvent }: MemoryDeals): WebhookStore {
  const webhooks = shelf<KeptWebhook>()
  const change = (id: string, next: (was: KeptWebhook) => KeptWebhook): void => {
    const was = webhooks.get('', id)
    // A webhook that was removed must not come back.
    if (was !== undefined) webhooks.put('', id, kept(next(was)))
  }
  return {
    all: async () => webhooks.all(''),
    find: async (id) => webhooks.get('', id),
    save: async (webhook) => {
      const isNext = (webhooks.get('', webhook.id)?.rev ?? 0) === webhook.rev - 1
      if (isNext) webhooks.put('', webhook.id, kept(webhook))
      return isNext
    },
    remove: async (id) => webhooks.take('', id),
    markFailing: async (id, at) => change(id, (was) => ({ ...was, failingSince: was.failingSince ?? at })),
    markWorking: async (id) => change(id, ({ failingSince: _failingSince, ...was }) => was),
    markSlow: async (id, until) => change(id, (was) => ({ ...was, slowUntil: until })),
    ...deliveriesOf(),
    findEvent: async (dealId, eventId) => findEvent(dealId, eventId),
  }
}

function deliveriesOf(): Pick<
  WebhookStore,
  'addDelivery' | 'changeDelivery' | 'findDelivery' | 'deliveries' | 'deliveriesBetween' | 'dueDeliveries'
> {
  const deliveries = shelf<KeptWebhookDelivery>()
  const waiting = shelf<string>()
  const put = (given: KeptWebhookDelivery): boolean => {
    const { webhook, id, rev } = given
    const was = deliveries.get(webhook, id)
    if ((was?.rev ?? 0) !== rev - 1) return false
    deliveries.put(webhook, id, kept(given))
    fileWaiting(waiting, was, given)
    return true
  }
  return {
    addDelivery: async (delivery) => put({ ...delivery, rev: 1 }),
    changeDelivery: async (delivery) => put(delivery),
    findDelivery: async (webhook, id) => deliveries.get(webhook, id),
    deliveries: async (webhook, page) => deliveries.page(webhook, { newestFirst: true, ...page }),
    deliveriesBetween: async (webhook, { from, to, ...page }) =>
      deliveries.page(webhook, { from: beginning(webhook, from), to: `${beginning(webhook, to)}~`, ...page }),
    dueDeliveries: async (webhook, until, limit) => waiting.page(webhook, { to: `${until}~`, limit }).items,
  }
}

/** Only what is still to be sent is in the list of what waits: what is left there is work. */
function fileWaiting(waiting: Shelf<string>, was: KeptWebhookDelivery | undefined, now: KeptWebhookDelivery): void {
  const placeOf = ({ state, nextAt, id }: KeptWebhookDelivery) =>
    state === 'waiting' && nextAt !== undefined ? `${nextAt}#${id}` : undefined
  const before = was === undefined ? undefined : placeOf(was)
  if (before !== undefined) waiting.take(now.webhook, before)
  const next = placeOf(now)
  if (next !== undefined) waiting.put(now.webhook, next, now.id)
}

function beginning(webhook: string, at: string): string {
  return keys.webhookDeliveryAt(webhook, at).sk.slice(prefixes.webhookDeliveries.length)
}

/** A way out of this machine that leads nowhere. */
export const noWayOut: WebhookOutlet = {
  faultOf: () => Promise.reject(new Error('Nothing can be posted from here: the way out is not set up.')),
  post: () => Promise.reject(new Error('Nothing can be posted from here: the way out is not set up.')),
  get: () => Promise.reject(new Error('Nothing can be fetched from here: the way out is not set up.')),
  ask: () => Promise.reject(new Error('Nothing can be asked from here: the way out is not set up.')),
  randomBytes: () => {
    throw new Error('No secret can be made here: the way out is not set up.')
  },
  random: () => 0,
}
