import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { keyPlaces } from '#config/sections/key-places'
import { resolvedLines } from '#config/sections/resolved-lines'
import type { ResolvedLine, ShownRules } from '#config/sections/resolved-lines'
import { baseFile } from './base-file'

const files = [
  ['the file of the repository', readFileSync('pipelines.yaml', 'utf8')],
  ['the complete example', readFileSync('test/fixtures/rules/complete.yaml', 'utf8')],
  ['the base file', baseFile],
  ['the Russian example', readFileSync('examples/pipelines.ru.yaml', 'utf8')],
] as const

function rulesOf(text: string): ShownRules {
  const { model } = check(text)
  if (model === undefined) throw new Error('The file has faults.')
  return { model, places: keyPlaces(text), text }
}

function shown(text: string, pipeline: string, stage?: string): readonly ResolvedLine[] {
  const rules = rulesOf(text)
  const found = rules.model.pipelines[pipeline]
  if (found === undefined) throw new Error(`There is no ${pipeline}.`)
  return resolvedLines(
    rules,
    found,
    found.stages.filter(({ id }) => stage === undefined || id === stage),
  )
}

const find = (lines: readonly ResolvedLine[], path: string): ResolvedLine | undefined =>
  lines.find((line) => line.path === path && line.key !== '')

describe.each(files)('%s', (_, text) => {
  const rules = rulesOf(text)
  const source = text.split('\n')

  test('every line that has a number stands in that line of the file', () => {
    for (const pipeline of Object.values(rules.model.pipelines)) {
      for (const { line, key, value } of resolvedLines(rules, pipeline, pipeline.stages)) {
        if (line === null) continue
        const there = source[line - 1] ?? ''
        const word = key === '' || key === '-' ? (value ?? '') : (key.split(/[. ]/).at(-1) ?? '')
        expect(there).toContain(key === 'or' ? '' : word.trim())
      }
    }
  })

  test('every line without a number is a default: its key is written nowhere it could be', () => {
    for (const pipeline of Object.values(rules.model.pipelines)) {
      for (const { line, source: from, path } of resolvedLines(rules, pipeline, pipeline.stages)) {
        expect(from === 'default').toBe(line === null)
        if (line === null) expect(rules.places.has(path)).toBe(false)
      }
    }
  })

  test('every task is shown with who does it, when it is due and what happens when it is late', () => {
    for (const pipeline of Object.values(rules.model.pipelines)) {
      const lines = resolvedLines(rules, pipeline, pipeline.stages)
      for (const task of pipeline.stages.flatMap(({ tasks }) => tasks)) {
        const at = (key: string): string | undefined => find(lines, `${task.origin.path}.${key}`)?.value
        expect([at('by'), at('due'), at('escalate')]).toEqual([task.by, task.due.text, task.escalate])
        expect([at('optional'), at('on_leave'), at('on_return'), at('while_away')]).toEqual([
          task.optional ? 'yes' : 'no',
          task.onLeave,
          task.onReturn,
          task.whileAway,
        ])
      }
    }
  })
})

test('a key that a direction changes says what the library says instead', () => {
  const lines = shown(files[0][1], 'b2b_repeat', 'contract')
  const changed = find(lines, 'pipelines.b2b_repeat.change.contract.max_age')

  expect(changed).toMatchObject({ source: 'change', value: '5 working days', insteadOf: { value: '10 working days' } })
  expect(find(lines, 'stages.contract.goal')).toMatchObject({ source: 'library' })
  expect(find(lines, 'stages.contract.gate.filled')).toMatchObject({ source: 'library' })
})

test('what the file does not say is shown as a default of the language', () => {
  const lines = shown(files[0][1], 'b2b_new', 'contract')

  expect(find(lines, 'stages.contract.when_stuck')).toMatchObject({
    source: 'default',
    value: 'stuck_deal',
    line: null,
  })
  expect(find(lines, 'stages.contract.tasks.draft_contract.escalate')).toMatchObject({ source: 'default' })
  expect(find(lines, 'stages.contract.tasks.send_copy.optional')).toMatchObject({ source: 'library', value: 'yes' })
})

test('a ladder that is climbed is shown with its steps', () => {
  const lines = shown(files[0][1], 'b2b_new', 'payment').filter(({ path }) => path.startsWith('escalations.money_late'))

  expect(lines.map(({ key, value }) => [key, value])).toEqual([
    ['escalations.money_late', undefined],
    ['- after', 'at once'],
    ['notify', 'owner, accountant'],
    ['- after', '5 working days'],
    ['notify', 'head_of_sales'],
  ])
})

test('alternatives of a condition are shown line by line', () => {
  const text = baseFile.replace(
    'when: { objection: not none }',
    'when: { any: [{ objection: price }, { score: at most 3 }] }',
  )
  const lines = shown(text, 'companies', 'payment').filter(({ depth, source }) => source === 'library' && depth >= 4)

  expect(lines.map(({ key, value }) => [key, value])).toEqual([
    ['any', undefined],
    ['objection', 'price'],
    ['or', undefined],
    ['score', 'at most 3'],
  ])
})
