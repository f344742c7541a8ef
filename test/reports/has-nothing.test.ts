import { expect, test } from 'vitest'

import { hasNothing } from '#reports/domain/has-nothing'

const row = (values: Readonly<Record<string, string | number | null>>) => ({
  id: 'row',
  label: 'Presentation',
  cells: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])),
})

test.each([
  [[], true],
  [[row({ reached: 0, step: null, stage: 'Presentation' }), row({ reached: 0, step: 0 })], true],
  [[row({ reached: 0, step: null }), row({ reached: 1, step: null })], false],
  [[row({ gap: -5 })], false],
])('a table of a report has nothing to tell where no number of it is anything: %j', (rows, nothing) => {
  expect(hasNothing({ rows })).toBe(nothing)
})
