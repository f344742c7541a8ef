import iconv from 'iconv-lite'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

import { readExchange } from '#money/domain/statement/read-exchange'
import { Refusal } from '#domain/kernel/refusal'
import type { Statement } from '#money/domain/statement/statement'
import { loadStatement } from '#money/usecases/load-statement'
import { readStatementFile } from '#money/usecases/read-statement-file'
import { en } from '#money/words/en'
import { ru } from '#money/words/ru'
import { spoken } from '#domain/kernel/saying'
import { readWorkbook } from '#usecases/files/read-workbook'
import { aWorldInMemory } from '#test/support/world'
import { aDealWorth, anInvoice, moneyRules, ourAccount, statementOf } from './money-world'
import { heading, incoming, textOf, theirAccount, workbookOf } from './table-files'

const read = (bytes: Uint8Array, ours: readonly string[] = [ourAccount]): Promise<Statement> =>
  readStatementFile(bytes, ours)
const told = ({ faults }: Statement): readonly string[] =>
  faults.map(({ line, cell, weight, about }) => `${cell ?? line} ${weight} ${about.say}`)

describe('a workbook of payments', () => {
  test('tells of the sheets that were not read, in the words of whoever loads it', async () => {
    const bytes = await workbookOf([incoming()], {
      sheet: '2026',
      change: (page) => {
        for (const name of ['2025', '2024']) page.workbook.addWorksheet(name).addRow(heading)
      },
    })

    const { lines, faults } = await read(bytes)

    expect([lines.length, faults.map(({ line, weight }) => [line, weight])]).toEqual([1, [[1, 'warning']]])
    expect(faults.map(({ about }) => [spoken(en, about), spoken(ru, about)])).toEqual([
      [
        'The sheet “2026” was read and no other: to load “2025”, “2024”, save each as a file of its own.',
        'Прочитан только лист «2026». Чтобы загрузить «2025», «2024», сохраните каждый отдельным файлом.',
      ],
    ])
  })

  test('is the same payments as the bank’s own format, known again by the same signs', async () => {
    const own = readExchange(
      Buffer.from(statementOf([{ kopecks: 10_050, purpose: 'x', number: '12', on: '03.02.2026' }]).content, 'base64'),
      [ourAccount],
    )

    const table = await read(await workbookOf([incoming({ purpose: 'x', number: '0012' })]))

    expect(table.lines[0]?.identity).toBe(own.lines[0]?.identity)
    expect(table).toMatchObject({ format: 'table', encoding: 'xlsx', found: 1, faults: [] })
    expect(table.lines[0]).toMatchObject({
      line: 4,
      direction: 'in',
      account: ourAccount,
      bookedOn: '2026-02-03',
      kopecks: 10_050,
      payer: { name: 'ООО «Альфа Пример»', inn: '5001001006', account: theirAccount },
    })
  })

  test.each([false, true])('has the days that a spreadsheet shows, in either calendar (1904: %s)', async (is1904) => {
    const rows = [incoming({ day: new Date('2026-03-01T00:00:00Z') }), incoming({ day: '1.3.26', number: '13' })]

    const { lines } = await read(await workbookOf(rows, { is1904 }))

    expect(lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-03-01', '2026-03-01'])
  })

  test('has the values of its formulas, and a fault where there is none or an error', async () => {
    const rows = [
      incoming({ number: '1', sum: { formula: 'A1*2', result: 1234.56 } }),
      incoming({ number: '2', sum: { formula: 'A1*2' } as never }),
      incoming({ number: '3', sum: { error: '#DIV/0!' } }),
    ]

    const statement = await read(await workbookOf(rows, { sheet: 'Лист 1' }))

    expect(statement.lines.map(({ kopecks }) => kopecks)).toEqual([123_456])
    expect(told(statement)).toEqual(["'Лист 1'!C5 fault bank_table_uncomputed", "'Лист 1'!C6 fault bank_table_error"])
    expect(statement.found).toBe(3)
  })

  test('has INNs and accounts with their noughts: one that was lost is added where the check digit says so', async () => {
    const rows = [
      incoming({ number: '1', inn: 277_000_000 }),
      incoming({ number: '2', inn: '0277000000' }),
      incoming({ number: '3', inn: 5.0001e11 }),
      incoming({ number: '4', inn: '5,0001E+11' }),
      incoming({ number: '5', account: Number(theirAccount) }),
    ]

    const statement = await read(await workbookOf(rows))

    expect(statement.lines.map(({ number, payer }) => [number, payer.inn])).toEqual([
      ['1', '0277000000'],
      ['2', '0277000000'],
      ['3', '500010000000'],
    ])
    expect(told(statement)).toEqual([
      'Выписка!E4 warning bank_table_inn_nought',
      'Выписка!E7 fault bank_table_inn',
      'Выписка!F8 fault bank_table_account',
    ])
  })

  test('may have cells merged down: the day is of all rows, an amount is counted once', async () => {
    const rows = [incoming({ number: '1' }), incoming({ number: '2', day: null }), incoming({ number: '3', sum: null })]
    const bytes = await workbookOf(rows, {
      change: (sheet) => {
        sheet.mergeCells('A4:A5')
        sheet.mergeCells('C5:C6')
      },
    })

    const statement = await read(bytes)

    expect(statement.lines.map(({ number, bookedOn }) => [number, bookedOn])).toEqual([
      ['1', '2026-02-03'],
      ['2', '2026-02-03'],
    ])
    expect(told(statement)).toEqual(['Выписка!C6 fault bank_file_no_amount'])
  })

  test('is read though a cell at the end of the sheet was touched, and formulas of text stay text', async () => {
    const bytes = await workbookOf([incoming({ purpose: '=HYPERLINK("x")' })], {
      change: (sheet) => {
        sheet.getCell('XFD1048576').value = 'x'
      },
    })

    const { lines } = await read(bytes)

    expect(lines.map(({ purpose }) => purpose)).toEqual(['=HYPERLINK("x")'])
  })

  test('that would burst, is locked, damaged or none is refused before it is opened', async () => {
    const whole = await workbookOf([incoming()])
    const cut = whole.subarray(0, whole.length - 100)
    const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])

    expect(await readWorkbook(zipOf('xl/workbook.xml', Buffer.alloc(60_000_000)))).toMatchObject({
      is: 'too_much_inside',
    })
    expect(await readWorkbook(zipOf('xl/workbook.xml', Buffer.alloc(9_000_000)))).toMatchObject({ is: 'too_dense' })
    expect(await readWorkbook(zipOf('xl/workbook.xml', Buffer.from('<workbook/>')))).toEqual({ is: 'broken' })
    expect(await readWorkbook(zipOf('word/document.xml', Buffer.from('<x/>')))).toEqual({ is: 'no_workbook' })
    for (const bytes of [cut, locked, zipOf('word/document.xml', Buffer.from('<x/>'))])
      // oxlint-disable-next-line no-await-in-loop -- one after the other is enough
      expect((await refused(read(bytes))).code).toBe('statement_unreadable')
  })
})

