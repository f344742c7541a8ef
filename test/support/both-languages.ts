import { expect, test } from 'vitest'

import { inWords, sayingOf, type Sentences, type Translated, type Values } from '#domain/kernel/saying'

/** Values for every sentence that takes some, several ways where it says things in several ways. */
export type Samples<S extends Sentences> = {
  readonly [K in keyof S as S[K] extends string ? never : K]: S[K] extends (values: infer V) => string
    ? readonly V[]
    : never
}

type Room<S extends Sentences> = {
  readonly en: S
  readonly ru: Translated<S>
  readonly samples: Samples<S>
  /** Sentences that hold nothing but what somebody else has said, or signs and names. */
  readonly bare?: readonly (keyof S)[]
  /** What Russian says in words of its own, and need not name. */
  readonly unnamed?: { readonly [K in keyof S]?: readonly string[] }
}

/** Tries every sentence of a room in both languages: Russian is Russian, and loses nothing that English names. */
export function triesBothLanguages<S extends Sentences>(room: string, words: Room<S>): void {
  const { en, ru, samples, bare = [], unnamed } = words
  const keys = Object.keys(en) as (keyof S & string)[]

  test.each(keys)(`${room} says “%s” in both languages`, (key) => {
    const given = (samples as Readonly<Partial<Record<string, readonly Values[]>>>)[key]
    for (const values of given ?? [undefined]) {
      const saying = sayingOf(key, values)
      const [english, russian] = [inWords(en, saying), inWords(ru, saying)]

      expect(english).not.toMatch(/undefined|NaN|\[object|^$/)
      expect(russian).not.toMatch(/undefined|NaN|\[object|^$/)
      for (const name of namedIn(values)) {
        if (english.includes(name) && unnamed?.[key]?.includes(name) !== true) expect(russian).toContain(name)
      }
      if (!bare.includes(key)) expectRussian(russian, namedIn(values))
    }
  })
}

/** Every text and number in what goes into a sentence. */
function namedIn(values: unknown): readonly string[] {
  if (typeof values === 'string') return values === '' ? [] : [values]
  if (typeof values === 'number') return [String(values)]
  if (typeof values !== 'object' || values === null) return []
  return Object.values(values).flatMap(namedIn)
}

/** Whether it is Russian beside what it names, what is to be typed and what stands in quotes. */
function expectRussian(said: string, names: readonly string[]): void {
  const bare = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), said)
    .replaceAll(/«[^»]*»|"[^"]*"|`[^`]*`|\([a-z ]*\)/g, '')
  expect(bare).toMatch(/[а-яё]{2}/i)
  expect(bare).not.toMatch(/[“”]|\b(?:the|there|takes|cannot|choose|say|give|is|are|has|have|not|and|or|of|by|from)\b/i)
}
