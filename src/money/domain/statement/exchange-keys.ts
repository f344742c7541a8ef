/** Keys of 1CClientBankExchange that are read or known; banks add others, which are passed over. */
const sides = ['Плательщик', 'Получатель'].flatMap((side) => [
  side,
  ...['ИНН', 'КПП', 'Счет', 'РасчСчет', 'БИК', 'Корсчет', 'ОГРН', 'Адрес'].map((tail) => `${side}${tail}`),
  ...[1, 2, 3, 4].map((no) => `${side}${no}`),
  ...['', 1, 2].map((no) => `${side}Банк${no}`),
])

export const exchangeKeys: ReadonlySet<string> = new Set([
  ...sides,
  ...'ВерсияФормата Кодировка Отправитель Получатель ДатаСоздания ВремяСоздания ДатаНачала ДатаКонца РасчСчет Документ'.split(
    ' ',
  ),
  ...'СекцияРасчСчет СекцияДокумент НачальныйОстаток ВсегоПоступило ВсегоСписано КонечныйОстаток'.split(' '),
  ...'Номер Дата Сумма КвитанцияДата КвитанцияВремя КвитанцияСодержание ДатаСписано ДатаПоступило'.split(' '),
  ...'ВидПлатежа ВидОплаты КодНазПлатежа Код Очередность НазначениеПлатежа СрокПлатежа УИН Валюта'.split(' '),
  ...[1, 2, 3, 4, 5, 6].map((no) => `НазначениеПлатежа${no}`),
  ...'СтатусСоставителя ПоказательКБК ОКАТО ОКТМО'.split(' '),
  ...['Основания', 'Периода', 'Номера', 'Даты', 'Типа'].map((tail) => `Показатель${tail}`),
  ...'СрокАкцепта ВидАккредитива УсловиеОплаты1 УсловиеОплаты2 УсловиеОплаты3 ПлатежПоПредст ДополнУсловия НомерСчетаПоставщика ДатаОтсылкиДок'.split(
    ' ',
  ),
])

/** Words that stand on a line of their own. */
export const exchangeMarks: ReadonlySet<string> = new Set([
  '1CClientBankExchange',
  'СекцияРасчСчет',
  'КонецРасчСчет',
  'СекцияДокумент',
  'КонецДокумента',
  'КонецФайла',
])

/** What a line of the format is made of: a key and its value, a mark alone, or text that goes on from the line before. */
export type ExchangeLine =
  | { readonly is: 'mark' | 'key'; readonly key: string; readonly value: string }
  | { readonly is: 'text'; readonly value: string }

/** Reads one line. Only the first `=` parts key from value: purposes hold some of their own. */
export function exchangeLine(text: string, inPurpose: boolean): ExchangeLine {
  const at = text.indexOf('=')
  const key = (at < 0 ? text : text.slice(0, at)).trim()
  const value = at < 0 ? '' : text.slice(at + 1)
  if (exchangeMarks.has(key)) return { is: 'mark', key, value: value.trim() }
  if (at < 0 || !isKey(key, inPurpose)) return { is: 'text', value: text }
  return { is: 'key', key, value }
}

/** Whether a line is one that this format has, which tells in which encoding it was written. */
export function isKnownLine(text: string): boolean {
  const at = text.indexOf('=')
  const key = (at < 0 ? text : text.slice(0, at)).trim()
  return exchangeMarks.has(key) || (at >= 0 && exchangeKeys.has(key))
}

/** A key nobody knows is one word; within a purpose, where words stand before `=` too, one made of several. */
function isKey(key: string, inPurpose: boolean): boolean {
  if (exchangeKeys.has(key)) return true
  return inPurpose ? /^[А-ЯЁA-Z][а-яёa-z]+[А-ЯЁA-Z][\wА-Яа-яЁё]*$/.test(key) : /^[\wА-Яа-яЁё]+$/.test(key)
}
