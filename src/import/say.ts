import type { Refusal } from '#domain/kernel/refusal'
import type { Say, Sentence, ValuesOf, Words } from '#domain/kernel/texts/sentence'
import { tellSentence } from '#domain/kernel/texts/sentence'
import type { Language } from '#schemas/language-names'
import { en } from './words/en'

type Values = ValuesOf<typeof en>

/** Everything an import says in a language. */
export type ImportWords = Words<Values>

/** Something an import says, not told yet. */
export type ImportSentence = Sentence<Values>

/** Why something of a file cannot be taken: the import says it, or Norma has refused it. */
export type Reason = ImportSentence | Refusal

/** Names a sentence and what goes into it. */
export const say: Say<Values> = (key, ...values) => ({ key, values })

const english: ImportWords = en

/** The words of a language; Russian is loaded for who reads it. */
export async function importWords(language: Language): Promise<ImportWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : english
}

/** A sentence for logs and for whoever throws it on. */
export function inEnglish(sentence: ImportSentence): string {
  return tellSentence(english, sentence)
}

/** Why something of a file cannot be taken, thrown. */
export class ImportError extends Error {
  readonly sentence: ImportSentence

  constructor(sentence: ImportSentence) {
    super(inEnglish(sentence))
    this.name = new.target.name
    this.sentence = sentence
  }
}

/** A value that cannot be read: the sentence names it and says what would be taken. */
export class ValueError extends ImportError {}
