import fc from 'fast-check'
import { expect, test } from 'vitest'

import { coreItem, namedCardFrom } from '#store/deals/deal-item'
import { aKeptDeal } from '#test/store/things'

/** Write units of an item: its names and values, for each kilobyte that is begun. */
const units = (item: Readonly<Record<string, unknown>>): number =>
  Math.ceil(new TextEncoder().encode(Object.entries(item).flat().join('')).length / 1024)

test('the name of a client is on the card wherever that makes no write of the deal cost more, and only there', () => {
  const text = (letters: readonly string[]) =>
    fc.string({ unit: fc.constantFrom(...letters), minLength: 80, maxLength: 200, size: 'max' })
  let without = 0
  fc.assert(
    fc.property(text(['a', 'я', ' ']), text(['b', 'ю', '"']), (title, name) => {
      const deal = aKeptDeal({ title, client: { name } })
      const item = coreItem(deal)
      const { client } = namedCardFrom(item['deal']) ?? {}

      expect(units(item)).toBe(units(coreItem({ ...deal, client: {} })))
      expect([name, undefined]).toContain(client)
      if (client !== undefined) return
      without += 1
      const named = JSON.stringify({ ...JSON.parse(String(item['deal'])), clientName: name })
      expect(units({ ...item, deal: named })).toBeGreaterThan(units(item))
    }),
    { numRuns: 400, seed: 7 },
  )
  expect(without).toBeGreaterThan(10)
  expect(without).toBeLessThan(390)
})
