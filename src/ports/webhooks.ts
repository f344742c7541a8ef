import type { Saying } from '#schemas/saying'
import type { Page } from './page'
import type { DomainEvent } from '#schemas/event'
import type { Webhook, WebhookDelivery } from '#schemas/webhook'

/** A key that signs; one that was replaced does so until an instant. */
export type SigningSecret = { readonly secret: string; readonly until?: string }

/** A webhook as it is kept, with what nobody is shown again. */
export type KeptWebhook = Omit<Webhook, 'oldSecretUntil'> & {
  readonly rev: number
  /** Until when no first attempt is made at once: it keeps others waiting. */
  readonly slowUntil?: string
  /** The newest first. */
  readonly secrets: readonly SigningSecret[]
}

/** A delivery as it is kept. */
export type KeptWebhookDelivery = WebhookDelivery & { readonly webhook: string; readonly rev: number }

/** Webhooks and what is on its way to them. Single reads are strongly consistent. */
export type WebhookStore = {
  readonly all: () => Promise<readonly KeptWebhook[]>
  readonly find: (id: string) => Promise<KeptWebhook | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly save: (webhook: KeptWebhook) => Promise<boolean>
  readonly remove: (id: string) => Promise<void>
  /** Remembers since when nothing gets through: the first time it is told. */
  readonly markFailing: (id: string, at: string) => Promise<void>
  readonly markWorking: (id: string) => Promise<void>
  readonly markSlow: (id: string, until: string) => Promise<void>
  /** False when it is there already: a duplicate, which is success. */
  readonly addDelivery: (delivery: KeptWebhookDelivery) => Promise<boolean>
  /** False when it is not at the revision before this one any more. */
  readonly changeDelivery: (delivery: KeptWebhookDelivery) => Promise<boolean>
  readonly findDelivery: (webhook: string, id: string) => Promise<KeptWebhookDelivery | undefined>
  /** The newest event first. */
  readonly deliveries: (webhook: string, page: { limit: number; cursor?: string }) => Promise<Page<KeptWebhookDelivery>>
  /** Those of events between two instants, both included, the oldest event first. */
  readonly deliveriesBetween: (
    webhook: string,
    span: { from: string; to: string; limit: number; cursor?: string },
  ) => Promise<Page<KeptWebhookDelivery>>
  /** Ids of deliveries that are due, the longest due first. May lag by moments in AWS. */
  readonly dueDeliveries: (webhook: string, until: string, limit: number) => Promise<readonly string[]>
  readonly findEvent: (dealId: string, eventId: string) => Promise<DomainEvent | undefined>
}

/** A signed message on its way out. */
export type WebhookMessage = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the receiver answered; the beginning of the body alone. */
export type WebhookAnswer = { readonly status: number; readonly text: string }

/** What lies at an address: its bytes, as many of them as were asked for at most, or where else it is. */
export type FetchedBytes = {
  readonly status: number
  /** The media type it says it has. */
  readonly type?: string
  /** Where a redirect leads, absolute: nobody has followed it. */
  readonly location?: string
  readonly bytes: Uint8Array
}

/** What is asked of an address: with headers, and with a body where it is posted. */
export type OutletRequest = {
  readonly method: 'POST' | 'GET'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What was answered, and when to come again where that was said. */
export type OutletAnswer = { readonly status: number; readonly bytes: Uint8Array; readonly retryAfter?: string }

/** The way out to addresses that users have entered. */
export type WebhookOutlet = {
  /** What speaks against an address, as a sentence of webhooks; undefined where events may be posted to it. */
  readonly faultOf: (url: string) => Promise<Saying | undefined>
  /** Throws when there is no whole answer in time, or the address may not be reached. */
  readonly post: (message: WebhookMessage) => Promise<WebhookAnswer>
  /** Fetches what is no text. Throws as `post` does; `Undeliverable` for an address that nothing is ever fetched from. */
  readonly get: (
    url: string,
    bounds: { readonly mostBytes: number; readonly timeoutMs: number },
  ) => Promise<FetchedBytes>
  /** Asks for more than the beginning of an answer. Throws as `post` does. */
  readonly ask: (
    request: OutletRequest,
    bounds: { readonly mostBytes: number; readonly timeoutMs: number },
  ) => Promise<OutletAnswer>
  readonly randomBytes: (count: number) => Uint8Array
  /** From 0 up to 1. */
  readonly random: () => number
}
