import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { refusalCodes } from '#domain/kernel/refusal'
import { keptIn, spoken, type Sentences } from '#domain/kernel/saying'
import { doorCodes } from '#http/door-codes'
import { allRussian } from '#product/lists/russian'
import { choices, samples } from './samples'

type Words = { readonly folder: string; readonly en: Sentences; readonly ru: Sentences }

/** The words of every noun and room; those of the doors above the product are tried where these are. */
const words: readonly Words[] = await Promise.all(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!(?:cli|demo|import|local)\/)(.*\/)?words\/en\.ts$/.test(name))
    .toSorted()
    .map(async (name) => {
      const folder = join('src', name, '..')
      const [en, ru] = await Promise.all(['en', 'ru'].map((one) => import(join(process.cwd(), folder, `${one}.ts`))))
      return { folder, en: en.en, ru: ru.ru }
    }),
)

/** Sentences that are made elsewhere, in the language of whoever asks, but for where they stand. */
const madeElsewhere = ['field_value.due', 'field_value.beginning']

describe.each(words)('$folder', ({ en, ru }) => {
  test('has the same sentences in both languages', () => {
    expect(Object.keys(ru)).toEqual(Object.keys(en))
  })

  test.each(Object.keys(en))('says %s in English and in Russian, with all that goes into it', (say) => {
    for (const choice of choices) {
      const given = { say, with: { ...samples, ...choice } }
      const [english, russian] = [spoken(en, given) ?? '', spoken(ru, given) ?? '']

      for (const said of [english, russian]) expect(said).not.toMatch(/undefined|\[object|function|^$/)
      expect(english.replaceAll('Заметка', '')).not.toMatch(/[а-яё]/i)
      expect(english).toMatch(/[.?!:⟧]$/)
      if (!madeElsewhere.includes(say)) expect(outsideOfNames(russian)).toMatch(/[а-яё]{2}/i)
      expect(russian).not.toMatch(/[“”]/)
      expect(outsideOfNames(russian)).not.toMatch(
        /\b(?:there|what|lists|is|the|are|you|not|write|ask|read|look|take|by)\b/i,
      )
    }
  })
})

test('a key stands in one place: what is kept by it can be found again', () => {
  const keys = words.flatMap(({ en }) => Object.keys(en))

  expect(words.length).toBeGreaterThan(8)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('what was kept by its keys is read in Russian, of whatever noun or room it is', async () => {
  const russian = async () => allRussian
  const kept = {
    text: 'The deal is in “offer” already.',
    said: [{ say: 'step_there_already', with: { stage: 'offer' } }],
  }

  expect(Object.keys(allRussian).toSorted()).toEqual(words.flatMap(({ en }) => Object.keys(en)).toSorted())
  expect(await keptIn('ru', kept, russian)).toBe('Сделка уже на этапе «offer».')
  expect(await keptIn('en', kept, russian)).toBe('The deal is in “offer” already.')
})

test('what was kept without keys, or by such as nobody knows, stays as it was kept', async () => {
  const russian = async () => allRussian

  expect(await keptIn('ru', { text: 'It was so.' }, russian)).toBe('It was so.')
  expect(await keptIn('ru', { text: 'It was so.', said: [{ say: 'of_another_version' }] }, russian)).toBe('It was so.')
})

test('a key with a point begins with a code', () => {
  const codes: readonly string[] = [...refusalCodes, ...doorCodes]
  const keys = words.flatMap(({ en }) => Object.keys(en)).filter((key) => key.includes('.'))

  expect(keys.filter((key) => !codes.includes(key.slice(0, key.indexOf('.'))))).toEqual([])
})

/** What is left of a sentence without the names in it, and without what is typed or sent as it stands. */
function outsideOfNames(sentence: string): string {
  return sentence.replaceAll(/«[^»]*»|⟦[^⟧]*⟧/g, '')
}
