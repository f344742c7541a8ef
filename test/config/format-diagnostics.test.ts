import { expect, test } from 'vitest'
import { check } from '#config/check'
import { formatJson, formatPretty } from '#config/format-diagnostics'
import { planted } from './base-file'

const { text, place } = planted('by: lawyer', 'by: «layer»')

test('a fault is shown in its line with the words to type', () => {
  const told = formatPretty(check(text).diagnostics, text, 'pipelines.yaml', { colour: false })

  expect(told).toBe(
    [
      'error[unknown-role] There is no role “layer”.',
      `  ╭─ pipelines.yaml:${place.line}:${place.column}`,
      `${place.line - 1} │         do: Write`,
      `${place.line} │         by: layer`,
      '   │             ^^^^^',
      '   ╰ help: Did you mean “lawyer”?',
    ].join('\n'),
  )
})

test('colours change nothing but colours', () => {
  const { diagnostics } = check(text)
  const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'g')

  const told = formatPretty(diagnostics, text, 'pipelines.yaml', { colour: true })

  expect(told).not.toBe(told.replace(colours, ''))
  expect(told.replace(colours, '')).toBe(formatPretty(diagnostics, text, 'pipelines.yaml', { colour: false }))
})

test('signs that steer a terminal do not get there', () => {
  const bell = String.fromCodePoint(7)
  const loud = text.replace('by: layer', `by: layer # ${bell}`)

  expect(formatPretty(check(loud).diagnostics, loud, 'pipelines.yaml', { colour: false })).not.toContain(bell)
})

test('programs get every key of a fault', () => {
  expect(formatJson(check(text).diagnostics, 'pipelines.yaml')).toEqual([
    {
      file: 'pipelines.yaml',
      ...place,
      severity: 'error',
      code: 'unknown-role',
      message: 'There is no role “layer”.',
      help: 'Did you mean “lawyer”?',
    },
  ])
})
