import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'

import { MappingError } from '#import/mapping'
import { nameToId } from '#import/name-to-id'
import { readMapping } from '#import/read-mapping'
import { usualFormat } from '#import/read-source'
import { openTable, readTable, wholeTable } from '#import/read-table'
import { isDatePattern, readDate } from '#import/read-dates'
import { readMoney, readNumber, readYesNo } from '#import/read-values'
import { say } from '#import/say'
import { fileOfBytes } from '#import/source-file'
import { offer } from '#import/yaml-walk'

const base = `version: 1
inputs:
  - kind: deals
    file: deals.csv
    external_id: Id
    title: Title
    owner: Owner
    pipeline: { value: b2b_new }
    created: Made
`

function faultsOf(text: string): readonly string[] {
  try {
    readMapping(text)
    return []
  } catch (error) {
    if (error instanceof MappingError) return error.message.split('\n')
    throw error
  }
}

describe('faults of a mapping say what to write instead', () => {
  test('a mapping without faults is read', () => {
    expect(faultsOf(base)).toEqual([])
  })

  test.each([
    [
      base.replace('title', 'titel'),
      ['3:5: “title” is missing', '6:12: There is no key “titel” in an input of deals. Did you mean “title”?'],
    ],
    [base.replace('kind: deals', 'kind: deal'), ['3:11: “deal” cannot be kind. Did you mean “deals”?']],
    [base.replace('    external_id: Id\n', ''), ['3:5: “external_id” is missing: what tells a deal from all others']],
    [
      base.replace('{ value: b2b_new }', '{ value: b2b_new, column: X }'),
      ['8:15: Say where “pipeline” comes from: one of column'],
    ],
    [
      base.replace('owner: Owner', 'owner: { column: O, lookup: people }'),
      ['7:12: There is no lookup “people” in this mapping.'],
    ],
    [`${base}    outcome: { won: yes, lost: price }\n`, ['10:14: A deal is either won or lost: keep one of them.']],
    [
      `${base}    format: { delimiter: "::", encoding: latin }\n`,
      ['10:26: “::” cannot be a delimiter.', '10:42: “latin” cannot be encoding.'],
    ],
    [`${base}    amount: { column: Sum, factor: a lot }\n`, ['10:36: A factor is a whole number']],
    [
      `${base}    closed: { column: End, dates: whenever }\n`,
      ['10:35: “whenever” does not say how dates are written.'],
    ],
    ['', ['1:1: The mapping is empty.']],
    ['version: 2\n', ['1:1: A mapping has “inputs”', '1:10: “2” cannot be version.']],
  ])('%#', (text, wanted) => {
    const faults = faultsOf(text)

    expect(faults).toHaveLength(wanted.length)
    for (const [index, one] of wanted.entries()) expect(faults[index]).toContain(one)
  })
})

