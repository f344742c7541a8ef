import type { Translated } from '#domain/kernel/saying'

import type { TextFault } from '#domain/rules/consent-file'
import type { en } from './en'

const unfitText: Readonly<Record<TextFault, string>> = {
  no_text: '– не простой текст',
  empty: 'пуст',
  too_long: 'длиннее 200 КБ',
}

const mendText: Readonly<Record<TextFault, string>> = {
  no_text: 'Сохраните его как простой текст в UTF-8.',
  empty: 'Напишите в нём, с чем соглашаются клиенты.',
  too_long: 'Сократите текст: с тем, чего не прочесть, не соглашаются.',
}

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  client_unknown: ({ id }) => `Клиента ${id} нет.`,
  'forbidden.client_edit': ({ name }) =>
    `Менять карточку «${name}» вам нельзя. Обратитесь к тому, чей это клиент, или к его руководителю.`,
  'forbidden.client_contacts': ({ name }) => `Контакты клиента «${name}» вам не видны.`,
  'forbidden.client_contacts_rules': ({ name }) =>
    `Как связаться с «${name}», по правилам компании видит тот, чей это клиент, и те, кто назван в правилах; вы – нет.`,
  'forbidden.clients_of': ({ id }) => `Клиенты сотрудника «${id}» вам не видны.`,
  'field_value.client_part': ({ part }) =>
    `«${part}» ничего не отбирает. Напишите столбец, «=» и значение, например «kind=company», или «~» и часть текста, например «name~аврора».`,
  'field_unknown.client_column': ({ id, known }) =>
    `По «${id}» клиентов не отобрать. Можно по одному из: ${known.join(', ')}.`,
  'field_value.client_option': ({ column, value, known }) =>
    `У «${column}» не бывает значения «${value}». Напишите одно из: ${known.join(', ')}.`,
  'field_unknown.client_file': ({ id, known }) =>
    `Столбца «${id}» в файле клиентов не бывает. Напишите какие-нибудь из: ${known.join(', ')}.`,
  'field_value.client_file': ({ most }) =>
    `Здесь больше ${most} клиентов – для одного файла много. Сузьте список, например до одного сотрудника или до компаний.`,
  'field_value.nothing_of_clients': () =>
    'Скажите, что изменить у этих клиентов: «giveTo», «fields» или и то и другое.',
  'forbidden.client_for': ({ id }) => `Заводить клиентов на «${id}» вам нельзя.`,
  consent_unknown: ({ id, known }) => `В правилах нет согласия «${id}»: ${known.join(', ')}.`,
  'consent_unknown.none': ({ id }) => `В правилах нет согласия «${id}». Опишите его в «consents».`,
  'consent_unfit.later': ({ at }) => `${at} ещё не наступило. Напишите, когда клиент согласился.`,
  'consent_unfit.text': ({ version, now }) =>
    `В правилах сейчас редакция «${now}», а не «${version}»: укажите SHA-256 текста, который видел клиент (textSha256).`,
  'consent_unfit.other': ({ version }) =>
    `Клиент видел не тот текст, что в редакции «${version}» правил. Укажите редакцию, которую он видел.`,
  'consent_unknown.said': ({ id }) => `О согласиях клиент под «${id}» ничего не говорил.`,
  no_consent_file: ({ path }) => `Файла ${path} нет.`,
  put_consent_file: ({ path }) => `Положите ${path} рядом с pipelines.yaml или напишите сам текст.`,
  unfit_consent_file: ({ path, unfit }) => `${path} ${unfitText[unfit]}.`,
  mend_consent_file: ({ unfit }) => mendText[unfit],
  client_way_unknown: ({ name, way }) => `У клиента «${name}» нет номера или адреса ${way}.`,
  'client_way.phone': ({ text }) =>
    `«${text}» – не номер телефона. Напишите его с кодом страны, например +7 495 012-34-56.`,
  'client_way.email': ({ text }) => `«${text}» – не адрес почты. Напишите его полностью, например anna@aurora.example.`,
  'client_way.known': ({ name }) => `У клиента «${name}» этот номер или адрес уже есть.`,
  'client_requisite.inn': ({ text }) =>
    `«${text}» – не ИНН: в нём 10 цифр (у человека 12), и последние следуют из остальных. Проверьте цифры.`,
  'client_requisite.kpp': ({ text }) => `«${text}» – не КПП: в нём 9 знаков, например 773601001.`,
  'client_requisite.ogrn': ({ text }) =>
    `«${text}» – не ОГРН: в нём 13 цифр (у предпринимателя 15), и последняя следует из остальных. Проверьте цифры.`,
  'client_requisite.bik': ({ text }) => `«${text}» – не БИК: в нём 9 цифр, и он начинается с 04.`,
  'client_requisite.account': ({ text, bik }) =>
    `«${text}» – не счёт в банке ${bik}: ошибка в одной из 20 цифр или в БИК.`,
  'client_requisite.account_without_bik': ({ text }) => `Вместе со счётом ${text} укажите БИК банка.`,
  'client_requisite.of_person': ({ name }) => `«${name}» – человек: КПП и реквизиты хранятся у компании. Свяжите их.`,
  'client_role.unknown': ({ text, known }) =>
    `«${text}» – не роль клиента в сделке. Роли: ${['client', ...known].join(', ')}.`,
  'client_role.kind': ({ name, role, of }) =>
    `«${name}» не подходит на роль «${role}»: это ${of === 'person' ? 'человек' : 'компания'}.`,
  'client_role.most': ({ role, most }) => `В роли «${role}» клиентов уже ${most}. Сначала уберите одного из них.`,
  'client_role.full': ({ most }) => `Клиентов в сделке не больше ${most}. Сначала уберите одного.`,
  'client_role.absent': ({ id, role }) => `Клиент ${id} в этой сделке не в роли «${role}».`,
  'client_role.buyer': ({ name }) => `«${name}» – покупатель. Поставьте на его место другого клиента.`,
  'client_link.kinds': ({ one, other }) => `«${one}» и «${other}» связать нельзя: человека связывают с компанией.`,
  'client_link.dates': ({ from, to }) => `Время с ${from} по ${to} пустое: поменяйте даты местами.`,
  'forbidden.client_merge': ({ name }) =>
    `Объединять карточку «${name}» вам нельзя. Обратитесь к руководителю того, чей это клиент.`,
  'field_unknown.merge': ({ unknown, known }) =>
    `Карточки не различаются в ${unknown.join(', ')}. ${known.length === 0 ? 'В них написано одно и то же: выбирать нечего.' : `Выберите из: ${known.join(', ')}.`}`,
  'merge_blocked.self': ({ name }) => `«${name}» – это уже одна карточка.`,
  'merge_blocked.kinds': ({ one, other }) => `«${one}» и «${other}» – компания и человек: свяжите их.`,
  'merge_blocked.inn': ({ one, other, inn, said }) =>
    `У «${one}» ИНН ${inn}, у «${other}» – ${said}: это два налогоплательщика. Сначала исправьте неверный ИНН.`,
  'merge_blocked.erased': ({ one, other }) =>
    `Клиента «${one}» уже стёрли или попросили стереть. Если «${other}» – тот же клиент, попросите стереть и его.`,
  'merge_blocked.running': ({ one, other }) =>
    `Данные «${one}» или «${other}» сейчас переносит другое объединение. Повторите через минуту.`,
  'merge_blocked.many': ({ name, count, most }) =>
    `В «${name}» вошло бы ещё столько карточек: ${count}. Больше ${most} нельзя.`,
  merge_unknown: ({ id }) => `Объединения ${id} нет.`,
  'merge_final.undone': ({ id }) => `Объединение ${id} уже отменено.`,
  'merge_final.late': ({ at }) =>
    `Отменить это объединение можно было до ${at}. Заведите для другого клиента новую карточку.`,
  'merge_final.inner': ({ name, id }) =>
    `«${name}» с тех пор вошёл в другую карточку. Сначала отмените то объединение: ${id}.`,
  'version_conflict.merging': ({ name }) => `Данные «${name}» ещё переносятся. Повторите через минуту.`,
  client_reading_unkept: 'Не удалось записать, кто смотрит контакт, поэтому он не показан. Попробуйте чуть позже.',
  'precondition_failed.client': ({ name, now }) =>
    `Карточку «${name}» тем временем изменили, теперь это версия ${now}. Прочитайте её снова.`,
  'version_conflict.client': ({ name }) => `Карточку «${name}» только что изменил кто-то другой. Прочитайте её снова.`,
  erasure_unknown: ({ id }) => `Стереть клиента «${id}» никто не просил. Сначала попросите, указав причину.`,
  'erasure_state.asked': 'Об этом уже просили. Подтвердить должен другой сотрудник.',
  'erasure_state.done': 'Этот клиент уже стёрт. Когда и что – сказано в акте.',
  request_unknown: ({ id }) =>
    `У этого клиента нет запроса «${id}», на который отвечаете вы. Посмотрите, о чём клиент просил.`,
  'request_state.open': ({ until }) => `Клиент об этом уже попросил, ответить нужно до ${until}. Сначала ответьте.`,
  'request_state.closed': 'На этот запрос уже ответили. Если клиент просит снова, запишите новый запрос.',
  'request_state.package': 'Выдайте, что хранится о клиенте: это и есть ответ, он закроет запрос.',
  'request_state.erasure': 'Подтвердите стирание: это и есть ответ, он закроет запрос.',
  'field_value.request_later': ({ on }) => `${on} ещё не наступило. Укажите день, когда запрос пришёл.`,
  'version_conflict.request': 'Запрос этого клиента только что записал кто-то другой. Прочитайте снова.',
  erasure_kept: ({ until }) =>
    `Этот клиент будет стёрт после ${until}: до этого дня данные хранятся только из-за договора, и его контакты никому не показываются.`,
  'forbidden.erasure': 'Стирание подтверждает тот, кто ведёт сотрудников.',
  'forbidden.erasure_second': 'Вы сами об этом попросили, а стирают вдвоём. Пусть подтвердит другой сотрудник.',
  'forbidden.package': 'Всё, что хранится о клиенте, выдаёт тот, кто ведёт сотрудников.',
  reading_budget: ({ cards, reveals, rows, searches }) =>
    `Сегодня вы посмотрели вдвое больше чужих клиентов, чем положено. На день это: карточек – ${cards}, контактов – ${reveals}, строк в списках и файлах – ${rows}, поисков – ${searches}. Попросите руководителя разрешить сегодня больше; звонки и письма из сделки работают.`,
  'forbidden.reading': 'Что смотрел сотрудник, видят его руководитель и тот, кто ведёт сотрудников.',
  'forbidden.reading_own': 'Разрешить себе нельзя: это делает ваш руководитель.',
}
