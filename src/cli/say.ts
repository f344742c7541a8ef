import { inWords, sayingOf, type Say, type Translated } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import type { Language } from '#schemas/language-names'
import type { en } from './words/en'

/** Everything the command line says in a language. */
export type CommandWords = Translated<typeof en>

/** Names a sentence of the command line and what goes into it. */
export const say: Say<typeof en> = (key, ...[values]) => sayingOf(key, values)

/** The words of a language, loaded for who reads it. */
export async function wordsIn(language: Language): Promise<CommandWords> {
  return language === 'ru' ? (await import('./words/ru')).ru : (await import('./words/en')).en
}

/** A sentence of the command line in a language. */
export async function saidIn(language: Language, saying: Saying): Promise<string> {
  return inWords(await wordsIn(language), saying)
}

/** Prints what a command has done, line by line, in a language; a text stays as it is. */
export async function printSaid(language: Language, ...lines: readonly (Saying | string)[]): Promise<void> {
  const words = await wordsIn(language)
  process.stdout.write(lines.map((line) => `${typeof line === 'string' ? line : inWords(words, line)}\n`).join(''))
}

/** The same where what is printed is taken by a shell: beside it, on the error output. */
export async function printAside(language: Language, line: Saying): Promise<void> {
  process.stderr.write(`${inWords(await wordsIn(language), line)}\n`)
}
