import { steadyRules } from '#test/support/steady-rules'
import { beforeAll, describe, expect, test } from 'vitest'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

import type { RulesVersion } from '#ports/rules'
import { formatTestsJunit } from '#trial/format-tests'
import { rulesOf, tryRules } from '#test/trial/tried'

let rules: RulesVersion
beforeAll(async () => {
  rules = await rulesOf(steadyRules())
})

/** The lines of the product’s rules as this file needs them: the number of the line with a text in it. */
const lineOf = (text: string): number => {
  const line = steadyRules()
    .split('\n')
    .findIndex((one) => one.includes(text))
  if (line < 0) throw new Error(`There is no line with ${text}.`)
  return line + 1
}

const oneTest = (lines: string): string => `version: 1\ntests:\n  - name: A test\n${lines.replace(/^/gm, '    ')}\n`

const told = async (lines: string): Promise<string> => (await tryRules(rules, oneTest(lines))).told.join('\n')

describe('a test that fails says what was expected, what happened, when, and which line made it so', () => {
  test('when a gate asks for more than was thought', async () => {
    const text = await told(`deal: { pipeline: b2b_new, stage: payment, amount: 100 000, paid: 40 000 }
steps:
  - move_to: delivery
    expect: { stopped_by: [check_payment] }`)

    expect(text).toBe(`tests:6  step 1: move_to: delivery  ·  Tue 2026-12-01 10:00 (Europe/Moscow)
  tests:7  stopped_by
    expected: check_payment
    happened: check_payment, paid_percent
    because: rules:${lineOf('paid_percent: at least 100%')}  must: paid_percent: at least 100%`)
  })

  test('when a task is due on another day than was thought', async () => {
    const text = await told(`at: 2026-12-31 17:40
deal: { pipeline: b2b_new }
expect: { due: { send_deck: 2027-01-04 } }`)

    expect(text).toContain('expected: send_deck: 2027-01-04')
    expect(text).toContain('happened: send_deck: 2027-01-11 18:00')
    expect(text).toContain(`rules:${lineOf('send_deck:')}  send_deck: Send the presentation`)
    expect(text).toContain('skipped 10 days, 2027-01-01 to 2027-01-10 (6 holidays, 4 of a weekend)')
  })

  test('when a step is refused that should go through', async () => {
    const text = await told(`deal: { pipeline: b2b_new, stage: general_offer }
steps:
  - set: { need: Coffee }
  - move_to: feedback
    expect: { stage: feedback }`)

    expect(text).toContain('tests:7  step 2: move_to: feedback')
    expect(text).toContain('expected: the step goes through')
    expect(text).toContain('happened: send_general_offer')
  })

  test('when somebody is told whom nobody thought of', async () => {
    const text = await told(`deal: { pipeline: b2b_new }
steps:
  - wait: 3 working days
    expect: { notified: owner, escalated: [] }`)

    expect(text).toContain('happened: owner, owner_manager')
    expect(text).toMatch(/rules:\d+ {2}late_task, step 2/)
  })

  test('when a rule of the automation did not run, or was stopped', async () => {
    const silent = await told(`deal: { pipeline: b2b_new, stage: payment, amount: 100 000 }
steps:
  - event: payment_received
    expect: { automation: { paid_in_full: done } }`)

    expect(silent).toContain('expected: paid_in_full: done')
    expect(silent).toContain('happened: nothing')
    expect(silent).toContain('paid_in_full: on payment_received, when stage: payment, paid_percent: at least 100%')
  })

  test.each([
    ['owner', 'deal: { client_type: company, repeat_client: no }\nexpect: { owner: lawyer }', 'happened: b2b_hunters'],
    ['won', 'deal: { pipeline: b2b_new }\nexpect: { won: yes }', 'happened: no'],
    [
      'fields',
      'deal: { pipeline: b2b_new, amount: 1 500.50 }\nexpect: { fields: { amount: more than 2 000 } }',
      'happened: amount: 1 500.5',
    ],
    [
      'responsible',
      'deal: { pipeline: b2b_new }\nexpect: { responsible: { send_deck: lawyer } }',
      'happened: send_deck: owner',
    ],
    ['late', 'deal: { pipeline: b2b_new }\nexpect: { late: send_deck }', 'happened: nothing'],
    [
      'undated',
      'deal: { pipeline: b2b_new, stage: delivery }\nexpect: { undated: deliver }',
      'happened: deliver, remind_client',
    ],
    ['done', 'deal: { pipeline: b2b_new }\nexpect: { done: send_deck }', 'happened: nothing'],
    ['stuck', 'deal: { pipeline: b2b_new }\nexpect: { stuck: yes }', 'happened: no'],
    ['refused', 'deal: { pipeline: b2b_new }\nexpect: { refused: yes }', 'happened: no'],
    ['stopped_by', 'deal: { pipeline: b2b_new }\nexpect: { stopped_by: need }', 'happened: nothing'],
    ['pipeline', 'deal: { pipeline: b2b_new }\nexpect: { pipeline: b2c_new }', 'happened: b2b_new'],
  ])('for %s', async (key, lines, happened) => {
    const text = await told(lines)

    expect(text).toContain(`  ${key}\n`)
    expect(text).toContain(happened)
  })

  test('but not when nobody is in the role: the deal comes to whoever is there', async () => {
    const text = (
      await tryRules(
        rules,
        `version: 1
people: { anna: { roles: lawyer } }
tests:
  - { name: Nobody, deal: { client_type: person, repeat_client: no } }
`,
      )
    ).told.join('\n')

    expect(text).toBe('')
  })

  test('when time is asked to go back', async () => {
    const text = await told(`deal: { pipeline: b2b_new }
steps:
  - at: 2026-11-30 10:00`)

    expect(text).toContain('Time only goes on')
  })
})

