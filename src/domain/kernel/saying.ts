import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'

import { nestedQuotes } from './texts/nested-quotes'

/** What goes into a sentence: plain values, so that they can be kept beside a record. */
export type Values = NonNullable<Saying['with']>

/** How a sentence reads: as it stands, or made of what goes into it. (A method, so that each may ask for values of its own.) */
export type Sentence = string | { made(values: Values): string }['made']

/** Sentences by key, in one language. */
export type Sentences = Readonly<Record<string, Sentence>>

/** The same sentences in another language: one that is missing, or is made of other values, does not compile. */
export type Translated<S extends Sentences> = {
  readonly [K in keyof S]: S[K] extends (values: infer V) => string ? (values: V) => string : string
}

/** The sentences of a noun or a room: English at hand, Russian loaded for who reads it. */
export type Book = { readonly en: Sentences; readonly russian: () => Promise<Sentences> }

/** What an error says, and where its sentences stand. */
export type Told = { readonly sayings: readonly Saying[]; readonly book: Book }

/** What a sentence is to be given: its values where it has any. */
export type ValuesOf<S> = S extends (values: infer V) => string
  ? [values: V]
  : [values?: Readonly<Record<string, never>>]

/** Names one of these sentences and what goes into it. */
export type Say<S extends Sentences> = <K extends keyof S & string>(key: K, ...given: ValuesOf<S[K]>) => Saying

/** A sentence by its key with what goes into it, if anything. */
export function sayingOf(say: string, values: Values | undefined): Saying {
  return values === undefined ? { say } : { say, with: values }
}

/** The code of these that a key belongs to. */
export function codeOf<Code extends string>(key: string, codes: readonly Code[]): Code {
  const [head] = key.split('.')
  const code = codes.find((one) => one === head)
  if (code === undefined) throw new Error(`There is no code ${head}, which the key “${key}” begins with.`)
  return code
}

/** A sentence as it reads in these words; nothing where they do not know its key, as those of another version may not. */
export function spoken(words: Sentences, { say, with: values = {} }: Saying): string | undefined {
  const sentence = Object.hasOwn(words, say) ? words[say] : undefined
  return typeof sentence === 'function' ? sentence(values) : sentence
}

/** A sentence of a room in the words of that room, which know every key that `Say` lets through. */
export function inWords(words: Sentences, saying: Saying): string {
  return spoken(words, saying) ?? saying.say
}

/** Several sentences as they read in these words, one after the other; nothing where one of them is not known. */
export function spokenAll(words: Sentences, sayings: readonly Saying[]): string | undefined {
  const said = sayings.map((one) => spoken(words, one))
  return said.length === 0 || said.includes(undefined) ? undefined : said.join(' ')
}

/** The sentence of an error in a language. What was worded elsewhere to begin with stays as it is. */
export async function sentenceIn(
  language: Language,
  { message, told }: { readonly message: string; readonly told?: Told | undefined },
): Promise<string> {
  if (language === 'en' || told === undefined) return message
  return nestedQuotes(spokenAll(await told.book.russian(), told.sayings) ?? message)
}

/** What was kept beside a record: a sentence in English, and by its keys where it was kept since there are keys. */
export type Kept = { readonly text: string; readonly said?: readonly Saying[] | undefined }

/** A kept sentence in a language. What has no keys, or such as these words do not know, stays as it was kept. */
export async function keptIn(
  language: Language,
  { text, said = [] }: Kept,
  russian: () => Promise<Sentences>,
): Promise<string> {
  return language === 'en' || said.length === 0 ? text : nestedQuotes(spokenAll(await russian(), said) ?? text)
}
