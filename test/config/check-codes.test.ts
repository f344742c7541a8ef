import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { baseFile, planted } from './base-file'

/** What is written in the base file, what is written instead, the code expected at «…», and a part of the help. */
type Case = readonly [code: string, from: string, to: string, help: string]

const syntax: readonly Case[] = [
  ['yaml-syntax', 'notify: [owner, lawyer]', 'notify: «[owner, lawyer»', ''],
  ['yaml-syntax', 'do: Check\n', 'do: «"Check»\n', 'Write “"” at its end'],
  ['yaml-syntax', 'when: { score: at most 6 }', 'when: «{ score: at most 6»', 'Write “}” at its end'],
  ['yaml-syntax', 'do: Check\n', 'do: «Check: all»\n', 'Write “do: "Check: all"”'],
  [
    'move-stopped',
    '      - complete_task: thank\n      - move_to: delivery',
    '      - complete_task: thank\n      - move_to: «payment»',
    'name the stage that was meant',
  ],
  [
    'missing-space',
    '  - pipeline: companies\n    give_to: lawyer',
    '  «-pipeline: companies»\n    give_to: lawyer',
    '- pipeline',
  ],
  ['yaml-subset', 'version: 1\n', '«%YAML 1.2»\nversion: 1\n', 'Leave the line out'],
  ['yaml-subset', 'plan:\n', '«---»\nplan:\n', 'Leave the “---” line out'],
  ['yaml-subset', '    goal: They', '«\t»goal: They', 'spaces'],
  ['bad-comparison', '{ score: at most 6 }', '{ score: «<= 6» }', 'Write “at most 6”'],
  ['yaml-subset', 'lawyer: Lawyer', 'lawyer: «&who Lawyer»', 'Leave “&who” out'],
  ['yaml-subset', '{ objection: not none }', '{ objection: «!not none» }', 'Write “not none”'],
  ['yaml-subset', '  work_week: mon-fri', '  work_week:«\t»mon-fri', 'spaces'],
  ['missing-space', 'name: Meeting', '«name:Meeting»', 'Write “name: Meeting”'],
  ['missing-space', '{ segment: b2c }', '{ «segment:b2c» }', 'Write “segment: b2c”'],
  ['text-cut', 'do: Thank', 'do: Thank «#2»', 'Write "Thank #2" in quotes'],
  ['lookalike-letter', 'by: lawyer', 'by: «lаwyer»', 'Write “lawyer”'],
  ['lookalike-letter', 'goal: They', '«gоal»: They', 'Did you mean “goal”?'],
  ['lookalike-letter', '  payment:\n    name', '  «pаyment»:\n    name', 'Write “payment”'],
  ['duplicate-key', 'name: Delivery', 'name: Delivery\n    «name»: Delivery', 'one of the two'],
]

const shape: readonly Case[] = [
  ['unknown-key', 'by: lawyer', '«responsible»: lawyer', 'Did you mean “by”?'],
  ['unknown-key', 'goal: They listen', '«цель»: They listen', 'What can stand here'],
  ['unknown-key', 'plan:\n', '«здфт»:\n', 'Did you mean “plan”?'],
  [
    'missing-key',
    '      deliver:\n        do: Deliver\n        by: owner\n',
    '      «deliver»:\n        do: Deliver\n',
    'Add “by',
  ],
  ['missing-key', 'do: Thank', '«do»:', 'Write a value'],
  ['unknown-value', 'pick: least_busy', 'pick: «least_bussy»', 'Did you mean “least_busy”?'],
  ['unknown-value', 'Europe/Moscow', '«Europe/Moskow»', 'Did you mean “Europe/Moscow”?'],
  ['unknown-value', 'hours: 08:00-17:00', 'hours: «17:00-17:00»', 'Write hours such as'],
  ['unknown-value', '[2027-01-01]', '[«2027-02-30»]', 'year, month and day'],
  ['unknown-value', 'version: 1', 'version: «2»', 'version: 1'],
  ['unknown-value', 'chance: 10%', 'chance: «110%»', 'percentage'],
  ['wrong-kind', '[meeting, payment, delivery]', '«meeting»', ''],
  [
    'bad-id',
    '  hunters: Hunters',
    '  «Big-Hunters»: Those who hunt the big ones\n  hunters: Hunters',
    'Write “big_hunters”',
  ],
  ['bad-id', 'signed: Signed', 'signed: Signed\n  «deal_created»: New', 'Choose another'],
  ['bad-id', 'score: { type: number', 'score: { type: number }\n  «amount»: { type: number', 'Leave the line out'],
  ['ambiguous-duration', 'max_age: 5 working days', 'max_age: «5 days»', '“5 working days” or “5 calendar days”'],
  ['iso-duration', 'max_age: 5 working days', 'max_age: «P5D»', '“5 working days” or “5 calendar days”'],
  ['bad-duration', 'max_age: 5 working days', 'max_age: 5 «wroking» days', 'Write “5 working days”'],
  ['bad-duration', 'max_age: 5 working days', 'max_age: «soon»', '“3 working days”'],
  ['bad-duration', 'due: 3 working days', 'due: 3 working days at «25:00»', '“15:00”'],
  ['one-action', '- complete_task: thank\n      - move_to', '- complete_task: thank\n        «move_to»', 'own'],
]

