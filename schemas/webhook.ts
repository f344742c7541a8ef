import Type from 'typebox'

import { eventNames } from './event-names'
import { Saying } from './saying'
import { instant, line, nullable, shape, words } from './shape'

const said = Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences' }))

const url = line({
  maxLength: 1000,
  description: 'Public https address that events are posted to',
  examples: ['https://crm.example.com/norma'],
})

const names = (description: string) =>
  Type.Optional(Type.Array(line({ maxLength: 64 }), { minItems: 1, maxItems: 100, description }))

/** Which deals a webhook is about, as the event leaves them; every line must hold. */
export type WebhookFilter = Type.Static<typeof WebhookFilter>
export const WebhookFilter = shape('WebhookFilter', {
  pipelines: names('Only deals in these directions'),
  stages: names('Only deals in these stages'),
  owners: names('Only deals of these employees'),
  imported: Type.Optional(Type.Boolean({ description: 'Also what an import brought; false where absent' })),
})

const events = Type.Array(words(eventNames), {
  maxItems: 100,
  uniqueItems: true,
  description: 'Names of events; an empty list means all of them',
})

/** Asks for events to be posted somewhere. */
export type SaveWebhook = Type.Static<typeof SaveWebhook>
export const SaveWebhook = shape('SaveWebhook', {
  url,
  events: Type.Optional(events),
  filter: Type.Optional(WebhookFilter),
  active: Type.Optional(Type.Boolean({ description: 'Whether anything is sent; true where absent' })),
})

/** Why nothing is sent any more although nobody switched it off. */
export type WebhookDisabled = Type.Static<typeof WebhookDisabled>
export const WebhookDisabled = shape('WebhookDisabled', {
  at: instant('Since when'),
  reason: words(['gone', 'unreachable'], {
    description: 'gone: the receiver answered 410; unreachable: nothing got through in all attempts',
  }),
  detail: Type.String({ description: 'The last fault in words' }),
  said,
})

/** An address that events are posted to. */
export type Webhook = Type.Static<typeof Webhook>
export const Webhook = shape('Webhook', {
  id: Type.String({ examples: ['hook_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] }),
  url,
  events,
  filter: WebhookFilter,
  active: Type.Boolean({ description: 'Whether anything is sent' }),
  createdAt: instant('When it was made'),
  createdBy: Type.String({ description: 'Who made it and is told when it is disabled' }),
  disabled: Type.Optional(WebhookDisabled),
  failingSince: Type.Optional(instant('Since when nothing has got through')),
  oldSecretUntil: Type.Optional(instant('Until when the secret before the last also signs')),
})
export const WebhookList = shape('WebhookList', { items: Type.Array(Webhook) })

/** A webhook with the secret that signs; this answer alone ever shows it. */
export type WebhookWithSecret = Type.Static<typeof WebhookWithSecret>
export const WebhookWithSecret = shape('WebhookWithSecret', {
  webhook: Webhook,
  secret: Type.String({ description: 'whsec_ and the key in base64, as the Standard Webhooks libraries take it' }),
})

/** Asks for a new secret. */
export type RotateWebhookSecret = Type.Static<typeof RotateWebhookSecret>
export const RotateWebhookSecret = shape('RotateWebhookSecret', {})

/** What a removal answers: there is nothing to ask again. */
export const WebhookRemoved = shape('WebhookRemoved', { removed: Type.String({ description: 'Id of the webhook' }) })

export const webhookDeliveryStates = ['waiting', 'delivered', 'failed', 'held'] as const

/** One attempt and its outcome. */
export type WebhookAttempt = Type.Static<typeof WebhookAttempt>
export const WebhookAttempt = shape('WebhookAttempt', {
  at: instant('When it began'),
  tookMs: Type.Integer(),
  status: nullable(Type.Integer({ description: 'Status of the answer; null when there was none' })),
  error: Type.Optional(Type.String({ description: 'Why it does not count as delivered' })),
  said,
  answer: Type.Optional(Type.String({ description: 'The beginning of the answer' })),
})

/** One event on its way to one webhook, or what became of it. */
export type WebhookDelivery = Type.Static<typeof WebhookDelivery>
export const WebhookDelivery = shape('WebhookDelivery', {
  id: Type.String({ description: 'The webhook-id header: the same in every attempt and replay' }),
  event: Type.String({ description: 'Id of the event' }),
  name: words(eventNames),
  dealId: Type.String(),
  at: instant('When the event happened'),
  state: words(webhookDeliveryStates, {
    description: 'waiting for an attempt; delivered; failed in all attempts; held because the webhook is disabled',
  }),
  nextAt: Type.Optional(instant('When it is tried, or tried again')),
  attempts: Type.Integer({ description: 'Attempts begun, since the last replay' }),
  tries: Type.Array(WebhookAttempt, { description: 'The last attempts, the oldest first' }),
  deliveredAt: Type.Optional(instant('When the receiver took it')),
})
export const WebhookDeliveryPage = shape('WebhookDeliveryPage', { items: Type.Array(WebhookDelivery) })

/** Asks for deliveries to be made again: one by its id, or those of events between two instants. */
export type ReplayWebhook = Type.Static<typeof ReplayWebhook>
export const ReplayWebhook = shape('ReplayWebhook', {
  deliveryId: Type.Optional(line({ maxLength: 100, description: 'One delivery, by its id' })),
  from: Type.Optional(instant('Deliveries of events from this instant on')),
  to: Type.Optional(instant('and up to this one; up to now where absent')),
  all: Type.Optional(
    Type.Boolean({ description: 'By time: those that were delivered too; only the others where absent' }),
  ),
})

/** How many deliveries wait again. */
export type WebhookReplayed = Type.Static<typeof WebhookReplayed>
export const WebhookReplayed = shape('WebhookReplayed', {
  replayed: Type.Integer(),
  nextFrom: Type.Optional(instant('There are more: ask again with this as `from`')),
})
