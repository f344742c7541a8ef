import { refusalsOf } from '#domain/kernel/refusal'
import { inWords } from '#domain/kernel/saying'
import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'

import { en } from './en'

/** What is refused of the exchange with 1C, and what is told of its files. */
export const {
  refusal: exchangeRefusal,
  saying: exchangeSaying,
  inEnglish: exchangeSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)

/** A sentence of the room in a language. */
export async function exchangeWords(saying: Saying, language: Language): Promise<string> {
  return language === 'en' ? exchangeSentence(saying) : inWords((await import('./ru')).ru, saying)
}
