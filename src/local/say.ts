import type { Say, Sentence, ValuesOf, Words } from '#domain/kernel/texts/sentence'
import { tellSentence } from '#domain/kernel/texts/sentence'
import type { Language } from '#schemas/language-names'
import { en } from './words/en'

type Values = ValuesOf<typeof en>

/** Everything a Norma on one machine says in a language. */
export type LocalWords = Words<Values>

/** Something a Norma on one machine says, not told yet. */
export type LocalSentence = Sentence<Values>

/** Names a sentence and what goes into it. */
export const say: Say<Values> = (key, ...values) => ({ key, values })

const english: LocalWords = en

/** The words of a language; Russian is loaded for who reads it. */
export async function localWords(language: Language): Promise<LocalWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : english
}

/** What went on behind the API, for the log. */
export type Log = (sentence: LocalSentence, facts: Readonly<Record<string, unknown>>) => void

/** Why a Norma on this machine cannot do what it was asked to. */
export class LocalError extends Error {
  readonly sentence: LocalSentence

  constructor(sentence: LocalSentence, options?: ErrorOptions) {
    super(tellSentence(english, sentence), options)
    this.name = 'LocalError'
    this.sentence = sentence
  }
}
