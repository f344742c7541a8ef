import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of clients. */
export const {
  refusal: clientRefusal,
  refusalOf: clientRefusalOf,
  saying: clientSaying,
  inEnglish: clientSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
