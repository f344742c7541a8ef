import { lineKopecks, lineVat, rateOf } from '#domain/money/lines'
import { stateOf } from '#domain/money/invoice-state'
import { withoutOddSigns } from '#domain/kernel/text'
import { textHash } from '#domain/kernel/text-hash'
import type { OneC, OneCMeaning } from '#schemas/exchange/one-c-rules'
import type { InvoiceLine, KeptInvoice } from '#schemas/money/money'

/** An invoice on its way to 1C, and as whom 1C knows its buyer. */
export type Outgoing = { readonly invoice: KeptInvoice; readonly counterparty: string }

/** The schema that is written; every 1C since 2012 reads it. */
export const schemaVersion = '2.08'

/** A file of documents as 1C reads it: all of it in UTF-8, which it says itself. */
export function ordersFile(documents: readonly string[], at: string): string {
  const root = `КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="${schemaVersion}" ДатаФормирования="${at.slice(0, 19)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${documents.join('')}</КоммерческаяИнформация>\n`
}

/** An invoice as the document of an order. What it says follows from the invoice alone, so that a change shows in it. */
export function orderDocument({ invoice, counterparty }: Outgoing, oneC: OneC): string {
  const { id, number, on, kopecks, lines, vatPercent, vatKopecks } = invoice
  const vat = vatKopecks === null ? '' : element('Налоги', tax(vatKopecks))
  const parts = [
    ['Ид', id],
    ['Номер', number ?? ''],
    ['Дата', on ?? ''],
    ['Время', '00:00:00'],
    ['ХозОперация', 'Заказ товара'],
    ['Роль', 'Продавец'],
    ['Валюта', 'RUB'],
    ['Курс', '1'],
    ['Сумма', roubles(kopecks)],
  ] as const
  const head = parts.map(([name, text]) => element(name, escaped(text))).join('')
  const goods = lines.map((line) => item(line, { vatPercent, kind: oneC.items })).join('')
  return `${element(
    'Документ',
    `${head}${element('Контрагенты', buyer(invoice, counterparty))}${vat}${element('Товары', goods)}${element('ЗначенияРеквизитов', requisites(invoice, oneC))}`,
  )}\n`
}

function buyer({ buyer: { name, inn, kpp } }: KeptInvoice, id: string): string {
  const isCompany = inn?.length === 10
  const parts = [
    ['Ид', id],
    ['Наименование', name],
    [isCompany ? 'ОфициальноеНаименование' : 'ПолноеНаименование', name],
    ...(inn === undefined ? [] : [['ИНН', inn] as const]),
    ...(kpp === undefined ? [] : [['КПП', kpp] as const]),
    ['Роль', 'Покупатель'],
  ] as const
  return element('Контрагент', parts.map(([key, text]) => element(key, escaped(text))).join(''))
}

type ItemRules = { readonly vatPercent: number | null; readonly kind: OneC['items'] }

function item(line: InvoiceLine, { vatPercent, kind }: ItemRules): string {
  const { name, unit, quantity, priceKopecks } = line
  const sum = lineKopecks(line)
  // A line says its own rate; invoices from before lines had any have one for all.
  const percent = rateOf(line, vatPercent ?? undefined)
  const rate = percent === null ? 'Без НДС' : String(percent)
  const inside = lineVat(line, vatPercent ?? undefined)
  const vat = inside === null ? '' : element('Налоги', tax(inside, rate))
  const what = kind === 'goods' ? 'Товар' : 'Услуга'
  return element(
    'Товар',
    [
      // One and the same thing is one and the same in 1C, whichever invoice it stands in.
      element('Ид', `norma-${textHash(`${name}|${unit}`)}`),
      element('Наименование', escaped(name)),
      unit === 'шт.' || unit === 'шт'
        ? '<БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>'
        : element('БазоваяЕдиница', escaped(unit)),
      element('СтавкиНалогов', element('СтавкаНалога', `${element('Наименование', 'НДС')}${element('Ставка', rate)}`)),
      element('ЦенаЗаЕдиницу', roubles(priceKopecks)),
      element('Количество', String(quantity)),
      element('Сумма', roubles(sum)),
      vat,
      element('ЗначенияРеквизитов', requisite('ВидНоменклатуры', what) + requisite('ТипНоменклатуры', what)),
    ].join(''),
  )
}

function requisites(invoice: KeptInvoice, { believes, status }: OneC): string {
  const { dueOn } = invoice
  const state = stateOf(invoice)
  // Where 1C says what is paid, telling it so would be telling it its own words.
  const paid = believes === 'bank' ? [['Заказ оплачен', String(state === 'paid')] as const] : []
  const means: OneCMeaning =
    state === 'cancelled' ? 'cancelled' : state === 'paid' && believes === 'bank' ? 'paid' : 'issued'
  const code = Object.entries(status).find(([, meaning]) => meaning === means)?.[0]
  const values = [
    ...(dueOn === null ? [] : [['Дата оплаты до', dueOn] as const]),
    ...paid,
    ['Отменен', String(state === 'cancelled')] as const,
    ...(code === undefined ? [] : [['Статус заказа', `[${code}]`] as const, ['Статуса заказа ИД', code] as const]),
  ]
  return values.map(([name, text]) => requisite(name, text)).join('')
}

function requisite(name: string, text: string): string {
  return element('ЗначениеРеквизита', element('Наименование', name) + element('Значение', escaped(text)))
}

function tax(kopecks: number, rate?: string): string {
  const parts = [
    element('Наименование', 'НДС'),
    element('УчтеноВСумме', 'true'),
    element('Сумма', roubles(kopecks)),
    ...(rate === undefined ? [] : [element('Ставка', rate)]),
  ]
  return element('Налог', parts.join(''))
}

function element(name: string, inside: string): string {
  return `<${name}>${inside}</${name}>`
}

/** Roubles with a point and two digits behind it. */
function roubles(kopecks: number): string {
  const digits = String(Math.abs(kopecks)).padStart(3, '0')
  return `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML takes it: what XML has no way to say is left out. */
function escaped(text: string): string {
  return withoutOddSigns(text, 'prose').replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
}
