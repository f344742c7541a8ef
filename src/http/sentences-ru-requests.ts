import type { RefusalCode } from '#domain/kernel/refusal'
import type { SentencePair } from '#domain/kernel/texts/sentence-pairs'

import type { DoorCode } from './door-codes'

/** What is refused about values, rules, plans and requests, by code. What is not here is said by the sentence of its code. */
export const requestSentencesRu: Partial<Readonly<Record<RefusalCode | DoorCode, readonly SentencePair[]>>> = {
  field_value: [
    [
      '“{}” is no web address.',
      '«{1}» – не адрес в интернете. Напишите адрес https, например https://example.com/norma.',
    ],
    ['Leave the name and the password out of the address of {}.', 'Уберите имя и пароль из адреса {1}.'],
    [
      '“{}” is not secure: write an address that begins with https://.',
      'Адрес «{1}» не защищён: напишите адрес, который начинается с https://.',
    ],
    [
      '{} is not on the public internet, so nothing is sent there.',
      '{1} – не в открытом интернете, туда ничего не отправляется.',
    ],
    [
      'The name in “{}” leads nowhere. Check how it is spelt.',
      'Имя в «{1}» никуда не ведёт. Проверьте, как оно написано.',
    ],
    ['There is no field “{}”. Did you mean “{}”?', 'Поля «{1}» нет. Возможно, вы имели в виду «{2}»?'],
    ['There is no field “{}”.', 'Поля «{1}» нет.'],
    ['“{}” is computed from {}, it cannot be set.', '«{1}» вычисляется из {2}, заполнить его нельзя.'],
    ['“{}” takes text, you sent {}.', 'В поле «{1}» пишут текст, а прислано {2}.'],
    [
      '“{}” takes a whole number of minor units (1 250.00 is 125000), you sent {}.',
      'В поле «{1}» пишут сумму целым числом копеек (1 250,00 – это 125000), а прислано {2}.',
    ],
    ['“{}” takes a number, you sent {}.', 'В поле «{1}» пишут число, а прислано {2}.'],
    [
      '“{}” takes a day such as 2027-03-01, you sent {}.',
      'В поле «{1}» пишут день, например 2027-03-01, а прислано {2}.',
    ],
    ['“{}” takes true or false, you sent {}.', 'В поле «{1}» пишут true или false, а прислано {2}.'],
    ['“{}” takes one of {}, you sent {}.', 'В поле «{1}» выбирают одно из: {2}; прислано {3}.'],
    ['“{}” takes a value of {} or more, you sent {}.', 'В поле «{1}» – не меньше {2}, а прислано {3}.'],
    ['“{}” takes a value of {} or less, you sent {}.', 'В поле «{1}» – не больше {2}, а прислано {3}.'],
    ['“{}” is no axis value. There are: {}.', 'Такого разреза нет: «{1}». Есть: {2}.'],
    [
      'Say when the task is due: {}',
      'Скажите, когда срок задачи: «dueAt» с моментом или «due», например «1 working day».',
    ],
    [
      '“due”: a task that is added by hand cannot wait for another task; “{}” does.',
      '«due»: задача, добавленная вручную, не может ждать другую, а «{1}» ждёт.',
    ],
    ['“due”: {}', '«due»: {1}'],
    [
      '“dueAt”: {} is past already. {}',
      '«dueAt»: {1} уже прошло. Напишите момент не раньше нынешнего или null, если срока нет.',
    ],
    ['“at”: {} is past already. {}', '«at»: {1} уже прошло. Напишите момент в будущем или опубликуйте сразу.'],
    [
      'There is no rate for the currency {}. Use one of {}, or set a rate first.',
      'Для валюты {1} нет курса. Выберите одну из: {2} – или сначала задайте курс.',
    ],
    [
      'There is no rate for {}, so the deal cannot be won: nobody could say what it brings in {}. Set a rate in the settings first.',
      'Для валюты {1} нет курса, поэтому сделку нельзя засчитать: неизвестно, сколько она приносит в {2}. Сначала задайте курс в настройках.',
    ],
    ['{} is the company’s own currency: leave its rate out.', 'Курс {1} не нужен: это валюта самой компании.'],
    ['The rate of {} cannot be {}: it must be more than 0.', 'Курс {1} не может быть {2}: он должен быть больше 0.'],
    ['There is no department “{}” for it to be below.', 'Отдела «{1}», которому он подчиняется, нет.'],
    ['There is no role “{}” in pipelines.yaml. There are: {}.', 'Роли «{1}» в pipelines.yaml нет. Есть: {2}.'],
    [
      'There is no calendar “{}” in pipelines.yaml. There are: none.',
      'Календаря «{1}» в pipelines.yaml нет: там нет ни одного.',
    ],
    ['There is no calendar “{}” in pipelines.yaml. There are: {}.', 'Календаря «{1}» в pipelines.yaml нет. Есть: {2}.'],
    ['There is no {} “{}” in pipelines.yaml. There are: {}.', 'В pipelines.yaml нет «{2}». Есть: {3}.'],
    [
      '“{}” cannot be an id. {}',
      '«{1}» не может быть идентификатором. Нужны строчные латинские буквы, цифры, _ . и -, первая – буква, не больше 64 знаков.',
    ],
    [
      'Your e-mail address is not known yet. {}',
      'Адрес вашей почты пока не известен. Его может указать тот, кто меняет сотрудников.',
    ],
    [
      '“{}” cannot be posted to. {}',
      'На «{1}» нельзя отправить. Напишите адрес https, например https://example.com/norma.',
    ],
    [
      'Say what to replay: either deliveryId, or from (and to).',
      'Скажите, что повторить: deliveryId или время from (и to).',
    ],
    ['The time from {} to {} is none: swap the two.', 'Время с {1} по {2} пустое: поменяйте их местами.'],
  ],
  period_unknown: [
    ['“{}” is not a period. {}', '«{1}» – не период. Напишите, например, 2026-11, 2026-Q4, 2026-H2 или 2026.'],
    ['“{}” is not a year. {}', '«{1}» – не год. План ставят на год: напишите, например, 2026.'],
    ['“{}” is not a {}. Write one such as {}.', '«{1}» – не тот период. Напишите, например, {3}.'],
    ['A target cannot hold from {} to {}: {}', 'План не может действовать с {1} по {2}: конец раньше начала.'],
    [
      'Name either a period or the days from and to, not both.',
      'Укажите или период, или дни from и to, но не всё сразу.',
    ],
    ['Name both days, from and to, {}', 'Укажите оба дня, from и to, например from=2026-11-01&to=2026-11-15.'],
    [
      '“from” is {}, after “to”, which is {}. Swap them.',
      'Начало «from» ({1}) позже конца «to» ({2}). Поменяйте их местами.',
    ],
    ['From {} to {} is more than {} months. {}', 'С {1} по {2} – больше {3} мес. Возьмите время покороче.'],
  ],
  target_scope: [
    [
      '{} cannot be a target. Write a whole number in minor units (kopecks, cents), 0 or more.',
      'Поставить план {1} нельзя. Напишите целое число копеек, 0 или больше.',
    ],
    [
      '{} cannot be a target. Write a whole number of deals or tasks, 0 or more.',
      'Поставить план {1} нельзя. Напишите целое число сделок или задач, 0 или больше.',
    ],
    ['A target of the company has an empty id, not “{}”.', 'У плана компании id пустой, а прислано «{1}».'],
    ['“{}” is not a value of an axis. There are none yet.', 'Такого разреза нет: «{1}». Пока нет ни одного.'],
    ['“{}” is not a value of an axis. Write one of: {}.', 'Такого разреза нет: «{1}». Есть: {2}.'],
    ['This cell is named twice. The first one counts.', 'Эта ячейка названа дважды. Засчитана первая.'],
    [
      '“{}” is not an employee in a direction. {}',
      '«{1}» – не сотрудник в направлении. Напишите сотрудник/направление, например anna.petrova/b2b_new.',
    ],
    ['The target “{}” is named twice. {}', 'План «{1}» назван дважды. Назовите каждый один раз.'],
  ],
  report_unknown: [['There is no report “{}”. There are: {}.', 'Отчёта «{1}» нет. Есть: {2}.']],
  report_group: [
    [
      'The report “{}” has no rows by “{}”. It can be asked by: {}.',
      'Отчёт «{1}» не строится по «{2}». Можно по: {3}.',
    ],
  ],
  report_cell: [
    [
      'This report has no number “{}”. {}',
      'Числа «{1}» в этом отчёте нет. Возьмите «cell» числа из отчёта с теми же отборами.',
    ],
  ],
  rule_unknown: [
    ['There is no rule “{}” in “automation”. There are: {}.', 'В «automation» нет правила «{1}». Есть: {2}.'],
    ['There is no rule “{}” in “automation”. {}', 'В «automation» нет правила «{1}».{known}'],
  ],
  now_unknown: [
    ['“{}” is no key of this plan. There are: {}.', 'В этом плане нет ключа «{1}». Есть: {2}.'],
    [
      '“{}” is no key of this plan. Nothing of this plan can be applied at once.',
      'В этом плане нет ключа «{1}»: сразу применить в нём нечего.',
    ],
    ['“{}” is no key of this plan. {}', 'В этом плане нет ключа «{1}».{known}'],
  ],
  release_unknown: [
    ['Nothing “{}” is scheduled. There are: {}.', 'Ничего с именем «{1}» не запланировано. Есть: {2}.'],
    ['Nothing “{}” is scheduled. Nothing is scheduled.', 'Ничего с именем «{1}» не запланировано: список пуст.'],
    ['Nothing “{}” is scheduled. {}', 'Ничего с именем «{1}» не запланировано.{known}'],
  ],
  rules_unknown: [
    [
      'There is no version “{}” of the rules: versions are numbers from 1.',
      'Версии «{1}» у правил нет: версии – это числа от 1.',
    ],
    ['There is no version {} of the rules.', 'Версии {1} у правил нет.'],
    ['No rules are published yet. {}', 'Правила ещё не опубликованы. Сначала опубликуйте pipelines.yaml.'],
    ['Say what is to be planned: {}', 'Скажите, что планировать: текст или версию, к которой вернуться (не оба).'],
    [
      'Version {} is not before the one in force ({}): {}',
      'Версия {1} не раньше действующей ({2}): возвращаться некуда.',
    ],
  ],
  rules_faulty: [
    [
      'The rules have {} faults and were not published. The first: line {}, {}',
      'Правила не опубликованы, ошибок в них: {1}. Первая – в строке {2}: {3}',
    ],
    ['The rules have {} faults and were not published.{}', 'Правила не опубликованы, ошибок в них: {1}.'],
  ],
  rules_blocked: [
    [
      'Nothing was published: say under “moved:” what becomes of {}. {}',
      'Ничего не опубликовано: напишите в «moved:», что станет с {1}. Нужные строки есть в плане.',
    ],
    ['Nothing was scheduled: {}', 'Ничего не запланировано: в плане сказано, на что сначала нужен ответ.'],
  ],
  version_conflict: [
    [
      'Somebody else has set this target meanwhile. Look at what it is now and set it again.',
      'Этот план за это время поставил кто-то другой. Посмотрите, какой он сейчас, и поставьте снова.',
    ],
    ['A deal with the id {} exists already.', 'Сделка с идентификатором {1} уже есть.'],
    [
      'Somebody else has just changed the deal “{}”. Read it again and decide anew.',
      'Сделку «{1}» только что изменил кто-то другой. Прочитайте её снова и решите заново.',
    ],
    ['Version {} is not the one in force any more: it is {}.', 'Версия {1} больше не действует: сейчас действует {2}.'],
    [
      'Version {} is not the one in force any more. Since then: v{} by {} at {}. Look at a new plan before you publish.',
      'Версия {1} больше не действует. С тех пор опубликовано: v{2}, автор – {3}, {4}. Посмотрите новый план, прежде чем публиковать.',
    ],
    [
      'Version {} is not the one in force any more. Since then: {}. Look at a new plan before you publish.',
      'Версия {1} больше не действует. С тех пор опубликовано: {2}. Посмотрите новый план, прежде чем публиковать.',
    ],
    [
      'Version {} is not the one in force any more.{}',
      'Версия {1} больше не действует: кто-то опубликовал раньше вас. Посмотрите новый план, прежде чем публиковать.',
    ],
    [
      'Somebody published in between: version {} is not the newest any more.',
      'Кто-то опубликовал раньше вас: версия {1} уже не последняя.',
    ],
    [
      'Somebody else changed the webhook {} just now. {}',
      'Вебхук {1} только что изменил кто-то другой. Прочитайте его снова.',
    ],
  ],
  precondition_failed: [
    [
      'The deal is at version {} now, you have seen version {}. {}',
      'Сделка сейчас в версии {1}, а вы видели версию {2}. Прочитайте её снова и решите заново.',
    ],
    [
      'If-Match says {}, which is no ETag of ours. {}',
      'В If-Match стоит {1}, это не наш ETag. Отправьте, например, "7".',
    ],
  ],
  precondition_required: [
    ['Send If-Match {}', 'Отправьте If-Match с ETag того, что вы видели, чтобы ничьё изменение не затёрлось.'],
  ],
  idempotency_key_reused: [
    ['This Idempotency-Key {}', 'Этот Idempotency-Key уже был с другим запросом. Для нового запроса возьмите новый.'],
  ],
  idempotency_key_bad: [
    ['An Idempotency-Key {}', 'Ключ Idempotency-Key – от 1 до 255 видимых знаков ASCII без пробелов, например UUID.'],
  ],
  cursor_bad: [
    ['This cursor {}', 'Этот курсор не от этого списка. Начните с первой страницы и идите по заголовку Link.'],
  ],
  unauthenticated: [
    ['Only employees have pages.', 'Страницы есть только у сотрудников.'],
    ['The provider sent no token that Norma can check.', 'Провайдер не прислал токена, который Норма может проверить.'],
    ['The token has expired. Sign in again.', 'Срок токена истёк. Войдите снова.'],
    ['The token is not meant for Norma: its “{}” is wrong.', 'Этот токен не для Нормы: в нём не то значение «{1}».'],
    ['The token is not one that Norma trusts. Sign in again.', 'Этому токену Норма не доверяет. Войдите снова.'],
    ['Send a token: {}', 'Отправьте токен: Authorization: Bearer, пробел и токен.'],
    ['“{}” does not work here, or does not any more.', '«{1}» здесь не работает или больше не работает.'],
  ],
  notice_unknown: [['There is no notice “{}” in your inbox.', 'Во входящих нет уведомления «{1}».']],
  webhook_unknown: [['There is no webhook {}.', 'Вебхука {1} нет.']],
  webhook_inactive: [['The webhook {} is switched off. {}', 'Вебхук {1} выключен. Сначала сохраните его включённым.']],
  delivery_unknown: [['The webhook {} has no delivery “{}”.', 'У вебхука {1} нет доставки «{2}».']],
  too_many_webhooks: [['There are {} webhooks, {}', 'Вебхуков уже {1}, больше нельзя. Удалите один.']],
  not_found: [
    ['The API has no operation “{}”.', 'У API нет операции «{1}».'],
    ['This is only for our own pages.', 'Это только для наших страниц.'],
    ['There is nothing at {}: no id is written like this.', 'По адресу {1} ничего нет: так идентификаторы не пишут.'],
    ['There is nothing at {}. {}', 'По адресу {1} ничего нет. Всё, что есть, – в /openapi.json.'],
    ['There is nothing at {}.', 'По адресу {1} ничего нет.'],
  ],
  method_not_allowed: [
    ['{} is not possible at {}. Possible are: {}.', 'Действие {1} по адресу {2} невозможно. Возможны: {3}.'],
  ],
  media_type: [
    [
      'The body came with no Content-Type. {}',
      'Тело пришло без Content-Type. Отправьте JSON с Content-Type application/json.',
    ],
    [
      'The body came with {}. Send {}',
      'Тело пришло с другим типом ({1}). Отправьте JSON с Content-Type application/json.',
    ],
  ],
  too_large: [['The body is larger than 1 MB. {}', 'Тело больше 1 МБ. Отправьте за раз меньше.']],
  malformed_json: [
    ['The body is not UTF-8 text. {}', 'Тело – не текст UTF-8. Сохраните его в UTF-8 и отправьте снова.'],
    ['The body has half a character: {}', 'В теле половина знака: \\uD800–\\uDFFF без второй половины.'],
    ['The body stops being JSON at line {}, column {}.', 'Тело перестаёт быть JSON в строке {1}, столбце {2}.'],
  ],
  overloaded: [['Too many requests {}', 'Слишком много запросов сразу. Попробуйте через минуту.']],
  feed_unknown: [['There is no such calendar, {}', 'Такого календаря нет, или он больше не открыт.']],
  internal: [
    [
      'This is our fault. Tell us the number {} and we can find out what happened.',
      'Это наша вина. Назовите нам номер {1}, и мы выясним, что случилось.',
    ],
  ],
}
