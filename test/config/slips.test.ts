import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '#config/check'
import { baseFile } from './base-file'
import { typeHelp } from './type-help'

const shipped = readFileSync('pipelines.yaml', 'utf8')

/** What is written in the shipped file, what somebody writes instead, the line of it that is told, and a part of the help. */
type Slip = readonly [name: string, from: string, to: string, told: string, help: string]

const slips: readonly Slip[] = [
  ['a colon is left out', 'do: Draw up the contract', 'do Draw up the contract', 'do Draw', 'do: Draw up the contract'],
  ['a colon is left out behind an id', '  presentation:\n', '  presentation\n', '  presentation', '“presentation:”'],
  [
    'a colon is left out in the last line',
    'due: 1 working day after dra',
    'due 1 working day after dra',
    'due 1 w',
    'due: 1',
  ],
  ['a semicolon', 'by: logistics\n        due: 1', 'by; logistics\n        due: 1', 'by; log', '“by: logistics”'],
  ['an equals sign', 'by: logistics\n        due: 1', 'by = logistics\n        due: 1', 'by = log', '“by: logistics”'],
  ['a space before the colon', 'chance: 10%', 'chance :10%', 'chance :', '“chance: 10%”'],
  ['a colon of another layout', 'chance: 10%', 'chance：10%', 'chance：', '“chance: 10%”'],
  ['a hard space behind the colon', 'by: quality', 'by:\u00a0quality', 'by:\u00a0q', 'Put a space'],
  ['a hard space before the key', '        by: quality', '       \u00a0by: quality', 'by: quality', 'Put a space'],
  ['a dash for a hyphen', '    - after: 3 working days', '    – after: 3 working days', '– after', '“- after: 3'],
  [
    'dashes for hyphens',
    '          - The right person has opened it\n          - We know who decides\n          - We know what they need and why now',
    '          — The right person has opened it\n          — We know who decides\n          — We know what they need and why now',
    '— The right',
    'in all 3 lines',
  ],
  ['a hyphen before a line', '  lawyer: Lawyer', '  - lawyer: Lawyer', '- lawyer', '“lawyer: Lawyer”'],
  [
    'a quote inside a whole quoted text',
    "do: Return the client's copy with our signature",
    "do: 'Return the client's copy with our signature'",
    "do: 'Ret",
    `“do: "Return the client's copy with our signature"”`,
  ],
  ['a text behind quotes', 'do: Draw up the contract', 'do: "Draw up" the contract', 'do: "Draw', `'"Draw up" the`],
  [
    'a remark in brackets',
    '[contract_file, invoice_number, client.inn]',
    '[contract_file, # invoice_number, client.inn]',
    'filled: [con',
    'e, inv',
  ],
  [
    'a decimal comma in brackets',
    'must:\n        discount: at most 20%',
    'must: { discount: at most 10,5% }',
    'must: { disc',
    'at most 10.5%',
  ],
  [
    'a name too far left beside the keys of what it belongs to',
    '      segment: b2b\n      audience: new',
    '      segment: b2b\n    audience: new',
    'audience: new',
    'with 6 spaces',
  ],
  ['a section in another', '\nroles: ', '\n  roles: ', '  roles:', 'with no spaces'],
  ['a key a step too deep', '\n    goal: Both', '\n      goal: Both', 'goal: Both', 'with 4 spaces'],
  ['a key a space too deep', '        by: quality', '         by: quality', 'by: quality', 'with 8 spaces'],
  ['a key a space too far left', '        by: quality', '       by: quality', 'by: quality', 'with 8 spaces'],
  [
    'a block a step too deep',
    '    gate:\n      filled: [contract_file, invoice_number, client.inn]\n\n',
    '      gate:\n        filled: [contract_file, invoice_number, client.inn]\n\n',
    '      gate:',
    'with 4 spaces',
  ],
  [
    'no blank behind a colon, and a remark',
    '    known: everybody        #',
    '    known:everybody        #',
    'known:',
    '“known: everybody”',
  ],
  ['a dash left out', '    - after: 3 working days', '    after: 3 working days', 'after: 3', '“- after: 3 working'],
  [
    'a blank in the place of a dash',
    '    - after: 1 working day\n      notify: owner_m',
    '      after: 1 working day\n      notify: owner_m',
    'after: 1',
    '“- after: 1 working day”',
  ],
  [
    'the first dash left out',
    '  stuck_deal:               # for a deal that stays longer than max_age\n    - after',
    '  stuck_deal:\n      after',
    'after: at',
    '“- after: at once”',
  ],
  [
    'no blank behind a dash',
    '          - Delivery terms',
    '          -Delivery terms',
    '-Delivery',
    '“- Delivery terms”',
  ],
  ['a star for a dash', '    - after: 3 working days', '    * after: 3 working days', '* after', '“- after: 3'],
  [
    'round brackets',
    'filled: [decision_maker, need]',
    'filled: (decision_maker, need)',
    'filled: (',
    '“filled: [decision_maker, need]”',
  ],
  [
    'braces',
    'notify: [owner, accountant]',
    'notify: {owner, accountant}',
    'notify: {',
    '“notify: [owner, accountant]”',
  ],
  [
    'the first bracket lost',
    'filled: [decision_maker, need]',
    'filled: decision_maker, need]',
    'filled: dec',
    '“filled: [decision_maker, need]”',
  ],
  [
    'a bracket of another kind',
    'filled: [decision_maker, need]',
    'filled: [decision_maker, need)',
    'filled: [',
    '“filled: [decision_maker, need]”',
  ],
  [
    'a comma twice',
    'filled: [decision_maker, need]',
    'filled: [decision_maker,, need]',
    'filled: [',
    '“filled: [decision_maker, need]”',
  ],
  ['backticks', 'by: quality', 'by: `quality`', 'by: `', '“by: quality”'],
  ['a line of another format', '        by: quality', '        "by": "quality",', '"by"', '“by: "quality"”'],
  [
    'a text that begins with a star',
    'do: Draw up the contract',
    'do: *Draw up the contract',
    'do: *',
    'do: "*Draw up the contract"',
  ],
  [
    'a remark of another language',
    '  lawyer: Lawyer',
    '  // who draws up contracts\n  lawyer: Lawyer',
    '// who',
    '“# who draws up contracts”',
  ],
  ['a line left over from a merge', '  lawyer: Lawyer', '<<<<<<< HEAD\n  lawyer: Lawyer', '<<<<', 'Leave the line out'],
  [
    'a block a step too far left',
    '\n  delivery_date:\n    type',
    '\ndelivery_date:\n    type',
    'delivery_date:',
    'with 2 spaces',
  ],
  [
    'the first block of a section too far left',
    '  paid:                     # payment',
    'paid:                     # payment',
    'paid:',
    'with 2 spaces',
  ],
  ['a stage too far left', '\n  contract:\n    name', '\ncontract:\n    name', 'contract:', 'with 2 spaces'],
  [
    'a condition a step too far left',
    '      client_type: person\n      repeat_client: no',
    '    client_type: person\n      repeat_client: no',
    'client_type',
    'with 6 spaces',
  ],
  ['a tab for each step', '\n        by: quality', '\n\t\t\t\tby: quality', 'by: quality', 'with 8 spaces'],
  ['a tab for four blanks', '\n    name: NPS', '\n\tname: NPS', 'name: NPS', 'with 4 spaces'],
  [
    'ids at the depth of their table',
    '\n      send_general_offer:',
    '\n    send_general_offer:',
    'send_general',
    '6 spaces',
  ],
]