const references: readonly Case[] = [
  ['unknown-role', 'by: lawyer', 'by: «layer»', 'Did you mean “lawyer”?'],
  ['unknown-role', 'by: lawyer', 'by: «дфцнук»', 'Did you mean “lawyer”?'],
  ['unknown-stage', 'stages: [meeting, payment', 'stages: [«meetin», payment', 'Did you mean “meeting”?'],
  ['unknown-stage', 'move_to: delivery', 'move_to: «delivary»', 'Did you mean “delivery”?'],
  ['unknown-stage', 'payment:\n        max_age: 6', '«paymnt»:\n        max_age: 6', 'Did you mean “payment”?'],
  ['unknown-stage', '{ stage: payment,', '{ stage: «paymnt»,', 'Did you mean “payment”?'],
  ['unknown-stage', 'talk: meeting', 'talk: «meting»', 'Did you mean “meeting”?'],
  ['unknown-field', 'filled: [need]', 'filled: [«neeed»]', 'Did you mean “need”?'],
  ['unknown-field', 'formula: paid / amount', 'formula: paid / «amuont»', 'Did you mean “amount”?'],
  ['unknown-option', 'objection: not none', 'objection: not «prise»', 'Did you mean “price”?'],
  ['unknown-pipeline', 'pipeline: people', 'pipeline: «peple»', 'Did you mean “people”?'],
  ['unknown-escalation', 'when_stuck: money_late', 'when_stuck: «mony_late»', 'Did you mean “money_late”?'],
  ['unknown-anchor', 'after call', 'after «cal»', 'Did you mean “call”?'],
  ['unknown-anchor', 'after call', 'after «amount»', ''],
  ['unknown-anchor', 'after call', '«before call»', 'Write “after call”'],
  ['unknown-event', 'on: signed', 'on: «singed»', 'Did you mean “signed”?'],
  ['unknown-axis', 'axes: { segment: b2c }', 'axes: { «segmnt»: b2c }', 'Did you mean “segment”?'],
  ['unknown-task', 'complete_task: thank', 'complete_task: «thnk»', 'Did you mean “thank”?'],
]