describe('files', () => {
  test('a byte order mark is believed before the mapping', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Имя,Сумма\nАнна,5\n', 'utf16le')])

    expect(readTable(bytes, { ...usualFormat, encoding: 'cp1251' }).rows).toEqual([
      { line: 2, cells: { Имя: 'Анна', Сумма: '5' } },
    ])
  })

  test('a file in another encoding or with another delimiter is refused with what to write', () => {
    expect(() => readTable(Buffer.from([0xc0, 0xed, 0xed, 0xe0]), usualFormat)).toThrow('Write “encoding: cp1251”')
    expect(() => readTable(Buffer.from('a;b\n1;2\n'), usualFormat)).toThrow('Write “delimiter: ";"”')
  })

  test.each([
    ['cp866', iconv.encode('Имя,Сумма\nАнна Щукина,5\n', 'cp866'), 'Write “encoding: cp866”'],
    ['cp1251', iconv.encode('Имя,Сумма\nАнна Щукина,5\n', 'win1251'), 'Write “encoding: cp1251”'],
    ['UTF-16', iconv.encode('Имя,Сумма\nАнна Щукина,5\n', 'utf-16le'), 'Write “encoding: utf-16”'],
    ['a workbook', Buffer.from('PK\u0003\u0004…'), 'It is an Excel workbook'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'save it as “CSV UTF-8”'],
    ['a page', Buffer.from('<html><table>'), 'It is a web page'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'It is a PDF'],
    ['an archive', Buffer.from([0x1f, 0x8b, 8]), 'Unpack it first.'],
    ['JSON', Buffer.from('\uFEFF [{"No":1}]'), 'It is JSON'],
    ['JSON of one thing', Buffer.from('{ "deals": [] }'), 'It is JSON'],
    ['XML', Buffer.from('<?xml version="1.0"?><КоммерческаяИнформация/>'), 'It is XML'],
    ['a document', Buffer.from('{\\rtf1\\ansi No,Title}'), 'It is a document of a word processor'],
    [
      'a table of dBase',
      Buffer.from([3, 0x7b, 1, 31, ...Array.from({ length: 60 }, () => 0)]),
      'It is a table of dBase',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0]), 'It is a text in UTF-32'],
    ['nothing', Buffer.from(''), 'The file is empty'],
  ])('%s is named for what it is', (_, bytes, told) => {
    expect(() => readTable(bytes, usualFormat)).toThrow(told)
  })

  test('a file is read alike however it is cut into pieces', () => {
    const text = 'Имя,Сумма\r\n"Анна\r\nЩукина",5\r\n\r\nБ,6\rВ,7\n'
    const bytes = Buffer.from(text)
    const whole = readTable(bytes, usualFormat)

    for (const size of [1, 2, 3, 7]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, no) =>
        bytes.subarray(no * size, (no + 1) * size),
      )
      const pieces = wholeTable(openTable({ size: bytes.length, chunks: () => chunks }, usualFormat))
      expect(pieces).toEqual(whole)
    }
    expect(whole.rows.map(({ line, cells }) => [line, cells['Имя']])).toEqual([
      [2, 'Анна\nЩукина'],
      [5, 'Б'],
      [6, 'В'],
    ])
  })

  test('a quote that is never closed costs its own line, none before and none behind', () => {
    const { rows, leftOut } = readTable(Buffer.from('a,b\n1,2\n3,"4\n5,6\n'), usualFormat)

    expect(rows.map(({ line }) => line)).toEqual([2, 4])
    expect(leftOut).toEqual([{ line: 3, reasons: [say('quote_open')] }])
  })
})

test.each([
  ['1,250.50', ',', '.', 125050],
  ['1 250,5', ' ', ',', 125050],
  ['1\u00a0250\u202f000', ' ', ',', 125000000],
  ['-7', '', '.', -700],
  ['0.10', '', '.', 10],
] as const)('%s is read exactly', (text, thousands, decimal, minor) => {
  expect(readMoney(text, { ...usualFormat, thousands, decimal }, { currency: 'RUB' })).toBe(minor)
})

test.each([
  ['JPY', '10000', 10000],
  ['RUB', '10000', 1_000_000],
  ['KWD', '10.5', 10_500],
  ['CLF', '1.0001', 10_001],
] as const)('an amount in %s is read by the digits of its currency', (currency, text, minor) => {
  expect(readMoney(text, usualFormat, { currency })).toBe(minor)
})

test.each([
  ['(1 250,50)', -125050],
  ['( 5 ₽ )', -500],
  ['₽ (5)', -500],
  ['1 250,50-', -125050],
  ['7−', -700],
  ['-₽ 5', -500],
])('“%s” is less than nothing', (text, minor) => {
  const format = { ...usualFormat, decimal: ',', thousands: ' ', strip: ['₽'] } as const
  expect(readMoney(text, format, { currency: 'RUB' })).toBe(minor)
})

test.each(['(-5)', '-5-', '((5))', '(5', '5)', '-(5)'])(
  '“%s” is no amount, and nothing of it is to be stripped',
  (text) => {
    expect(() => readMoney(text, usualFormat, { currency: 'RUB' })).toThrow(
      /is not an amount written such as [\d.]+\.$/,
    )
  },
)

test('an amount with more digits than its currency has, or too large to be meant, is refused', () => {
  expect(() => readMoney('10.5', usualFormat, { currency: 'JPY' })).toThrow('more exact')
  expect(() => readMoney('100000000000.01', usualFormat, { currency: 'RUB' })).toThrow('too large')
})

test.each(['1,25', '1.250,00', '12,3456', 'ten', '1 000', '$5', ''])(
  '“%s” is no amount in the usual format',
  (text) => {
    expect(() => readMoney(text, usualFormat, { currency: 'RUB' })).toThrow('is not an amount')
  },
)

