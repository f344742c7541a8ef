import { sheetsReadRu } from '#domain/files/words/sheets-read-ru'
import { workbookUnreadRu } from '#domain/files/words/workbook-unread-ru'
import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { whom } from '#domain/people/words/whom-ru'
import type { Translated } from '#domain/kernel/saying'

import type { Differing, loadingEn } from './loading-en'

/** The same in Russian. */
export const loadingRu: Translated<typeof loadingEn> = {
  'register_unreadable.no_columns': ({ wanted, names }) =>
    `В таблице нет ${wanted.length === 1 ? 'столбца' : 'столбцов'} ${wanted.map(quoted).join(', ')}. ${names.length === 0 ? 'Строки с названиями столбцов не видно.' : `Есть: ${names.join(', ')}.`} Назовите столбцы «Документ», «Номер», «Дата», «Клиент», «ИНН», «Сумма», а если есть – «НДС», «Оплачено», «Оплатить до», «Состояние», «Сделка», «Наша организация».`,
  'register_unreadable.no_workbook': workbookUnreadRu,
  'register_unreadable.old_workbook':
    'Это книга старого формата (.xls) или книга с паролем. Сохраните её в Excel как .xlsx без пароля.',
  'register_unreadable.too_many_rows': ({ most }) => `В таблице больше ${most} строк. Загрузите её по частям.`,
  'register_unreadable.too_large': ({ bytes, most }) =>
    `В файле ${bytes} байт, а принимается не больше ${most}. Загрузите его по частям.`,
  'document_state.no_file': ({ name, number }) =>
    `Документ «${name}» ${number} выпущен в другой системе: файла здесь нет. Положите копию в файлы сделки.`,
  register_torn: 'Кавычки в строке не парные. Удвойте те, что внутри текста, или сохраните таблицу как .xlsx.',
  register_error: ({ text }) => `В ячейке ${text}. Исправьте формулу в Excel и сохраните.`,
  register_uncomputed: 'У формулы ещё нет значения. Откройте файл в Excel, дайте ему посчитать и сохраните.',
  register_sheets: sheetsReadRu,
  register_no_number: 'Нет номера. Впишите номер документа.',
  register_no_buyer: 'Нет клиента. Впишите, для кого документ.',
  register_long: ({ most }) => `Длиннее ${most} знаков. Сократите.`,
  register_no_day: 'Нет даты. Впишите, когда документ выпущен, например 25.11.2026.',
  register_day: ({ text }) => `«${text}» – не дата. Напишите 25.11.2026 или задайте ячейке формат даты.`,
  register_day_ahead: ({ text }) => `${text} ещё не наступило. Впишите день, когда документ выпущен.`,
  register_no_sum: 'Нет суммы. Впишите сумму документа, например 1234,50.',
  register_sum: ({ text }) => `«${text}» – не сумма. Напишите рубли и копейки, например 1234,50.`,
  register_vat: ({ text, kopecks }) =>
    `«${text}» – не НДС в сумме ${shown('sum', kopecks)}. Напишите ставку (20%), сумму налога или «без НДС».`,
  register_inn: ({ text }) =>
    `«${text}» – не ИНН: контрольная цифра не сходится. У организации 10 цифр, у человека 12.`,
  register_squeezed: ({ text }) =>
    `«${text}» – всё, что таблица оставила от длинного числа: остальные цифры пропали. Задайте столбцу текстовый формат и впишите номер заново.`,
  register_inn_nought: ({ text, inn }) =>
    `У «${text}» пропал ноль в начале, прочитано как ${inn}. Задайте столбцу текстовый формат, и ноль останется.`,
  register_no_kind: ({ known }) =>
    `Не сказано, что это за документ. Напишите одно из: ${known.join(', ')} – или укажите вид сразу для всех строк.`,
  register_kind: ({ text, known }) => `Вида «${text}» нет. Напишите одно из: ${known.join(', ')}.`,
  register_state: ({ text, known }) =>
    `«${text}» – не состояние такого документа. Напишите одно из: ${known.join(', ')}.`,
  register_unsigned: ({ text }) =>
    `«${text}»: документы этого вида никто не подписывает (см. «signed_by» в файле), поэтому он считается выпущенным.`,
  register_paid_document: 'Оплата бывает только у счетов: это значение не взято.',
  register_seller: ({ text, known }) => `Нашей организации «${text}» нет. Напишите одно из: ${known.join(', ')}.`,
  register_no_seller: 'В файле нет продавца: опишите свою организацию в разделе «sellers» файла pipelines.yaml.',
  register_deal: ({ text }) => `Сделки «${text}» нет. Напишите адрес её страницы или её номер и рядом ИНН клиента.`,
  register_no_deal: ({ inn }) =>
    inn === ''
      ? 'Не понять, к какой сделке это относится: впишите её адрес в столбец «Сделка» или ИНН клиента.'
      : `У клиента с ИНН ${inn} нет ни открытой, ни выигранной сделки. Заведите её или впишите адрес сделки в столбец «Сделка».`,
  register_deals: ({ inn, known }) =>
    `У клиента с ИНН ${inn} несколько сделок. Впишите в столбец «Сделка», какая: ${known.join(', ')}.`,
  register_many: ({ most }) => `У одной сделки не больше ${most} документов. Укажите другую сделку.`,
  register_not_yours: ({ name, role }) =>
    `«${name}» выпускает ${whom(role)}: такие строки загружает тот же, кто выпускает.`,
  register_not_paid: ({ roles }) =>
    `Оплату отмечает ${roles.map(whom).join(' или ')}: оставьте столбец «Оплачено» пустым или дайте загрузить строку им.`,
  register_currency: ({ currency }) => `Сделка в ${currency}, а документы – в рублях. Укажите другую сделку.`,
  register_twice: ({ row }) => `Тот же номер в строке ${row}. Уберите одну из них или исправьте номер.`,
  register_taken: ({ number }) =>
    `Номер ${number} тем временем достался другому документу. Сверьтесь с реестром и исправьте.`,
  register_differs: ({ part, now, written }) =>
    `${parts[part] ?? part} здесь ${shown(part, now)}, а не ${shown(part, written)}. Ничего не изменено: исправьте то, что неверно.`,
}

const parts: Readonly<Record<string, string>> = {
  on: 'Дата',
  inn: 'ИНН',
  sum: 'Сумма',
  paid: 'Оплата',
}

function shown(part: Differing['part'], value: string | number): string {
  if (part === 'on') return dayInDigits(String(value))
  return part !== 'sum' && part !== 'paid' ? String(value) : (Number(value) / 100).toFixed(2).replace('.', ',')
}

const quoted = (name: string): string => `«${name}»`
