import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { checkCodes, liveCodes } from '#config/codes'
import { builtInEvents } from '#config/shape/sections/automation-shape'
import { builtInFields } from '#config/sections/read-fields'
import { formulaFunctions } from '#domain/formula/formula-rules'
import { reaches, rightKinds } from '#schemas/people-names'
import { keyBlocks } from './key-blocks'
import { codesOf, examplesOf, headingDepths, keyTablesOf, putInto } from './reference'

const documents = [
  ['docs/language.md', { place: 'Place:', top: 'the top of the file', required: 'required' }],
  ['docs/ru/language.md', { place: 'Место:', top: 'верхний уровень файла', required: 'обязательно' }],
] as const
const blocks = keyBlocks()

describe.each(documents)('%s', (document, marks) => {
  const markdown = readFileSync(document, 'utf8')
  const tables = keyTablesOf(markdown, marks)
  const told = tables.flatMap(({ places, rows }) => places.map((place) => [place, rows] as const))
  const examples = examplesOf(markdown)
  const whole = examples.find(({ isWhole }) => isWhole)?.text ?? ''

  test('has a table for every place of the file that has keys, and for no other', () => {
    const places = told.map(([place]) => place)
    const ids = new Set(places.map((place) => blocks.get(place)?.id))
    const untold = [...blocks].filter(([, { id }]) => !ids.has(id)).map(([place]) => place)

    expect(untold).toEqual([])
    expect(places.filter((place) => !blocks.has(place))).toEqual([])
    expect(new Set(places).size).toBe(places.length)
  })

  test.each(told)(
    'names every key of “%s”, which must be there, and the words that may stand after it',
    (place, rows) => {
      const block = blocks.get(place)
      const words = rows.map(({ key, line }) => ({
        key,
        missing: block?.words[key]?.filter((word) => !line.includes(`\`${word}\``)),
      }))

      expect(rows.map(({ key }) => key).toSorted()).toEqual(block?.keys.toSorted())
      expect(rows.filter(({ isRequired }) => isRequired).map(({ key }) => key)).toEqual(
        rows.map(({ key }) => key).filter((key) => block?.required.includes(key)),
      )
      expect(words.filter(({ missing = [] }) => missing.length > 0)).toEqual([])
    },
  )

  test('has a heading for every section, in the order of the file', () => {
    const headings = [...markdown.matchAll(/^### `([a-z_]+)`$/gm)].map(([, section]) => section)

    expect(headings).toEqual(blocks.get('')?.keys)
  })

  test('names every code that a check or a plan can give, in order', () => {
    expect(codesOf(markdown)).toEqual([...checkCodes, ...liveCodes])
  })

  test('names the fields, events, functions and rights that are there without being declared', () => {
    const names = [
      ...builtInFields.map(({ id }) => id),
      ...builtInEvents,
      ...formulaFunctions,
      ...rightKinds,
      ...reaches,
    ]

    expect(names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(markdown))).toEqual([])
  })

  test.each(examples.map((example) => [firstWords(example.text), example] as const))(
    'the example “%s” is right, or has the one fault that is named beside it',
    (_, { text, isWhole, code }) => {
      const { diagnostics } = check(isWhole ? text : putInto(whole, text))

      expect(diagnostics.map((found) => found.code)).toEqual(code === undefined ? [] : [code])
    },
  )

  test('has an example for every section but the version', () => {
    const shown = new Set(examples.flatMap(({ text }) => [...text.matchAll(/^([a-z_]+):/gm)].map(([, name]) => name)))

    expect(blocks.get('')?.keys.filter((key) => !shown.has(key))).toEqual([])
  })

  test('every link leads somewhere', () => {
    const places = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => placeOf(title))
    const links = [...markdown.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)

    expect(links.filter((target) => target.startsWith('#') && !places.includes(target.slice(1)))).toEqual([])
    expect(links.filter((target) => !target.startsWith('#') && !existsSync(join(dirname(document), target)))).toEqual(
      [],
    )
  })
})

test('both documents have the same headings, tables and examples', () => {
  const [english, russian] = documents.map(([document, marks]) => {
    const markdown = readFileSync(document, 'utf8')
    return {
      headings: headingDepths(markdown),
      tables: keyTablesOf(markdown, marks).map(({ places, rows }) => [places, rows.map(({ key }) => key)]),
      examples: examplesOf(markdown).map(({ isWhole, code }) => ({ isWhole, code })),
    }
  })

  expect(russian).toEqual(english)
})

test('a key that the file gets and a document does not name is called by its name', () => {
  const [document, marks] = documents[0]
  const without = readFileSync(document, 'utf8').replace(/^\| `max_idle` .*\n/m, '')
  const stage = keyTablesOf(without, marks).find(({ places }) => places.includes('stages.ID'))

  expect(blocks.get('stages.ID')?.keys.filter((key) => !stage?.rows.some((row) => row.key === key))).toEqual([
    'max_idle',
  ])
})

function firstWords(text: string): string {
  return text.split('\n').slice(0, 3).join(' ').replaceAll(/\s+/g, ' ')
}

/** The place of a heading, as code hosts name it. */
function placeOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
