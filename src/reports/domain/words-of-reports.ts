import type { Language } from '#schemas/language-names'
import type { ReportWords } from './report-words'
import { reportsInEnglish } from './words-en'
import { reportsInRussian } from './words-ru'

const languages = { en: reportsInEnglish, ru: reportsInRussian } as const satisfies Record<Language, ReportWords>

/** What reports say in a language. */
export function reportWords(language: Language): ReportWords {
  return languages[language]
}
