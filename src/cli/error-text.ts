import { Refusal } from '#domain/kernel/refusal'
import { tellSentence } from '#domain/kernel/texts/sentence'
import { DemoError, demoWords } from '#demo/say'
import { ImportError, importWords } from '#import/say'
import { LocalError, localWords } from '#local/say'
import type { Language } from '#schemas/language-names'
import { CommandError, RefusedUsage } from './environment'
import { sentenceIn } from '#domain/kernel/saying'
import { saidIn } from './say'

/** What went wrong, in a language; what no room has words for stays as it was thrown. */
export async function errorText(error: unknown, language: Language): Promise<string> {
  if (error instanceof CommandError) return saidIn(language, error.sentence)
  if (error instanceof RefusedUsage) return errorText(error.cause, language)
  if (error instanceof LocalError) return tellSentence(await localWords(language), error.sentence)
  if (error instanceof DemoError) return tellSentence(await demoWords(language), error.sentence)
  if (error instanceof ImportError) return tellSentence(await importWords(language), error.sentence)
  if (error instanceof Refusal) return sentenceIn(language, error)
  return error instanceof Error ? error.message : String(error)
}
