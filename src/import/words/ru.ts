import type { Translated } from '#domain/kernel/saying'
import { oddSignRu } from '#domain/kernel/texts/odd-sign-ru'

import type { en } from './en'
import { ruMapping } from './ru-mapping'
import { withTime } from './with-time'

const otherThanText = {
  workbook: 'книга Excel',
  pdf: 'PDF',
  archive: 'архив',
  page: 'веб-страница',
  xml: 'XML',
  json: 'JSON',
  rtf: 'документ текстового редактора',
  dbf: 'таблица dBase',
  utf32: 'текст в UTF-32',
} as const

/** As `en`, in Russian. */
export const ru: Translated<typeof en> = {
  ...ruMapping,
  // files
  file_absent: ({ file, folder }) => `Файл ${file} не читается: в папке ${folder} его нет.`,
  file_empty: ({ file }) => `Файл ${file} пуст: нужна строка заголовков.`,
  file_not_utf8: ({ file, guess }) =>
    `Файл ${file} не в UTF-8. Напишите в его format «encoding: ${guess}» (или ${['cp1251', 'cp866', 'utf-16'].filter((one) => one !== guess).join(', ')}).`,
  file_not_text: ({ file, is }) =>
    `Файл ${file} не читается: это ${otherThanText[is]}, а не текст с разделителями. ${is === 'archive' ? 'Сначала распакуйте его.' : 'Откройте его в Excel и сохраните как «CSV UTF-8».'}`,
  file_large: ({ file, has, most, isWhole }) =>
    `В файле ${file} ${has} МБ, а ${isWhole ? 'такой файл читается целиком, и в нём' : 'в файле'} может быть не больше ${most} МБ. Разделите его на несколько${isWhole ? ', строки одной сделки – в одном файле,' : ''} и напишите вход для каждого.`,
  heading_quote: ({ file }) =>
    `Файл ${file} не читается: в заголовках не закрыты кавычки. Закройте их или напишите в его format «quote: none».`,
  one_column: ({ file, heading, delimiter }) =>
    `В заголовке файла ${file} один столбец, «${heading}». Напишите в его format «delimiter: ${delimiter}».`,
  // lines
  misfit: ({ has, wants }) =>
    `${has === 1 ? `значение одно (${has})` : `значений ${has}`}, а в заголовке${has === 1 ? ' их' : ''} ${wants}. Возьмите в кавычки значения, в которых есть разделитель.`,
  quote_inside:
    'внутри значения стоит кавычка. Удвойте её: "тот ""большой"" заказ". Если так во всём файле, напишите в его format «quote: none».',
  quote_open: 'кавычка открыта и не закрыта. Закройте её. Если так во всём файле, напишите в его format «quote: none».',
  text_long: ({ key, start, length, most }) =>
    `В «${key}» знаков ${length} («${start}…»), а может быть не больше ${most}. Сократите или напишите для него в соответствиях «cut: ${most}».`,
  whole_deal: ({ lines }) => `Пропущена вся сделка, строк в ней: ${lines}.`,
  squeezed: ({ text }) =>
    `«${text}» – всё, что таблица оставила от длинного числа: остальные цифры пропали. Задайте столбцу текстовый формат, впишите числа заново и сохраните файл ещё раз.`,
  odd_sign: ({ key, sign }) => oddSignRu(`«${key}»`, sign),
  names_no_deal: ({ field, text, direction }) =>
    `«${field}»: «${text}», а сделки из направления «${direction}» с таким внешним или своим идентификатором нет ни здесь, ни в этом файле, ни в файлах перед ним. Сделка взята без этого.`,
  value_empty: ({ key }) => `Значение «${key}» пустое.`,
  not_yes_no: ({ text }) => `«${text}» – ни да, ни нет.`,
  no_time: ({ text, patterns }) =>
    `«${text}» – день без времени; нужны значения со временем, а у поля – «dates» с ним, например ${withTime(patterns)}.`,
  not_date: ({ text, patterns }) => `«${text}» – не дата вида ${patterns.join(' или ')}.`,
  date_excel: ({ text, day }) => `«${text}», похоже, день по счёту Excel: ${day}. Если так, напишите «dates: excel».`,
  number_sign: ({ text, kind, example, sign }) =>
    `«${text}» – не ${kind === 'whole' ? 'целое число' : 'число'} вида ${example}. Если «${sign}» нужно пропускать, напишите в format «strip: ["${sign}"]».`,
  not_number: ({ text, kind, example }) =>
    `«${text}» – не ${kind === 'whole' ? 'целое число' : 'число'} вида ${example}.`,
  too_exact: ({ text, decimals }) =>
    decimals === 0
      ? `«${text}» точнее, чем бывает: нужно без дробной части.`
      : `«${text}» точнее, чем бывают деньги: знаков после запятой не больше ${decimals}.`,
  too_large: ({ text }) => `«${text}» – слишком много.`,
  not_looked_up: ({ text, column, file }) => `Значения «${text}» нет в столбце «${column}» файла ${file}.`,
  not_mapped: ({ text, known }) =>
    `${text === '' ? 'Пустого значения' : `Значения «${text}»`} нет в соответствиях. Есть: ${known.join(', ')}. Добавьте его или напишите «otherwise: keep».`,
  // deals, employees, targets
  no_group: 'Не понять, к какой сделке относится строка: «group_by» ничего не даёт.',
  closed_before: ({ made, closed }) => `Сделка заведена ${made}, позже, чем закрыта, – ${closed}.`,
  outcome_unknown: ({ text, known }) =>
    `${text === '' ? 'Пустого значения' : `Значения «${text}»`} в соответствиях для outcome нет. Есть: ${known.join(', ')}.`,
  differs: ({ key, here, there, line }) => `«${key}» здесь «${here}», а в строке ${line} той же сделки – «${there}».`,
  id_twice: ({ id, place }) =>
    `Внешний номер «${id}» уже есть у ${place}. Дайте каждой сделке свой или сгруппируйте строки по нему.`,
  id_long: ({ start }) => `Внешний номер «${start}…» длиннее 200 знаков.`,
  nobody: ({ owner }) =>
    `Сотрудника «${owner}», который вёл бы сделку, нет. Сначала загрузите сотрудников или сопоставьте имя с тем, кто есть.`,
  owner_unsure: ({ owner, id, other }) =>
    `Не понять, чья это сделка: «${owner}» не загружен, потому что идентификатор «${id}» уже у «${other}».`,
  plan_unsure: ({ key, id, other }) =>
    `Не понять, чей это план: «${key}» не загружен, потому что идентификатор «${id}» уже у «${other}».`,
  future: ({ day }) => `${day} – в будущем, а история кончается сегодня.`,
  won_before: ({ pipeline, wonAfter, stage, later }) =>
    `Выигранная сделка направления «${pipeline}» уже прошла «${wonAfter}», а не стоит на «${stage}». Напишите одно из: ${later.join(', ')}.`,
  past_won: ({ pipeline, stage }) =>
    `Сделка направления «${pipeline}», которая дошла до «${stage}», выиграна: напишите рядом «won: yes».`,
  reason: ({ reason, known }) => `Причины проигрыша «${reason}» нет. Есть: ${known.join(', ')}.`,
  employee_parts: 'Сотруднику нужны идентификатор и имя; одно из них пустое.',
  id_shared: ({ id, key, other, line }) =>
    `У «${key}» был бы идентификатор «${id}», но он уже у «${other}» из строки ${line}. Возьмите для идентификатора столбец, в котором они различаются, например табельный номер.`,
  id_taken: ({ id, key, there }) =>
    `У «${key}» был бы идентификатор «${id}», но он уже у сотрудника «${there}». Возьмите для идентификатора столбец, в котором они различаются, а если это один человек, напишите имя одинаково.`,
  id_again: ({ key, line }) =>
    `«${key}» есть в строке ${line} с другим именем или почтой. Если это два человека, возьмите для идентификатора столбец, в котором они различаются, например табельный номер; если один – напишите в обеих строках одно и то же.`,
  department_taken: ({ id, key, there }) =>
    `У отдела «${key}» был бы идентификатор «${id}», но он уже у «${there}». Пишите отдел одинаково или возьмите для идентификатора другой столбец.`,
  more_lines: ({ who, more }) => `То же и в других строках с «${who}», ещё строк: ${more}.`,
  target_twice: ({ period, id, line }) => `План на ${period} для «${id}» уже есть в строке ${line}.`,
  // exports of Bitrix24
  bitrix_no_stages:
    'В этой выгрузке нет этапов сделок. Нужен ответ crm.status.list со строками, где ENTITY_ID – DEAL_STAGE или DEAL_STAGE_1.',
  bitrix_rows: ({ missing }) =>
    `Ответ crm.status.list неполный: не хватает строк: ${missing}. Битрикс24 отдаёт по 50: запросите ещё раз с start=50 и добавьте этот ответ.`,
  bitrix_refused: ({ why }) =>
    why === undefined
      ? 'Битрикс24 отказался отвечать и не сказал почему. Выгрузите ещё раз.'
      : `Битрикс24 отказался отвечать: ${why}. Выгрузите ещё раз.`,
  bitrix_no_work: 'Ни в одном направлении этой выгрузки нет этапа, на котором со сделкой работают: работать негде.',
}
