import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { sumOf } from '#domain/kernel/money'
import { readExchange } from '#money/domain/statement/read-exchange'
import type { Statement } from '#money/domain/statement/statement'
import { moneySentence } from '#money/words/money-refusal'
import { ru } from '#money/words/ru'
import { spoken } from '#domain/kernel/saying'
import { realData } from '#test/support/real-data'

const fixtures = 'test/money/fixtures'
const bytesOf = (name: string): Uint8Array => readFileSync(join(fixtures, name))
const nameOf = (start: string): string => readdirSync(fixtures).find((name) => name.startsWith(start)) ?? start
const read = (start: string, ours?: readonly string[]): Statement => readExchange(bytesOf(nameOf(start)), ours)
const ofText = (text: string, ours?: readonly string[]): Statement => readExchange(new TextEncoder().encode(text), ours)
const told = ({ faults }: Statement): readonly string[] =>
  faults.map(({ line, weight, about }) => `${line} ${weight} ${about.say}`)

const ourAccount = '40702810600000012345'
const theirs = '40702810100000000777'

/** A whole file around some documents. */
function file(documents: readonly string[], head: readonly string[] = []): string {
  return ['1CClientBankExchange', `РасчСчет=${ourAccount}`, ...head, ...documents, 'КонецФайла', ''].join('\r\n')
}

function document(given: Readonly<Record<string, string>> = {}): string {
  const fields = {
    Номер: '12',
    Дата: '02.02.2026',
    Сумма: '100.50',
    ПлательщикСчет: theirs,
    ПлательщикИНН: '5001001006',
    Плательщик1: 'ООО "Альфа Пример"',
    ПолучательСчет: ourAccount,
    ДатаПоступило: '03.02.2026',
    НазначениеПлатежа: 'Оплата по счету № 123',
    ...given,
  }
  return [
    'СекцияДокумент=Платежное поручение',
    ...Object.entries(fields).map(([key, value]) => `${key}=${value}`),
    'КонецДокумента',
  ].join('\r\n')
}

describe('a statement as banks write it', () => {
  test('is read whole, and what it says of its sums is held against it', () => {
    const statement = read('17', [ourAccount])

    expect(statement.lines).toHaveLength(40)
    expect(statement.found).toBe(40)
    expect(told(statement)).toEqual([])
    const incoming = statement.lines.filter(({ direction }) => direction === 'in')
    expect(sumOf(incoming.map(({ kopecks }) => kopecks))).toBe(statement.accounts[0]?.received)
    expect(statement.lines[0]).toMatchObject({
      direction: 'in',
      account: ourAccount,
      bookedOn: '2026-02-02',
      kopecks: 12_000_000,
      payer: { name: 'ООО "Альфа Пример"', inn: '5001001006', account: theirs },
      purpose: 'Оплата по счету № 123 от 01.02.2026, в т.ч. НДС 22% - 21639,34',
    })
  })

  test('may be UTF-8 that calls itself Windows, with blank lines and line feeds alone', () => {
    const statement = read('07', [ourAccount])

    expect(statement).toMatchObject({ encoding: 'utf-8', found: 1, faults: [] })
    expect(statement.lines[0]).toMatchObject({ direction: 'out', kopecks: 1, payee: { name: 'АО "Бета Пример"' } })
  })

  test('may be of DOS: the same text as the one of Windows it was made from', () => {
    const dos = read('m5')

    expect(dos.encoding).toBe('ibm866')
    expect(dos.lines.map(({ identity, payer }) => [identity, payer])).toEqual(
      read('m7', ['40702810000000001000']).lines.map(({ identity, payer }) => [identity, payer]),
    )
  })

  test.each(['utf-16le', 'utf-8 with a mark', 'carriage returns alone'])('may be written in %s', (how) => {
    const text = file([document()])
    const bytes = {
      'utf-16le': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'utf-8 with a mark': Buffer.from(`\uFEFF${text}`),
      'carriage returns alone': Buffer.from(text.replaceAll('\r\n', '\r')),
    }[how]

    expect(readExchange(bytes ?? new Uint8Array()).lines[0]).toMatchObject({ kopecks: 10_050, number: '12' })
  })

  test('may have its last line in another encoding than the rest', () => {
    const [before] = Buffer.from(file([document()]), 'utf8')
      .toString('utf8')
      .split('КонецФайла')
    const cp1251 = Buffer.from(Array.from(before ?? '', byteIn1251))
    const statement = readExchange(Buffer.concat([cp1251, Buffer.from('КонецФайла')]))

    expect(statement).toMatchObject({ encoding: 'windows-1251', faults: [] })
    expect(statement.lines[0]?.payer.name).toBe('ООО "Альфа Пример"')
  })

  test('may write a purpose over two lines or in pieces, without parting a number', () => {
    const over = ofText(file([document({ НазначениеПлатежа: 'Оплата по счету № 12\r\n3 от 01.02.2026\r\nНДС=22%' })]))
    const pieces = ofText(
      file([document({ НазначениеПлатежа: '', НазначениеПлатежа1: 'Оплата по', НазначениеПлатежа2: 'счету 123' })]),
    )

    expect(over.lines[0]?.purpose).toBe('Оплата по счету № 123 от 01.02.2026 НДС=22%')
    expect(pieces.lines[0]?.purpose).toBe('Оплата по счету 123')
    expect(told(over)).toEqual([])
  })

  test('parts key from value at the first sign alone, and passes keys over that nobody knows', () => {
    const statement = ofText(file([document({ НазначениеПлатежа: 'a=b=c', ПолучательОГРНИП: '1' })]))

    expect(statement.lines[0]?.purpose).toBe('a=b=c')
    expect(told(statement)).toEqual([])
  })

  test.each([
    ['ИНН 5001001006 ООО "А"', 'ООО "А"'],
    ['5001001006, ООО "А"', 'ООО "А"'],
    ['ИНН 5001001006 КПП 500101001 ООО "А"', 'ООО "А"'],
    ['ООО "А"', 'ООО "А"'],
  ])('may name the payer as %s', (text, name) => {
    const [line] = ofText(file([document({ Плательщик1: '', Плательщик: text })])).lines

    expect(line?.payer).toMatchObject({ name, inn: '5001001006' })
  })

  test('may be of several accounts, and tells what goes from one of ours to another', () => {
    const other = '40702810900000054321'
    const statement = ofText(
      file(
        [document({ ПлательщикСчет: other, ДатаСписано: '03.02.2026' }), document({ ПолучательСчет: other })],
        [`РасчСчет=${other}`],
      ),
    )

    expect(statement.lines.map(({ direction, account }) => [direction, account])).toEqual([
      ['own', other],
      ['in', other],
    ])
  })
})

