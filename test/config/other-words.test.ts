import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { typeHelp } from './type-help'

const shipped = readFileSync('pipelines.yaml', 'utf8')
const due = 'due: 5 working days after draft_contract'

/** What stands in the shipped file, what somebody writes instead, the code that is told, and the text its help offers to type. */
type Case = readonly [from: string, to: string, code: string, help: string]

const cases: readonly Case[] = [
  ['by: quality', 'by: quality\u00a0', 'lookalike-letter', 'quality'],
  ['by: quality', 'by: qual\u200bity', 'lookalike-letter', 'quality'],
  ['by: quality', 'by: «quality»', 'lookalike-letter', 'quality'],
  ['by: quality', 'by: Service quality manager', 'unknown-role', 'quality'],
  ['by: owner\n        due: 4 working', 'by: ответственный\n        due: 4 working', 'unknown-role', 'owner'],
  ['    tasks:\n      ask_nps', '    задачи:\n      ask_nps', 'unknown-key', 'tasks'],
  ['year_starts: january', 'year_starts: январь', 'unknown-value', 'january'],
  ['discount: at most 20%', 'discount: не более 20%', 'bad-comparison', 'at most 20%'],
  ['discount: at most 20%', 'discount: не больше 20', 'bad-comparison', 'at most 20%'],
  ['discount: at most 20%', 'discount: max 20', 'bad-comparison', 'at most 20%'],
  ['2027-02-23, ', '20270223, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', '23.02.27, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', '2027-02-23T00:00, ', 'unknown-value', '2027-02-23'],
  ['discount: at most 20%', 'discount: atmost 20%', 'bad-comparison', 'at most 20%'],
  ['nps: at most 6', 'nps: up to 6', 'bad-comparison', 'at most 6'],
  ['nps: at most 6', 'nps: not more than 6', 'bad-comparison', 'at most 6'],
  ['nps: at most 6', `nps: 'at most "6"'`, 'bad-comparison', 'at most 6'],
  ['objection: not none', 'objection: != none', 'yaml-subset', 'not none'],
  ['objection: not none', 'objection: не none', 'bad-comparison', 'not none'],
  ['objection: not none', 'objection: none or price', 'bad-comparison', '[none, price]'],
  [
    'when:\n          objection: not none',
    'when: { objection: not [none, price] }',
    'yaml-syntax',
    'when: { objection: "not [none, price]" }',
  ],
  [
    'must:\n        discount: at most 20%',
    'must: discount at most 20%',
    'wrong-kind',
    'must: { discount: at most 20% }',
  ],
  ['must:\n        discount: at most 20%', 'must: { discount <= 20% }', 'missing-key', 'discount: at most 20%'],
  ['filled: [decision_maker, need]', 'filled: decision_maker, need', 'wrong-kind', '[decision_maker, need]'],
  [
    'may_skip: [presentation, general_offer, feedback]',
    'may_skip: presentation， general_offer， feedback',
    'wrong-kind',
    '[presentation, general_offer, feedback]',
  ],
  ['2027-02-23, ', '23.02.2027, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', '2027/2/23, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', '2027–02–23, ', 'unknown-value', '2027-02-23'],
  [
    '2026-01-05, 2026-01-06, 2026-01-07, 2026-01-08, 2026-01-09',
    '2026-01-05..2026-01-09',
    'unknown-value',
    '2026-01-05, 2026-01-06, 2026-01-07, 2026-01-08, 2026-01-09',
  ],
  ['work_week: mon-fri', 'work_week: с пн по пт', 'unknown-value', 'mon-fri'],
  ['work_week: mon-fri', 'work_week: Monday to Friday', 'unknown-value', 'mon-fri'],
  ['work_week: mon-fri', 'work_week: mon..fri', 'unknown-value', 'mon-fri'],
  ['work_week: mon-fri', 'work_week: по будням', 'unknown-value', 'mon-fri'],
  ['work_week: mon-fri', 'work_week: 5/2', 'unknown-value', 'mon-fri'],
  ['work_week: mon-fri', 'work_week: [пн, Вторник, ср., чт, пятница]', 'unknown-value', 'mon, tue, wed, thu, fri'],
  ['hours: 09:00-18:00', 'hours: 9-18', 'unknown-value', '09:00-18:00'],
  ['hours: 09:00-18:00', 'hours: 09.00–18.00', 'unknown-value', '09:00-18:00'],
  ['due: on delivery_date', 'due: on 23.02.2027', 'bad-duration', '2027-02-23'],
  [due, 'due: 2 раб. дня', 'bad-duration', '2 working days'],
  [due, 'due: 2 workdays', 'bad-duration', '2 working days'],
  [due, 'due: within 2 working days', 'bad-duration', '2 working days'],
  [due, 'due: через 2 рабочих дня', 'bad-duration', '2 working days'],
  [due, 'due: 2-3 working days', 'bad-duration', '3 working days'],
  [due, 'due: immediately', 'bad-duration', 'at once'],
  [due, 'due: завтра', 'bad-duration', '1 working day'],
  [due, 'due: -2 working days', 'bad-duration', '2 working days'],
  [due, 'due: 5 working days after entering', 'unknown-anchor', '5 working days'],
  [
    'max_age: 10 working days\n    when_stuck',
    'max_age: 10 working days after check_payment\n    when_stuck',
    'bad-duration',
    '10 working days',
  ],
  ['below: 90%', 'below: 0.9', 'missing-percent', '90%'],
  ['discount: more than 10%', 'discount: more than 0.1', 'missing-percent', '10%'],
  ['      send_deck:', '      отправить:', 'bad-id', 'send_deck'],
  [due, 'due: 2 working day(s)', 'bad-duration', '2 working days'],
  [due, 'due: через 5 рабочих дней после draft_contract', 'bad-duration', '5 working days after draft_contract'],
  [due, 'due: 5 days working after draft_contract', 'bad-duration', '5 working days'],
  [due, 'due: 5 раб. ч.', 'bad-duration', '5 working hours'],
  [due, 'due: 5 working days after Draft contract', 'bad-duration', '5 working days after draft_contract'],
  [due, 'due: 5 working days after the task draft-contract', 'bad-duration', '5 working days after draft_contract'],
  [due, 'due: 5 working days after "draft_contract"', 'bad-duration', '5 working days after draft_contract'],
  [due, 'due: 5 working days before draft_contract', 'unknown-anchor', 'after draft_contract'],
  [
    'due: 2 working days after contract_signed',
    'due: 2 working days after contract signed',
    'bad-duration',
    '2 working days after contract_signed',
  ],
  [due, 'due: 5 working days from draft_contract', 'bad-duration', '5 working days after draft_contract'],
  [due, 'due: 5 days since draft_contract', 'bad-duration', '5 working days after draft_contract'],
  ['due: on delivery_date', 'due: в день delivery_date', 'bad-duration', 'on delivery_date'],
  ['due: on delivery_date', 'due: by delivery_date', 'bad-duration', 'on delivery_date'],
  [
    'due: 1 working day before delivery_date',
    'due: за 1 рабочий день до delivery_date',
    'bad-duration',
    '1 working day before delivery_date',
  ],
  [
    'due: 1 working day before delivery_date',
    'due: за день до delivery_date',
    'bad-duration',
    '1 working day before delivery_date',
  ],
  ['discount: at most 20%', 'discount: =< 20%', 'bad-comparison', 'at most 20%'],
  ['discount: at most 20%', 'discount: 20% or less', 'bad-comparison', 'at most 20%'],
  ['discount: at most 20%', 'discount: 20% или меньше', 'bad-comparison', 'at most 20%'],
  ['discount: at most 20%', 'discount: от 5% до 20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: 5%-20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: from 5% to 20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: between 5% to 20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: at least 5% at most 20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: ">5% and <20%"', 'bad-comparison', 'between 5% and 20%'],
  [
    'must:\n        discount: at most 20%',
    'must: { discount: between 5%, 20% }',
    'yaml-syntax',
    'must: { discount: between 5% and 20% }',
  ],
  ['discount: at most 20%', 'discount: between 5%, 20%', 'bad-comparison', 'between 5% and 20%'],
  ['discount: at most 20%', 'discount: at most 10,5%', 'bad-comparison', '10.5%'],
  ['objection: not none', 'amount: at least 1 000,50', 'bad-comparison', '1 000.50'],
  ['objection: not none', 'amount: at least 1,000,000', 'bad-comparison', '1000000'],
  ['formula: paid / amount * 100', 'formula: "paid" / "amount" * 100', 'yaml-syntax', 'formula: paid / amount * 100'],
  ['formula: paid / amount * 100', "formula: 'paid' / 'amount' * 100", 'yaml-syntax', 'formula: paid / amount * 100'],
  ['objection: not none', 'objection: price/timing', 'bad-comparison', '[price, timing]'],
  ['objection: not none', 'objection: price | timing', 'bad-comparison', '[price, timing]'],
  ['objection: not none', 'objection: [price; timing]', 'wrong-kind', 'price, timing'],
  ['objection: not none', 'objection: [not none, not price]', 'bad-comparison', '"not [none, price]"'],
  ['objection: not none', 'objection: пусто', 'bad-comparison', 'empty'],
  ['objection: not none', 'objection: заполнено', 'bad-comparison', 'filled'],
  [
    'when:\n          objection: not none',
    'when: { or: [{ objection: price }, { need: filled }] }',
    'unknown-key',
    'any',
  ],
  ['filled: [decision_maker, need]', 'filled: [decision_maker; need]', 'wrong-kind', 'decision_maker, need'],
  ['by: lawyer\n        due: 2 working days\n', 'by: юрист\n        due: 2 working days\n', 'unknown-role', 'lawyer'],
  ['2027-02-23, ', '23 февраля 2027, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', 'Feb 23 2027, ', 'unknown-value', '2027-02-23'],
  ['2027-02-23, ', '02/23/2027, ', 'unknown-value', '2027-02-23'],
  ['hours: 09:00-18:00', 'hours: 9am-6pm', 'unknown-value', '09:00-18:00'],
  [
    'paid_percent:\n    type: percent\n    name: Share paid\n    formula: paid / amount * 100',
    'paid_percent: { type: percent, name: Share paid, formula: "paid" / "amount" * 100 }',
    'yaml-syntax',
    'paid_percent: { type: percent, name: Share paid, formula: paid / amount * 100 }',
  ],
  [
    'paid_percent:\n    type: percent\n    name: Share paid\n    formula: paid / amount * 100',
    'paid_percent: { type: percent, name: Share paid, formula: max(paid, amount) / amount * 100 }',
    'yaml-syntax',
    'paid_percent: { type: percent, name: Share paid, formula: "max(paid, amount) / amount * 100" }',
  ],
  ['formula: paid / amount * 100', 'formula: =paid / amount * 100', 'bad-formula', 'paid / amount * 100'],
  ['formula: paid / amount * 100', 'formula: paid / amount * 100%', 'bad-formula', 'paid / amount * 100'],
  ['      - notify: logistics', '      - set: { discount: 0.1 }', 'missing-percent', '10%'],
]

