import type { Language } from '#schemas/language-names'
import { en } from './en'
import { ru } from './ru'

/** One sentence per key; every language has the same keys, and a key takes the same parameters in all of them. */
export type Catalogue = typeof en

export type MessageKey = keyof Catalogue

/** A sentence that is not told yet: its key and what to put in. */
export type Phrase = { readonly key: MessageKey; readonly args: readonly unknown[] }

/** Chooses a sentence of the catalogue and what to put in; the language is chosen when it is told. */
export function say<K extends MessageKey>(key: K, ...args: Parameters<Catalogue[K]>): Phrase {
  return { key, args }
}

const catalogues: Readonly<Record<Language, Catalogue>> = { en, ru }

/** Tells a sentence in a language. */
export function tell({ key, args }: Phrase, lang: Language): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `say` has checked the parameters against the key
  const template = catalogues[lang][key] as (...args: readonly unknown[]) => string
  return template(...args)
}
