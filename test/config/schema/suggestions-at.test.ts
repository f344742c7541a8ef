import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '#config/check'
import { placeAt } from '#config/schema/place-at'
import { projectSchema } from '#config/schema/project-schema'
import { explanationAt, suggestionsAt } from '#config/schema/suggestions-at'
import { runs } from '#test/support/runs'

const own = readFileSync('pipelines.yaml', 'utf8')
const schema = projectSchema(own)

/** The text with a piece of it replaced, and the place of the `|` in what replaces it. */
function typed(piece: string, instead: string): { readonly text: string; readonly at: number } {
  const start = own.indexOf(piece)
  expect(start, `“${piece}” stands in pipelines.yaml`).toBeGreaterThanOrEqual(0)
  const text = `${own.slice(0, start)}${instead.replace('|', '')}${own.slice(start + piece.length)}`
  return { text, at: start + instead.indexOf('|') }
}

function labelsAt(piece: string, instead: string): readonly string[] {
  const { text, at } = typed(piece, instead)
  return suggestionsAt(text, at, schema)?.offers.map(({ label }) => label) ?? []
}

const when = '        when:\n          objection: not none'

describe('at the cursor is offered what may stand there:', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['roles after “by”', 'by: lawyer\n', 'by: |\n', ['owner', 'owner_manager', 'lawyer']],
    ['roles of which a letter is typed', 'by: lawyer\n', 'by: l|\n', ['lawyer']],
    ['fields in brackets', 'filled: [decision_maker, need]', 'filled: [decision_maker, |]', ['need', 'amount']],
    [
      'fields in brackets that are not closed yet',
      'filled: [decision_maker, need]',
      'filled: [decision_maker, |',
      ['need'],
    ],
    ['fields in braces', when, '        when: { | }', ['objection', 'discount', 'any']],
    ['options in braces', when, '        when: { objection: | }', ['none', 'not price', 'filled']],
    ['options in a list in braces', when, '        when: { objection: [none, |] }', ['price', 'trust']],
    ['fields under a key', when, '        when:\n          |', ['objection', 'discount']],
    ['options under a key', when, '        when:\n          objection: |', ['none', 'empty']],
    ['fields of one of several conditions', when, '        when:\n          any:\n            - |', ['objection']],
    ['keys of a task', when, '        |', ['when', 'escalate', 'checklist']],
    [
      'due dates',
      'due: 5 working days after draft_contract',
      'due: |',
      ['1 working day after draft_contract', 'at once'],
    ],
    ['days of hours in braces', '  hours: 09:00-18:00', '  hours: { | }', ['mon-fri', 'sat']],
    ['hours of a day', '  hours: 09:00-18:00', '  hours:\n    sat: |', ['09:00-18:00', '22:00-06:00']],
    ['events', 'on: payment_received', 'on: |', ['payment_received', 'task_done']],
    ['ladders', 'when_stuck: money_late', 'when_stuck: |', ['money_late', 'stuck_deal']],
    ['stages of a direction', 'stages: [presentation,', 'stages: [|,', ['contract']],
    [
      'stages that a direction changes',
      '    change:\n      contract:',
      '    change:\n      |\n      contract:',
      ['payment'],
    ],
    ['tasks', 'complete_task: check_payment', 'complete_task: |', ['check_payment']],
    ['what an automation does', '- notify: logistics', '- |', ['add_task', 'move_to', 'notify']],
    ['people in a list', 'notify: [owner, accountant]', 'notify:\n        - |', ['owner', 'lawyer']],
    ['where a deal is', 'when:\n      stage: payment\n', 'when:\n      stage: |\n', ['payment', 'not nps']],
    ['kinds of fields', 'type: choice\n    name: Main', 'type: |\n    name: Main', ['choice', 'yes_no']],
    ['a ready-made stage', '  closing_documents:\n', '  |\n  closing_documents:\n', ['new stage']],
    ['a ready-made line of new deals', 'new_deals:', 'new_deals:\n  |', ['new line']],
    ['sections', 'moved:', '|\nmoved:', ['calendars']],
    ['yes and no', 'optional: yes', 'optional: |', ['yes', 'no']],
  ])('%s', (_, piece, instead, labels) => {
    expect(labelsAt(piece, instead)).toEqual(expect.arrayContaining([...labels]))
  })

  test('no key twice, no task of another stage, nothing in a remark or in a text of several lines', () => {
    expect(labelsAt(when, '        |')).not.toContain('do')
    expect(labelsAt(when, '        when: { objection: none, | }')).not.toContain('objection')
    expect(labelsAt('due: 5 working days after draft_contract', 'due: |')).not.toContain(
      '1 working day after send_deck',
    )
    expect(labelsAt('moved:', '# b|\nmoved:')).toEqual([])
    expect(labelsAt('    how_to: |\n', '    how_to: >\n      b|\n')).toEqual([])
  })

  test('what is inserted begins where the word begins that is typed already', () => {
    const { text, at } = typed('by: lawyer\n', 'by: law|\n')

    expect(suggestionsAt(text, at, schema)?.from).toBe(at - 3)
  })
})

