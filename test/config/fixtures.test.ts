import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { formatPretty } from '#config/format-diagnostics'

const examples = 'test/fixtures/rules/'

test('the default pipelines have no fault', () => {
  const { diagnostics, model } = check(readFileSync('pipelines.yaml', 'utf8'))

  expect(diagnostics).toEqual([])
  expect(Object.keys(model?.pipelines ?? {})).toEqual(['b2b_new', 'b2b_repeat', 'b2c_new', 'b2c_repeat'])
  expect(model?.pipelines.b2b_new?.stages).toHaveLength(9)
})

test('every fault of a broken file is told once, in order, with what to type', async () => {
  const text = readFileSync('test/config/fixtures/broken.yaml', 'utf8')

  const told = formatPretty(check(text).diagnostics, text, 'broken.yaml', { colour: false })

  await expect(`${told}\n`).toMatchFileSnapshot('fixtures/broken.txt')
})

describe('the examples of the language', () => {
  test.each(['complete.yaml', 'next-version.yaml', 'next-version-blocked.yaml'])('%s has no fault', (file) => {
    expect(check(readFileSync(examples + file, 'utf8')).diagnostics).toEqual([])
  })

  test('seventeen-faults.yaml has its 17 faults at their places', () => {
    const { diagnostics, model } = check(readFileSync(`${examples}seventeen-faults.yaml`, 'utf8'))

    expect(model).toBeUndefined()
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '51:14 ambiguous-duration',
      '59:9 unknown-key',
      '60:34 unknown-anchor',
      '62:16 unknown-field',
      '87:32 unknown-option',
      '117:13 unknown-role',
      '146:29 bad-comparison',
      '165:17 unknown-anchor',
      '180:17 bad-duration',
      '200:16 unknown-stage',
      '225:7 unknown-stage',
      '226:18 iso-duration',
      '242:61 unknown-stage',
      '273:1 no-catch-all',
      '287:11 unknown-value',
      '328:18 unknown-stage',
      '333:18 never-true',
    ])
  })
})
