import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import type { Match, MatchAlone, MatchInvoice, MatchPayment } from '#money/domain/matching/match'
import { matchPayment } from '#money/domain/matching/match-payment'
import { mentionsIn } from '#money/domain/matching/mentions'

type GivenInvoice = Pick<MatchInvoice, 'id' | 'number' | 'inn' | 'kopecks'> & {
  readonly date: string
  readonly paid: boolean
}

const given = JSON.parse(readFileSync('test/money/fixtures/invoices.json', 'utf8')) as readonly GivenInvoice[]
const invoices = given.map(({ date, paid, ...one }) => ({ ...one, on: date, paid: paid ? one.kopecks : 0 }))
const vectors = readFileSync('test/money/fixtures/purposes.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
  .map(([no = '', party = '', inn = '', kopecks = '', purpose = '', expected = '']) => ({
    no,
    party,
    inn,
    kopecks: Number(kopecks),
    purpose,
    expected,
  }))

const [a, b, c, d] = ['5001001006', '6672002000', '771234567859', '5903003001']

function match(
  purpose: string,
  of: Partial<MatchPayment> = {},
  { alone = 'number_and_inn', among = invoices }: { alone?: MatchAlone; among?: readonly MatchInvoice[] } = {},
): Match {
  const payment = { direction: 'in', kopecks: 12_000_000, bookedOn: '2026-03-02', inn: a, purpose, ...of } as const
  return matchPayment(payment, { invoices: among, ourInns: ['7701990013'], alone })
}

/** What was done, in the words of the vectors. */
function told(result: Match): string {
  if (result.do === 'book' || result.do === 'refund')
    return `${result.do} ${result.shares.map(({ invoice, kopecks }) => `${invoice}:${kopecks}`).join(' ')}`
  return 'invoices' in result ? `${result.do} ${result.invoices.join(' ')}`.trim() : `${result.do} ${result.rule}`
}

/** What each handed-out purpose is for, read from what is written of it. */
const wanted: Readonly<Record<string, string>> = {
  7: 'book I1:7000000',
  8: 'book I1:6000000',
  9: 'book I1:12000000',
  12: 'suggest I1 I2',
  13: 'suggest I1 I8',
  14: 'suggest I2',
  16: 'suggest I5',
  17: 'suggest I1',
  22: 'suggest I6',
  28: 'suggest I2',
  34: 'suggest I1',
  36: 'none nothing_found',
  37: 'ignore own_transfer',
  38: 'ignore bank_income',
  39: 'none acquiring',
  41: 'refund I1:-12000000',
  42: 'suggest',
  43: 'ignore outgoing',
  44: 'ignore outgoing',
  49: 'none advance',
}

describe('the purposes handed out', () => {
  test.each(vectors)('$no $purpose: $expected', ({ no, inn, kopecks, purpose, expected, party }) => {
    const direction = kopecks < 0 ? 'out' : 'in'
    const among = party.startsWith('out')
      ? invoices.map((one) => (one.id === 'I1' ? { ...one, paid: one.kopecks } : one))
      : invoices

    const result = match(purpose, { direction, inn, kopecks: Math.abs(kopecks) }, { among })

    const named = [...expected.matchAll(/I\d+/g)].map(([id]) => id)
    const whole = `book ${named.map((id) => `${id}:${given.find((one) => one.id === id)?.kopecks ?? 0}`).join(' ')}`
    expect(told(result)).toBe(no === '33' ? 'book I7:1775025' : (wanted[no] ?? whole))
    if (!expected.startsWith('auto')) expect(result.do).not.toBe('book')
  })

  test('are forty', () => {
    expect(vectors).toHaveLength(40)
  })
})

describe('an invoice is found by its number and the INN', () => {
  test.each([
    'Оплата по счёту №123 от 1 февраля 2026 года',
    'оплата по счету n 123 от «01» февраля 2026г., без НДС',
    'Опл. сч.N123 от 1 фев. 26 г. НДС нет',
    'ОПЛАТА ПО СЧ 000123 ОТ 01/02/2026',
    'Оплата по счету на оплату № 123 от 01.02.2026 г. по договору № 124 от 15.01.2026',
    'По договору №124 от 01.02.2026, счет № 123 от 01.02.2026',
    'Оплата счета-договора №123 от 01-02-2026',
    'Оплата по счету от 01.02.2026 № 123 за услуги',
    'Оплата по счету No123 oт 01.02.2026',
    'Oплaтa пo cчeтy № 123 oт 01.02.2026',
    'Оплата по счету № 123 от 01022026',
    'Оплата по сч-ту № 123 от 2026-02-01',
    '{VO10100}Оплата по счету №123 от 01.02.2026',
    'VO10100 Оплата по счету №123 от 01.02.2026 УИН18209965144380684246',
    'УИН 0 Оплата по счету №123 от 01.02.2026, ИНН 5001001006, т. 8(495)124-55-55',
    'Оплата по счету №123от01.02.2026НДС не облагается',
    'За ремонт по счету №: 123 от 01.02 сумма 120000-00',
    'Оплата по счет-оферте №123 от 01.02.2026, акт № 124 от 28.02.2026',
    'Оплата по счёту № 123 от 01.02.2026 на сумму 120000,00 в т.ч. НДС 22%, 21639,34',
    'Оплата счета 123',
    'Оплата по счету покупателя № 123 от 01.02.2026, заказ 124',
    'Оплата по счету №123 от 01.02.26г.(НДС 22%-21639.34)',
    'За услуги (счет 123 от 01.02.2026)',
    'Счет №123 от 01.02.2026, договор №129 от 15.02.2026',
    'Оплата по сч.№ 123 от 01 Февраля 2026г., в т.ч НДС(22%), 21639-34',
    'Оплата по счету № 123 от 01.02.2026, 124 руб. удержано',
    'Оплата по счету № "123" от 01.02.2026',
    'Оплата по счету №«123» от 01.02.2026',
    'Оплата по счету 123 120000 рублей',
    'Оплата по счету 123 120000',
    'Оплата по счету N°123 от 01.02.2026',
    'ОПЛАТА ПО СЧЕТУ#123#01.02.2026',
    'Payment for invoice 123 dd 01.02.2026',
    'Оплата по счету №123 от 01.02.2026 Г ЗА ПОДШИПНИКИ 6204-2RS 124 ШТ',
  ])('%s', (purpose) => {
    const one = invoices.filter(({ id }) => id !== 'I5')

    expect(told(match(purpose, {}, { among: one }))).toBe('book I1:12000000')
  })

  test.each([
    'Оплата пени по счету 123 от 01.02.2026',
    'Штраф за просрочку оплаты счета № 123 от 01.02.2026',
    'Оплата неустойки согласно претензии по сч. №123 от 01.02.2026',
    'Обеспечительный платеж по счету 123 от 01.02.2026',
    'Возмещение ущерба, счет 123 от 01.02.2026',
    'Ошибочно перечислено по счету 123 от 01.02.2026',
    'Проценты по займу, счет 123 от 01.02.2026',
    'Сторно платежа по счету 123 от 01.02.2026',
    'Отмена платежа по счету 123 от 01.02.2026',
    'Аннулирование оплаты счета № 123',
    'Оплата по решению суда, счет № 123',
    'Оплата по исполнительному листу по счету 123 от 01.02.2026',
    'Зачет взаимных требований, счет 123',
    'Излишне перечисленные средства по счету № 123',
    'Бонус по счету № 123 от 01.02.2026',
    'Субсидия, счет 123',
    'Взнос в уставный капитал, счет № 123',
    'Погашение кредита, счет № 123',
    'По счету 123 для зачисления на карту',
    'Оплата по договору цессии, счет № 123 от 01.02.2026',
    'Оплата счета № 123 за клиента ООО Бета (ИНН 6672002000)',
    'Оплата по счету № 123 124',
  ])('is a suggestion where what is paid is not its price: %s', (purpose) => {
    const one = invoices.filter(({ id }) => id !== 'I5')

    expect(told(match(purpose, {}, { among: one }))).toBe('suggest I1')
  })

  test('is a suggestion where the money came before it was issued, or is somebody else’s by their name', () => {
    const among = invoices.filter(({ id }) => id !== 'I5').map((one) => ({ ...one, buyer: 'ООО «Альфа Пример»' }))
    const of = (purpose: string, more = {}) => told(match(purpose, more, { among }))

    expect(of('Оплата по счету № 123 от 01.02.2026', { bookedOn: '2026-01-15' })).toBe('suggest I1')
    expect(of('Оплата по счету № 123 от 01.02.2026 за ООО "Бета"')).toBe('suggest I1')
    expect(of('Оплата по счету № 123 от 01.02.2026 за ООО "Альфа Пример"')).toBe('book I1:12000000')
    expect(of('Оплата по счету № 123 от 01.02.2026 за услуги ООО Норма')).toBe('book I1:12000000')
  })

  test.each([
    ['Оплата по счетам №№ 123, 124 от 01.02.2026', 15_550_050, a, 'book I1:12000000 I2:3550050'],
    ['Оплата по счетам № 123 и 124 от 01.02.2026г. НДС 22%', 15_550_050, a, 'book I1:12000000 I2:3550050'],
    ['Оплата по счетам 123 от 01.02.2026, 124 от 01.02.2026 и № 129 от 15.02.2026', 27_550_050, a, undefined],
    ['Оплата счетов 123; 124; 129 от 2026', 27_550_050, a, 'suggest I1 I2 I8'],
    ['Оплата по счетам №123 (01.02.2026) 120000,00 и №124 (01.02.2026)', 15_550_050, a, 'book I1:12000000 I2:3550050'],
    ['По счету ЮЛ1-00127 от 12.02.2026 и 130 от 20.02.2026', 33_400_000, b, 'book I6:9000000 I9:24400000'],
    ['Оплата по счетам № 123 и № 124 от 01.02.2026', 15_550_000, a, 'suggest I1 I2'],
    ['Оплата по счетам № 123, 124, 777 от 01.02.2026', 15_550_050, a, 'suggest I1 I2'],
    ['Оплата счетов № 123,124 от 01.02.2026', 15_550_050, a, 'book I1:12000000 I2:3550050'],
    ['Опл. сч. №123, сч. №124, сч. №129', 27_550_050, a, 'suggest I1 I2 I8'],
    [
      'Оплата по счету 123 от 01 февраля 2026 и счету 124 от 01 февраля 2026',
      15_550_050,
      a,
      'book I1:12000000 I2:3550050',
    ],
    ['Оплата по счетам ЮЛ1-127, 130 от 12 и 20 февраля 2026', 33_400_000, b, 'book I6:9000000 I9:24400000'],
    ['Оплата по сч 123, 124 от 01.02.2026, 2 шт., 130000 руб', 15_550_050, a, 'book I1:12000000 I2:3550050'],
  ])('lists: %s', (purpose, kopecks, inn, expected) => {
    const whole = 'book I1:12000000 I2:3550050 I8:12000000'

    expect(told(match(purpose, { kopecks, inn }))).toBe(expected ?? whole)
  })

  test.each([
    ['Оплата СЧ-2026-0125 от 03.02.2026', 100_000_000, 'book I3:100000000'],
    ['Оплата по сч. сч-2026-125 от 3 февраля 2026', 100_000_000, 'book I3:100000000'],
    ['Оплата по счету № 2026-0125 от 03.02.2026', 5_000_000, 'book I3:5000000'],
    ['Оплата по счету № 125', 100_000_000, 'book I3:100000000'],
    ['Оплата по счету № 125', 5_000_000, 'suggest I3'],
    ['Оплата по счету ЮЛ1 00127 от 12.02.2026', 9_000_000, 'book I6:9000000'],
    ['Оплата по счету юл1/127', 4_000_000, 'book I6:4000000'],
    ['Оплата по счету № 127 от 13.02.2026', 4_000_000, 'none advance'],
    ['Оплата по счету ФЛ1-127 от 12.02.2026', 9_000_000, 'suggest I6'],
  ])('prefixes: %s, %i', (purpose, kopecks, expected) => {
    expect(told(match(purpose, { kopecks, inn: b }))).toBe(expected)
  })

  test.each([
    ['Оплата по счету № 123 от 10 марта 2025 г.', 12_000_000, 'suggest I5'],
    ['Оплата по счету № 123 от 10.03.2025', 5_000_000, 'suggest I5'],
    ['Оплата по счету № 123 за 2026 год', 12_000_000, 'suggest I1'],
    ['Оплата по счету № 123 от 02.02.2026', 12_000_000, 'book I1:12000000'],
    ['Оплата по счету № 123 от 02.02.2026', 7_000_000, 'suggest I1'],
    ['Оплата по счету № 123 от 01.02.2024', 12_000_000, 'suggest I1'],
    ['Оплата по счету № 129 от 15.02.2026', 12_000_000, 'book I8:12000000'],
    ['Оплата по счету № 1234 от 01.02.2026', 1_000_000, 'suggest I10'],
    ['Оплата по счету № 12 от 01.02.2026', 5_000, 'none advance'],
  ])('twins: %s, %i', (purpose, kopecks, expected) => {
    expect(told(match(purpose, { kopecks }))).toBe(expected)
  })
})

describe('nothing is booked by itself', () => {
  test.each([
    ['Оплата по договору № 123 от 01.02.2026', 7_000_000],
    ['Оплата по дог.123 от 01.02.2026 за услуги', 7_000_000],
    ['Оплата по счет-фактуре № 123 от 01.02.2026', 12_000_000],
    ['Оплата по счёт фактуре 123', 12_000_000],
    ['Оплата по сч/ф 123 от 01.02.2026', 12_000_000],
    ['Оплата по с/ф № 123 от 01.02.2026', 12_000_000],
    ['Оплата по УПД 123 от 01.02.2026', 12_000_000],
    ['Оплата по акту № 123 от 01.02.2026', 12_000_000],
    ['Пополнение лицевого счета № 123', 12_000_000],
    ['Пополнение счета № 123', 12_000_000],
    ['Возврат по счету № 123 от 01.02.2026', 12_000_000],
    ['Возвращены излишне перечисленные по счету 123 от 01.02.2026', 12_000_000],
    ['Оплата заказа 123 от 01.02.2026', 12_000_000],
    ['Оплата по счетчику 123', 12_000_000],
    ['УИН 123 оплата за услуги', 12_000_000],
    ['Зачисление на счет 40702810600000012345 по реестру 123', 12_000_000],
    ['Спецификация № 123 к договору № 124', 12_000_000],
    ['Оплата по счету 123/124 от 01.02.2026', 15_550_050],
    ['Оплата по счетам 123-125', 12_000_000],
    ['', 12_000_000],
  ])('for “%s”', (purpose, kopecks) => {
    expect(match(purpose, { kopecks }).do).not.toBe('book')
  })

  test.each([
    ['another payer', { inn: d }, 'suggest'],
    ['a payer without an INN', { inn: '' }, 'suggest'],
    ['a nought for an INN', { inn: '0' }, 'suggest'],
    ['our own INN', { inn: '7701990013' }, 'ignore'],
    ['a payment before the invoice was made', { bookedOn: '2026-01-31', purpose: 'Оплата по счету 129' }, 'suggest'],
    ['an account that is not ours', { direction: 'none' as const }, 'ignore'],
    ['another company of ours', { seller: 'second' }, 'suggest'],
  ])('of %s', (_, of, expected) => {
    const among = invoices.map((one) => ({ ...one, seller: 'main' }))

    expect(match('Оплата по счету № 123 от 01.02.2026', of, { among }).do).toBe(expected)
  })

  test('on an invoice that is cancelled or paid', () => {
    const cancelled = invoices.map((one) => ({ ...one, isCancelled: one.id === 'I1' }))
    const paid = invoices.map((one) => ({ ...one, paid: one.kopecks }))

    for (const among of [cancelled, paid])
      expect(told(match('Оплата по счету № 123 от 01.02.2026', {}, { among }))).toBe('suggest I1')
  })

  test('where the file says so', () => {
    expect(told(match('Оплата по счету № 123 от 01.02.2026', {}, { alone: 'nothing' }))).toBe('suggest I1')
  })

  test('by INN and amount, unless the file says so and exactly one invoice is left at that', () => {
    const one = { kopecks: 3_550_050 }

    expect(told(match('Оплата за услуги', one))).toBe('suggest I2')
    expect(told(match('Оплата за услуги', one, { alone: 'inn_and_amount' }))).toBe('book I2:3550050')
    expect(told(match('Оплата за услуги', {}, { alone: 'inn_and_amount' }))).toBe('suggest I1 I8')
    expect(told(match('Оплата по счету 777', one, { alone: 'inn_and_amount' }))).toBe('suggest I2')
  })

  test.each(['Неустойка по договору', 'Обеспечительный платеж', `Оплата за ИНН ${b}`])(
    'by INN and amount, but never by itself where the purpose speaks against it: %s',
    (purpose) => {
      expect(told(match(purpose, { kopecks: 3_550_050 }, { alone: 'inn_and_amount' }))).toBe('suggest I2')
    },
  )
})

describe('money that goes back', () => {
  const booked = invoices.map((one) => ({ ...one, paid: one.kopecks }))

  test.each([
    ['Возврат по счету 123 от 01.02.2026', 12_000_000, a, 'refund I1:-12000000'],
    ['Возврат части оплаты по счету № 126', 100_000, c, 'refund I4:-100000'],
    ['Возврат излишне уплаченного', 100_000, c, 'suggest_refund I4'],
    ['Возврат по счету 126', 780_001, c, 'suggest_refund I4'],
    ['Оплата поставщику по счету 123', 12_000_000, a, 'ignore outgoing'],
    ['Возврат займа', 12_000_000, '7702070139', 'ignore outgoing'],
  ])('%s, %i', (purpose, kopecks, inn, expected) => {
    expect(told(match(purpose, { direction: 'out', kopecks, inn }, { among: booked }))).toBe(expected)
  })
})

test('a purpose of the greatest length is read in one go, whatever stands in it', () => {
  for (const piece of ['СЧЕТ № ', '1', 'СЧ.1,', 'А1-', '01.02.2026 ', '⟦', '{', ', и ', 'СЧЕТ НА ОПЛАТУ '])
    expect(mentionsIn(piece.repeat(5000)).length).toBeGreaterThanOrEqual(0)
})

describe('money that came to one of our companies', () => {
  const invoice = (id: string, seller: string, kopecks = 12_000_000): MatchInvoice => {
    return { id, number: id, on: '2026-02-01', inn: a, kopecks, paid: 0, seller }
  }
  const both = [invoice('901', 'trade'), invoice('902', 'main')]

  test('is suggested for what that company has issued first, and is never booked on what another one has', () => {
    const came = { seller: 'main' }
    expect(told(match('За станок', came, { among: both }))).toBe('suggest 902 901')
    const [others] = both
    const amount = { alone: 'inn_and_amount', among: others === undefined ? [] : [others] } as const
    expect(told(match('За станок', came, amount))).toBe('suggest 901')
    expect(told(match('За станок', { seller: 'trade' }, amount))).toBe('book 901:12000000')
  })

  test('is told to be for all that this company has issued, and given back by itself where it has got it alone', () => {
    const three = [invoice('901', 'trade'), invoice('903', 'main', 5_000_000), invoice('904', 'main', 7_000_000)]
    const among = three.map((one) => ({ ...one, kopecks: one.id === '901' ? 1_000_000 : one.kopecks }))
    expect(told(match('За всё', { seller: 'main' }, { among }))).toBe('suggest 903 904')
    const paid = [{ ...invoice('901', 'trade'), paid: 12_000_000 }]
    const back = { direction: 'out', seller: 'main' } as const
    expect(told(match('Возврат по счету № 901', back, { among: paid }))).toBe('suggest_refund 901')
    expect(told(match('Возврат по счету № 901', { ...back, seller: 'trade' }, { among: paid }))).toBe(
      'refund 901:-12000000',
    )
  })
})

describe('a purpose that a person has to look at', () => {
  const one = (number: string, kopecks: number): MatchInvoice => {
    return { id: `N${number}`, number, on: '2026-02-01', inn: a, kopecks, paid: 0 }
  }
  const among = [one('12', 12_000_000), one('13', 200_000), one('15', 400_000)]

  test.each([
    'Раскрытие аккредитива по счету № 12',
    'Оплата по счету № 12 от 01.02.2026 за третье лицо по письму б/н',
    'Оплата по письму ООО «Гамма» № 5 по счету 12',
    'Перевод долга по счету № 12 от 01.02.2026',
    'Поручительство: оплата за должника по счету № 12',
    'Дивиденды участнику, счет № 12',
    'Оплата по сч. 12...15',
    'Оплата по сч. 12…15',
    'Оплата по сч. № 12 по 15',
    'Оплата по счетам с № 12 по № 15',
    'Оплата по сч. № 12 до № 15 включительно',
    'Оплата по счетам №№ 12-15',
  ])('“%s” is not booked by itself', (purpose) => {
    expect(match(purpose, {}, { among }).do).not.toBe('book')
  })

  test.each([
    ['Оплата по счетам №№ 12-15', 'R12 R14 R15'],
    ['Оплата по сч. 12…15 за март', 'R12 R14 R15'],
    ['Оплата по счетам с № 12 по № 15', 'R12 R14 R15'],
    ['Оплата по счетам № 14-60', 'R14 R15 R16'],
    ['Оплата по счетам № 10, 13-14', 'R14'],
    ['Оплата по счетам №№ 15-12', ''],
    ['Оплата по счету № 14-2026', ''],
    ['Оплата по счету № 14/16', ''],
    ['Оплата по счету № 14.16', ''],
    ['Оплата по счету № 14_16', ''],
    ['Оплата по счету № 12/26', ''],
    ['Оплата по счету № 05-26', ''],
    ['Оплата по счету № 12-25', ''],
    ['Оплата по счету № 12–27', ''],
    ['Оплата по счету № 12 – № 26', 'R12'],
    ['Оплата по счетам № 14-28', 'R14 R15 R16'],
    ['Оплата по счетам с № 14 по № 26', 'R14 R15 R16'],
    ['Оплата по сч. 14…26', 'R14 R15 R16'],
    ['Оплата по счетам №12 - 14, НДС не облагается', 'R12 R14'],
    ['Оплата по счетам № 12 – 14, 16', 'R12 R14 R16'],
    ['Оплата по счетам № 12 по 14 и 16 от 01.02.2026', 'R12 R14 R16'],
    ['Оплата по счету № 12 - 26', 'R12'],
    ['Оплата по счету № 12 - 14/26', 'R12'],
  ])('“%s” names a row: those of it that are open are suggested', (purpose, expected) => {
    const row = [11, 12, 13, 14, 15, 16].map((no) => ({
      id: `R${no}`,
      number: String(no),
      inn: a,
      kopecks: 700_000 + no,
      on: '2026-02-01',
      paid: no === 13 ? 700_013 : 0,
    }))
    const found = match(purpose, { kopecks: 1_500_000 }, { among: row })

    expect(found.do).toBe(expected === '' ? 'none' : 'suggest')
    expect('invoices' in found ? found.invoices.join(' ') : '').toBe(expected)
  })

  test.each([
    'Оплата по счету № 12 - 14 000 руб.',
    'Оплата по счету № 12 - 14000',
    'Оплата по счету № 12 - 14,50',
    'Оплата по счету № 12 - 14 руб.',
    'Оплата по счету № 12 - 70',
    'Оплата по счету № 12 - 15 за услуги',
  ])('“%s” names a sum, not a row', (purpose) => {
    const row = [12, 13, 14, 15].map((no) => ({
      id: `R${no}`,
      number: String(no),
      inn: a,
      kopecks: 1_500,
      on: '2026-02-01',
      paid: 0,
    }))

    expect(told(match(purpose, { kopecks: 1_500 }, { among: row }))).toBe('book R12:1500')
  })

  test.each(['Оплата по счету № 12 по договору № 5', 'Оплата по счету № 12 по письму от 01.02.2026'])(
    '“%s” is',
    (purpose) => {
      expect(told(match(purpose, {}, { among }))).toBe('book N12:12000000')
    },
  )
})