const meaning: readonly Case[] = [
  ['bad-comparison', '{ paid_percent: at least 100% }', '{ paid_percent: «fully paid» }', '“at least 100%”'],
  ['bad-comparison', '{ paid_percent: at least 100% }', '{ paid_percent: «>= 100%» }', 'Write “at least 100%”'],
  ['bad-comparison', 'objection: not none', 'objection: «more than 5»', ''],
  ['unknown-field', '{ paid_percent: at least 100% }', '{ paid: at least «amuont» }', 'Did you mean “amount”'],
  ['bad-comparison', '{ paid_percent: at least 100% }', '{ paid: at least «paid» }', 'Compare with one of: amount'],
  ['bad-comparison', '{ paid_percent: at least 100% }', '{ paid: at least «score» }', 'Compare with one of: amount'],
  [
    'bad-comparison',
    '{ paid_percent: at least 100% }',
    '{ expected_close: within «5 working days» }',
    'within 5 calendar days',
  ],
  ['ambiguous-duration', '{ paid_percent: at least 100% }', '{ expected_close: within «5 days» }', ''],
  ['unknown-field', '{ paid_percent: at least 100% }', '{ expected_close: after «todya» }', 'Did you mean “today”'],
  ['missing-percent', '{ paid_percent: at least 100% }', '{ paid_percent: at least «100» }', 'Write “100%”'],
  ['missing-percent', 'chance: 10%', 'chance: «0.1»', 'Write “10%”'],
  ['never-true', 'score: at most 6', 'score: «more than 10»', 'from 0 to 10'],
  ['never-true', 'score: at most 6', 'score: «between 8 and 3»', 'between 3 and 8'],
  ['never-true', 'score: at most 6', 'score: at most 6, any: [{ score: «at least 7» }]', ''],
  ['always-true', 'score: at most 6', 'score: «at least 0»', 'score: filled'],
  ['always-true', 'objection: not none', 'objection: «[none, price, timing]»', 'objection: filled'],
  ['bad-formula', 'formula: paid / amount * 100', 'formula: «paid / "a"»', ''],
  ['bad-formula', 'formula: paid / amount * 100', 'formula: «need.matches("a")»', ''],
  ['task-cycle', 'due: 1 working day\n      write', 'due: «1 working day after write»\n      write', 'leave out'],
  [
    'won-after',
    'stages: [payment, delivery]\n    won_after: payment',
    'stages: [payment, delivery]\n    won_after: «meeting»',
    'payment, delivery',
  ],
  [
    'stage-twice',
    'stages: [meeting, payment, delivery]',
    'stages: [meeting, payment, delivery, «payment»]',
    'Leave one',
  ],
  ['change-unused', '    change:\n', '    change:\n      «meeting»: { goal: Talk }\n', 'Add “meeting”'],
  ['skip-last', 'may_skip: [meeting]', 'may_skip: [meeting, «delivery»]', 'Leave “delivery” out'],
  [
    'gate-needs-unfillable',
    'filled: [need]',
    'filled: [need]\n      must: { amount: «at least 1 000» }',
    'under “filled”',
  ],
  [
    'move-stopped',
    '      - complete_task: thank\n      - move_to: delivery',
    '      - move_to: «delivery»',
    'complete_task: thank',
  ],
  [
    'move-stopped',
    '{ stage: payment, paid_percent: at least 100%, amount: filled }\n    do:\n      - complete_task: thank\n      - move_to: delivery',
    '{ stage: payment }\n    do:\n      - complete_task: thank\n      - move_to: «delivery»',
    'Add “paid_percent: at least 100%”',
  ],
  [
    'move-stopped',
    '      - complete_task: thank\n      - move_to: delivery',
    '      - complete_task: thank\n      - add_task: { do: Call, by: owner, due: at once }\n      - move_to: «delivery»',
    'put “add_task” below the move',
  ],
  [
    'missing-space',
    '  - pipeline: companies\n    give_to: lawyer',
    '  - «pipeline:companies»\n    give_to: lawyer',
    'Write “pipeline: companies”',
  ],
  ['ladder-order', '- after: 1 working day', '- after: «3 working hours»', 'more than “4 working hours”'],
  ['ladder-order', 'below: 75%', 'below: «95%»', 'less than 90%'],
  ['contradictory-day', '[2027-01-01]', '[2027-01-01, «2027-01-01»]', 'in one place only'],
  [
    'contradictory-day',
    '[2027-01-01]\n  extra_working_days: [2027-02-20]',
    '[2027-01-01, 2027-02-20]\n  extra_working_days: [«2027-02-20»]',
    'in one place only',
  ],
  ['contradictory-day', '[2027-02-20]', '[2027-02-20, «2027-02-22»]', 'Leave 2027-02-22 out'],
  ['contradictory-day', '2026-12-31: 09:00-15:00', '«2026-12-31»: 09:00-18:00', 'Leave 2026-12-31 out'],
  ['contradictory-day', '2026-12-31: 09:00-15:00', '«2027-01-01»: 09:00-15:00', 'in one place only'],
  ['contradictory-day', 'hours: 08:00-17:00', 'hours: { mon-fri: 08:00-17:00, «fri»: 08:00-16:00 }', 'one line only'],
  [
    'contradictory-day',
    '  work_week: mon-fri\n  hours: 09:00-18:00',
    '  «work_week»: mon-fri\n  hours: { mon-fri: 09:00-18:00, sun: 10:00-15:00 }',
    'Leave “work_week” out',
  ],
  ['unknown-value', 'hours: 08:00-17:00', 'hours: { «monday-fryday»: 08:00-17:00 }', 'days'],
  ['unknown-value', 'hours: 08:00-17:00', 'hours: { mon: «8», tue-fri: 08:00-17:00 }', 'Write hours such as'],
  ['unknown-value', 'hours: 08:00-17:00', '«hours»: { mon-fri: "08:00-12:00, 22:00-09:00" }', ''],
  ['unknown-value', 'hours: 08:00-17:00', 'hours: «"20:00-02:00, 22:00-06:00"»', ''],
  ['zone-sign', 'Europe/Moscow', '«Etc/GMT+3»', 'Etc/GMT-3'],

  [
    'missing-key',
    'calendar:\n  timezone: Europe/Moscow\n  work_week: mon-fri\n',
    '«calendar»:\n  timezone: Europe/Moscow\n',
    'Add “work_week: mon-fri”',
  ],
  ['holiday-on-weekend', '[2027-01-01]', '[2027-01-01, «2027-01-02»]', 'Leave 2027-01-02 out'],
  [
    'calendar-ends',
    'calendar:\n  timezone: Europe/Moscow\n  work_week: mon-fri',
    '«calendar»:\n  timezone: Europe/Moscow\n  work_week: []',
    'work_week',
  ],
  ['no-otherwise', 'give_to: previous_owner\n    otherwise: hunters', 'give_to: «previous_owner»', 'Add “otherwise'],
  ['never-true', '  - when: { client_type: person }', '  - «when»: { client_type: company }', 'above that line'],
  [
    'automation-loop',
    'on: field_changed\n    field: score\n    when: { score: at most 6 }\n    do:\n      - set: { objection: price }',
    'on: «field_changed»\n    field: score\n    when: { score: at most 6 }\n    do:\n      - set: { score: 5 }',
    'no longer holds',
  ],
  ['due-after-max-age', 'due: 3 working days', 'due: «10 working days»', 'earlier'],
  ['due-after-max-age', 'max_age: 6 working days', 'max_age: «2 working days»', 'longer'],
  [
    'stage-without-task',
    'delivery:\n    name: Delivery\n    tasks:\n      deliver:',
    '«delivery»:\n    name: Delivery\n    tasks:\n      deliver:\n        optional: yes',
    'Add a task',
  ],
  ['moved-cycle', 'talk: meeting', '«talk»: chat\n  chat: talk', 'leads back'],
  ['unused', 'hunters: Hunters', 'hunters: Hunters\n  «cook»: Cook', 'Leave “cook” out'],
]

