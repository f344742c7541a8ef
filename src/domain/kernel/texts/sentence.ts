/** What goes into each sentence of a table: nothing into a text, into any other what its function takes. */
export type ValuesOf<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (...values: infer Values) => string ? Values : []
}

type AnyValues<Values> = Record<keyof Values, unknown[]>

/** The sentences of a language by key: a text, or what makes one of values. One that lacks a key does not compile. */
export type Words<Values extends AnyValues<Values>> = {
  readonly [Key in keyof Values]: string | ((...values: Values[Key]) => string)
}

/** A sentence that is not told yet: its key and what goes into it. */
export type Sentence<Values, Key extends keyof Values = keyof Values> = {
  readonly key: Key
  readonly values: Values[Key]
}

/** Names a sentence of a table and what goes into it; the language is chosen when it is told. */
export type Say<Values extends AnyValues<Values>> = <Key extends keyof Values>(
  key: Key,
  ...values: Values[Key]
) => Sentence<Values, Key>

/** Tells a sentence in the words of a language. */
export function tellSentence<Values extends AnyValues<Values>, Key extends keyof Values>(
  words: Words<Values>,
  { key, values }: Sentence<Values, Key>,
): string {
  const word = words[key]
  return typeof word === 'string' ? word : word(...values)
}