test.each([
  ['2017/08/25', 'YYYY/MM/DD', { date: '2017-08-25' }],
  ['5.8.17', 'D.M.YY', { date: '2017-08-05' }],
  ['8/5/2017 09:15', 'M/D/YYYY HH:mm', { date: '2017-08-05', time: '09:15' }],
  ['8/5/2017 9:15 PM', 'M/D/YYYY h:mm A', { date: '2017-08-05', time: '21:15' }],
  ['8/5/2017 12:00:07\u202fa.m.', 'M/D/YYYY h:mm:ss A', { date: '2017-08-05', time: '00:00:07' }],
  ['05.08.2017 12:30pm', 'DD.MM.YYYY hh:mmA', { date: '2017-08-05', time: '12:30' }],
  ['5 августа 2017 г.', 'D MMMM YYYY*', { date: '2017-08-05' }],
  ['05.сен.17', 'DD.MMM.YY', { date: '2017-09-05' }],
  ['Sept. 5, 2017', 'MMM D, YYYY', { date: '2017-09-05' }],
  ['1-мая-2017 7:05', 'D-MMM-YYYY H:mm', { date: '2017-05-01', time: '07:05' }],
  ['2017-08-04T22:30:00Z', 'YYYY-MM-DD', { date: '2017-08-05', time: '01:30:00' }],
  ['2017-08-05 01:30:15.25+07:00', 'DD.MM.YYYY', { date: '2017-08-04', time: '21:30:15' }],
  ['2017-08-04T22:30:00Z', 'YYYY-MM-DD*', { date: '2017-08-04' }],
])('%s is a date', (text, pattern, wanted) => {
  expect(isDatePattern(pattern)).toBe(true)
  expect(readDate(text, { patterns: [pattern], zone: 'Europe/Moscow' })).toEqual(wanted)
})

test.each([
  ['5 мрт 2017', 'D MMM YYYY'],
  ['5 ма 2017', 'D MMM YYYY'],
  ['8/5/2017 13:15 PM', 'M/D/YYYY h:mm A'],
  ['8/5/2017 0:15 AM', 'M/D/YYYY h:mm A'],
  ['31 апреля 2017', 'D MMM YYYY'],
  ['2017-08-04T25:30:00Z', 'YYYY-MM-DD'],
])('“%s” is no date', (text, pattern) => {
  expect(() => readDate(text, { patterns: [pattern], zone: 'Europe/Moscow' })).toThrow('is not a date written as')
})

test.each(['DD.MM', 'DD.MM.YYYY HH:mm:mm', 'DD.MM.YYYY HH hh', 'DD.MM.YYYY MMM', 'DD.MM.YYYYY', 'DD.MM.YYYY H:m', 'D'])(
  '“%s” does not say how dates are written',
  (text) => {
    expect(isDatePattern(text)).toBe(false)
  },
)

test.each([
  ['José Saraiva', 'jose.saraiva'],
  ['Tete Mensa-Annan', 'tete.mensa.annan'],
  ['Анна Щукина', 'anna.shchukina'],
  ['  Ъ  42 Łódź', 'n42.lodz'],
  ['101 Иванов', 'n101.ivanov'],
  ['102 Иванов', 'n102.ivanov'],
  ['4ef15afb', 'n4ef15afb'],
  ['12', 'n12'],
  ['李明', 'u674e.u660e'],
  ['Ілля Ґудзь', 'illya.gudz'],
  ['Әсел Қыз', 'asel.kyz'],
])('%s has the id %s', (name, id) => {
  expect(nameToId(name)).toBe(id)
})

test.each([
  ['Да', true],
  ['ИСТИНА', true],
  ['TRUE', true],
  ['+', true],
  ['нет', false],
  ['Ложь', false],
  ['0', false],
  ['–', false],
])('“%s” is %s', (text, value) => {
  expect(readYesNo(text)).toBe(value)
})

test('a share times a hundred is a percentage, exactly', () => {
  expect([0.07, 0.29, 0.57, 1.1].map((share) => readNumber(String(share), usualFormat, 100))).toEqual([7, 29, 57, 110])
})

test('what is written in capitals is suggested too, and a column that stands twice is not guessed at', () => {
  const told = (heading: string, text: string) => {
    const { columns } = readTable(Buffer.from(heading), usualFormat)
    return offer(text, columns)
  }

  expect(told('МЕНЕДЖЕР,Сумма,,\n', 'Менеджер')).toEqual({ guess: 'МЕНЕДЖЕР', known: ['МЕНЕДЖЕР', 'Сумма'] })
  expect(openTable(fileOfBytes(Buffer.from('a,b,a,,\n')), usualFormat).repeated).toEqual(['a'])
})