describe('what is written in other words', () => {
  test.each(cases)('%j written as %j is one message (%s) that offers %j, which is good', (from, to, code, help) => {
    expect(shipped).toContain(from)
    const text = shipped.replace(from, () => to)

    const { diagnostics } = check(text)

    expect(diagnostics.map((found) => [found.code, found.help])).toEqual([[code, expect.stringContaining(`“${help}”`)]])
    const [found] = diagnostics
    if (found === undefined) return
    const mended = typeHelp(text, found)
    expect(mended.length).toBeGreaterThan(0)
    for (const one of mended) expect(check(one).diagnostics).toEqual([])
  })

  test.each([
    [due, 'due: 1 working day 4 working hours', 'bad-duration', 'one length in the smaller unit'],
    [due, 'due: 999999999 working days', 'bad-duration', 'up to 9999'],
    [
      'by: quality\n        due: 3 working days',
      'by: quality, due: 3 working days',
      'yaml-syntax',
      'a line of its own',
    ],
    ['may_override: head_of_sales', 'may_override: owner', 'unknown-role', 'owner_manager'],
    ['discount: more than 10%', 'discount: 10% and amount more than 5', 'bad-comparison', 'a line of its own'],
    ['  late_task: ', '  late_tasks: ', 'unused', 'Did you mean “late_task”?'],
    ['formula: paid / amount * 100', 'formula: paid / 0', 'bad-formula', 'other than 0'],
    [
      '      - notify: logistics',
      '      - set: { amount: lots }',
      'bad-comparison',
      'Write a value, such as “100 000”',
    ],
    ['  payment_received:', '  delivery_date: X\n  payment_received:', 'bad-id', 'delivery_date_happened'],
  ] as const)('%j written as %j is one message (%s) that says what to do', (from, to, code, help) => {
    const { diagnostics } = check(shipped.replace(from, () => to))

    expect(diagnostics.map((found) => [found.code, found.help])).toEqual([[code, expect.stringContaining(help)]])
  })

  test.each(cases)('%j written as %j is told in Russian too', (from, to) => {
    const [found] = check(
      shipped.replace(from, () => to),
      { lang: 'ru' },
    ).diagnostics

    expect(`${found?.message} ${found?.help}`).not.toMatch(/[“”]/)
    expect(found?.help).toMatch(/[а-яё]{4}/i)
  })
})

describe('one fault, one message', () => {
  const line = '  - pipeline: b2b_new       # nobody knows yet what kind of client it is\n    give_to: head_of_sales\n'

  test('the line for all other deals moved to the top is told once, in its place', () => {
    const text = shipped
      .replace(line, '')
      .replace('new_deals:                  # the first line that fits decides\n', (head) => head + line)

    const { diagnostics } = check(text)

    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ['never-true', 'Move the line without “when” to the end.'],
    ])
  })

  test('an empty “when” in the last line, and the same “when” twice, are one message each', () => {
    const emptied = shipped.replace('  - pipeline: b2b_new       #', '  - when: {}\n    pipeline: b2b_new       #')
    const twice = shipped.replace(
      'client_type: person\n      repeat_client: no',
      'client_type: company\n      repeat_client: no',
    )

    expect(check(emptied).diagnostics.map(({ code }) => code)).toEqual(['missing-key'])
    expect(check(twice).diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ['never-true', expect.stringContaining('“when: { client_type: person, repeat_client: no }”')],
    ])
  })

  test.each([
    ['nothing', '', 'missing-key'],
    ['remarks alone', '# one\n# two\n', 'missing-key'],
    ['null', 'null\n', 'missing-key'],
    ['something else', 'services:\n  web:\n    image: nginx\nvolumes: {}\n', 'unknown-key'],
    ['names for parts of something else', 'a: &a [x]\nb: [*a, *a, *a]\nc: [*a, *a]\n', 'unknown-key'],
    ['a text in another encoding', shipped.replace('Lawyer', '\uFFFD\uFFFD\uFFFD'), 'not-utf8'],
    ['a text with zeros', shipped.replace('Lawyer', 'L\0a\0w'), 'not-utf8'],
  ])('a file of %s is one message', (_what, text, code) => {
    expect(check(text).diagnostics.map((found) => found.code)).toEqual([code])
  })

  test('a condition of intake that cannot be read says nothing of the lines below it', () => {
    const text = shipped.replace('- when:\n        channel: site\n        form: vacancy', '- when: vacancies')

    expect(check(text).diagnostics.map(({ code, help }) => [code, help])).toEqual([['wrong-kind', expect.any(String)]])
  })

  test('a name for a part that is repeated is told once, with the lines', () => {
    const text = shipped
      .replace('due: 1 working hour\n', 'due: &soon 1 working hour\n')
      .replace('due: 2 working days\n', 'due: *soon\n')

    expect(check(text).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['yaml-subset', expect.stringMatching(/“&soon” gives a part a name, and it is repeated in line \d+/)],
    ])
  })

  test('a shorter week is no fault of the holidays, and a list of stages that is empty is one', () => {
    const short = shipped.replace('work_week: mon-fri', 'work_week: [mon, tue, wed]')
    const empty = shipped.replace(/stages: \[individual_offer, contract.*\n/, 'stages: []\n')

    expect(check(short).diagnostics).toEqual([])
    expect(check(empty).diagnostics.map(({ code }) => code)).toEqual(['missing-key'])
  })

  test('a gate that asks for a value and for none is told, and so is an “any” within an item of one', () => {
    const gate = shipped.replace('filled: [objection]', 'filled: [objection]\n      must: { objection: empty }')
    const nested = shipped.replace(
      'when:\n          objection: not none',
      'when: { any: [{ objection: none, any: [{ amount: 5 }, { nps: 3 }] }, { discount: at most 5% }] }',
    )

    expect(check(gate).diagnostics.map(({ code }) => code)).toEqual(['never-true'])
    expect(check(nested).diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ['wrong-kind', expect.stringContaining('“{ objection: none, amount: 5 }, { objection: none, nps: 3 }”')],
    ])
  })
})

