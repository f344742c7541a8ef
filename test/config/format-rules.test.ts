import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { formatRules, remarksOf } from '#config/fmt/format-rules'
import { language } from '#config/shape/language-shape'
import { baseFile } from './base-file'
import { spotsOf } from './spots'
import { runs } from '#test/support/runs'

const files = [
  'pipelines.yaml',
  'examples/import/maven-pipelines.yaml',
  'examples/import/adventureworks-pipelines.yaml',
]
const examples = ['test/fixtures/rules/complete.yaml', 'test/fixtures/rules/next-version.yaml']
const texts = [baseFile, ...[...files, ...examples].map((file) => readFileSync(file, 'utf8'))]

function formatted(text: string): string {
  const result = formatRules(text)
  if ('fault' in result) throw new Error(`${result.fault.line}:${result.fault.column} ${result.fault.message}`)
  return result.text
}

/** The model without the lines it came from. */
function meaningOf(text: string): unknown {
  const { model } = check(text)
  return JSON.parse(JSON.stringify(model ?? null, (key, value: unknown) => (key === 'origin' ? undefined : value)))
}

/** Where a line may be added: not within a text of several lines, nor within brackets. */
function openLines(text: string): readonly number[] {
  const inside = spotsOf(text).filter(({ value }) => value.kind === 'scalar' && value.text.includes('\n'))
  const starts = [...text.matchAll(/^/gm)].map(({ index }) => index)
  return starts.filter((at) => !inside.some(({ value }) => at > value.start && at <= value.end))
}

type Untidy = { readonly at: number; readonly how: number; readonly depth: number }

/** The text written less tidily, with more remarks, but saying the same. */
function untidied(text: string, changes: readonly Untidy[]): string {
  let result = text
  for (const { at, how, depth } of changes) {
    const starts = openLines(result)
    const start = starts[at % starts.length] ?? 0
    const end = result.indexOf('\n', start)
    const line = result.slice(start, end)
    const isEntry = /^ *(- )?[a-z_0-9]+: [^|>]*$/.test(line) && !line.includes('#')
    if (how === 0) result = `${result.slice(0, start)}${' '.repeat(depth)}# remark ${at} ü: "x\n${result.slice(start)}`
    else if (how === 1) result = `${result.slice(0, start)}\n\n${result.slice(start)}`
    else if (how === 2 && isEntry)
      result = `${result.slice(0, end)}${' '.repeat(1 + depth)}# beside ${at}${result.slice(end)}`
    else if (how === 3 && isEntry)
      result = `${result.slice(0, start)}${line.replace(': ', `:${' '.repeat(1 + depth)}`)}${result.slice(end)}`
    else if (how === 4) result = `${result.slice(0, end)}${' '.repeat(depth)}${result.slice(end)}`
    else if (how === 5 && isEntry && /: [[{]/.test(line))
      result = `${result.slice(0, start)}${line.replaceAll('{ ', '{').replaceAll(', ', ' ,  ')}${result.slice(end)}`
  }
  return result
}

/** What each of the files says, once and for all. */
const meanings = new Map(texts.map((text) => [text, meaningOf(text)]))

/** A large file takes several times as long as a small one. */
const someText = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(baseFile, ...texts.slice(2, 4)) },
  { weight: 1, arbitrary: fc.constantFrom(...texts) },
)

const untidy = fc.array(fc.record({ at: fc.nat(), how: fc.nat(5), depth: fc.nat(9) }), { maxLength: 12 })

test('the files of the repository are in the canonical form', () => {
  for (const text of texts.slice(1, 4)) expect(formatted(text)).toBe(text)
})

test(
  'the form is the same the second time, says the same, and every remark is still there',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(someText, untidy, (text, changes) => {
        const ugly = untidied(text, changes)
        fc.pre(check(ugly).model !== undefined)

        const tidy = formatted(ugly)

        expect(formatted(tidy)).toBe(tidy)
        expect(meaningOf(tidy)).toEqual(meanings.get(text))
        expect(remarksOf(tidy)).toBe(remarksOf(ugly))
        expect(tidy).not.toMatch(/[ \t]$|\n\n\n/m)
      }),
      { numRuns: runs(50) },
    )
  },
)

test('keys stand in the order of the language, whatever the order they were written in', () => {
  const shuffled = fc.shuffledSubarray(
    [...baseFile.matchAll(/^[a-z_]+:(?:.*\n)(?: .*\n)*/gm)].map(([section]) => section),
    { minLength: 15 },
  )
  const order = language.is === 'block' ? Object.keys(language.keys) : []

  fc.assert(
    fc.property(shuffled, (sections) => {
      const tidy = formatted(sections.join(''))
      const keys = [...tidy.matchAll(/^([a-z_]+):/gm)].map(([, key]) => key)

      expect(keys).toEqual(order.filter((key) => keys.includes(key)))
      expect(tidy).toBe(formatted(baseFile))
    }),
    { numRuns: runs(10) },
  )
})

describe('the form', () => {
  const task = `      write:
        do: Write
        by: lawyer
        due: 2 working days after call
`

  test.each([
    [
      'a key goes to its place together with its remarks',
      '      write:\n        # till when\n        due: 2 working days after call # not before\n        do: Write\n        by: lawyer\n',
      '      write:\n        do: Write\n        by: lawyer\n        # till when\n        due: 2 working days after call # not before\n',
    ],
    [
      'a level is two spaces',
      '      write:\n           do: Write\n           by: lawyer\n           due: 2 working days after call\n',
      task,
    ],
    [
      'the items of a list stand below their key, a remark with its item',
      `${task}        checklist:\n        - a\n        # second\n        - b\n`,
      `${task}        checklist:\n          - a\n          # second\n          - b\n`,
    ],
    [
      'there is one space within braces and none within brackets',
      `${task}        when: {objection:  [none ,price ]}\n`,
      `${task}        when: { objection: [none, price] }\n`,
    ],
    [
      'a list over several lines keeps its lines',
      `${task}        checklist: [\n              a, # one\n          b ]\n`,
      `${task}        checklist: [\n          a, # one\n          b ]\n`,
    ],
    [
      'a text of several lines moves as a whole',
      `${task}        how_to: |\n              Show\n                more\n\n              end\n`,
      `${task}        how_to: |\n          Show\n            more\n\n          end\n`,
    ],
  ])('%s', (_what, before, after) => {
    const text = formatted(baseFile).replace(task, before)

    expect(formatted(text)).toBe(formatted(baseFile).replace(task, after))
  })

  test('values that stand under each other on purpose stay so; a lonely gap is closed', () => {
    const text = baseFile
      .replace('  need: { type: text }\n', '  need:          { type: text }\n  note:          { type: text }\n')
      .replace('name: Meeting', 'name:        Meeting')

    const tidy = formatted(text)

    expect(tidy).toContain('  need:          { type: text }\n  note:          { type: text }\n')
    expect(tidy).toContain('    name: Meeting\n')
  })

  test('a text that cannot be followed is left alone, with the reason', () => {
    const result = formatRules(baseFile.replace('[owner, lawyer]', '[owner, lawyer'), { lang: 'ru' })

    expect(result).toMatchObject({ fault: { code: 'yaml-syntax', message: 'Открывающий знак «[» не закрыт.' } })
  })

  test('a text with faults of other kinds is put into form all the same', () => {
    expect(formatted(baseFile.replace('by: lawyer', 'by: layer'))).toContain('by: layer')
  })

  test('line ends of Windows become plain ones', () => {
    expect(formatted(baseFile.replaceAll('\n', '\r\n'))).toBe(formatted(baseFile))
  })
})