describe('which way money went', () => {
  test('is told by accounts, not by which day is filled in', () => {
    const [line] = ofText(file([document({ ДатаПоступило: '', ДатаСписано: '04.02.2026' })])).lines

    expect(line).toMatchObject({ direction: 'in', bookedOn: '2026-02-04' })
  })

  test('is told by the account behind the bank in between, where there is one', () => {
    const [line] = ofText(
      file([document({ ПолучательСчет: '30101810400000000225', ПолучательРасчСчет: ourAccount })]),
    ).lines

    expect(line).toMatchObject({ direction: 'in', account: ourAccount })
  })

  test('cannot be told where neither account is ours: the document is named', () => {
    const statement = ofText(file([document()]), ['40702810000000001000'])

    expect(told(statement)).toEqual(['3 fault bank_file_neither_ours'])
    expect(statement.lines[0]?.direction).toBe('none')
  })

  test('is not asked of an account in dollars', () => {
    const statement = ofText(file([document({ ПлательщикСчет: '40702840100000000777' }), document()]))

    expect(told(statement)).toEqual(['3 fault bank_file_currency'])
    expect(statement.lines).toHaveLength(1)
  })
})

describe('a broken statement', () => {
  test.each([
    ['m1', 1, ['11 warning', '11 warning', '86 fault', '123 warning']],
    ['m2', 3, ['11 warning', '11 warning', '85 warning', '85 fault']],
    ['m3', 3, ['11 warning', '11 warning', '86 fault']],
    ['m5', 3, ['11 warning', '11 warning', '86 fault']],
    ['m6', 3, ['11 warning', '11 warning', '11 warning', '86 fault']],
    ['m7', 3, ['10 warning', '11 warning', '11 warning', '86 fault']],
    ['m8', 3, ['11 warning', '11 warning', '86 warning', '152 fault']],
    ['m10', 1, ['9 warning']],
  ])('%s gives %i payments, and its faults with their lines', (name, payments, lines) => {
    const statement = read(name)

    expect([statement.lines.length, statement.faults.map(({ line, weight }) => `${line} ${weight}`)]).toEqual([
      payments,
      lines,
    ])
  })

  test.each([
    ['1,00', 100],
    ['1-00', 100],
    ['150 000.00', 15_000_000],
    ['1\u00A0234\u202F567,8', 123_456_780],
    ['6936', 693_600],
    ['231.7400', 23_174],
  ])('has the amount %s', (text, kopecks) => {
    expect(ofText(file([document({ Сумма: text })])).lines[0]?.kopecks).toBe(kopecks)
  })

  test.each(['', '0.00', 'сто', '1.234', '1.2.3', '-5.00', '1e9', '12345678901234567', '∞'])(
    'has no amount in “%s”: that document is left out, the others are taken',
    (text) => {
      const statement = ofText(file([document({ Сумма: text }), document({ Номер: '13' })]))

      expect(statement.lines.map(({ number }) => number)).toEqual(['13'])
      expect(statement.faults.map(({ line, weight }) => [line, weight])).toEqual([[6, 'fault']])
      expect(statement.found).toBe(2)
    },
  )

  test.each([
    ['03.02.26', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    ['03.02.2026 10:15:00', '2026-02-03'],
    ['2026-02-03', '2026-02-03'],
    ['30.02.2026', '2026-02-02'],
    ['23.02.202619202122', '2026-02-02'],
    ['', '2026-02-02'],
  ])('was booked on “%s”: %s', (text, day) => {
    const statement = ofText(file([document({ ДатаПоступило: text })]))

    expect(statement.lines[0]?.bookedOn).toBe(day)
    expect(statement.faults).toHaveLength(text !== '' && day === '2026-02-02' ? 1 : 0)
  })

  test('in which two documents have run into one gives neither', () => {
    const [a, b] = [document({ Номер: '1' }), document({ Номер: '2', Сумма: '7.00' })]
    const run = `${a.replace('\r\nКонецДокумента', '')}\r\n${b.replace(/^[^\n]*\n/, '')}`

    const statement = ofText(file([run, document({ Номер: '3' })]))

    expect(statement.lines.map(({ number }) => number)).toEqual(['3'])
    expect(told(statement)).toContain('13 fault bank_file_key_twice')
  })

  test.each([
    ['', 'statement_unreadable'],
    ['  \r\n\r\n', 'statement_unreadable'],
    ['%PDF-1.4', 'statement_unreadable'],
    ['Дата;Сумма\n01.02.2026;5', 'statement_unreadable'],
  ])('that is none (%j) is refused with what it is', (text, code) => {
    expect(() => ofText(text)).toThrowError(expect.objectContaining({ code }))
  })

  test('of more than 50 000 documents or 20 MB is refused', () => {
    const many = `1CClientBankExchange\n${'СекцияДокумент=x\nКонецДокумента\n'.repeat(50_001)}КонецФайла`

    expect(() => ofText(many)).toThrow('more than 50000 documents')
    expect(() => readExchange(new Uint8Array(20_000_001))).toThrow('20000001 bytes')
  })

  test('never throws anything but a refusal, wherever it is cut or what stands in it', () => {
    const bytes = bytesOf(nameOf('m8'))
    for (let at = 25; at < bytes.length; at += 97) {
      const cut = readExchange(bytes.subarray(0, at))
      const holed = readExchange(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 61)]))
      expect(cut.lines.length).toBeLessThanOrEqual(cut.found)
      expect(holed.lines.length).toBeLessThanOrEqual(holed.found)
    }
  })

  test('says every fault in both languages', () => {
    const files = readdirSync(fixtures).filter((name) => /^m\d/.test(name))
    for (const { faults } of files.map((name) => read(name)))
      for (const { about } of faults) {
        expect(moneySentence(about)).not.toBe(about.say)
        expect(spoken(ru, about)).toMatch(/[а-я]/)
      }
    expect(files).toHaveLength(8)
  })
})

