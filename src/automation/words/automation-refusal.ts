import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of the automation, and what its runs tell. */
export const {
  refusal: automationRefusal,
  saying: automationSaying,
  inEnglish: automationSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
