import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { guards } from '#test/support/guards'

describe.each(guards)('$name', ({ file, from, to, test: path, named }) => {
  test('is still where it can be taken away', () => {
    const parts = readFileSync(file, 'utf8').split(from)

    expect(parts).toHaveLength(2)
    expect(to).not.toBe(from)
  })

  test('still has the test that notices when it is gone', () => {
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(named)
  })
})

test('at least seven guards are proved to be needed', () => {
  expect(new Set(guards.map(({ name }) => name)).size).toBeGreaterThanOrEqual(7)
})
