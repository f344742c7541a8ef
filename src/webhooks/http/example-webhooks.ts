import type { Webhook, WebhookDelivery, WebhookWithSecret } from '#schemas/webhook'

import { anna, dealId } from '#http/example-things'

const at = '2026-11-23T09:00:00.000Z'

/** What a webhook is asked to be. */
export const savedWebhook = {
  url: 'https://crm.example.com/norma',
  events: ['deal.created', 'deal.moved'],
  filter: { pipelines: ['b2b_new'] },
  active: true,
} as const satisfies Partial<Webhook>

export const webhook: Webhook = {
  id: 'hook_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  ...savedWebhook,
  events: [...savedWebhook.events],
  filter: { pipelines: [...savedWebhook.filter.pipelines] },
  createdAt: at,
  createdBy: anna.id,
}

/** A webhook that was made just now: only this answer ever shows its secret. */
export const webhookWithSecret: WebhookWithSecret = {
  webhook,
  secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
}

export const webhookDelivery: WebhookDelivery = {
  id: 'msg_20261123091500000_0f3k2m9q1zc2v8b4n6m1s5',
  event: `${dealId}:7`,
  name: 'deal.moved',
  dealId,
  at: '2026-11-23T09:15:00.000Z',
  state: 'waiting',
  nextAt: '2026-11-23T09:20:08.000Z',
  attempts: 2,
  tries: [
    {
      at: '2026-11-23T09:15:01.000Z',
      tookMs: 212,
      status: 503,
      error: 'The receiver answered 503, not 2xx.',
      said: [{ say: 'delivery_answered', with: { status: 503 } }],
      answer: 'Down for maintenance',
    },
    { at: '2026-11-23T09:15:07.000Z', tookMs: 15_000, status: null, error: 'crm.example.com did not answer in time.' },
  ],
}
