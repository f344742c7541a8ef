import { describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { formatRules } from '#config/fmt/format-rules'
import { placeAt } from '#config/schema/place-at'
import { projectSchema } from '#config/schema/project-schema'
import { explanationAt, suggestionsAt } from '#config/schema/suggestions-at'
import { playbook } from '#playbook/playbook'
import { baseFile } from '#test/config/base-file'

const withVisit = (due: string, more: { must?: string; extra?: string } = {}): string =>
  baseFile
    .replace(
      '  delivery_date: { type: date }\n',
      `  delivery_date: { type: date }\n  visit_at: { type: date_time, name: Visit }\n`,
    )
    .replace('        due: 2 working days after call\n', `        due: ${due}\n`)
    .replace(
      '      filled: [need]\n',
      `      filled: [need]\n${more.must === undefined ? '' : `      must: { visit_at: ${more.must} }\n`}`,
    )

type Told = readonly [code: string, message: string, help: string | undefined]

function told(text: string, lang: 'en' | 'ru' = 'en'): readonly Told[] {
  return check(text, { lang }).diagnostics.map(({ code, message, help }) => [code, message, help])
}

describe('due dates around a moment', () => {
  test.each([
    ['at visit_at', { kind: 'at', anchor: { kind: 'field', field: 'visit_at' } }],
    ['2 hours before visit_at', { direction: 'before', duration: { count: 2, kind: 'calendar', unit: 'hours' } }],
    ['30 minutes after visit_at', { direction: 'after', duration: { count: 30, kind: 'calendar', unit: 'minutes' } }],
    ['1 working hour before visit_at', { duration: { kind: 'working' } }],
    ['on visit_at at 09:00', { kind: 'on', at: '09:00' }],
  ])('%s is read', (due, rule) => {
    const { model, diagnostics } = check(withVisit(due))

    expect(diagnostics).toEqual([])
    expect(Object.values(model?.pipelines ?? {})[0]?.stages[0]?.tasks[1]?.due).toMatchObject({ ...rule, text: due })
  })

  test.each<readonly [string, string, string, string]>([
    [
      '2 hours before delivery_date',
      'ambiguous-duration',
      '“2 working hours” or “2 calendar hours”',
      '«2 working hours»',
    ],
    ['2 days before visit_at', 'ambiguous-duration', '“2 working days” or “2 calendar days”', '«2 calendar days»'],
    ['at delivery_date', 'unknown-anchor', 'Write “on delivery_date”', 'Напишите «on delivery_date»'],
    ['at 2027-03-01', 'unknown-anchor', 'Write “on 2027-03-01”', '«on 2027-03-01»'],
    ['at visit_ta', 'unknown-anchor', 'visit_at', 'visit_at'],
    ['2 hours before visit_ta', 'unknown-anchor', 'visit_at', 'visit_at'],
    ['at signed', 'unknown-anchor', '1 working hour after signed', '1 working hour after signed'],
  ])('%s is one fault of the kind %s with what to write', (due, code, help, russian) => {
    const faults = told(withVisit(due))

    expect(faults.map(([found]) => found)).toEqual([code])
    expect(faults[0]?.[2]).toContain(help)
    expect(told(withVisit(due), 'ru')[0]?.[2]).toContain(russian)
  })

  test('what is offered is accepted', () => {
    for (const due of ['on delivery_date', '1 working hour after signed', 'at visit_at']) {
      expect(told(withVisit(due))).toEqual([])
    }
  })
})

describe('conditions on a moment', () => {
  test.each(['after now', 'before today', 'within 24 calendar hours', 'at least 2027-03-01 10:00', 'filled'])(
    '%s is read',
    (must) => {
      expect(told(withVisit('at visit_at', { must }))).toEqual([])
    },
  )

  test.each<readonly [string, string, string]>([
    ['after 01.03.2027 9:00', 'bad-comparison', '2027-03-01 09:00'],
    ['after tomorow', 'bad-comparison', '2027-03-01 10:00'],
    ['after nwo', 'unknown-field', 'now'],
    ['not 2027-03-01', 'bad-comparison', '2027-03-01 10:00'],
    ['within 2 working hours', 'bad-comparison', 'within 2 calendar hours'],
    ['at least delivery_date', 'bad-comparison', 'now'],
    ['between 2027-03-02 and 2027-03-01', 'never-true', 'between 2027-03-01 and 2027-03-02'],
  ])('%s is %s, and what to write is shown', (must, code, help) => {
    const faults = told(withVisit('at visit_at', { must }))

    expect(faults.map(([found]) => found)).toEqual([code])
    expect(faults[0]?.[2]).toContain(help)
  })

  test('a field of another type is named with what it is, in both languages', () => {
    const text = withVisit('at visit_at', { must: 'at least delivery_date' })

    expect(told(text)[0]?.[1]).toBe(
      '“visit_at” is a date and time and “delivery_date” is a date: they cannot be compared.',
    )
    expect(told(text, 'ru')[0]?.[1]).toBe('«visit_at» – дата и время, а «delivery_date» – дата: их не сравнить.')
  })
})

test('the file is written as it was', () => {
  const text = withVisit('2 hours before visit_at', { must: 'after 2027-03-01 10:00' })
  const once = formatRules(text)

  expect(JSON.stringify(once)).toContain('2 hours before visit_at')
  expect(check(text).diagnostics).toEqual([])
})

describe('an editor', () => {
  const text = withVisit('1 working day', { must: 'filled' })
  const schema = projectSchema(text)
  const offered = (instead: string, piece: string): readonly string[] => {
    const typed = text.replace(piece, instead.replace('|', ''))
    const at = text.indexOf(piece) + instead.indexOf('|')
    return suggestionsAt(typed, at, schema)?.offers.map(({ label }) => label) ?? []
  }

  test('offers the type, due dates around it and comparisons with now', () => {
    expect(offered('visit_at: { type: |', 'visit_at: { type: date_time')).toContain('date_time')
    expect(offered('        by: lawyer\n        due: |\n', '        by: lawyer\n        due: 1 working day\n')).toEqual(
      expect.arrayContaining(['2 hours before visit_at', 'at visit_at', '30 minutes after visit_at']),
    )
    expect(offered('visit_at: | }', 'visit_at: filled }')).toEqual(
      expect.arrayContaining(['after now', 'within 24 calendar hours', 'after today']),
    )
  })

  test('explains it', () => {
    const at = text.indexOf('visit_at: filled') + 3
    expect(JSON.stringify(explanationAt(text, at, schema))).toContain('a date and time')
    expect(placeAt(text, at)).toBeDefined()
  })
})

test.each([
  ['en', '2 hours by the clock before “Visit”', '“Visit” is after 1 March 2027, 10:00'],
  ['ru', 'за 2 часа (круглосуточно) до времени из поля «Visit»', '«Visit» – позже 1 марта 2027 года, 10:00'],
] as const)('the playbook in %s says it', (language, due, must) => {
  const { model } = check(withVisit('2 hours before visit_at', { must: 'after 2027-03-01 10:00' }))
  if (model === undefined) throw new Error('The file has faults.')
  const words = playbook(model, language).pages.map(({ markdown }) =>
    markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
  )

  expect(words.join('\n')).toContain(due)
  expect(words.join('\n')).toContain(must)
})
