import { rulesLanguage } from '#domain/rules/rules-language'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import { en } from './company-en'
import { ru } from './company-ru'
import type { DemoWords } from './words'

/** The words of the demo company by the language of its rules. */
export const demoWords: Readonly<Record<Language, DemoWords>> = { en, ru }

/** The words of a company by its rules. */
export function wordsOf({ model }: { readonly model: Model }): DemoWords {
  return demoWords[rulesLanguage(model)]
}
