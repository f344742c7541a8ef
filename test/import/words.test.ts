import { describe } from 'vitest'

import { en } from '#import/words/en'
import { ru } from '#import/words/ru'
import { triesBothLanguages, type Samples } from '#test/support/both-languages'

const offers = [{ guess: 'Sum', known: ['Sum', 'Day'] }, { known: ['Day'] }, { known: [] }]

const samples: Samples<typeof en> = {
  yaml: [{ text: 'Отступ не тот' }],
  kind_missing: [{ kinds: ['deals', 'targets'] }],
  key_unknown: [
    ...offers.map((offer) => ({ ...offer, key: 'Summ', thing: 'client' })),
    { key: 'x', thing: { a: 'mapping' }, known: ['y'] },
    { key: 'x', thing: { inputOf: 'deals' }, known: ['y'] },
    { key: 'x', thing: { source: 'owner' }, known: ['y'] },
    { key: 'x', thing: { lookup: 'people' }, known: ['y'] },
    { key: 'x', thing: { mapOf: { source: 'owner' } }, known: ['y'] },
    { key: 'x', thing: { columnsOf: 'wide' }, known: ['y'] },
    { key: 'x', thing: { becomes: 'Anna' }, known: ['y'] },
  ],
  word_unknown: offers.map((offer) => ({ ...offer, text: 'dael', key: 'kind' })),
  not_keys: [{ thing: { a: 'outcome' } }],
  not_text: [{ thing: 'file' }],
  no_value: [{ key: 'Anna' }],
  lookup_lacks: [{ lookup: 'people', key: 'from' }],
  lookup_unknown: offers.map((offer) => ({ ...offer, lookup: 'peopel' })),
  source_unsaid: [{ thing: { source: 'owner' } }],
  dates: [{ text: 'whenever' }],
  delimiter: [{ text: '::' }],
  lost_reason: [{ reasons: ['price', 'time'] }],
  no_target_id: [{ scope: 'employee' }],
  wide_twice: [{ key: 'period' }],
  rules_know_no: [
    ...offers.map((offer) => ({ ...offer, thing: 'stage' as const, id: 'Summ' })),
    ...(['direction', 'role', 'field', 'lost reason'] as const).map((thing) => ({ thing, id: 'x', known: ['y'] })),
  ],
  column_unknown: offers.map((offer) => ({ ...offer, file: 'a.csv', column: 'Summ' })),
  file_absent: [{ file: 'a.csv', folder: 'exports' }],
  file_empty: [{ file: 'a.csv' }],
  file_not_utf8: [{ file: 'a.csv', guess: 'cp866' }],
  file_not_text: (['workbook', 'pdf', 'archive', 'page'] as const).map((is) => ({ file: 'a.csv', is })),
  file_large: [true, false].map((isWhole) => ({ file: 'a.csv', has: 90, most: 64, isWhole })),
  heading_quote: [{ file: 'a.csv' }],
  text_long: [{ key: 'title', start: 'xxx', length: 300, most: 200 }],
  date_excel: [{ text: '46082', day: '2026-03-01' }],
  number_sign: (['amount', 'whole', 'number'] as const).map((kind) => ({
    text: '1 ₽',
    kind,
    example: '1250',
    sign: '₽',
  })),
  owner_unsure: [{ owner: 'Иванов', id: 'ivanov', other: 'Ivanov' }],
  plan_unsure: [{ key: 'Иванов', id: 'ivanov', other: 'Ivanov' }],
  id_shared: [{ id: 'ivanov', key: 'Ivanov', other: 'Иванов', line: 2 }],
  id_taken: [{ id: 'ivanov', key: 'Ivanov', there: 'Иванов' }],
  id_again: [{ key: 'Иванов', line: 2 }],
  department_taken: [{ id: 'sever', key: 'Sever', there: 'Север' }],
  more_lines: [
    { who: 'Иванов', more: 1 },
    { who: 'Иванов', more: 7 },
  ],
  not_whole: [{ key: 'cut' }],
  column_twice: [{ file: 'a.csv', column: 'Sum' }],
  one_column: [{ file: 'a.csv', heading: 'a;b', delimiter: '";"' }],
  misfit: [
    { has: 1, wants: 9 },
    { has: 2, wants: 9 },
  ],
  whole_deal: [{ lines: 3 }],
  squeezed: [{ text: '7,70E+09' }],
  odd_sign: (['line_break', 'control', 'direction', 'broken'] as const).map((why) => ({
    key: 'title',
    sign: { why, sign: 'U+000A' },
  })),
  names_no_deal: [{ field: 'Framework', text: 'old:7', direction: 'B2B repeat' }],
  value_empty: [{ key: 'owner' }],
  not_yes_no: [{ text: 'x' }],
  no_time: [
    { text: '01.03.2027', patterns: ['DD.MM.YYYY'] },
    { text: '46082', patterns: ['excel'] },
  ],
  not_date: [{ text: 'x', patterns: ['DD.MM.YYYY', 'YYYY-MM-DD'] }],
  not_number: (['amount', 'whole', 'number'] as const).map((kind) => ({ text: 'x', kind, example: '1250' })),
  too_exact: [
    { text: '1.5', decimals: 0 },
    { text: '1.005', decimals: 2 },
  ],
  too_large: [{ text: '9'.repeat(30) }],
  not_looked_up: [{ text: 'x', column: 'Name', file: 'a.csv' }],
  not_mapped: [
    { text: 'x', known: ['Anna', 'Boris'] },
    { text: '', known: ['Anna', 'Boris'] },
  ],
  closed_before: [{ made: '2025-02-03', closed: '2025-02-02' }],
  outcome_unknown: [
    { text: 'x', known: ['Won', 'Lost'] },
    { text: '', known: ['Won', 'Lost'] },
  ],
  differs: [{ key: 'owner', here: 'anna', there: 'boris', line: 4 }],
  id_twice: [{ id: 'old:1', place: 'a.csv:2' }],
  id_long: [{ start: 'xxx' }],
  nobody: [{ owner: 'zoe' }],
  future: [{ day: '2030-01-01' }],
  won_before: [{ pipeline: 'New', wonAfter: 'payment', stage: 'offer', later: ['delivery', 'completed'] }],
  past_won: [{ pipeline: 'New', stage: 'delivery' }],
  reason: [{ reason: 'x', known: ['price', 'time'] }],
  target_twice: [{ period: '2025-Q1', id: 'anna', line: 2 }],
  bitrix_rows: [{ missing: 12 }],
  bitrix_refused: [{ why: 'EXPIRED' }, { why: undefined }],
}

// Of what a sentence is its place in the file says.
const things = ['kind', 'client', 'file', 'owner', 'outcome', 'mapping', 'deals', 'people', 'wide', 'Anna']
const rulesThings = ['stage', 'direction', 'role', 'field', 'lost reason']

describe('an import', () => {
  triesBothLanguages('an import', {
    en,
    ru,
    samples,
    bare: ['yaml'],
    unnamed: {
      key_unknown: things,
      word_unknown: things,
      not_keys: things,
      not_text: things,
      source_unsaid: things,
      rules_know_no: rulesThings,
      odd_sign: ['control', 'direction'],
      not_number: ['amount', 'whole', 'number'],
      file_not_text: ['workbook', 'pdf', 'archive', 'page'],
      number_sign: ['amount', 'whole', 'number'],
    },
  })
})