describe('a ready-made part', () => {
  test.each([
    ['new task', '    tasks:\n      get_feedback:', '    tasks:\n      |\n      get_feedback:'],
    ['new stage', '  closing_documents:\n', '  |\n  closing_documents:\n'],
    ['new rule', 'automation:\n', 'automation:\n  |\n'],
    ['new ladder', 'escalations:\n', 'escalations:\n  |\n'],
    ['new field', 'fields:', 'fields:\n  |\n#'],
    ['new line', 'new_deals:', 'new_deals:\n  |\n#'],
  ])('“%s” is YAML with the right indentation once it is filled in', (label, piece, instead) => {
    const { text, at } = typed(piece, instead)
    const offer = suggestionsAt(text, at, schema)?.offers.find((one) => one.label === label)
    const filled = (offer?.inserts ?? '').replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')

    const whole = `${text.slice(0, at)}${filled}${text.slice(at)}`

    expect(() => parse(whole)).not.toThrow()
    // What is left to say is which names are not declared, nothing about keys or shapes.
    const codes = check(whole).diagnostics.map(({ code }) => code)
    for (const code of codes) expect(code).toMatch(/^(unknown-(role|pipeline|stage)|unused|gap|never-true)$/)
  })
})

describe('under the mouse is explained', () => {
  test.each([
    ['a role', 'by: lawyer', 'lawyer', '**Lawyer**'],
    ['a key', 'by: lawyer', 'by', 'Who is responsible.'],
    ['a field in brackets', 'filled: [decision_maker', 'decision_maker', '**Person who decides**'],
    ['a field of a condition', 'must:\n        discount: at most', 'discount', '**Discount** – a percentage'],
    ['a task within a due date', '5 working days after draft_contract', 'draft_contract', 'Draw up the contract'],
    ['a date field within a due date', 'before delivery_date', 'delivery_date', 'Delivery date we promised'],
    ['an event', 'on: payment_received', 'payment_received', '**A payment has come in**'],
    ['a stage', '\n  contract:\n', 'contract', '**Contract and invoice**'],
    ['a stage in a list', 'stages: [presentation, general_offer', 'general_offer', '**General offer**'],
    ['a direction', 'pipeline: b2b_new', 'b2b_new', '**New companies**'],
  ])('%s', (_, piece, word, says) => {
    const at = own.indexOf(piece) + piece.indexOf(word) + 1

    expect(explanationAt(own, at, schema)).toContain(says)
  })
})

test('the place of every value of the file is found where YAML finds it', () => {
  const wrong: string[] = []
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) return value.forEach((item) => walk(item, [...path, '[]']))
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
      return
    }
    paths.add(path.join(' '))
  }
  const paths = new Set<string>()
  walk(parse(own), [])

  for (const found of own.matchAll(/^(?!\s*#).*?(?:: |- |\[|, )([\p{L}\d])/gmu)) {
    const at = found.index + found[0].length
    const place = placeAt(own, at)
    if (place === undefined || place.isKey) continue
    if (!paths.has(place.path.join(' '))) wrong.push(`${place.path.join('.')} at “${found[0]}”`)
  }

  expect(wrong).toEqual([])
})

test('whatever stands in the text and wherever the cursor is, something or nothing is offered', () => {
  fc.assert(
    fc.property(
      fc.nat(own.length),
      fc.nat(own.length),
      fc.constantFrom('{', '[', '"', ': ', '- ', '|', '#', '\t', '}'),
      (from, cut, piece) => {
        const text = `${own.slice(0, from)}${piece}${own.slice(from + (cut % 40))}`

        expect(() => suggestionsAt(text, from + 1, schema)).not.toThrow()
        expect(() => explanationAt(text, from + 1, schema)).not.toThrow()
      },
    ),
    { numRuns: runs(300) },
  )
})
