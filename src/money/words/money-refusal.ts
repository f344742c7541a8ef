import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of money, and what is told of a bank’s files. */
export const {
  refusal: moneyRefusal,
  refusalOf: moneyRefusalOf,
  saying: moneySaying,
  inEnglish: moneySentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
