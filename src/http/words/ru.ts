import { lacksRightRu } from '#domain/people/words/right-names-ru'
import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  precondition_required: 'Отправьте If-Match с ETag того, что вы видели, чтобы ничьё изменение не затёрлось.',
  'precondition_failed.no_etag': ({ header }) =>
    `В If-Match стоит ${header}, это не наш ETag. Отправьте, например, "7".`,
  'precondition_failed.nothing_there':
    'Здесь ещё нет ничего, на что мог бы указать If-Match. Чтобы создать, отправьте без него.',
  'precondition_failed.no_version': ({ header }) =>
    `If-Match называет ${header}, но у того, что здесь, нет версии. Отправьте без этого заголовка.`,
  'precondition_failed.changed':
    'С тех пор как вы это видели, оно изменилось. Прочитайте снова и отправьте If-Match с новым ETag.',
  idempotency_key_bad: 'Ключ Idempotency-Key – от 1 до 255 видимых знаков ASCII без пробелов, например UUID.',
  cursor_bad: 'Этот курсор не от этого списка. Начните с первой страницы и идите по заголовку Link.',
  unauthenticated: 'Отправьте токен: Authorization: Bearer, пробел и токен.',
  'unauthenticated.expired': 'Срок токена истёк. Войдите снова.',
  'unauthenticated.not_for_us': ({ claim }) => `Этот токен не для Нормы: в нём не то значение «${claim}».`,
  'unauthenticated.untrusted': 'Этому токену Норма не доверяет. Войдите снова.',
  'unauthenticated.nobody': ({ subject }) => `«${subject}» здесь не работает или больше не работает.`,
  'unauthenticated.no_token': 'Провайдер не прислал токена, который Норма может проверить.',
  'unauthenticated.no_pages': 'Страницы есть только у сотрудников.',
  'forbidden.right': ({ right }) => lacksRightRu(right),
  'forbidden.key':
    'По ключу этого сделать нельзя, только сотруднику. Для чего нужны ключи, в /openapi.json сказано в x-key-right.',
  'forbidden.key_right': ({ right }) =>
    `У ключа нет права ${right}, или его больше нет у того, кто отвечает за ключ. Ключ с этим правом можно создать на странице «Ключи API».`,
  too_many_requests: ({ seconds }) =>
    `За минуту столько запросов нельзя. Повторите через ${seconds} с; запросы, которые что-то меняют, считаются за пять.`,
  not_found: ({ path }) => `По адресу ${path} ничего нет. Всё, что есть, – в /openapi.json.`,
  'not_found.page': ({ path }) => `По адресу ${path} ничего нет.`,
  'not_found.no_id': ({ path }) => `По адресу ${path} ничего нет: так идентификаторы не пишут.`,
  'not_found.operation': ({ id }) => `У API нет операции «${id}».`,
  'not_found.own_pages': 'Это только для наших страниц.',
  method_not_allowed: ({ method, path, allow }) =>
    `Действие ${method} по адресу ${path} невозможно. Возможны: ${allow}.`,
  media_type: ({ type }) =>
    type === ''
      ? 'Тело пришло без Content-Type. Отправьте JSON с Content-Type application/json.'
      : `Тело пришло с другим типом (Content-Type ${type}). Отправьте JSON с Content-Type application/json.`,
  'media_type.encoded': ({ encoding }) =>
    `Тело пришло упакованным (Content-Encoding ${encoding}). Отправьте его как есть, без Content-Encoding.`,
  too_large: 'Тело больше 1 МБ. Отправьте за раз меньше.',
  'too_large.form': 'Форма больше 64 кБ. Отправьте за раз меньше.',
  'malformed_json.not_utf8': 'Тело – не текст UTF-8. Сохраните его в UTF-8 и отправьте снова.',
  'malformed_json.half': 'В теле половина знака: \\uD800–\\uDFFF без второй половины.',
  malformed_json: ({ line, column }) => `Тело перестаёт быть JSON в строке ${line}, столбце ${column}.`,
  'malformed_json.further': ({ line, column }) =>
    `Тело перестаёт быть JSON где-то после строки ${line}, столбца ${column}.`,
  misdirected: ({ host }) =>
    `По имени «${host}» Норма на этой машине не отвечает. Обращайтесь к localhost или 127.0.0.1 или назовите ей это имя: norma start --host ${host.replace(/:\d+$/, '')}`,
  'misdirected.origin': ({ origin }) =>
    `Спросила страница «${origin}», а Норма на этой машине отвечает только своим страницам.`,
  overloaded: 'Слишком много запросов сразу. Попробуйте через минуту.',
  unavailable:
    'Хранилище не ответило вовремя. Записано ли изменение, неизвестно: повторите его чуть позже с тем же Idempotency-Key.',
  'unavailable.unwritten':
    'Хранилище не смогло записать: возможно, диск заполнен или в папку нельзя писать. Ничего из этого не сохранено. Повторите, когда место появится.',
  internal: ({ number }) => `Это наша вина. Назовите нам номер ${number}, и мы выясним, что случилось.`,
}