describe('the same payment', () => {
  test('within a file is one, unless what the bank says of its sum counts both', () => {
    const section = (received: string): readonly string[] => [
      'СекцияРасчСчет',
      `РасчСчет=${ourAccount}`,
      `ВсегоПоступило=${received}`,
      'КонецРасчСчет',
    ]
    const one = ofText(file([document(), document()], section('100.50')))
    const two = ofText(file([document(), document()], section('201.00')))
    const neither = ofText(file([document(), document()], section('150.00')))

    expect(one.lines).toHaveLength(1)
    expect(new Set(two.lines.map(({ identity }) => identity)).size).toBe(2)
    expect(told(two)).toEqual(['18 warning bank_file_twice_counted'])
    expect(told(neither)).toEqual(['3 warning bank_file_received_off', '18 warning bank_file_twice'])
  })

  test('loaded three times and in two overlapping halves is known again', () => {
    const text = new TextDecoder('windows-1251').decode(bytesOf(nameOf('17')))
    const [head = '', ...documents] = text.split(/(?=СекцияДокумент)/)
    const half = (from: number, to: number): Statement =>
      ofText([head, ...documents.slice(from, to), 'КонецФайла'].join(''), [ourAccount])

    const known = new Set(
      [read('17'), read('17'), read('17'), half(0, 25), half(15, 40)].flatMap(({ lines }) =>
        lines.map(({ identity }) => identity),
      ),
    )

    expect(documents).toHaveLength(40)
    expect(known.size).toBe(40)
  })

  test('is known again whatever encoding it came in', () => {
    const text = new TextDecoder('windows-1251').decode(bytesOf(nameOf('17')))

    expect(ofText(text).lines).toEqual(read('17').lines)
  })
})

