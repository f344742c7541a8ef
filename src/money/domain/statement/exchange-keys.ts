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

/** Latin letters that stand in keys for the Russian ones they look like. */
const looks: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
}

/** A key without what people and programs change of it: case, blanks, a dot between its words, letters that look alike. */
function loose(key: string): string {
  return key
    .toLowerCase()
    .replaceAll(/[\s\u00A0._]+/g, '')
    .replaceAll(/[acekmoptx]/g, (letter) => looks[letter] ?? letter)
    .replaceAll('ё', 'е')
}

const meant: ReadonlyMap<string, string> = new Map(
  [...exchangeKeys, ...exchangeMarks].map((key) => [loose(key), key] as const),
)
const longestKey = Math.max(...[...meant.values()].map((key) => key.length)) + 10

/**
 * A key as the format has it. Within a purpose, where people write “сумма = 100” themselves, only a key of several words may
 * be written in another way.
 */
function keyIn(text: string, inPurpose: boolean): string {
  const written = text.trim()
  if (written.length > longestKey || exchangeKeys.has(written) || exchangeMarks.has(written)) return written
  const key = meant.get(loose(written))
  if (key === undefined) return written
  return inPurpose && !exchangeMarks.has(key) && !/[а-яё](?:[А-ЯЁ]|\d)/.test(key) ? written : key
}

/** What a line of the format is made of: a key and its value, a mark alone, or text that goes on from the line before. */
export type ExchangeLine =
  | { readonly is: 'mark' | 'key'; readonly key: string; readonly value: string }
  | { readonly is: 'text'; readonly value: string }

/** Reads one line. Only the first `=` parts key from value: purposes hold some of their own. */
export function exchangeLine(text: string, inPurpose: boolean): ExchangeLine {
  const at = text.indexOf('=')
  const key = keyIn(at < 0 ? text : text.slice(0, at), inPurpose)
  const value = at < 0 ? '' : text.slice(at + 1)
  if (exchangeMarks.has(key)) return { is: 'mark', key, value: value.trim() }
  if (at < 0 || !isKey(key, inPurpose)) return { is: 'text', value: text }
  return { is: 'key', key, value }
}

/** Whether a line is one that this format has, which tells in which encoding it was written. */
export function isKnownLine(text: string): boolean {
  const at = text.indexOf('=')
  const key = keyIn(at < 0 ? text : text.slice(0, at), false)
  return exchangeMarks.has(key) || (at >= 0 && exchangeKeys.has(key))
}

/** A key nobody knows is one word; within a purpose, where words stand before `=` too, one made of several. */
function isKey(key: string, inPurpose: boolean): boolean {
  if (exchangeKeys.has(key)) return true
  return inPurpose ? /^[А-ЯЁA-Z][а-яёa-z]+[А-ЯЁA-Z][\wА-Яа-яЁё]*$/.test(key) : /^[\wА-Яа-яЁё]+$/.test(key)
}
