import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '#config/check'
import { startCounting } from '#test/support/count-steps'
import type { StepCounter } from '#test/support/count-steps'
import { manifold } from '#test/support/manifold'
import { plainRules } from '#test/support/steady-rules'

const text = plainRules()
let counter: StepCounter

beforeAll(async () => {
  counter = await startCounting()
})
afterAll(() => counter.stop())

test('a company ten times as large takes about ten times the steps, with a warning for each name that is there ten times', async () => {
  const large = manifold(text, 10)
  expect(large.length / text.length).toBeGreaterThan(8)

  const once = await counter.countIn(() => void check(text))
  const again = await counter.countIn(() => void check(text))
  const tenfold = await counter.countIn(() => void check(large))

  expect(once).toBeGreaterThan(10_000)
  expect(again).toBe(once)
  expect(tenfold / once).toBeLessThan(10 * 1.1)
})

test.each(['test/fixtures/rules/complete.yaml', 'pipelines.yaml'])(
  '%s is copied without a fault, with a warning for each name that is there ten times',
  (path) => {
    const once = readFileSync(path, 'utf8')
    expect(manifold(once, 10).length / once.length).toBeGreaterThan(6)
  },
)
