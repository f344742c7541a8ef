import type { Key, KeyLine } from '#store/key'

/** What is kept of webhooks. */
export const keyLines = [
  { item: 'webhook', pk: 'WH#', sk: '{webhook}', question: 'all addresses that events are posted to' },
  {
    item: 'webhook delivery',
    pk: 'WD#{webhook}',
    sk: 'D#{msg_at_hash}',
    gsi1: 'waiting: WQ#{webhook}, {nextAt}#{id}',
    question: 'what became of a webhook’s messages; what is due',
  },
] as const satisfies readonly KeyLine[]

/** The keys of webhooks. */
export const keys = {
  webhook: (id: string): Key => ({ pk: partitions.webhooks(), sk: id }),
  webhookDelivery: (webhook: string, id: string): Key => ({
    pk: partitions.webhookDeliveries(webhook),
    sk: `${prefixes.webhookDeliveries}${id}`,
  }),
  /** How the deliveries of events at an instant begin. */
  webhookDeliveryAt: (webhook: string, at: string): Key =>
    keys.webhookDelivery(webhook, `msg_${at.replaceAll(/\D/g, '')}`),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  webhooks: (): string => 'WH#',
  webhookDeliveries: (webhook: string): string => `WD#${webhook}`,
} as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = { webhookDeliveries: 'D#' } as const

/** Keys of the sparse indexes. */
export const indexKeys = { webhookDue: (webhook: string): string => `WQ#${webhook}` } as const

/** The id of a delivery out of its sort key. */
export function webhookDeliveryIdOf(sk: string): string {
  return sk.slice(prefixes.webhookDeliveries.length)
}
