import type { Say, Sentence, ValuesOf, Words } from '#domain/kernel/texts/sentence'
import { tellSentence } from '#domain/kernel/texts/sentence'
import type { Language } from '#schemas/language-names'
import type { en } from './words/en'

type Values = ValuesOf<typeof en>

/** Everything the command line says in a language. */
export type CommandWords = Words<Values>

/** Something the command line says, not told yet. */
export type CommandSentence = Sentence<Values>

/** Names a sentence of the command line and what goes into it. */
export const say: Say<Values> = (key, ...values) => ({ key, values })

/** The words of a language, loaded for who reads it. */
export async function wordsIn(language: Language): Promise<CommandWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : (await import('./words/en')).en
}

/** A sentence in a language. */
export async function saidIn(language: Language, sentence: CommandSentence): Promise<string> {
  return tellSentence(await wordsIn(language), sentence)
}

/** Prints what a command has done, line by line, in a language; a text stays as it is. */
export async function printSaid(language: Language, ...lines: readonly (CommandSentence | string)[]): Promise<void> {
  const words = await wordsIn(language)
  process.stdout.write(lines.map((line) => `${typeof line === 'string' ? line : tellSentence(words, line)}\n`).join(''))
}