describe('a slip of the pen', () => {
  test.each(slips)('%s: is told once, in its line, and the help mends it', (_name, from, to, told, help) => {
    expect(shipped.split(from)[0]).not.toBe(shipped)
    const text = shipped.replace(from, () => to)

    const { diagnostics, model } = check(text)

    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1)
    const [found] = diagnostics
    expect(model).toBeUndefined()
    expect(text.split('\n')[(found?.line ?? 0) - 1]).toContain(told)
    expect(found?.help).toContain(help)
    if (found === undefined) return
    for (const mended of typeHelp(text, found)) expect(check(mended).diagnostics).toEqual([])
  })

  test('tabs at the beginning of many lines are one fault, and spaces for all of them mend it', () => {
    const text = shipped.replaceAll(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))

    const { diagnostics } = check(text)

    expect(diagnostics).toHaveLength(1)
    const [found] = diagnostics
    expect(found).toMatchObject({ code: 'yaml-subset', line: 7, column: 1 })
    expect(found?.message).toMatch(/^This line and \d{3} more begin with a tab/)
    for (const mended of found === undefined ? [] : typeHelp(text, found)) expect(mended).toBe(shipped)
  })

  test.each([4, 8])('a tab for every %i blanks, and spaces for the rest, is one fault too', (blanks) => {
    const text = shipped.replaceAll(new RegExp(`^(?: {${blanks}})+`, 'gm'), (depth) =>
      '\t'.repeat(depth.length / blanks),
    )

    const { diagnostics } = check(text)

    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-subset'])
  })

  test('two of them are told both, and a fault behind them too', () => {
    const text = shipped
      .replace('do: Draw up the contract', 'do Draw up the contract')
      .replace('\n    goal: Both', '\n      goal: Both')
      .replace('by: quality', 'by: qality')

    const { diagnostics } = check(text)

    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-syntax', 'yaml-syntax', 'unknown-role'])
    expect(diagnostics.every(({ line, column, endColumn }) => line > 0 && column > 0 && endColumn > column)).toBe(true)
  })
})

test('a value that was left out is told of its key, though the lines below could be ids of it', () => {
  const [gone, below] = ['  hours: 09:00-18:00\n', '  holidays: [2027-01-01]\n']
  const text = `version: 1\ncalendar:\n  timezone: Europe/Moscow\n  work_week: mon-fri\n${gone}${below}`
  const told = (written: string) =>
    check(written).diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)

  const others = told(text)
  expect(told(text.replace(gone, '  hours:\n')).filter((one) => !others.includes(one))).toEqual(['5:3 missing-key'])
})

test('a key that means nothing behind a table of names is told as that, and not as one of its names', () => {
  const { diagnostics } = check(`${baseFile.trimEnd()}\nzzqqxx: 1\n`)

  expect(diagnostics.map(({ column, code }) => `${column} ${code}`)).toEqual(['1 unknown-key'])
})
