import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readColumns, writeColumns, type Cell, type Written } from '#reports/domain/columns'
import { runs } from '#test/support/runs'

const nothing = fc.constant(undefined)
const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('anna', 'борис'), nothing))
const numbers = fc.oneof(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), nothing)),
  fc.array(fc.oneof(fc.integer({ min: 1_780_000_000_000, max: 1_783_000_000_000 }), nothing)),
  fc.array(fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true }), nothing)),
)

function read(bytes: Uint8Array): readonly (readonly Cell[])[] {
  const { rows, columns } = readColumns(bytes)
  return columns.map((column) => Array.from({ length: rows }, (_, row) => column.at(row)))
}

test('columns are read as they were written, wherever their bytes lie', () => {
  const column = fc.oneof(
    words.map((cells): Written => ({ isWords: true, cells })),
    numbers.map((cells): Written => ({ isWords: false, cells })),
  )
  fc.assert(
    fc.property(fc.array(column, { maxLength: 5 }), fc.nat({ max: 9 }), (all, offset) => {
      const rows = Math.min(...all.map(({ cells }) => cells.length), 40)
      const columns = all.map((one) => ({ ...one, cells: one.cells.slice(0, rows) }))
      const bytes = writeColumns(rows, columns)
      const elsewhere = new Uint8Array(bytes.length + offset)
      elsewhere.set(bytes, offset)

      // Zero has no sign here.
      const wanted = columns.map(({ cells }) => cells.map((cell) => (Object.is(cell, -0) ? 0 : cell)))
      expect(read(bytes).map((cells) => cells.map((cell) => (Object.is(cell, -0) ? 0 : cell)))).toEqual(wanted)
      expect(read(elsewhere.subarray(offset))).toEqual(read(bytes))
    }),
    { numRuns: runs(500) },
  )
})

test.each([254, 255, 256, 65_534, 65_535, 65_536])('%i different words, and one cell without a word', (count) => {
  const cells = [...Array.from({ length: count }, (_, no) => `word ${no}`), undefined, 'word 0']

  expect(read(writeColumns(cells.length, [{ isWords: true, cells }]))).toEqual([cells])
})

test.each([254, 255, 65_534, 65_535, 4_294_967_294, 4_294_967_295])('numbers that are %i apart, and none', (most) => {
  const cells = [1_000, 1_000 + most, undefined]

  expect(read(writeColumns(3, [{ isWords: false, cells }]))).toEqual([cells])
})

test('times of a month take four bytes each, and what is alike one', () => {
  const times = Array.from({ length: 10_000 }, (_, no) => Date.UTC(2026, 10, 1) + no * 250_000)
  const size = (isWords: boolean, cells: readonly Cell[]) => writeColumns(cells.length, [{ isWords, cells }]).length

  expect(size(false, times)).toBeLessThan(40_200)
  expect(
    size(
      true,
      times.map((no) => (no % 2 === 0 ? 'call' : 'meeting')),
    ),
  ).toBeLessThan(10_200)
})
