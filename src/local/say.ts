import { inWords, sayingOf, type Book, type Say, type Told, type Translated } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import type { Language } from '#schemas/language-names'
import { en } from './words/en'

/** Everything a Norma on one machine says in a language. */
export type LocalWords = Translated<typeof en>

/** What went on behind the API, for the log. */
export type Log = (saying: Saying, facts: Readonly<Record<string, unknown>>) => void

/** Names a sentence of a Norma on one machine and what goes into it. */
export const say: Say<typeof en> = (key, ...[values]) => sayingOf(key, values)

const book: Book = { en, russian: async () => (await import('./words/ru')).ru }

/** The words of a language; Russian is loaded for who reads it. */
export async function localWords(language: Language): Promise<LocalWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : en
}

/** Why a Norma on this machine cannot do what it was asked to. */
export class LocalError extends Error {
  readonly told: Told

  constructor(saying: Saying, options?: ErrorOptions) {
    super(inWords(en, saying), options)
    this.name = new.target.name
    this.told = { sayings: [saying], book }
  }
}
