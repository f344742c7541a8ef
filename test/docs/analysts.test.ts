import type { Language } from '#schemas/language-names'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { planTextOf } from './plan-text'
import { recipesOf, withPlan, written, yamlBlocks } from './recipes'

const documents = [
  ['docs/analysts.md', 'pipelines.yaml', 'en'],
  ['docs/ru/analysts.md', 'examples/pipelines.ru.yaml', 'ru'],
] as const

describe.each(documents)('%s', (document, rules, lang) => {
  const base = readFileSync(rules, 'utf8')
  if (process.env['UPDATE_DOCS'] === 'yes') writePlans(document, base, lang)
  const markdown = readFileSync(document, 'utf8')
  const recipes = recipesOf(markdown)

  test('teaches more than twenty changes, and every block of YAML in it is one that is tried here', () => {
    expect(recipes.length).toBeGreaterThan(20)
    expect(new Set(recipes.map(({ title }) => title)).size).toBe(recipes.length)
    // The test of rules that it shows is run by test/trial/as-somebody.test.ts.
    expect(yamlBlocks(markdown).filter((mark) => !['before', 'after', 'test'].includes(mark))).toEqual([])
  })

  test.each(recipes.map((recipe) => [recipe.title, recipe] as const))(
    '%s: the file has no fault afterwards',
    (_, recipe) => {
      const { diagnostics, model } = check(written(base, recipe))

      expect(diagnostics).toEqual([])
      expect(model).not.toEqual(check(base).model)
    },
  )

  test.each(recipes.map((recipe) => [recipe.title, recipe] as const))('%s: the plan is what it says', (_, recipe) => {
    expect(recipe.plan).toBe(planTextOf(base, written(base, recipe), lang))
  })
})

/** `UPDATE_DOCS=yes npx vitest run test/docs` fills the plans in anew. */
function writePlans(document: string, base: string, lang: Language): void {
  const markdown = readFileSync(document, 'utf8')
  const filled = recipesOf(markdown).reduce(
    (text, recipe) => withPlan(text, recipe, planTextOf(base, written(base, recipe), lang)),
    markdown,
  )
  writeFileSync(document, filled)
}

test('both documents teach the same changes in the same order', () => {
  const [english, russian] = documents.map(([document]) => recipesOf(readFileSync(document, 'utf8')))

  expect(russian?.map(({ steps }) => steps.length)).toEqual(english?.map(({ steps }) => steps.length))
})

test.each(documents)('every link of %s leads somewhere', (document) => {
  const markdown = readFileSync(document, 'utf8')
  const places = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => placeOf(title))

  for (const [, target = ''] of markdown.matchAll(/\]\(([^)]+)\)/g)) {
    if (target.startsWith('#')) expect(places).toContain(target.slice(1))
    else expect(existsSync(join(dirname(document), target))).toBe(true)
  }
})

/** The place of a heading, as code hosts name it. */
function placeOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
