import fc from 'fast-check'
import { expect, test } from 'vitest'

import { jsonFaultAt } from '#http/json-fault'

const at = (text: string): number => {
  const { line, column } = jsonFaultAt(text)
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
}

test('a text that only stops too early is at fault where it ends', () => {
  const cut = fc.tuple(
    fc.json({ maxDepth: 4 }).filter((text) => /^[[{]/.test(text)),
    fc.nat(),
  )

  fc.assert(
    fc.property(cut, ([text, where]) => {
      const short = text.slice(0, 1 + (where % (text.length - 1)))

      // A word or a number that was cut in the middle is at fault where it begins.
      expect(short.slice(at(short))).toMatch(/^("([^"\\]|\\.)*\\?|[a-z]+|-?[\d.eE+-]*)?$/)
    }),
  )
})

test('a wrong character is found wherever JSON would have allowed another one', () => {
  const broken = fc.tuple(fc.array(fc.nat(9), { minLength: 1 }), fc.nat())

  fc.assert(
    fc.property(broken, ([list, where]) => {
      const text = JSON.stringify(list)
      const place = where % text.length
      const wrong = `${text.slice(0, place)}!${text.slice(place)}`

      expect(at(wrong)).toBeLessThanOrEqual(place)
      expect(at(wrong)).toBeGreaterThanOrEqual(place - 1)
    }),
  )
})

test('behind however many blanks the place is that of what is wrong', () => {
  expect(jsonFaultAt(`{\n${' '.repeat(30_000)}x}`)).toEqual({ line: 2, column: 30_001, isFurther: false })
  expect(jsonFaultAt(`${' '.repeat(70_000)}x`)).toMatchObject({ isFurther: true })
})
