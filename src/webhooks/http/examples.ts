import type { ExamplesOf } from '#http/described'
import { savedWebhook, webhook, webhookDelivery, webhookWithSecret } from './example-webhooks'
import type { operations } from './operations'

/** An example of every operation on webhooks; only the description of the interface shows them. */
export const examples = {
  createWebhook: { body: savedWebhook, answer: webhookWithSecret },
  listWebhooks: { answer: { items: [webhook] } },
  readWebhook: { params: { webhook: webhook.id }, answer: webhook },
  saveWebhook: { params: { webhook: webhook.id }, body: savedWebhook, answer: webhook },
  removeWebhook: { params: { webhook: webhook.id }, answer: { removed: webhook.id } },
  rotateWebhookSecret: {
    params: { webhook: webhook.id },
    body: {},
    answer: { ...webhookWithSecret, webhook: { ...webhook, oldSecretUntil: '2026-11-24T09:00:00.000Z' } },
  },
  readWebhookDeliveries: {
    params: { webhook: webhook.id },
    query: { limit: 20 },
    answer: { items: [webhookDelivery] },
  },
  replayWebhook: { params: { webhook: webhook.id }, body: { deliveryId: webhookDelivery.id }, answer: { replayed: 1 } },
} as const satisfies ExamplesOf<typeof operations>
