import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { language } from '#config/shape/language-shape'
import type { Shape } from '#config/shape/shape'
import { en } from '#config/messages/en'
import { plural } from '#config/messages/plural'
import { ru } from '#config/messages/ru'
import { ruLanguage } from '#config/messages/ru-language'
import { baseFile, planted } from './base-file'

/** Every text of the description of the language that may come into a message. */
function textsOf(shape: Shape | undefined): readonly string[] {
  switch (shape?.is) {
    case undefined:
    case 'words':
      return []
    case 'value':
      return [shape.what]
    case 'block':
      return Object.values(shape.keys).flatMap((key) => [key.says, ...textsOf(key.shape)])
    case 'table':
    case 'list':
      return textsOf(shape.of)
    case 'one_of':
      return [shape.value, shape.list, shape.block].flatMap(textsOf)
  }
}

test('both languages have the same sentences with the same number of parameters', () => {
  const counts = (catalogue: Readonly<Record<string, { readonly length: number }>>): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(catalogue).map(([key, template]) => [key, template.length]))

  expect(counts(ru)).toEqual(counts(en))
})

test('what the language says of its keys is known in Russian, and nothing else is', () => {
  expect(Object.keys(ruLanguage).toSorted()).toEqual([...new Set(textsOf(language))].toSorted())
})

test.each([
  [1, 'файл'],
  [2, 'файла'],
  [5, 'файлов'],
  [11, 'файлов'],
  [12, 'файлов'],
  [21, 'файл'],
  [104, 'файла'],
  [114, 'файлов'],
])('%i %s', (count, word) => {
  expect(plural(count, 'файл', 'файла', 'файлов')).toBe(word)
})

describe('in Russian', () => {
  test('the same faults are told at the same places', () => {
    const { text } = planted('by: lawyer', 'by: «layer»')
    const [english] = check(text).diagnostics
    const [russian] = check(text, { lang: 'ru' }).diagnostics

    expect(russian).toEqual({
      ...english,
      message: 'Нет роли «layer».',
      help: 'Возможно, вы имели в виду «lawyer»?',
    })
  })

  test('a file without faults has none either', () => {
    expect(check(baseFile, { lang: 'ru' }).diagnostics).toEqual([])
  })
})
