import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of plans, targets and periods. */
export const {
  refusal: planRefusal,
  refusalOf: planRefusalOf,
  saying: planSaying,
} = refusalsOf(en, async () => (await import('./ru')).ru)
