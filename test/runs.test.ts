import { afterEach, expect, test, vi } from 'vitest'

import { atLeast, runs, share } from '#test/support/runs'

afterEach(() => void vi.unstubAllEnvs())

test.each([
  ['', 100, 5],
  ['full', 1_000, 50],
  ['5', 5_000, 250],
  ['0.01', 10, 1],
])('NORMA_RUNS=%s tries a thousand times as %s', (asked, tried, expected) => {
  vi.stubEnv('NORMA_RUNS', asked)

  expect(runs(1_000)).toBe(tried)
  expect(atLeast(50)).toBe(expected)
})

test('nothing is ever tried less than once', () => {
  vi.stubEnv('NORMA_RUNS', '')

  expect([runs(1), runs(4), runs(16)]).toEqual([1, 1, 2])
  expect(atLeast(1)).toBe(1)
})

test.each(['all', '-1', '0', 'NaN', 'fifth'])('NORMA_RUNS=%s is refused with what to write instead', (asked) => {
  expect(() => share(asked)).toThrow(
    `NORMA_RUNS is “${asked}”: write full for the whole proof, or how many times the whole, such as 5.`,
  )
})
