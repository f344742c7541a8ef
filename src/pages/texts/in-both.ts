import type { Language } from '#schemas/language-names'

/** The same words in every language. */
export type Catalogue<T> = Readonly<Record<Language, T>>

/** Declares words in both languages side by side; a key that one of them lacks does not compile. */
export function texts<T>(catalogue: { readonly en: T; readonly ru: NoInfer<T> }): Catalogue<T> {
  return catalogue
}

/** The forms of a noun by plural category: one and other in English, one, few and many in Russian. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }
