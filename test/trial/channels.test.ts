import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { readTests } from '#trial/read-tests'
import { rulesOf, tryRules } from './tried'

const folder = 'examples/channels'
const rules = readFileSync(`${folder}/rules.yaml`, 'utf8')
const tests = readFileSync(`${folder}/rules.test.yaml`, 'utf8')

test('the rules of a company that answers do what their tests say: call backs, attempts, messages, forms, what is sent', async () => {
  const { outcomes, told } = await tryRules(await rulesOf(rules), tests)

  expect(told).toEqual([])
  expect(outcomes).toHaveLength(6)
})

test('what is not as it was expected is said in the words of the file', async () => {
  const wrong = tests
    .replace('call_back: 2026-11-30 09:10', 'call_back: 2026-11-30 09:30')
    .replace('sent: [thanks]', 'sent: [sorry]')
  const { told } = await tryRules(await rulesOf(rules), wrong)

  expect(told.join('\n')).toContain('call_back: 2026-11-30 09:10')
  expect(told.join('\n')).toContain('thanks')
})

test('a step that names no channel there is, or no length of a call, is told with its place', async () => {
  const { model } = await rulesOf(rules)
  const text = (step: string) =>
    `version: 1\ntests:\n  - name: One\n    deal: { pipeline: shop }\n    steps:\n      - ${step}\n`
  const codes = (step: string) => readTests(text(step), model).diagnostics.map(({ code }) => code)

  expect(codes('call: { line: man_line }')).toEqual(['unknown-channel'])
  expect(codes('call: { missed_after: soon }')).toEqual(['bad-duration'])
  expect(codes('expect: { sent: [thnks] }')).toEqual(['unknown-message'])
  expect(codes('call_back: { by: nobody_here }')).toEqual(['unknown-role'])
})
