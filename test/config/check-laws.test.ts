import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { check } from '#config/check'
import { formatPretty } from '#config/format-diagnostics'
import { baseFile } from './base-file'
import { runs } from '#test/support/runs'

const pieces = [
  'a',
  'version',
  ': ',
  '\n',
  '  ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '&x ',
  '*x',
  '!t ',
  '#',
] as const
const more = [
  'stages',
  '\t',
  '...',
  '---',
  '?',
  '%',
  '1',
  'due',
  ',',
  '@',
  '<<',
  '\\',
  '~',
  '__proto__',
  'constructor',
] as const
const lines = baseFile.split('\n')

/** Checks a text and shows what was found, as the command line does. */
function told(text: string): boolean {
  const { diagnostics, model } = check(text)
  formatPretty(diagnostics, text, 'pipelines.yaml', { colour: false })
  return model !== undefined || diagnostics.length > 0
}

test('any text is answered, with a model or with a reason', { timeout: 120_000 }, () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => told(text)))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 30 }), (parts) => told(parts.join(''))),
  )
})

test('any bytes are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
      told(new TextDecoder('utf8', { ignoreBOM: true }).decode(bytes)),
    ),
  )
})

test('any YAML made of the words of the language is answered, in both languages', { timeout: 120_000 }, () => {
  const words = [...new Set(baseFile.match(/[a-z_]{2,}|\d+ working days|\d+%|\d{4}-\d\d-\d\d/g))]
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(...words, null, true, 1, 0.5, ''),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...words), tie('any'), { maxKeys: 5 }),
    ),
  })).any
  const section = fc.constantFrom(...[...baseFile.matchAll(/^([a-z_]+):/gm)].map(([, key = '']) => key))

  fc.assert(
    fc.property(fc.dictionary(section, value, { maxKeys: 6 }), (file) => {
      const text = stringify(file)
      const { diagnostics } = check(text)

      expect(check(text, { lang: 'ru' }).diagnostics.map(({ line, code }) => [line, code])).toEqual(
        diagnostics.map(({ line, code }) => [line, code]),
      )
      return told(text)
    }),
    { numRuns: runs(300) },
  )
})

test('a good file with any piece of it torn out is answered too', () => {
  const place = fc.record({ line: fc.nat(lines.length - 1), column: fc.nat(40), length: fc.nat(10) })
  const piece = fc.constantFrom(...pieces, ...more, '')

  fc.assert(
    fc.property(place, piece, ({ line, column, length }, put) => {
      const whole = lines[line] ?? ''
      return told(lines.with(line, whole.slice(0, column) + put + whole.slice(column + length)).join('\n'))
    }),
  )
})

test('a key that means nothing is one message at its place', () => {
  const blocks = lines.flatMap((line, index) => (/^ +(name|do|by|pipeline|below): \S/.test(line) ? [index] : []))

  fc.assert(
    fc.property(fc.constantFrom(...blocks), (index) => {
      const indent = (lines[index] ?? '').search(/\S/)
      const text = lines.toSpliced(index + 1, 0, `${' '.repeat(indent)}zzqqxx: 1`).join('\n')

      const { diagnostics } = check(text)

      expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
        ['unknown-key', index + 2, indent + 1],
      ])
    }),
  )
})

test('a word of the file with a letter too many is at most one message', () => {
  const words = [...baseFile.matchAll(/[a-z_]{4,}/g)].map(({ 0: word, index }) => ({ word, index }))

  fc.assert(
    fc.property(fc.constantFrom(...words), ({ word, index }) => {
      const text = `${baseFile.slice(0, index)}${word.slice(0, 2)}${word.slice(1)}${baseFile.slice(index + word.length)}`

      expect(check(text).diagnostics.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('files made to be hard are refused in words', () => {
  const hard = [
    '['.repeat(1e5),
    '- '.repeat(1e5),
    '{a: '.repeat(1e4),
    `${' '.repeat(1e5)}a: 1`,
    'x'.repeat(2e6),
    '&a '.repeat(1e3),
  ]

  for (const text of hard) expect(check(text).diagnostics).toHaveLength(1)
})