describe('delimited text of payments', () => {
  const row = ['03.02.2026', '12', '1 234,50', '"ООО ""Альфа"", филиал"', '5001001006', theirAccount, '"Счет 1;\r\n2"']

  test.each([
    [';', 'utf-8'],
    ['\t', 'windows-1251'],
    [';', 'ibm866'],
  ])('is read whatever parts it (%j) and in %s', async (sign, encoding) => {
    const text = new TextDecoder().decode(textOf([heading, row, ['Итого', '', '1 234,50'], ['']], sign))

    const statement = await read(
      encoding === 'utf-8'
        ? new TextEncoder().encode(text)
        : iconv.encode(text, encoding === 'ibm866' ? 'cp866' : 'win1251'),
    )

    expect(statement).toMatchObject({ encoding, found: 1, faults: [] })
    expect(statement.lines[0]).toMatchObject({
      line: 2,
      kopecks: 123_450,
      payer: { name: 'ООО "Альфа", филиал' },
      purpose: 'Счет 1;\r\n2',
    })
  })

  test('may have English names, a comma, and money that went in a column of its own', async () => {
    const rows = [
      ['Date', 'Number', 'Debit', 'Credit', 'Counterparty', 'INN', 'Counterparty account', 'Purpose'],
      ['2026-02-03', '1', '100.00', '', 'Alpha', '5001001006', theirAccount, 'Refund'],
      ['2026-02-03', '2', '0', '50', 'Alpha', '5001001006', theirAccount, 'Invoice 1'],
      ['2026-02-03', '3', '1', '1', 'Alpha', '5001001006', theirAccount, ''],
      ['soon', '4', '', 'much', 'Alpha', '5001001006', theirAccount, ''],
    ]

    const statement = await read(textOf(rows, ','))

    expect(statement.lines.map(({ direction, kopecks }) => [direction, kopecks])).toEqual([
      ['out', 10_000],
      ['in', 5_000],
    ])
    expect(told(statement)).toEqual([
      '4 fault bank_table_both_sums',
      '5 fault bank_table_sum',
      '5 fault bank_table_day',
    ])
  })

  test('may tell both sides with their accounts, or which way by a word', async () => {
    const sides = [
      [
        'Дата',
        'Номер',
        'Сумма',
        'Плательщик',
        'Счёт плательщика',
        'ИНН плательщика',
        'Получатель',
        'Счёт получателя',
        'ИНН получателя',
      ],
      ['03.02.2026', '1', '5', 'Мы', ourAccount, '7701990013', 'Альфа', theirAccount, '5001001006'],
      ['03.02.2026', '2', '5', 'Альфа', theirAccount, '5001001006', 'Мы', ourAccount, '7701990013'],
      ['03.02.2026', '3', '5', 'Альфа', theirAccount, '5001001006', 'Бета', '40702810100000000888', ''],
    ]
    const words = [
      [...heading, 'Приход/расход'],
      ['03.02.2026', '1', '5', 'Альфа', '5001001006', theirAccount, '', 'Расход'],
      ['03.02.2026', '2', '5', 'Альфа', '5001001006', theirAccount, '', 'Как-то'],
    ]

    const [bySides, byWords] = [await read(textOf(sides)), await read(textOf(words))]

    expect(bySides.lines.map(({ direction }) => direction)).toEqual(['out', 'in', 'none'])
    expect(told(bySides)).toEqual(['4 fault bank_file_neither_ours'])
    expect(byWords.lines.map(({ direction, payee }) => [direction, payee.inn])).toEqual([['out', '5001001006']])
    expect(told(byWords)).toEqual(['3 fault bank_table_way'])
  })

  test('may have account, INN and name in one cell; what is not told by any column is said', async () => {
    const rows = [
      ['Дата', 'Номер', 'Сумма', 'Контрагент'],
      ['03.02.2026', '1', '5', `${theirAccount} 5001001006 ООО Альфа`],
    ]

    const statement = await read(textOf(rows))

    expect(statement.lines[0]?.payer).toMatchObject({ name: 'ООО Альфа', inn: '5001001006', account: theirAccount })
    expect(told(statement)).toEqual(['1 warning bank_table_no_column', '1 warning bank_table_no_column'])
  })

  test('is refused without the columns that nobody can do without, and without an account where there are two', async () => {
    const without = await refused(
      read(
        textOf([
          ['Дата', 'Контрагент', 'ИНН'],
          ['1', '2', '3'],
        ]),
      ),
    )
    const whose = await refused(read(textOf([heading, row]), [ourAccount, '40702810600000054321']))
    const none = await refused(
      read(
        textOf([
          ['один', 'два'],
          ['три', 'четыре'],
        ]),
      ),
    )

    expect([without.code, whose.code, none.code]).toEqual(Array.from({ length: 3 }, () => 'statement_unreadable'))
    expect(without.message).toContain('no column “Number”, “Amount”')
    expect(whose.message).toContain('you have 2')
    expect(none.message).toContain('it begins with “один;два”')
  })

  test('says of a row whose quotation marks do not pair that it was not taken', async () => {
    const torn = ['03.02.2026', '13', '5', '"Альфа" ООО', '5001001006', theirAccount, '']

    const statement = await read(textOf([heading, row, torn]))

    expect(statement.lines.map(({ number }) => number)).toEqual(['12'])
    expect(told(statement)).toEqual(['4 fault bank_table_torn'])
  })

  test('has 50 000 rows at most', async () => {
    const most = [heading, ...Array.from({ length: 50_000 }, () => ['03.02.2026', '12'])]

    expect((await refused(read(textOf([...most, ['03.02.2026', '13']])))).message).toContain('more than 50000 rows')
  })
})

