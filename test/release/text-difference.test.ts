import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDifference } from '#release/domain/text-difference'

const told = (before: string, after: string): readonly (readonly string[])[] =>
  textDifference(before, after).map((lines) =>
    lines.map(({ kind, text, line }) => `${{ same: ' ', out: '-', in: '+' }[kind]}${line} ${text}`),
  )

test('the same text has no difference', () => {
  expect(told('a\nb', 'a\nb')).toEqual([])
})

test('a changed line is out and in, with the lines around it', () => {
  expect(told('a\nb\nc\nd\ne', 'a\nb\nX\nd\ne')).toEqual([[' 1 a', ' 2 b', '-3 c', '+3 X', ' 4 d', ' 5 e']])
})

test('changes far from each other are pieces of their own', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index}`)
  const after = before.with(2, 'two').toSpliced(15, 1)

  expect(told(before.join('\n'), after.join('\n'))).toHaveLength(2)
})

test('what is kept and put in makes the new text, what is kept and taken out the old one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })

  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = textDifference(before.join('\n'), after.join('\n')).flat()
      const put = pieces.filter(({ kind }) => kind === 'in')
      const out = pieces.filter(({ kind }) => kind === 'out')
      const [old, fresh] = [before.join('\n').split('\n'), after.join('\n').split('\n')]

      expect(put.every(({ line, text: one }) => fresh[line - 1] === one)).toBe(true)
      expect(out.every(({ line, text: one }) => old[line - 1] === one)).toBe(true)
      expect(fresh.filter((_, index) => !put.some(({ line }) => line === index + 1))).toEqual(
        old.filter((_, index) => !out.some(({ line }) => line === index + 1)),
      )
    }),
  )
})
