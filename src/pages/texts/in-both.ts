import { nestedQuotes } from '#domain/kernel/texts/nested-quotes'
import type { Language } from '#schemas/language-names'

/** The same words in every language. */
export type Catalogue<T> = Readonly<Record<Language, T>>

/** Declares words in both languages side by side; a key that one of them lacks does not compile. */
export function texts<T>(catalogue: { readonly en: T; readonly ru: NoInfer<T> }): Catalogue<T> {
  return { en: catalogue.en, ru: withNestedQuotes(catalogue.ru) }
}

/** The same words; what they put into quotes may have quotes of its own, as names of companies do in Russian. */
function withNestedQuotes<T>(words: T): T {
  if (typeof words === 'function') {
    return ((...given: readonly unknown[]) => {
      const said: unknown = words(...given)
      return typeof said === 'string' ? nestedQuotes(said) : said
    }) as T
  }
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, withNestedQuotes<unknown>(one)])) as T
}

/** The forms of a noun by plural category: one and other in English, one, few and many in Russian. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }
