import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

import { kindsOfTests } from '#test/support/kinds-of-tests'

const { quick, whole, apart } = kindsOfTests()

test('every test file is of one kind', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))

  const all = [...quick, ...whole, ...apart]
  expect(all.toSorted()).toEqual(files.map((name) => `test/${name}`).toSorted())
})

test.each([
  ['an engine', 'test/usecases/moving.test.ts'],
  ['an engine of a helper', 'test/functions/deployed.test.ts'],
  ['a process', 'test/layers.test.ts'],
  ['a process of a helper', 'test/cli/check-command.test.ts'],
  ['a browser', 'test/browser/board.test.ts'],
  ['a synth, maybe', 'test/cdk/alarms.test.ts'],
])('a file that starts %s shares no thread', (_, file) => {
  expect(whole).toContain(file)
})

test.each(['test/domain/zone.test.ts', 'test/release/model.test.ts', 'test/config/mutants.test.ts'])(
  '%s only computes, whatever the types it imports know',
  (file) => {
    expect(quick).toContain(file)
  },
)

test('a file that counts what its process does has one to itself', () => {
  expect(apart).toEqual(['test/config/check-cost.test.ts'])
})