test('a table books what the bank’s own format books, and loaded behind it adds nothing', async () => {
  const world = await aWorldInMemory({ text: moneyRules() })
  const { id } = await aDealWorth(world)
  const { number } = await anInvoice(world, id)
  const alex = await world.as('alex')
  const purpose = `Оплата по счету № ${number}`
  const rows = [
    incoming({ sum: 70_000, purpose, day: '02.12.2026' }),
    incoming({ number: '13', sum: '50 000,00', purpose, day: 'завтра' }),
  ]
  const content = Buffer.from(await workbookOf(rows)).toString('base64')

  const first = await loadStatement(world.ports, alex, { name: 'bank.xlsx', content })
  const again = await loadStatement(world.ports, alex, { name: 'bank.xlsx', content })
  const own = statementOf([{ kopecks: 7_000_000, purpose, number: '12', on: '02.12.2026' }])
  const other = await loadStatement(world.ports, alex, own)

  expect(first).toMatchObject({ found: 2, booked: 1, refused: 1, encoding: 'xlsx' })
  expect(first.faults).toEqual([
    {
      line: 5,
      cell: 'Выписка!A5',
      weight: 'fault',
      text: expect.stringContaining('“завтра” in “Дата операции” is not a date'),
    },
  ])
  expect([again.booked, again.known, other.booked, other.known]).toEqual([0, 1, 0, 1])
})

async function refused(run: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('It was not refused.')
}

/** An archive of one file. */
function zipOf(name: string, file: Uint8Array): Uint8Array {
  const packed = deflateRawSync(file)
  const head = (sign: number, more: number): Buffer => {
    const bytes = Buffer.alloc(more)
    bytes.writeUInt32LE(sign, 0)
    return bytes
  }
  const local = head(0x04034b50, 30)
  const entry = head(0x02014b50, 46)
  const end = head(0x06054b50, 22)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(file.length, 22)
  local.writeUInt16LE(name.length, 26)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(file.length, 24)
  entry.writeUInt16LE(name.length, 28)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]))
}
