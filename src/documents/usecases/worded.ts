import { documentSentence } from '#documents/words/document-refusal'
import { inWords } from '#domain/kernel/saying'
import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'

/** A sentence of the room in a language. */
export async function worded(saying: Saying, language: Language): Promise<string> {
  if (language === 'en') return documentSentence(saying)
  return inWords((await import('#documents/words/ru')).ru, saying)
}
