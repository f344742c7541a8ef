import { tellSentence, type Say, type Sentence, type ValuesOf, type Words } from '#domain/kernel/texts/sentence'
import type { Language } from '#schemas/language-names'
import { en } from './words/en'

type Values = ValuesOf<typeof en>

const english: Words<Values> = en

/** Names a sentence and what goes into it. */
export const say: Say<Values> = (key, ...values) => ({ key, values })

/** The words of a language; Russian is loaded for who reads it. */
export async function demoWords(language: Language): Promise<Words<Values>> {
  return language === 'ru' ? (await import('./words/ru')).ru : english
}

/** Why no demo can be made in a folder. */
export class DemoError extends Error {
  readonly sentence: Sentence<Values>

  constructor(sentence: Sentence<Values>) {
    super(tellSentence(english, sentence))
    this.name = 'DemoError'
    this.sentence = sentence
  }
}
