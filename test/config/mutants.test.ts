import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#config/check'
import { baseFile } from './base-file'
import { kinds, plantsOf } from './mutants'
import type { Mutant } from './mutants'
import { typeHelp } from './type-help'
import { runs } from '#test/support/runs'

const small = ['examples/import/maven-pipelines.yaml', 'examples/import/adventureworks-pipelines.yaml']
const large = ['pipelines.yaml', 'test/fixtures/rules/complete.yaml', 'test/fixtures/rules/next-version.yaml']
const texts = [baseFile, ...[...small, ...large].map((file) => readFileSync(file, 'utf8'))]
const files = texts.map((text) => ({ text, plants: plantsOf(text) }))
const mutantsARun = runs(2_050)

/** A large file takes several times as long to check as a small one. */
const someFile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...files.slice(0, 3)) },
  { weight: 1, arbitrary: fc.constantFrom(...files.slice(3)) },
)

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}

/** What is wrong with what is said of a mutant; nothing where exactly the planted fault is told at its place. */
function wrongWith(mutant: Mutant): string | undefined {
  const { diagnostics } = check(mutant.text)
  const places = mutant.at.map((offset) => placeOf(mutant.text, offset))
  const [only] = diagnostics
  const isRight =
    diagnostics.length === 1 &&
    only !== undefined &&
    mutant.codes.includes(only.code) &&
    places.includes(`${only.line}:${only.column}`)
  if (isRight) return undefined
  const told = diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)
  return `${mutant.kind} – ${mutant.what}\n  expected ${mutant.codes.join('|')} at ${places.slice(0, 6).join(' ')}\n  told ${told.join('\n       ') || 'nothing'}`
}

/** What stands there instead is nonsense in itself: once it is put right as a kind of thing, that is told. */
const twofold = new Set(['a value where lines must be'])

/** What is wrong after somebody has typed what the help says; nothing where the fault is gone and no other has come. */
function wrongWithHelp(mutant: Mutant): { readonly typed: number; readonly wrong?: string } {
  const [found] = check(mutant.text).diagnostics
  const texts = found === undefined || twofold.has(mutant.kind) ? [] : typeHelp(mutant.text, found)
  // Whether one person passes a direction alone is only told of a file that is right in everything else.
  const left = texts.flatMap((text) => check(text).diagnostics).filter(({ code }) => code !== 'one-pair-of-hands')
  if (left.length === 0) return { typed: texts.length }
  const told = left.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)
  return {
    typed: texts.length,
    wrong: `${mutant.kind} – ${mutant.what}\n  help ${found?.help ?? ''}\n  left ${told.join('\n       ')}`,
  }
}

test('every kind of fault can be planted somewhere', () => {
  const possible = Object.keys(kinds).filter((kind) => files.some(({ plants }) => (plants[kind] ?? []).length > 0))

  expect(possible).toEqual(Object.keys(kinds))
  expect(possible.length).toBeGreaterThanOrEqual(12)
})

test(
  `a planted fault is told at its place with its code, and nothing else is; what its help says takes it away and brings no other (${mutantsARun} mutants)`,
  { timeout: 400_000 },
  () => {
    const told: Record<string, number> = {}
    let planted = 0
    let typed = 0
    fc.assert(
      fc.property(
        someFile,
        fc.constantFrom(...Object.keys(kinds)),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ({ plants }, kind, index, chance) => {
          const possible = plants[kind] ?? []
          const mutant = possible[index % Math.max(1, possible.length)]?.(chance)
          fc.pre(mutant !== undefined)
          planted += 1
          told[kind] = (told[kind] ?? 0) + 1

          expect(wrongWith(mutant)).toBeUndefined()
          const help = wrongWithHelp(mutant)
          expect(help.wrong).toBeUndefined()
          if (help.typed > 0) typed += 1
        },
      ),
      { numRuns: mutantsARun },
    )
    expect(planted).toBeGreaterThanOrEqual(Math.min(2_000, mutantsARun))
    expect(typed).toBeGreaterThan(planted * 0.6)
    expect(Object.keys(told).length).toBeGreaterThanOrEqual(12)
  },
)