describe('what is written and means nothing, or not what was meant, is told once', () => {
  test.each([
    ['filled: [nps]', 'filled: []', 'missing-key', 'leave the line out'],
    ['options: [none, price, timing', 'options: [none, price, price, timing', 'duplicate-key', 'Keep one'],
    ['written_by: [lawyer, b2b_farmers]', 'written_by: [lawyer, lawyer, b2b_farmers]', 'said-twice', 'once'],
    ['chance: 50%', 'chance: 15%', 'odd-chance', 'at least 30%'],
    ['    name: Delivery\n', '    name: Delivery\n    chance: 95%\n', 'odd-chance', 'out'],
    ['      - move_to: delivery', '      - move_to: payment', 'move-stopped', 'Leave the move out'],
    ['      - move_to: delivery', '      - move_to: delivery\n      - move_to: nps', 'move-stopped', 'may_skip'],
    ['2027-11-04]', '2027-11-04, 2027-11-04]', 'contradictory-day', 'one place only'],
    ['give_to: b2b_hunters', 'give_to: owner', 'unknown-role', 'head_of_sales'],
    ['contract_file:\n    type', 'contract_file:\n    zzqqxx: 1\n    type', 'unknown-key', 'What can stand here'],
    ['contract_signed: The', 'draft_contract: Drafted\n  contract_signed: The', 'bad-id', 'draft_contract_happened'],
    [
      'source: [referral, exhibition]',
      'source: [referral, exhibition, referal]',
      'unknown-option',
      'Did you mean “referral”?',
    ],
  ] as const)('%j written as %j is %s', (from, to, code, help) => {
    expect(shipped).toContain(from)
    const { diagnostics } = check(shipped.replace(from, () => to))

    expect(diagnostics.map((found) => [found.code, found.help])).toEqual([[code, expect.stringContaining(help)]])
  })
})

describe('an id that cannot be one is told where it is declared, and nothing is said of its uses', () => {
  const ids = [
    'lawyer',
    'closing_documents',
    'b2b_new',
    'contract_signed',
    'draft_contract',
    'audience',
    'delivery_date',
  ]

  test.each(ids)('%s', (id) => {
    const named = (name: string): string => shipped.replaceAll(new RegExp(`\\b${id}\\b(?! [a-z])`, 'g'), name)
    const others = ['юрист', 'Имя 2', 'заявка_new', id.replace(/[ae]/, (letter) => (letter === 'a' ? 'а' : 'е'))]

    const told = others.map((other) => check(named(other)).diagnostics.map(({ code }) => code))

    expect(told).toEqual([['bad-id'], ['bad-id'], ['bad-id'], ['lookalike-letter']])
  })
})
