import fc from 'fast-check'
import { expect, test } from 'vitest'

import { gather, type Source } from '#usecases/gather'

/** A list that gives its rows in pages no longer than it feels like, as stores do. */
const sourceOf =
  (rows: readonly number[], most: number): Source<number> =>
  (limit, cursor) => {
    const from = Number(cursor ?? 0)
    const to = from + Math.min(limit, most)
    return Promise.resolve({ items: rows.slice(from, to), ...(to < rows.length ? { cursor: String(to) } : {}) })
  }

test('all pages together are all rows that are kept, each once, in order, and no page is too long', async () => {
  const lists = fc.array(fc.array(fc.nat(99), { maxLength: 30 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      lists,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, limit, most) => {
        const sources = rows.map((list) => sourceOf(list, most))
        const keep = (row: number): boolean => row % 3 !== 0
        const all: number[] = []

        let cursor: string | undefined
        do {
          const page = await gather(sources, keep, { limit, ...(cursor === undefined ? {} : { cursor }) })
          expect(page.items.length).toBeLessThanOrEqual(limit)
          all.push(...page.items)
          cursor = page.cursor
        } while (cursor !== undefined)

        expect(all).toEqual(rows.flat().filter(keep))
      },
    ),
  )
})

test('a page that finds nothing to keep gives up in time and says where to go on', async () => {
  let reads = 0
  const endless: Source<number> = (limit, cursor = '0') => {
    reads += 1
    return Promise.resolve({ items: Array.from({ length: limit }, () => 1), cursor: String(Number(cursor) + limit) })
  }

  const page = await gather([endless], () => false, { limit: 50 })

  expect(page).toEqual({ items: [], cursor: '0:1000' })
  expect(reads).toBe(20)
})
