import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { fixRules } from '#config/fix-rules'
import { baseFile } from './base-file'
import { plantsOf } from './mutants'
import type { Mutant } from './mutants'
import { runs } from '#test/support/runs'

const certain = [
  'a key of another alphabet',
  'a name of another alphabet',
  'a space left out after a colon',
  'a comparison in signs',
] as const
const texts = [baseFile, readFileSync('examples/import/maven-pipelines.yaml', 'utf8')]
const files = texts.map((text) => ({ text, plants: plantsOf(text) }))

function countOf(text: string): number {
  return check(text).diagnostics.length
}

describe('what is put right', () => {
  test.each([
    ['by: lawyer', 'responsible: lawyer', 'responsible', 'by'],
    ['max_age: 5 working days', 'sla: 5 working days', 'sla', 'max_age'],
    ['year_starts: january', 'Year-Starts: january', 'Year-Starts', 'year_starts'],
    ['pick: least_busy', 'pick: Least-Busy', 'Least-Busy', 'least_busy'],
    ['by: lawyer', 'by: lаwyer', 'lаwyer', 'lawyer'],
    ['name: Meeting', 'name:Meeting', 'name:Meeting', 'name: Meeting'],
    [
      '        max_age: 6 working days',
      '        max_age:6 working days',
      'max_age:6 working days',
      'max_age: 6 working days',
    ],
    [
      '  - pipeline: companies\n    give_to: lawyer',
      '  -pipeline: companies\n    give_to: lawyer',
      '-pipeline: companies',
      '- pipeline: companies',
    ],
    ['due: 3 working days', 'due: three business days', 'three business days', '3 working days'],
    ['due: 2 working days after call', 'due: 2 рабочих дня after call', '2 рабочих дня', '2 working days'],
    ['{ paid_percent: at least 100% }', '{ paid_percent: at least 100 }', '100', '100%'],
    ['{ paid_percent: at least 100% }', '{ paid_percent: ">= 100%" }', undefined, undefined],
    ['{ score: at most 6 }', '{ score: <= 6 }', '<= 6', 'at most 6'],
    ['chance: 10%', 'chance: 10', '10', '10%'],
    ['  work_week: mon-fri', '  work_week:\tmon-fri', '\t', ' '],
  ])('%s written as %s', (good, bad, before, after) => {
    const text = baseFile.replace(good, bad)

    const { text: fixed, changes } = fixRules(text)

    if (before === undefined) {
      expect([fixed, changes]).toEqual([text, []])
      return
    }
    expect(changes).toMatchObject([{ before, after }])
    expect(fixed).toBe(baseFile)
  })

  test('a length of time in shorthand is left: whether working or calendar time is meant is for people to say', () => {
    const { text, changes } = fixRules(baseFile.replace('due: 3 working days', 'due: P3D'))

    expect(changes).toEqual([])
    expect(text).toContain('due: P3D\n')
  })
})

describe('what is not', () => {
  test.each([
    ['a misspelling, which may mean something else', 'by: lawyer', 'by: layer'],
    ['a bare number of days', 'due: 3 working days', 'due: 3 days'],
    ['a share that may be a percentage', 'chance: 10%', 'chance: 0.1'],
    ['a shorthand of two parts', 'due: 3 working days', 'due: P1DT2H'],
    ['a second key that is there already', 'by: lawyer', 'by: lawyer\n        responsible: owner'],
    ['a remark that may be a text', 'do: Thank', 'do: Thank #2'],
    ['a tab at the beginning', '    goal: They', '\tgoal: They'],
  ])('%s', (_what, good, bad) => {
    const text = baseFile.replace(good, bad)

    expect(fixRules(text)).toEqual({ text, changes: [] })
  })

  test('a file without faults', () => {
    for (const text of texts) expect(fixRules(text)).toEqual({ text, changes: [] })
  })
})

test('every change leaves strictly fewer faults, and what is certain gives the old file back', () => {
  const faults = fc.record({
    file: fc.constantFrom(...files),
    kind: fc.constantFrom(...certain),
    index: fc.nat(),
    chance: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  })

  fc.assert(
    fc.property(faults, ({ file, kind, index, chance }) => {
      const plants = file.plants[kind] ?? []
      const mutant: Mutant | undefined = plants[index % Math.max(1, plants.length)]?.(chance)
      fc.pre(mutant !== undefined)

      const { text, changes } = fixRules(mutant.text)

      expect(changes).toHaveLength(1)
      expect(countOf(text)).toBeLessThan(countOf(mutant.text))
      expect(text).toBe(file.text)
    }),
    { numRuns: runs(120) },
  )
})

test(
  'whatever is wrong with a file, fixing it never adds a fault, and the second time there is nothing to do',
  { timeout: 120_000 },
  () => {
    const anything = fc.tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })), {
        minLength: 1,
        maxLength: 3,
      }),
    )

    fc.assert(
      fc.property(anything, ([file, picks]) => {
        let text = file.text
        for (const [kind, index, chance] of picks) {
          const kinds = check(text).model === undefined ? {} : plantsOf(text)
          const plants = Object.values(kinds)[kind % Math.max(1, Object.keys(kinds).length)] ?? []
          text = plants[index % Math.max(1, plants.length)]?.(chance)?.text ?? text
        }

        const fixed = fixRules(text)

        expect(countOf(fixed.text)).toBeLessThanOrEqual(countOf(text))
        if (fixed.changes.length > 0) expect(countOf(fixed.text)).toBeLessThan(countOf(text))
        expect(fixRules(fixed.text).changes).toEqual([])
      }),
      { numRuns: runs(40) },
    )
  },
)
