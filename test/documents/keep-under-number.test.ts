import { expect, test } from 'vitest'

import type { Counting } from '#ports/numbers'
import { keepUnderNumber } from '#usecases/keep-under-number'

const count = { seller: 'main', series: 'contracts', year: '2026' }

/** A count of which others give so many numbers, one before each write. */
function busyCount(others: number, taken: readonly number[] = []) {
  const kept: Counting[] = []
  let [last, left, looks] = [10, others, 0]
  return {
    kept,
    looks: () => looks,
    lastOf: async () => {
      looks += 1
      return last
    },
    save: async ({ counting }: { readonly counting?: Counting }) => {
      if (left > 0) {
        left -= 1
        last += 1
      }
      if (counting === undefined || counting.wasLast !== last || taken.includes(counting.n)) return false
      kept.push(counting)
      return true
    },
  }
}

test('numbers that others give at the same time only make it look again', async () => {
  const { lastOf, save, kept } = busyCount(9)

  const isKept = await keepUnderNumber({ lastOf }, 'Numbers were given', {
    counted: { ...count, n: 100 },
    isThere: async () => false,
    save,
  })

  expect(isKept).toBe(true)
  expect(kept).toEqual([{ ...count, n: 100, wasLast: 19 }])
})

test('a number that somebody has is told at once, one that is there already is not kept again', async () => {
  const { lastOf, save, kept, looks } = busyCount(0, [7])
  const asked = { counted: { ...count, n: 7 }, save }

  expect(await keepUnderNumber({ lastOf }, 'Numbers were given', { ...asked, isThere: async () => false })).toBe(false)
  expect(looks()).toBe(2)
  expect(await keepUnderNumber({ lastOf }, 'Numbers were given', { ...asked, isThere: async () => true })).toBe(false)
  expect(kept).toEqual([])
})
