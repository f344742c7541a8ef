import { sentenceIn } from '#domain/kernel/saying'
import type { Language } from '#schemas/language-names'
import { CommandError, RefusedUsage } from './environment'
import { saidIn } from './say'

/** What went wrong, in a language; what no room has words for stays as it was thrown. */
export async function errorText(error: unknown, language: Language): Promise<string> {
  if (error instanceof CommandError) return saidIn(language, error.saying)
  if (error instanceof RefusedUsage) return errorText(error.cause, language)
  return error instanceof Error ? sentenceIn(language, error) : String(error)
}
