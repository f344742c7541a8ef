import { inWords, sayingOf, type Book, type Say, type Told, type Translated } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import type { Refusal } from '#domain/kernel/refusal'
import type { Language } from '#schemas/language-names'
import { en } from './words/en'

/** Everything an import says in a language. */
export type ImportWords = Translated<typeof en>

/** Why something of a file cannot be taken: the import says it, or Norma has refused it. */
export type Reason = Saying | Refusal

/** Names a sentence of an import and what goes into it. */
export const say: Say<typeof en> = (key, ...[values]) => sayingOf(key, values)

const book: Book = { en, russian: async () => (await import('./words/ru')).ru }

/** The words of a language; Russian is loaded for who reads it. */
export async function importWords(language: Language): Promise<ImportWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : en
}

/** A sentence of an import in English, for logs. */
export function inEnglish(saying: Saying): string {
  return inWords(en, saying)
}

/** Why something of a file cannot be taken, thrown. */
export class ImportError extends Error {
  readonly told: Told

  constructor(saying: Saying, options?: ErrorOptions) {
    super(inWords(en, saying), options)
    this.name = new.target.name
    this.told = { sayings: [saying], book }
  }
}

/** A value that cannot be read: the sentence names it and says what would be taken. */
export class ValueError extends ImportError {
  readonly saying: Saying

  constructor(saying: Saying) {
    super(saying)
    this.saying = saying
  }
}
