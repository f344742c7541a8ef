import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of webhooks. */
export const {
  refusal: webhookRefusal,
  refusalOf: webhookRefusalOf,
  saying: webhookSaying,
  inEnglish: webhookSentence,
  told: webhookTold,
} = refusalsOf(en, async () => (await import('./ru')).ru)
