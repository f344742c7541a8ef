import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of documents, and what is told of templates. */
export const {
  refusal: documentRefusal,
  saying: documentSaying,
  inEnglish: documentSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