test('a month of 40 000 documents, each of them twice over in a section of its day, is read', () => {
  const section = (day: number): string =>
    `СекцияРасчСчет\r\nРасчСчет=${ourAccount}\r\nДатаНачала=${day}.01.2026\r\nДатаКонца=${day}.01.2026\r\nВсегоПоступило=1\r\nКонецРасчСчет`
  const one = (no: number): string =>
    document({ Номер: String(no % 20_000), ДатаПоступило: `${(no % 25) + 1}.01.2026` })
  const days = Array.from({ length: 1000 }, (_, at) => section((at % 25) + 1))

  const statement = ofText(
    file(
      Array.from({ length: 40_000 }, (_, at) => one(at)),
      days,
    ),
  )

  expect([statement.found, statement.lines.length]).toEqual([40_000, 20_000])
})

const { folder, missing } = realData('documents')

describe.skipIf(missing !== undefined)(
  `statements that others hold${missing === undefined ? '' : ` (left out: ${missing})`}`,
  () => {
    const names = missing === undefined ? readdirSync(folder).filter((name) => /^(?:0[1-8]|17).*\.txt$/.test(name)) : []
    const bytes = (start: string): Uint8Array =>
      readFileSync(join(folder, names.find((name) => name.startsWith(start)) ?? start))

    test('lose no document and no kopeck', () => {
      for (const name of names) {
        const raw = Buffer.from(readFileSync(join(folder, name))).toString('latin1')
        const inside = ['windows-1251', 'utf-8'].map((encoding) =>
          new TextDecoder(encoding).decode(Buffer.from(raw, 'latin1')),
        )
        const text = inside.find((one) => one.includes('СекцияДокумент')) ?? ''
        const sums = [...text.matchAll(/^Сумма=(\d+)\.(\d\d)/gm)].map(([, a, b]) => Number(`${a}${b}`))

        const { found, lines } = readExchange(bytes(name.slice(0, 2)))

        expect([name, found, lines.length]).toEqual([name, sums.length, sums.length])
        expect(sumOf(lines.map(({ kopecks }) => kopecks))).toBe(sumOf(sums))
      }
      expect(names.length).toBeGreaterThan(5)
    })

    test('of UTF-8 under “Windows” and of DOS give the texts of the ones they were made from', () => {
      const texts = ({ lines }: Statement): unknown =>
        lines.map(({ purpose, payer, payee }) => [purpose.replace('№', 'N'), payer, payee])

      expect(texts(readExchange(bytes('04')))).toEqual(texts(readExchange(bytes('03'))))
      expect(texts(read('m5'))).toEqual(texts(readExchange(bytes('01'))))
    })

    test('whose last line is in another encoding end where they end', () => {
      expect(told(readExchange(bytes('02'))).filter((one) => one.includes('end_of'))).toEqual([])
    })
  },
)

function byteIn1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 128) return code
  if (letter === '№') return 0xb9
  return code - 0x410 + 0xc0
}

describe('keys that another program has written in its own way', () => {
  const whole = file([document(), document({ Номер: '13' })])
  const inKeys = (change: (key: string) => string): string =>
    whole
      .split('\r\n')
      .map((text) => {
        const [key = '', ...value] = text.split('=')
        return [change(key), ...value].join('=')
      })
      .join('\r\n')

  test.each([
    ['capitals', (key: string) => key.toUpperCase()],
    ['small letters', (key: string) => key.toLowerCase()],
    ['words apart', (key: string) => key.replaceAll(/(?<=[а-я])(?=[А-Я])/g, ' ')],
    ['underlines', (key: string) => key.replaceAll(/(?<=[а-я])(?=[А-Я])/g, '_')],
    ['a Latin letter that looks alike', (key: string) => key.replaceAll('С', 'C').replaceAll('а', 'a')],
    ['a Russian letter in the head', (key: string) => key.replace('1C', '1С')],
  ])('are read in %s', (_, change) => {
    const { lines, faults } = ofText(inKeys(change))

    expect(lines).toEqual(ofText(whole).lines)
    expect(lines).toHaveLength(2)
    expect(faults).toEqual([])
  })

  test('are none within a purpose where people write them', () => {
    const purpose = 'Оплата\r\nсумма = 100\r\nномер = 7'
    const { lines } = ofText(file([document({ НазначениеПлатежа: purpose })]))

    expect(lines.map((one) => [one.number, one.kopecks, one.purpose])).toEqual([
      ['12', 10_050, 'Оплата сумма = 100 номер = 7'],
    ])
  })
})
