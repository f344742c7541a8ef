import type { Language } from '#schemas/language-names'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Model } from '#schemas/model'
import { readTests } from '#trial/read-tests'
import { rulesOf } from '#test/trial/tried'
import { runs } from '#test/support/runs'

let model: Model
beforeAll(async () => {
  model = (await rulesOf(readFileSync('pipelines.yaml', 'utf8'))).model
})

const head = 'version: 1\ntests:\n'
const faults = (text: string, lang: Language = 'en'): readonly string[] =>
  readTests(text, model, { lang }).diagnostics.map(({ line, column, code, message, help = '' }) =>
    `${line}:${column} ${code} ${message} ${help}`.trim(),
  )
const inTest = (lines: string): readonly string[] => faults(`${head}  - name: A\n${lines.replace(/^/gm, '    ')}\n`)

describe('a fault in a test file is told at its place, with what to write instead', () => {
  test.each([
    ['deal: { pipeline: b2b_nwe }', '4:23 unknown-pipeline There is no pipeline “b2b_nwe”. Did you mean “b2b_new”?'],
    [
      'deal: { pipeline: b2c_repeat, stage: feedback }',
      /^4:42 unknown-stage “b2c_repeat” does not go through the stage “feedback”\. It can be: individual_offer, contract/,
    ],
    ['deal: { amuont: 5 }', '4:13 unknown-field There is no field “amuont”. Did you mean “amount”?'],
    [
      'deal: { amount: lots }',
      '4:21 unknown-value “amount” is a sum of money and cannot be “lots”. Write a value, such as “100 000”.',
    ],
    ['deal: { discount: 5 }', /^4:23 missing-percent .* Write “5%”\.$/],
    [
      'deal: { paid_percent: 5% }',
      '4:13 unknown-value “paid_percent” is computed and cannot be set. Set paid and amount instead.',
    ],
    ['deal: { objection: prise }', '4:24 unknown-option “objection” has no option “prise”. Did you mean “price”?'],
    [
      'deal: { pipeline: b2b_new }\nat: tomorrow',
      '5:9 unknown-value “tomorrow” is not a time. Write day and time of day, such as “2026-12-31 17:40”.',
    ],
    ['deal: { pipeline: b2b_new }\nsteps:\n  - move_too: contract', /^6:9 unknown-key .*Did you mean “move_to”\?$/],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - move_to: contrakt',
      '6:18 unknown-stage There is no stage “contrakt”. Did you mean “contract”?',
    ],
    ['deal: { pipeline: b2b_new }\nsteps:\n  - done: сontract', /^6:15 (lookalike-letter|unknown-task)/],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - done: send_dek',
      '6:15 unknown-task There is no task “send_dek”. Did you mean “send_deck”?',
    ],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - wait: 2 days',
      /^6:15 ambiguous-duration .*“2 working days” or “2 calendar days”/,
    ],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - { move_to: contract, wait: 1 working day }',
      /^6:30 one-action “move_to” and “wait” stand in one step/,
    ],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - { wait: 1 working day, override: please }',
      /^6:32 unknown-key “override” means nothing beside “wait”; it belongs to move_to\./,
    ],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - { by: owner }',
      /^6:9 missing-key This step does nothing and expects nothing\./,
    ],
    [
      'deal: { pipeline: b2b_new }\nsteps:\n  - lose: prise',
      '6:15 unknown-value There is no reason to lose a deal “prise”. Did you mean “price”?',
    ],
    ['deal: { pipeline: b2b_new }\nsteps:\n  - event: payed', /^6:16 unknown-event There is no event “payed”\./],
    [
      'deal: { pipeline: b2b_new }\nexpect: { notified: lawer }',
      '5:25 unknown-role There is no person or role “lawer”. Did you mean “lawyer”?',
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { automation: { paid_in_ful: done } }',
      '5:29 unknown-value There is no rule of the automation “paid_in_ful”. Did you mean “paid_in_full”?',
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { automation: { paid_in_full: gone } }',
      '5:43 unknown-value “gone” is not an outcome of a rule. Write one of: done, stopped, paused, too_deep.',
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { due: { send_deck: monday } }',
      /^5:33 unknown-value “monday” is not a day or a time\. Write “2026-12-31”/,
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { refused: reson_required }',
      '5:24 unknown-value Nothing is refused because of “reson_required”. Did you mean “reason_required”?',
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { fields: { amount: ">= 5" } }',
      /^5:33 bad-comparison .*Write “at least 5”\.$/,
    ],
    [
      'deal: { pipeline: b2b_new }\nexpect: { status: closed }',
      /^5:23 unknown-value “closed” cannot stand after “status”/,
    ],
    ['deal: { pipeline: b2b_new }\nexpect: { won: maybe }', /^5:20 unknown-value/],
  ])('%s', (lines, told) => {
    const found = inTest(lines)

    expect(found).toHaveLength(1)
    if (typeof told === 'string') expect(found[0]).toBe(told)
    else expect(found[0]).toMatch(told)
  })

  test('two tests of one name, people that are nobody, days that are none', () => {
    const found = faults(`version: 2
people:
  anna: { roles: lawer, manager: bob, away_from: 2027-02-30 }
tests:
  - { name: A, deal: { pipeline: b2b_new } }
  - { name: A, deal: { pipeline: b2b_new } }
  - { name: B }
`)

    expect(found).toEqual([
      '1:10 unknown-value Version “2” of this language is not known; there is only version 1. Write “version: 1”.',
      '3:18 unknown-role There is no role “lawer”. Did you mean “lawyer”?',
      expect.stringMatching(/^3:34 unknown-role There is no person or role “bob”\./),
      expect.stringMatching(/^3:50 unknown-value “2027-02-30” is not a day of the calendar\./),
      '6:13 duplicate-key There is a test of this name already, in line 5. Say in the name what is different.',
      expect.stringMatching(/^7:5 missing-key “deal” is missing/),
    ])
  })

  test('in Russian, too, every one of them', () => {
    const found = faults(
      `${head}  - { name: A, at: soon, deal: { pipeline: b2b_nwe, amount: lots }, steps: [{ wait: 1 day, lose: price }, {}] }\n`,
      'ru',
    )

    expect(found.length).toBeGreaterThan(4)
    for (const one of found) expect(one).toMatch(/[а-я]{3}/i)
  })
})

test('whatever stands in a test file, it is told or tried, and nothing is thrown', () => {
  const good = readFileSync('pipelines.test.yaml', 'utf8')
  const cut = fc.tuple(fc.nat(good.length), fc.nat(30), fc.string({ maxLength: 12, unit: 'grapheme' }))

  fc.assert(
    fc.property(cut, ([at, length, text]) => {
      const { file, diagnostics } = readTests(good.slice(0, at) + text + good.slice(at + length), model)
      expect(file === undefined).toBe(diagnostics.length > 0)
    }),
    { numRuns: runs(120) },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readTests(text, model).file?.tests.length ?? 1).toBeGreaterThan(-1)
    }),
    { numRuns: runs(300) },
  )
}, 120_000)
