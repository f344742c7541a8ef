import type { Translated } from '#domain/kernel/saying'

import { dayRu, roublesRu } from './amounts'
import { currencies, type en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'statement_unreadable.empty': 'Файл пуст. Выгрузите выписку из банка в формате 1CClientBankExchange.',
  'statement_unreadable.no_head': ({ found }) =>
    `Это не выписка в формате 1CClientBankExchange: файл начинается с «${found}», а не с «1CClientBankExchange». В банк-клиенте выберите «Выгрузка в 1С».`,
  'statement_unreadable.too_large': ({ bytes, most }) =>
    `В файле ${bytes} байт, а можно не больше ${most}. Выгрузите выписку за более короткий период.`,
  'statement_unreadable.too_many': ({ most }) =>
    `В файле больше ${most} документов. Выгрузите выписку за более короткий период.`,
  'statement.after_end': ({ text }) => `«${text}» стоит после конца файла и не прочитано.`,
  'statement.end_of_nothing': ({ key }) => `${key} ничего не закрывает: открытой секции такого вида здесь нет.`,
  'statement.stray_text': ({ text }) => `«${text}» не относится ни к одному полю и не прочитано.`,
  'statement.no_end_of_document': ({ begins }) =>
    `У документа, который начинается в строке ${begins}, нет строки «КонецДокумента». Он принят до этого места.`,
  'statement.no_end_of_account': ({ begins }) =>
    `У секции счёта, которая начинается в строке ${begins}, нет строки «КонецРасчСчет». Она принята до этого места.`,
  'statement.no_end_of_file':
    'В конце файла нет строки «КонецФайла»: возможно, не хватает хвоста. Выгрузите файл ещё раз – то, что уже принято, не задвоится.',
  'statement.document_cut': ({ number }) =>
    `Файл обрывается внутри документа ${named(number)}. Документ не принят: выгрузите файл ещё раз.`,
  'statement.key_twice': ({ key }) =>
    `Поле «${key}» стоит в одном документе дважды с разными значениями. Возможно, слиплись два документа: выгрузите файл ещё раз.`,
  'statement.garbled': ({ number }) =>
    `Часть букв документа ${named(number)} не читается ни в одной кодировке. Сверьте его с банком.`,
  'statement.no_amount': 'У документа нет суммы, он не принят.',
  'statement.amount': ({ text }) => `«${text}» – не сумма. Рубли и копейки пишутся так: 1234.50.`,
  'statement.amount_nothing': 'Сумма нулевая, принимать нечего.',
  'statement.no_day': 'У документа нет даты, которую можно прочитать, он не принят. Даты пишутся так: 31.12.2026.',
  'statement.day': ({ key, text }) => `«${text}» в поле «${key}» – не дата. Даты пишутся так: 31.12.2026.`,
  'statement.total': ({ key, text }) => `«${text}» в поле «${key}» – не сумма, поэтому этот итог не сверен.`,
  'statement.neither_ours': ({ payer, payee }) =>
    `Ни один счёт документа не ваш (плательщик: ${account(payer)}, получатель: ${account(payee)}), документ не принят. Впишите свой счёт в sellers файла pipelines.yaml или загрузите выписку своей компании.`,
  'statement.currency': ({ code }) => `Документ в валюте ${currencies[code] ?? code}. Принимаются только рубли.`,
  'statement.account_of_head': ({ account: one, followed }) =>
    `В заголовке файла счёт ${one}, а секции – по счёту ${followed.join(', ')}. Проверьте, чья это выписка.`,
  'statement.twice': ({ number, on, first }) =>
    `Документ ${named(number)} от ${dayRu(on)} уже есть в строке ${first}. Он принят один раз.`,
  'statement.twice_counted': ({ number, on, first }) =>
    `Документ ${named(number)} от ${dayRu(on)} есть и в строке ${first}, и итоги банка учитывают оба. Приняты два платежа.`,
  'statement.received_off': ({ account: one, kopecks }) =>
    `Поступления на счёт ${account(one)} не сходятся: по итогу банка ${more(kopecks)}, чем по документам. Прочитанное загружено.`,
  'statement.spent_off': ({ account: one, kopecks }) =>
    `Списания со счёта ${account(one)} не сходятся: по итогу банка ${more(kopecks)}, чем по документам. Прочитанное загружено.`,
  'statement.closing_off': ({ account: one, kopecks }) =>
    `Остаток счёта ${account(one)} не сходится: на конец ${more(kopecks)}, чем дают начальный остаток, поступления и списания. Прочитанное загружено.`,
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