test('the base file has no fault', () => {
  expect(check(baseFile).diagnostics).toEqual([])
})

describe.each(Object.entries({ syntax, shape, references, meaning }))('%s', (_group, cases) => {
  test.each(cases)('%s: %s written as %s is one fault at its place', (code, from, to, help) => {
    const { text, place } = planted(from, to)

    const { diagnostics, model } = check(text)

    expect(diagnostics.map((found) => found.code)).toEqual([code])
    expect(diagnostics[0]).toMatchObject(place)
    expect(diagnostics[0]?.help ?? '').toContain(help)
    expect(model === undefined).toBe(diagnostics[0]?.severity === 'error')
  })
})

test('a misspelled key, an unknown stage and a wrong id hide no fault that stands inside them', () => {
  const inKey = baseFile.replace('    tasks:\n      call:', '    taks:\n      call:').replace('by: lawyer', 'by: layer')
  const inStage = baseFile.replace('payment:\n        max_age: 6 working', 'paymnt:\n        max_age: 6')
  const inId = baseFile
    .replace('      deliver:\n', '      Deliver:\n')
    .replace('due: on delivery_date', 'due: on delivery_dat')
  const codesOf = (text: string): readonly string[] => check(text).diagnostics.map(({ code }) => code)

  expect(codesOf(inKey)).toEqual(['unknown-key', 'unknown-role'])
  expect(codesOf(inStage)).toEqual(['unknown-stage', 'ambiguous-duration'])
  expect(codesOf(inId)).toEqual(['bad-id', 'unknown-anchor'])
})

test('a combination of choices that no line is for is named with the line to add', () => {
  const text = baseFile.replace('{ client_type: person }', '{ client_type: person, repeat_client: yes }')

  const { diagnostics } = check(text)

  expect(diagnostics.map(({ code }) => code)).toEqual(['gap'])
  expect(diagnostics[0]?.help).toContain('- when: { client_type: person, repeat_client: no }')
})

test('a direction that is meant to take the rest is no gap', () => {
  const text = baseFile.replace('  - when: { client_type: person }\n    pipeline: people\n    give_to: hunters\n', '')

  const { diagnostics } = check(text)

  expect(diagnostics).toEqual([])
})

test('new deals need a last line that takes all', () => {
  const { diagnostics } = check(baseFile.replace('  - pipeline: companies\n    give_to: lawyer\n', ''))

  expect(diagnostics.map(({ code }) => code)).toEqual(['no-catch-all'])
  expect(diagnostics[0]?.line).toBe(baseFile.split('\n').indexOf('new_deals:') + 1)
})

test('a line below the one that takes all is never reached', () => {
  const line = '  - pipeline: companies\n    give_to: lawyer\n'

  const { diagnostics } = check(baseFile.replace(line, line + line))

  expect(diagnostics.map(({ code }) => code)).toEqual(['never-true'])
})
