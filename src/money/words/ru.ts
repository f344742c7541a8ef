import { sheetsReadRu } from '#domain/files/words/sheets-read-ru'
import { workbookUnreadRu } from '#domain/files/words/workbook-unread-ru'
import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { whom } from '#domain/people/words/whom-ru'
import type { Translated } from '#domain/kernel/saying'

import { roublesRu } from './amounts'
import { currencies, type en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'statement_unreadable.empty': 'Файл пуст. Выгрузите выписку из банка в формате 1CClientBankExchange.',
  'statement_unreadable.no_head': ({ found }) =>
    `Это не выписка в формате 1CClientBankExchange: файл начинается с «${found}», а не с «1CClientBankExchange». В банк-клиенте выберите «Выгрузка в 1С» или отправьте таблицу (.xlsx, .csv) с названиями колонок.`,
  'statement_unreadable.no_columns': ({ wanted, names }) =>
    `В таблице нет колонки ${wanted.map((name) => `«${columnsRu[name] ?? name}»`).join(', ')}. ${names.length === 0 ? 'Строки с названиями колонок в ней нет.' : `Есть: ${names.join(', ')}.`} Назовите колонки «Дата», «Номер», «Сумма» (или «Кредит» и «Дебет»), «ИНН», «Счёт контрагента», «Назначение платежа».`,
  'statement_unreadable.no_workbook': workbookUnreadRu,
  'statement_unreadable.old_workbook':
    'Это книга старого формата (.xls) или книга с паролем. Сохраните её в Excel как .xlsx без пароля.',
  'statement_unreadable.too_many_rows': ({ most }) =>
    `В таблице больше ${most} строк. Выгрузите выписку за более короткий период.`,
  'statement_unreadable.no_account': ({ accounts }) =>
    `В таблице не сказано, по какому она счёту, а у вас их ${accounts.length}: ${accounts.join(', ')}. Добавьте колонку «Наш счёт» или напишите счёт над таблицей.`,
  'statement_unreadable.too_large': ({ bytes, most }) =>
    `В файле ${bytes} байт, а можно не больше ${most}. Выгрузите выписку за более короткий период.`,
  'statement_unreadable.too_many': ({ most }) =>
    `В файле больше ${most} документов. Выгрузите выписку за более короткий период.`,
  'money_unset.bank':
    'В файле ничего не сказано о платежах: напишите в разделе «bank» файла pipelines.yaml, кто загружает выписки, например «by: accountant».',
  'money_unset.one_c':
    'По правилам об оплатах верят 1С, поэтому выписки банка не принимаются: те же деньги разнеслись бы дважды. Чтобы верить банку, напишите «one_c: { believes: bank }».',
  'money_unset.invoices': 'В файле нет видов счетов: объявите хотя бы один в «invoices» файла pipelines.yaml.',
  'money_unset.sellers': 'В файле нет юрлица: опишите его в «sellers» файла pipelines.yaml.',
  'money_unset.kind': ({ name }) =>
    `Вида счетов «${name}» или его ряда номеров в файле больше нет: верните его или сделайте другой счёт.`,
  'forbidden.bank': ({ role }) => `Выписки и платежи ведёт ${whom(role)}. Обратитесь к тому, кто этим занимается.`,
  'forbidden.invoice': ({ name, role }) =>
    `«${name}» выставляет и отменяет ${whom(role)}. Обратитесь к тому, кто этим занимается.`,
  'field_value.invoice_kind': ({ id, known }) =>
    `Вида счетов «${id}» нет. ${known.length === 0 ? 'В файле нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  'field_value.inn': ({ inn }) => `«${inn}» – не ИНН: сверьте его с карточкой клиента цифра за цифрой.`,
  'field_value.no_amount': ({ title }) =>
    `У сделки «${title}» нет суммы, выставлять нечего. Заполните сумму или передайте строки счёта.`,
  'field_value.not_roubles': ({ currency }) => `Сделка в валюте ${currency}, а счета выставляются только в рублях.`,
  invoice_unknown: ({ id }) => `Счёта «${id}» нет, или он вам не виден.`,
  'invoice_state.deal_closed': ({ title }) => `Сделка «${title}» проиграна или отменена: счета в ней не выставляют.`,
  'invoice_state.not_draft': ({ number }) => `Счёт ${number} уже выставлен или отменён. Сделайте другой.`,
  'invoice_state.cancelled': ({ number }) => `Счёт ${number} отменён.`,
  'invoice_state.draft': ({ name }) => `«${name}» – ещё черновик. Сначала выставьте его.`,
  'invoice_state.booked': ({ number, kopecks }) =>
    `На счёт ${number} разнесено ${roublesRu(kopecks)} руб. Сначала отмените разнесение.`,
  'invoice_state.too_many': ({ most }) => `У сделки может быть не больше ${most} счетов.`,
  'invoice_state.too_much': ({ number, kopecks, left }) =>
    `${roublesRu(kopecks)} руб. больше, чем осталось по счёту ${number}: ${roublesRu(left)}. Лишнее останется авансом.`,
  'invoice_state.refund_too_much': ({ number, kopecks, paid }) =>
    `${roublesRu(kopecks)} руб. больше, чем оплачено по счёту ${number}: ${roublesRu(paid)}.`,
  payment_unknown: ({ id }) => `Платежа «${id}» нет.`,
  'payment_state.own': 'Это перевод между своими счетами, он ни за какой счёт.',
  'payment_state.too_much': ({ kopecks, rest }) =>
    `${roublesRu(kopecks)} руб. больше, чем осталось от платежа: ${roublesRu(rest)}.`,
  'payment_state.not_booked': 'Из этого платежа ничего не разнесено.',
  'payment_state.booked': 'Платёж разнесён. Сначала отмените разнесение.',
  'payment_state.nothing_to_settle':
    'По этому платежу договариваться не о чем: это не аванс и не возврат, или об этом уже сказано.',
  'payment_state.ignored': 'Про платёж уже сказано, что он ни за какой счёт.',
  statement_unknown: ({ id }) => `Выписки «${id}» нет.`,
  bank_file_after_end: ({ text }) => `«${text}» стоит после конца файла и не прочитано.`,
  bank_file_end_of_nothing: ({ key }) => `${key} ничего не закрывает: открытой секции такого вида здесь нет.`,
  bank_file_stray_text: ({ text }) => `«${text}» не относится ни к одному полю и не прочитано.`,
  bank_file_no_end_of_document: ({ begins }) =>
    `У документа, который начинается в строке ${begins}, нет строки «КонецДокумента». Он принят до этого места.`,
  bank_file_no_end_of_account: ({ begins }) =>
    `У секции счёта, которая начинается в строке ${begins}, нет строки «КонецРасчСчет». Она принята до этого места.`,
  bank_file_no_end_of_file:
    'В конце файла нет строки «КонецФайла»: возможно, не хватает хвоста. Выгрузите файл ещё раз – то, что уже принято, не задвоится.',
  bank_file_document_cut: ({ number }) =>
    `Файл обрывается внутри документа ${named(number)}. Документ не принят: выгрузите файл ещё раз.`,
  bank_file_key_twice: ({ key }) =>
    `Поле «${key}» стоит в одном документе дважды с разными значениями. Возможно, слиплись два документа: выгрузите файл ещё раз.`,
  bank_file_garbled: ({ number }) =>
    `Часть букв документа ${named(number)} не читается ни в одной кодировке. Сверьте его с банком.`,
  bank_file_no_amount: 'У документа нет суммы, он не принят.',
  bank_file_amount: ({ text }) => `«${text}» – не сумма. Рубли и копейки пишутся так: 1234.50.`,
  bank_file_amount_nothing: 'Сумма нулевая, принимать нечего.',
  task_match: ({ kopecks, on }) => `Сказать, за что платёж на ${roublesRu(kopecks)} ₽ от ${dayInDigits(on)}.`,
  task_advance: ({ kopecks, on }) =>
    `Согласовать с клиентом, за что аванс ${roublesRu(kopecks)} ₽ от ${dayInDigits(on)}.`,
  task_refund: ({ kopecks, on }) =>
    `Клиенту вернули ${roublesRu(kopecks)} ₽ ${dayInDigits(on)}: решить, не отменить ли сделку.`,
  bank_file_no_day: 'У документа нет даты, которую можно прочитать, он не принят. Даты пишутся так: 31.12.2026.',
  bank_file_day: ({ key, text }) => `«${text}» в поле «${key}» – не дата. Даты пишутся так: 31.12.2026.`,
  bank_file_total: ({ key, text }) => `«${text}» в поле «${key}» – не сумма, поэтому этот итог не сверен.`,
  bank_file_neither_ours: ({ payer, payee }) =>
    `Ни один счёт документа не ваш (плательщик: ${account(payer)}, получатель: ${account(payee)}), документ не принят. Впишите свой счёт в sellers файла pipelines.yaml или загрузите выписку своей компании.`,
  bank_file_currency: ({ code }) => `Документ в валюте ${currencies[code] ?? code}. Принимаются только рубли.`,
  bank_table_sheets: sheetsReadRu,
  bank_table_error: ({ text }) => `В ячейке ошибка ${text}, строка не принята. Исправьте её в Excel.`,
  bank_table_uncomputed: 'Формула в ячейке не посчитана, строка не принята. Откройте файл в Excel и сохраните его.',
  bank_table_sum: ({ text }) => `«${text}» – не сумма, строка не принята. Рубли и копейки пишутся так: 1 234,50.`,
  bank_table_day: ({ key, text }) =>
    `«${text}» в колонке «${key}» – не дата, строка не принята. Даты пишутся так: 31.12.2026, или у ячейки формат даты.`,
  bank_table_both_sums: 'В одной строке и приход, и расход, она не принята. Оставьте одну из сумм.',
  bank_table_way: ({ text }) =>
    `По слову «${text}» не понять, приход это или расход, строка не принята. Напишите «приход» или «расход».`,
  bank_table_inn: ({ text }) =>
    `«${text}» – не ИНН, строка не принята. В ИНН 10 или 12 цифр: задайте колонке текстовый формат и впишите его заново.`,
  bank_table_inn_nought: ({ inn }) => `ИНН потерял ноль в начале и принят как ${inn}. Сверьте его.`,
  bank_table_account: ({ text }) =>
    `«${text}» – не номер счёта, строка не принята. В нём 20 цифр, а Excel хранит в числе только 15: задайте колонке текстовый формат и впишите счёт заново.`,
  bank_table_torn:
    'У кавычки в этой строке нет пары: строка не принята и могла слиться со следующими. Исправьте её или отправьте книгу Excel.',
  bank_table_no_column: ({ column }) =>
    `В таблице нет колонки «${columnsRu[column] ?? column}». Если платёж не отличить от уже загруженного из другого файла, сам он не разнесётся: Norma спросит.`,
  bank_file_account_of_head: ({ account: one, followed }) =>
    `В заголовке файла счёт ${one}, а секции – по счёту ${followed.join(', ')}. Проверьте, чья это выписка.`,
  bank_file_twice: ({ number, on, first }) =>
    `Документ ${named(number)} от ${dayInDigits(on)} уже есть в строке ${first}. Он принят один раз.`,
  bank_file_twice_counted: ({ number, on, first }) =>
    `Документ ${named(number)} от ${dayInDigits(on)} есть и в строке ${first}, и итоги банка учитывают оба. Приняты два платежа.`,
  bank_file_received_off: ({ account: one, kopecks }) =>
    `Поступления на счёт ${account(one)} не сходятся: по итогу банка ${more(kopecks)}, чем по документам. Прочитанное загружено.`,
  bank_file_spent_off: ({ account: one, kopecks }) =>
    `Списания со счёта ${account(one)} не сходятся: по итогу банка ${more(kopecks)}, чем по документам. Прочитанное загружено.`,
  bank_file_closing_off: ({ account: one, kopecks }) =>
    `Остаток счёта ${account(one)} не сходится: на конец ${more(kopecks)}, чем дают начальный остаток, поступления и списания. Прочитанное загружено.`,
}

/** Columns that are looked for in a table. */
const columnsRu: Readonly<Record<string, string>> = {
  Date: 'Дата',
  Number: 'Номер',
  Amount: 'Сумма',
  INN: 'ИНН',
  'Counterparty account': 'Счёт контрагента',
}

function named(number: string): string {
  return number === '' ? 'без номера' : `№ ${number}`
}

function account(text: string): string {
  return text === '' ? 'не указан' : text
}

function more(kopecks: number): string {
  return `на ${roublesRu(Math.abs(kopecks))} руб. ${kopecks > 0 ? 'больше' : 'меньше'}`
}
