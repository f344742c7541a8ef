import { languages } from '#schemas/notice-names'
import type { Language } from '#schemas/notice-names'
import { UsageError } from './environment'

/** The language a command answers in: what `--lang` says, English when it says nothing. */
export function languageOf(option: string | undefined): Language {
  if (option === undefined) return 'en'
  const found = languages.find((known) => known === option.toLowerCase().slice(0, 2))
  if (found !== undefined) return found
  throw new UsageError(`--lang takes ${languages.join(' or ')}, not “${option}”.`)
}
