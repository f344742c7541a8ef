import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of deals and their tasks. */
export const {
  refusal: dealRefusal,
  refusalOf: dealRefusalOf,
  saying: dealSaying,
  inEnglish: dealSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
