import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { genericSchema, projectSchema } from '#config/schema/project-schema'
import { startYamlServer, type Position, type YamlServer } from '#test/support/yaml-server'

const shipped = './schemas/generated/pipelines.schema.json'
const own = readFileSync('pipelines.yaml', 'utf8').replace(shipped, './own.schema.json')
const examples = 'test/fixtures/rules/'
const schemaNamed = /(?<=\$schema=)\S+/
const folder = mkdtempSync(join(tmpdir(), 'norma-editor-'))
let server: YamlServer

beforeAll(async () => {
  writeFileSync(join(folder, 'own.schema.json'), JSON.stringify(projectSchema(own)))
  writeFileSync(join(folder, 'generic.schema.json'), JSON.stringify(genericSchema()))
  server = await startYamlServer(folder)
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The text with a piece of it replaced, and the place of the `|` in what replaces it. */
function typed(piece: string, instead: string): { readonly text: string; readonly at: Position } {
  const start = own.indexOf(piece)
  expect(start, `“${piece}” stands in pipelines.yaml`).toBeGreaterThanOrEqual(0)
  const text = `${own.slice(0, start)}${instead.replace('|', '')}${own.slice(start + piece.length)}`
  const lines = text.slice(0, start + instead.indexOf('|')).split('\n')
  return { text, at: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } }
}

/** What is typed where (the cursor is at `|`), what must be offered, and with which explanation. */
const completions: readonly (readonly [
  what: string,
  piece: string,
  instead: string,
  offers: Readonly<Record<string, string>>,
])[] = [
  [
    'roles after “by”',
    'by: lawyer\n',
    'by: |\n',
    { lawyer: 'Lawyer', owner: 'The manager of the deal.', owner_manager: 'The head of the owner’s department.' },
  ],
  [
    'roles after “may_override”',
    'may_override: head_of_sales',
    'may_override: |',
    { head_of_sales: 'Head of the sales' },
  ],
  [
    'fields in a gate',
    'filled: [decision_maker, need]',
    'filled: [decision_maker, |]',
    { need: 'What the client is trying to solve', amount: 'Amount' },
  ],
  [
    'options of a choice in a condition',
    '        when:\n          objection: not none',
    '        when:\n          objection: |',
    { none: 'None', 'not price': 'Anything but “Price”', filled: 'There is a value.' },
  ],
  [
    'fields of a condition',
    '        when:\n          objection: not none',
    '        when:\n          |',
    { discount: '**Discount** – a percentage', objection: 'a choice: None, Price', any: 'At least one' },
  ],
  [
    'comparisons of a percentage',
    'must:\n        discount: at most 20%',
    'must:\n        discount: |',
    { 'at most 50%': 'This or less.', empty: 'There is no value.' },
  ],
  [
    'keys of a task that are not there yet',
    '        when:\n          objection: not none',
    '        |',
    {
      escalate: 'The ladder to climb when it is late.',
      optional: 'The stage may be left without it.',
      checklist: 'Steps',
    },
  ],
  [
    'due dates that count from tasks beside it, events and date fields',
    'due: 5 working days after draft_contract',
    'due: |',
    {
      '2 working days': 'closing time',
      '1 working day after draft_contract': 'Draw up the contract',
      '1 working day after contract_signed': 'the event',
      '1 working day before delivery_date': 'Delivery date we promised',
      'at once': 'the moment',
    },
  ],
  [
    'events that set a rule off',
    'on: payment_received',
    'on: |',
    { payment_received: 'A payment has come in', stage_entered: 'A deal enters a stage' },
  ],
  [
    'ladders',
    'when_stuck: money_late',
    'when_stuck: |',
    { money_late: 'tells owner, accountant', stuck_deal: 'at once' },
  ],
  [
    'the stages of a direction',
    'stages: [presentation,',
    'stages: [|,',
    { contract: 'Contract and invoice', nps: 'NPS' },
  ],
  ['the stage a deal is won after', 'won_after: payment', 'won_after: |', { payment: 'Payment', nps: 'NPS' }],
  [
    'stages that a direction changes',
    '    change:\n      contract:',
    '    change:\n      |\n      contract:',
    { payment: '**Payment**', delivery: '**Delivery**' },
  ],
  ['tasks to tick off', 'complete_task: check_payment', 'complete_task: |', { check_payment: 'Make sure the payment' }],
  ['where an automation moves a deal', 'move_to: delivery', 'move_to: |', { delivery: 'Delivery', completed: 'done' }],
  [
    'what an automation can do',
    '- notify: logistics',
    '- |',
    { add_task: 'Opens a task.', move_to: 'through its gate' },
  ],
  [
    'where a deal is, in the condition of a rule',
    'when:\n      stage: payment\n      paid_percent: at least 100%',
    'when:\n      stage: |',
    { payment: 'Payment', 'not nps': 'NPS' },
  ],
  [
    'what a sum may be compared with',
    'must:\n        paid_percent: at least 100%',
    'must:\n        paid: |',
    { 'at least amount': 'As much as the field', 'at most amount': 'or less' },
  ],
  [
    'what a date may be compared with',
    'must:\n        paid_percent: at least 100%',
    'must:\n        expected_close: |',
    { 'after today': 'Tomorrow or later', 'within 30 calendar days': 'From today up to that day' },
  ],
  [
    'how one of several is picked',
    'pick: in_turn',
    'pick: |',
    { in_turn: 'One after another.', least_busy: 'the least' },
  ],
  [
    'the direction of new deals',
    '    pipeline: b2b_new\n',
    '    pipeline: |\n',
    { b2b_new: 'New companies', b2c_repeat: '' },
  ],
  [
    'values of an axis',
    'axes:\n      segment: b2b\n      audience: new',
    'axes:\n      segment: |',
    { b2b: 'b2b', b2c: 'b2c' },
  ],
  [
    'lengths of time',
    'max_age: 10 working days\n    when_stuck',
    'max_age: |\n    when_stuck',
    { '2 working days': '' },
  ],
  [
    'kinds of fields',
    'objection:\n    type: choice',
    'new_one:\n    type: |\n  objection:\n    type: choice',
    { yes_no: 'Yes or no.', date: 'time can be counted' },
  ],
  ['yes and no without quotes', 'optional: yes', 'optional: |', { yes: 'Yes', no: 'No' }],
  ['sections of the file', 'moved:', '|\nmoved:', { calendars: 'Further calendars' }],
]

describe('the stock YAML extension completes', () => {
  test.each(completions)('%s', async (_, piece, instead, offers) => {
    const { text, at } = typed(piece, instead)

    const found = await server.complete(text, at)

    for (const [label, says] of Object.entries(offers)) {
      const offer = found.find((one) => one.label === label)
      expect(offer, `${label} is offered among ${found.map((one) => one.label).join(', ')}`).toBeDefined()
      expect(offer?.documentation).toContain(says)
    }
  })

  test('only what may stand there: no task of another stage to count from, no stage of another direction', async () => {
    const due = typed('due: 5 working days after draft_contract', 'due: |')
    const list = 'stages: [individual_offer, contract, payment, delivery, closing_documents, nps]\n    won_after: '
    const won = typed(`${list}payment`, `${list}|`)

    const dueLabels = (await server.complete(due.text, due.at)).map(({ label }) => label)
    const wonLabels = (await server.complete(won.text, won.at)).map(({ label }) => label)

    expect(dueLabels).not.toContain('1 working day after check_payment')
    expect(dueLabels).not.toContain('1 working day before contract_signed')
    expect(wonLabels).toContain('payment')
    expect(wonLabels).not.toContain('presentation')
  })
})

const snippets: readonly (readonly [
  what: string,
  piece: string,
  instead: string,
  label: string,
  inserts: readonly string[],
])[] = [
  [
    'a task',
    '    tasks:\n      get_feedback:',
    '    tasks:\n      |\n      get_feedback:',
    'new task',
    ['do:', 'by:', 'due:'],
  ],
  ['a stage', '  closing_documents:\n', '  |\n  closing_documents:\n', 'new stage', ['name:', 'goal:', 'tasks:']],
  ['a direction', 'pipelines:\n', 'pipelines:\n  |\n', 'new pipeline', ['name:', 'stages:', 'won_after:']],
  ['a rule of the automation', 'automation:\n', 'automation:\n  |\n', 'new rule', ['on:', 'do:', '- add_task:']],
  ['a line of new deals', 'new_deals:', 'new_deals:\n  - |', 'new line', ['when:', 'pipeline:', 'give_to:']],
  ['a ladder', 'escalations:\n', 'escalations:\n  |\n', 'new ladder', ['- after:', 'notify:']],
  ['a field', 'fields:', 'fields:\n  |\n#', 'new field', ['type:', 'name:']],
]

describe('the stock YAML extension inserts ready-made parts:', () => {
  test.each(snippets)('%s', async (_, piece, instead, label, inserts) => {
    const { text, at } = typed(piece, instead)

    const found = await server.complete(text, at)

    const offer = found.find((one) => one.label === label)
    for (const part of inserts) expect(offer?.inserts).toContain(part)
  })
})

const hovers: readonly (readonly [what: string, piece: string, word: string, says: readonly string[]])[] = [
  ['a role', 'by: lawyer', 'lawyer', ['Who is responsible.', '`lawyer`: Lawyer']],
  ['a stage where it is defined', '\n  contract:\n', 'contract', ['**Contract and invoice**']],
  ['the stage a deal is won after', 'won_after: payment', 'payment', ['won when it leaves', '`payment`: Payment']],
  ['an event', 'on: payment_received', 'payment_received', ['What sets it off.', 'A payment has come in']],
  ['a field of a gate', 'filled: [decision_maker', 'decision_maker', ['Person who decides']],
  ['a field of a condition', 'must:\n        discount: at most 20%', 'discount', ['**Discount** – a percentage']],
  ['a due date', 'due: 2 working days\n', 'due', ['When it must be done.', '`1 working day after`']],
  ['a length of time', 'max_age: 5 working days', 'max_age', ['How long a deal may stay.', '15 working minutes']],
  ['a direction', '\n  b2b_new:\n', 'b2b_new', ['**']],
]

describe('the stock YAML extension explains', () => {
  test.each(hovers)('%s', async (_, piece, word, says) => {
    const start = own.indexOf(piece)
    const before = own.slice(0, start + piece.indexOf(word) + 1).split('\n')

    const told = await server.hover(own, { line: before.length - 1, character: before.at(-1)?.length ?? 0 })

    expect(start).toBeGreaterThanOrEqual(0)
    for (const part of says) expect(told).toContain(part)
  })
})

describe('the stock YAML extension complains', () => {
  test('of nothing in the pipelines of this repository, by their own schema and by the one of the language', async () => {
    expect(await server.complaints(own)).toEqual([])
    expect(await server.complaints(own.replace('./own.schema.json', './generic.schema.json'))).toEqual([])
  })

  test.each([
    ['paid: at least amount', 0],
    ['expected_close: after today', 0],
    ['expected_close: within 2 calendar weeks', 0],
    ['paid: at least discount', 1],
    ['paid: after amount', 1],
    ['expected_close: within 5 working days', 1],
  ])('of %s: %i times', async (line, times) => {
    const text = own.replace('must:\n        paid_percent: at least 100%', `must: { ${line} }`)

    expect(await server.complaints(text)).toHaveLength(times)
  })

  test.each(['complete.yaml', 'next-version.yaml', 'next-version-blocked.yaml'])(
    'of nothing in the example %s',
    async (file) => {
      const text = readFileSync(examples + file, 'utf8').replace(schemaNamed, `./${file}.schema.json`)
      writeFileSync(join(folder, `${file}.schema.json`), JSON.stringify(projectSchema(text)))

      expect(await server.complaints(text)).toEqual([])
    },
  )

  test('of the faults of seventeen-faults.yaml that a schema can see, where they are', async () => {
    const text = readFileSync(`${examples}seventeen-faults.yaml`, 'utf8').replace(schemaNamed, './broken.schema.json')
    writeFileSync(join(folder, 'broken.schema.json'), JSON.stringify(projectSchema(text)))

    const complaints = await server.complaints(text)

    const places = complaints.map(({ line, column }) => `${line}:${column}`)
    expect(places.toSorted((left, right) => Number.parseFloat(left) - Number.parseFloat(right))).toEqual([
      '51:14', // 5 days
      '57:7', // the task in which “by” is missing, because
      '59:9', // responsible
      '60:14', // after send_dek
      '62:16', // decison_maker
      '87:28', // not pricing
      '117:13', // layer
      '146:29', // fully paid
      '165:14', // on delivery_dat
      '180:14', // 10 wroking days
      '200:16', // paymnt
      '225:7', // feedbak
      '242:61', // closing_docs
      '287:11', // least_bussy
      '328:18', // delivary
    ])
  })

  test('in words an analyst understands', async () => {
    const text = own.replace('max_age: 5 working days', 'max_age: 5 days').replace('by: lawyer', 'by: layer')

    const told = (await server.complaints(text)).map(({ message }) => message).join('\n')

    expect(told).toContain('A bare “2 days” could mean either.')
    expect(told).toContain('There is no such role. Roles are declared under “roles”.')
    expect(told).not.toMatch(/pattern|property|schema|enum/i)
  })
})
