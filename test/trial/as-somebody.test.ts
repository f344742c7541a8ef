import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import type { RulesVersion } from '#ports/rules'
import { simulateDeal } from '#trial/simulation/simulate-deal'
import { readTests } from '#trial/read-tests'
import { rulesOf, tryRules } from './tried'

let rules: RulesVersion
beforeAll(async () => {
  rules = await rulesOf(readFileSync('pipelines.yaml', 'utf8'))
})

const oneTest = (steps: string): string =>
  `version: 1
tests:
  - name: A test
    deal: { pipeline: b2b_new, stage: payment, amount: 100 000 }
    steps:
${steps.replace(/^/gm, '      ')}
`

describe.each([
  ['docs/analysts.md', 'pipelines.yaml', '## Try whose word something is'],
  ['docs/ru/analysts.md', 'examples/pipelines.ru.yaml', '## Проверить, чьё это слово'],
])('%s', (page, file, heading) => {
  test('shows a test that passes', async () => {
    const text = readFileSync(page, 'utf8')
    const [, example = ''] = /```yaml test\n(.*?)```/s.exec(text.slice(text.indexOf(heading))) ?? []

    const { outcomes, told } = await tryRules(await rulesOf(readFileSync(file, 'utf8')), example)

    expect(told).toEqual([])
    expect(outcomes).toHaveLength(1)
  })
})

test('who does a step has no more rights than theirs: completing, changing, moving', async () => {
  const { told } = await tryRules(
    rules,
    oneTest(`- { set: { paid: 100 000 }, as: b2b_hunters, expect: { refused: not_your_field } }
- { done: check_payment, as: lawyer, expect: { refused: not_your_task } }
- { done: check_payment, by: accountant, expect: { done: check_payment } }
- { move_to: delivery, as: lawyer, expect: { stopped_by: paid_percent, whose: { paid_percent: accountant } } }`),
  )

  expect(told).toEqual([])
})

test('a test that thinks a task or field somebody else’s is told whose it is', async () => {
  const { told } = await tryRules(
    rules,
    oneTest(`- move_to: delivery
  expect: { whose: { check_payment: lawyer, paid_percent: accountant, need: accountant } }`),
  )

  expect(told.join('\n')).toContain('check_payment: lawyer')
  expect(told.join('\n')).toContain('check_payment: accountant')
  expect(told.join('\n')).toContain('need: ')
})

test('saying twice who does it is one fault, and a name that is none is one', () => {
  const faults = (steps: string) =>
    readTests(oneTest(steps), rules.model).diagnostics.map(({ code, message, help }) => [code, message, help])

  expect(faults('- { set: { paid: 1 }, as: accountant, by: lawyer }')).toEqual([
    ['one-action', '“as” and “by” say the same: who does it.', 'Leave “by” out.'],
  ])
  expect(faults('- { set: { paid: 1 }, as: acountant }')).toHaveLength(1)
  expect(faults('- { move_to: delivery, expect: { whose: { check_paiment: accountant } } }')).toHaveLength(1)
})

test('a simulation says who alone writes a field, and who else may do a task', async () => {
  const text = readFileSync('pipelines.yaml', 'utf8').replace(
    '        do: Make sure the payment is on the account\n',
    '        do: Make sure the payment is on the account\n        may_also: [lawyer]\n',
  )

  const lines = await simulateDeal(await rulesOf(text), { pipeline: 'b2b_new', client: {}, fields: {} })

  const told = lines.map((line) => line.text).join('\n')
  expect(told).toMatch(/paid [\d ]+ \(by accountant\)/)
  expect(told).toMatch(/task check_payment .*; lawyer may do it too/)
})
