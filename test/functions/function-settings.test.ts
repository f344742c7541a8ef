import { readdirSync, readFileSync } from 'node:fs'

import { functionSettings } from '#scripts/function-settings'
import { expect, test } from 'vitest'

test('every setting that a function must have is there when its start is measured', () => {
  const sources = readdirSync('functions').map((name) => readFileSync(`functions/${name}`, 'utf8'))
  const asked = sources.flatMap((text) => [...text.matchAll(/environment\('(\w+)'\)/g)].map(([, name]) => name ?? ''))
  const secrets = sources.flatMap((text) =>
    [...text.matchAll(/secret(?:Named|For)\((?:'\w+', )?'(\w+)'\)/g)].map(([, name]) => name ?? ''),
  )
  expect([asked.length > 5, secrets.length > 3]).toEqual([true, true])
  expect(asked.filter((name) => !(name in functionSettings))).toEqual([])
})