describe('people of a test', () => {
  test('are those it names, with their absences, deputies and heads', async () => {
    const { told: failed } = await tryRules(
      rules,
      `version: 1
people:
  anna: { roles: b2b_hunters, manager: boris }
  boris: { roles: head_of_sales }
  lena: { roles: lawyer, away_from: 2026-12-01, away_to: 2026-12-10, deputy: lars }
  lars: { name: Lars, roles: [] }
tests:
  - name: The deputy has the task of the lawyer who is away
    deal: { pipeline: b2b_new, stage: contract, owner: anna }
    expect: { responsible: { draft_contract: lars } }
  - name: A late task is told to the head of its owner
    deal: { client_type: company, repeat_client: no }
    expect: { owner: anna }
    steps:
      - at: 2026-12-03 18:05
        expect: { notified: [anna, boris] }
`,
    )

    expect(failed).toEqual([])
  })
})

test('the report for build servers is whole and says the same', async () => {
  const text = `version: 1
tests:
  - { name: "Good & <short>", deal: { pipeline: b2b_new } }
  - { name: "Bad \\"one\\" \\u0007", deal: { pipeline: b2b_new }, expect: { stage: contract } }
`
  const { outcomes, coverage } = await tryRules(rules, text)
  const file = { file: 'a & b.test.yaml', rulesFile: 'a & b.yaml', zone: 'Europe/Moscow', outcomes, coverage }

  const xml = formatTestsJunit([file], 'en')

  expect(XMLValidator.validate(xml)).toBe(true)
  const { testsuites } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    isArray: (name) => name === 'testcase' || name === 'testsuite',
  }).parse(xml) as {
    testsuites: {
      tests: string
      failures: string
      testsuite: {
        name: string
        tests: string
        failures: string
        testcase: {
          name: string
          line: string
          time: string
          failure?: { message: string; type: string; '#text': string }
        }[]
      }[]
    }
  }
  const [suite] = testsuites.testsuite
  expect([testsuites.tests, testsuites.failures, suite?.tests, suite?.failures]).toEqual(['2', '1', '2', '1'])
  expect(suite?.name).toBe('a & b.test.yaml')
  expect(suite?.testcase.map(({ name, line }) => [name, line])).toEqual([
    ['Good & <short>', '3'],
    ['Bad "one" ', '4'],
  ])
  expect(suite?.testcase[0]?.failure).toBeUndefined()
  expect(suite?.testcase[1]?.failure?.message).toBe('stage: expected contract; happened presentation')
  expect(suite?.testcase[1]?.failure?.['#text']).toContain('a & b.yaml:')
  expect(suite?.testcase.every(({ time }) => /^\d+\.\d{3}$/.test(time))).toBe(true)
})
