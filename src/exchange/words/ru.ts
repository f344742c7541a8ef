import type { Translated } from '#domain/kernel/saying'
import type { en } from './en'
import { roublesRu } from './roubles'

/** То же по-русски. */
export const ru: Translated<typeof en> = {
  'forbidden.one_c':
    'Обменом с 1С занимаются те, у кого есть право подключать телефоны и формы, и те, кому правила поручают загружать выписки. Обратитесь к ним.',
  one_c_base_unknown: ({ id }) => `База 1С «${id}» не подключена.`,
  'field_value.one_c_seller': ({ id, known }) =>
    known.length === 0
      ? `Продавца «${id}» нет: в файле не описано ни одного юрлица. Опишите его в разделе «sellers».`
      : `Продавца «${id}» в файле нет; есть: ${known.join(', ')}.`,
  'field_value.one_c_many': ({ most }) => `Подключено баз: ${most}, больше нельзя.`,
  'version_conflict.one_c': ({ id }) => `«${id}» только что изменил кто-то другой. Обновите страницу.`,
  bad_password: 'Неверный логин или пароль. Впишите в 1С то, что показывает страница Norma «Обмен с 1С».',
  bad_type: ({ type }) =>
    `Norma обменивается заказами (type=sale), а не «${type}». Отключите в 1С выгрузку товаров на этот сайт.`,
  bad_mode: ({ mode }) => `Norma не знает mode=${mode}. Есть checkauth, init, query, success, file, import.`,
  no_session: 'Сеанс закончился или не начинался. Начните с mode=checkauth.',
  rules_unset: 'В правилах нет раздела «one_c». Добавьте его в pipelines.yaml и опубликуйте.',
  inside: 'Сейчас Norma не смогла этого сделать. Повторите обмен: ничего не потеряно.',
  no_name: ({ name }) =>
    `«${name}» не годится как имя файла: нужны латинские буквы, цифры, точки, дефисы и подчёркивания.`,
  no_file: ({ name }) => `Файл «${name}» в этом сеансе не приходил. Сначала отправьте его с mode=file.`,
  no_bytes: 'Часть файла пуста. Отправьте байты файла в теле запроса.',
  piece_too_large: ({ bytes, most }) =>
    `В части файла ${bytes} байт, а можно не больше ${most}: так сказано в ответе на mode=init.`,
  file_too_large: ({ most }) => `Файл больше ${most} байт. Обменивайтесь чаще или меньшими порциями.`,
  too_many_parts: ({ most }) => `Файл пришёл больше чем ${most} частями. Увеличьте размер части в настройках 1С.`,
  reading: ({ done }) => `Файл читается, обработано документов: ${done}.`,
  reading_late: 'Файл сохранён, но ещё не прочитан. Norma попробует снова; загляните в обмен позже.',
  file_cut: 'Файл неполный: нет его конца. Повторите обмен.',
  not_utf8: 'В файле сказано, что он в UTF-8, но это не так: похоже на windows-1251. Исправьте кодировку в 1С.',
  bad_letters: ({ encoding }) => `В файле сказано, что он в кодировке ${encoding}, но это не так.`,
  bad_encoding: ({ encoding }) => `Кодировка «${encoding}» не читается. Нужна UTF-8 или windows-1251.`,
  bad_xml: ({ line, what }) =>
    `Файл не читается как XML, строка ${line}: ${xmlFaults[what] ?? what}. Из него ничего не взято.`,
  has_doctype: 'Файл объявляет сущности (DOCTYPE). Такие файлы не читаются. Из него ничего не взято.',
  not_commerce: ({ root }) =>
    `Файл начинается с «${root}», а не с «КоммерческаяИнформация». Выберите в 1С формат CommerceML 2.`,
  too_deep: 'Вложенность файла слишком велика для документа.',
  too_many_documents: ({ most }) => `В файле больше ${most} документов. Обменивайтесь чаще или меньшими порциями.`,
  bad_archive: ({ why }) => `Архив не открывается: ${archiveFaults[why] ?? why}. Из него ничего не взято.`,
  no_xml_inside: 'В архиве нет файла .xml.',
  some_refused: ({ count }) => `Не принято документов: ${count}. Первый:`,
  no_id: 'У документа нет «Ид», он не принят.',
  bad_currency: ({ id, text }) => `Документ ${id} – в валюте «${text}», а счета – в рублях. Документ не принят.`,
  bad_day: ({ id, name, text }) =>
    `Документ ${id}: «${name}» – «${text}», а нужна дата вида 2026-12-31. Документ не принят.`,
  bad_sum: ({ id, name, text }) =>
    `Документ ${id}: «${name}» – «${text}», а нужна сумма вида 1234.50. Документ не принят.`,
  bad_truth: ({ id, name, text }) =>
    `Документ ${id}: «${name}» – «${text}», а нужно true или false. Документ не принят.`,
  not_ours: ({ id, operation }) => `${operation} ${id}: такого счёта в Norma нет, документ пропущен.`,
  not_read: ({ id, operation }) => `${operation} ${id}: такие документы Norma не читает, документ пропущен.`,
  other_seller: ({ number }) => `Счёт ${number} – другого юрлица, не того, для которого эта база. Документ не принят.`,
  sum_differs: ({ number, there, here }) =>
    `Счёт ${number}: в 1С ${roublesRu(there)} ₽, в Norma ${roublesRu(here)} ₽. Сверьте строки.`,
  status_unknown: ({ number, status }) =>
    `Счёт ${number}: статуса 1С «${status}» нет в правилах («one_c: status»). Он записан, но ничего не изменил.`,
  payment_no_day: ({ id }) => `У оплаты ${id} нет даты, она не принята.`,
  payment_no_sum: ({ id }) => `У оплаты ${id} нет суммы, она не принята.`,
  payment_differs: ({ id, number }) =>
    `Оплата ${id} по счёту ${number} уже принята с другой суммой. Отмените её разнесение в «Платежах» и разнесите верную.`,
  payment_not_payable: ({ id, number }) =>
    `Оплата ${id}: счёт ${number} – черновик или отменён, на него нельзя разнести деньги.`,
  payment_taken_back: ({ id, number }) =>
    `Оплата ${id} по счёту ${number} в 1С больше не действует: разнесение отменено.`,
  task_refused: ({ number, message }) => `Счёт ${number} отменён в 1С, но задачу открыть не удалось: ${message}`,
  task_cancelled: ({ number, how }) =>
    how === 'deleted'
      ? `В 1С счёт ${number} помечен на удаление. Решите, отменять ли его здесь.`
      : `В 1С счёт ${number} отменён. Решите, отменять ли его здесь.`,
  instruction: ({ login, password }) => `Имя пользователя: ${login}\nПароль: ${password}`,
}

const xmlFaults: Readonly<Record<string, string>> = {
  ampersand: 'знак & не записан как &amp;',
  entity: 'неизвестная сущность',
  tag: 'элемент закрыт не тем или не закрыт',
  root: 'внешних элементов несколько или ни одного',
  other: 'файл испорчен',
}

const archiveFaults: Readonly<Record<string, string>> = {
  no_zip: 'это не zip',
  cut: 'он испорчен или обрезан',
  encrypted: 'он с паролем',
  too_large: 'он слишком велик',
  too_much_inside: 'в распакованном виде он слишком велик',
  too_many: 'в нём слишком много файлов',
  too_dense: 'при распаковке он вырастет в сотни раз',
}
