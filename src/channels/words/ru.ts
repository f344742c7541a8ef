import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  integration_unknown: ({ id }) => `Под именем «${id}» ничего не подключено.`,
  ordered_no_template: ({ id }) => `Шаблона «${id}» в правилах больше нет.`,
  ordered_no_way: 'Клиент не писал ни через один из подключённых мессенджеров и ящиков.',
  ordered_no_client: 'Кто-то отметил, что это не клиент.',
  ordered_no_consent: ({ consent }) => `Клиент не давал согласия «${consent}». Спросите его и отметьте это в карточке.`,
  ordered_empty: ({ known }) => `Пока неизвестно: ${known.join(', ')}.`,
  not_sent_unconnected: 'Это подключение уже убрали.',
  not_sent_given_up: 'Отправить не удавалось целые сутки.',
  not_sent_revoked: ({ consent }) => `Клиент отозвал согласие «${consent}».`,
  not_sent_restricted: ({ until }) => `Клиент будет стёрт и хранится только до ${until}.`,
  'field_value.client_restricted': ({ until }) =>
    `Клиент будет стёрт и хранится только до ${until}: писать ему нельзя.`,
  not_sent_no_server: 'Не указан почтовый сервер для отправки.',
  not_sent_inside: ({ address }) => `Через ${address} ничего не отправляется: адрес ведёт во внутреннюю сеть.`,
  unread_missing: ({ names }) =>
    names.length === 1 ? `Нет поля «${names.join('')}».` : `Нет одного из полей: ${names.join(', ')}.`,
  unread_notices: ({ most }) => `За один раз отправляйте от 1 до ${most} уведомлений.`,
  unread_word: ({ name, value, known }) => `В «${name}» стоит «${value}»: напишите ${known.join(', ')}.`,
  unread_instant: ({ name, value }) =>
    `В «${name}» стоит «${value}»: напишите момент времени, например 2026-12-01T07:00:00Z.`,
  unread_ami: 'Ни одна строка не начинается с «Event:»: это не сообщения Asterisk.',
  unread_form: 'В форме нет ни одного поля.',
  unread_json: ({ name }) => (name === '' ? 'Пришёл не JSON.' : `В «${name}» не JSON.`),
  unread_object: 'Пришёл не объект JSON.',
  unread_alphabet: 'Пришёл не текст в той кодировке, которая названа.',
  unread_event: ({ event }) => `Событие «${event}» неизвестно.`,
  unread_sender: 'В письме не сказано, от кого оно.',
  unread_forged: ({ from }) =>
    `Письмо говорит, что оно от ${from}, но проверка отправителя (DMARC) не прошла: ничего не сделано.`,
  mail_sealed:
    'Письмо зашифровано (S/MIME), ключа у Нормы нет. Оно целиком в приложенном файле: откройте его в почтовой программе или попросите прислать без шифрования.',
  unread_adapter: ({ id }) => `Адаптера «${id}» нет.`,
  unread_broke: ({ why }) => `Прочитать не получилось: ${why}. Сообщите тому, кто обслуживает Норму.`,
  unread_not_fetched: ({ name, id }) => `Не удалось забрать письмо из папки ${name} (UID ${id}): найдите его в ящике.`,
  mail_in_not_theirs: ({ from }) =>
    `Адрес, на который пришло письмо, не выдавали ${from}, или он больше не действует: ничего не сделано.`,
  mail_in_nobody: ({ from }) =>
    `Письмо ${from} никому из клиентов не адресовано и ничего не пересылает: ничего не сделано.`,
  mail_in_machine: ({ from, most }) => `За два часа от ${from} больше ${most} писем: похоже, что-то отвечает само.`,
  talk_unknown: ({ id }) => `Разговора «${id}» нет, или он чужой.`,
  'client_unknown.talk': ({ id }) => `Клиента «${id}» нет, или он чужой.`,
  'forbidden.talk_program': 'Программа не может взять разговор: войдите как сотрудник.',
  'field_value.no_way_to_write':
    'Написать некуда: клиент не писал ни через один из подключённых мессенджеров. Позвоните ему.',
  'field_value.consent_revoked': ({ consent }) =>
    `Клиент отозвал согласие «${consent}»: писать ему так нельзя. Если он снова согласился, отметьте это в карточке.`,
  'field_value.approved_template': ({ id, known }) =>
    known.length === 0
      ? `Одобренного шаблона «${id}» нет: таких, которые заполняются одним текстом, нет вообще.`
      : `Одобренного шаблона «${id}» нет. Есть: ${known.join(', ')}.`,
  'field_value.template_places': ({ id, count }) =>
    `Мест для заполнения в шаблоне «${id}»: ${count}. Напишите текст для каждого и ни для какого другого.`,
  'field_value.no_templates': ({ name }) =>
    `Через «${name}» шаблоны отправить нельзя: их там нет или не введён номер аккаунта.`,
  'field_value.templates_not_told': ({ name, why }) =>
    `«${name}» не сообщил, какие шаблоны одобрены (${why}). Попробуйте через минуту.`,
  'field_value.text_or_template': 'Напишите текст или выберите шаблон: что-то одно.',
  'field_value.window_closed': ({ name, until }) =>
    `Через ${name} свободный текст можно было отправить до ${until}: теперь можно отправить только одобренный шаблон, если они есть, или подождать, пока напишет клиент. Позвоните или напишите через другой мессенджер.`,
  'field_value.mailbox': ({ address }) => `«${address}» – не адрес почты. Напишите, например, sales@in.shop.example.`,
  'field_value.api': ({ api }) => `«${api}» – не адрес интерфейса. Напишите, например, https://api.telegram.org.`,
  'forbidden.recording':
    'Слушать звонки того, кто здесь говорил, вам нельзя. Попросите того, у кого на них есть право «recordings_hear».',
  'field_value.call_unknown': ({ id }) => `Звонка «${id}» в этом разговоре нет.`,
  'field_value.no_recording': ({ id, count }) =>
    count === 0 ? `Звонок «${id}» не записан.` : `У звонка «${id}» записей: ${count}; счёт с 0.`,
  'field_value.deal_of_another': ({ id, known }) =>
    known.length === 0
      ? `«${id}» – не открытая сделка этого клиента: у него таких нет.`
      : `«${id}» – не открытая сделка этого клиента; у него есть: ${known.join(', ')}.`,
  'field_value.recording_waits': 'Запись ещё забирается у оператора связи: попробуйте через несколько минут.',
  'field_value.recording_gone': ({ at }) =>
    `Записи звонка от ${at} больше нет: она хранилась столько, сколько сказано в правилах.`,
  'field_value.recording_no_address':
    'Оператор связи сообщил только номер записи: послушайте её в его личном кабинете.',
  'field_value.recording_bad_address':
    'Запись лежит по адресу, откуда забирать нельзя: послушайте её в личном кабинете оператора связи.',
  'field_value.recording_not_there': 'Оператор связи так и не отдал запись, сколько её ни запрашивали.',
  'field_value.recording_too_large': 'Запись больше 50 МБ: послушайте её в личном кабинете оператора связи.',
  'field_value.recording_no_sound': 'Оператор связи прислал не звук: послушайте запись в его личном кабинете.',
  not_sent_unsure: 'Неизвестно, ушло ли сообщение: проверьте, дошло ли оно, и отметьте это.',
  'field_value.message_unknown': ({ id }) => `Сообщения «${id}» в этом разговоре нет.`,
  'field_value.message_certain': 'Что стало с этим сообщением, известно: отмечать ничего не нужно.',
  'field_value.no_attachment': ({ id, count }) =>
    count === 0
      ? `С сообщением «${id}» ничего не пришло.`
      : `Этого вложения нет: с сообщением «${id}» пришло ${count}, счёт с нуля, а то, что больше 20 МБ, только названо.`,
  'field_value.only_by_mail': ({ name }) => `В «${name}» нет ни темы, ни файлов: уберите их или напишите письмом.`,
  'field_value.file_of_deal': ({ id }) => `Файла «${id}» в этой сделке нет. Сначала приложите его к сделке.`,
  'field_value.files_too_large': ({ megabytes }) =>
    `Файлы вместе занимают ${megabytes} МБ: письмом уходит не больше 20 МБ.`,
  'field_value.field_kind': ({ to, known }) =>
    `«${to}» – не то, о чём спрашивает форма. Напишите одно из: ${known.join(', ')}.`,
  'field_value.no_number': 'Позвонить некуда: номера в этом разговоре нет.',
  'field_value.no_dialler':
    'Ни одна подключённая АТС не может позвонить за вас. Попросите того, кто ведёт подключения, указать ваш добавочный номер и ключ для команд.',
  'field_value.dialled_just_now': ({ name }) =>
    `Этот звонок только что заказан через «${name}». Если телефон не зазвонит за десять секунд, попробуйте снова.`,
  'field_value.not_dialled': ({ name, why }) =>
    `«${name}» не звонит: ${why}. Попробуйте через минуту или позвоните со своего телефона.`,
  'field_value.order_untaken': ({ name }) =>
    `Звонить через «${name}» сейчас некому: программа рядом с АТС (norma pbx) не выходит на связь. Позвоните со своего телефона и скажите тому, кто ведёт подключения.`,
  'field_value.order_unsaid': ({ name }) =>
    `Звонок заказан через «${name}», но ответа пока нет. Если телефон не зазвонит за десять секунд, попробуйте снова.`,
  'field_value.nobody_to_answer': 'Для сделки нужен клиент, а здесь не оставили ни имени, ни номера, ни адреса.',
  'forbidden.channels': 'Подключения может смотреть и менять только тот, у кого есть право «channels_edit».',
  'version_conflict.integration': ({ id }) => `«${id}» только что изменил кто-то другой. Прочитайте снова.`,
  'field_value.integration_taken': ({ id }) =>
    `Под именем «${id}» уже что-то подключено. Выберите для адреса другое имя.`,
  'field_value.too_many_integrations': ({ most }) => `Подключений уже ${most}, больше нельзя.`,
  'field_value.secret_unknown': ({ name, known }) =>
    `Секрета «${name}» здесь нет; есть: ${known.join(', ') || 'ни одного'}.`,
  'field_value.zone': ({ zone }) => `«${zone}» – не часовой пояс. Напишите, например, Europe/Moscow.`,
  'field_value.origin': ({ origin }) =>
    `«${origin}» – не адрес сайта. Напишите без пути, например https://shop.example.`,
  'field_value.thanks': ({ thanks }) =>
    `«${thanks}» – не адрес страницы. Напишите, например, https://shop.example/thanks.`,
  'field_value.channel_unknown': ({ id, known }) =>
    known.length === 0
      ? `Канала «${id}» нет: в файле каналов нет совсем. Добавьте его в channels.`
      : `Канала «${id}» в файле нет; есть: ${known.join(', ')}.`,
  'field_value.arrival_unknown': ({ integration, id }) =>
    `Через «${integration}» ничего под именем «${id}» не приходило, или это было больше 30 дней назад.`,
  'field_value.request_unknown': ({ id }) => `Обращения «${id}» нет.`,
}
