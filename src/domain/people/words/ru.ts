import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  employee_unknown: ({ id }) => `Сотрудника «${id}» нет.`,
  'employee_unknown.owner': ({ id }) => `Сотрудника «${id}» нет, сделку на него не записать.`,
  'employee_unknown.head': ({ id }) => `Сотрудника «${id}» нет, руководителем его не назначить.`,
  'employee_unknown.deputy': ({ id }) => `Сотрудника «${id}» нет, замещать он не может.`,
  'employee_unknown.role': ({ role, known }) => `Роли «${role}» нет. Есть: ${known.join(', ')}.`,
  'employee_unknown.caller': ({ id }) => `«${id}» – не сотрудник.`,
  'employee_unknown.whose_tasks': 'Вы не сотрудник: укажите, чьи задачи нужны, в assignee.',
  'employee_unknown.day': 'День есть только у сотрудников.',
  'employee_unknown.nobody_in_role': ({ role }) => `В роли «${role}» никого нет, сделать это некому.`,
  employee_inactive: ({ name }) => `«${name}» здесь больше не работает.`,
  'employee_inactive.owner': ({ id }) => `«${id}» здесь больше не работает и не может вести новую сделку.`,
  department_unknown: ({ id }) => `Отдела «${id}» нет.`,
  department_cycle: ({ parent, name }) => `«${parent}» уже входит в «${name}». Выберите другой отдел над ним.`,
  'department_cycle.self': ({ name }) => `Отдел «${name}» не может входить сам в себя. Выберите другой отдел над ним.`,
  'precondition_failed.people': ({ id }) =>
    `«${id}» только что изменил кто-то другой. Прочитайте снова и отправьте If-Match с новым ETag.`,
  'precondition_failed.settings':
    'Настройки только что изменил кто-то другой. Прочитайте их снова и отправьте If-Match с новым ETag.',
  last_people_editor: ({ name }) =>
    `Кроме «${name}», вести всех сотрудников больше некому. Сначала дайте это право кому-то ещё.`,
  'field_value.parent': ({ id }) => `Отдела «${id}», которому он подчиняется, нет.`,
  'field_value.role': ({ id, known }) =>
    `Роли «${id}» в pipelines.yaml нет${known.length === 0 ? ': там нет ни одной' : `. Есть: ${known.join(', ')}`}.`,
  'field_value.calendar': ({ id, known }) =>
    `Календаря «${id}» в pipelines.yaml нет${known.length === 0 ? ': там нет ни одного' : `. Есть: ${known.join(', ')}`}.`,
  'field_value.absence_days': ({ from, to }) =>
    `Отсутствие не может закончиться раньше, чем началось: ${dayInDigits(from)} – ${dayInDigits(to)}. Исправьте один из дней.`,
  'field_value.absence_self': 'Замещать самого себя нельзя. Выберите другого сотрудника или «никто».',
  'field_value.absence_overlap': ({ from, to }) =>
    `На часть этих дней отсутствие уже записано: ${dayInDigits(from)} – ${dayInDigits(to)}. Удалите его или выберите другие дни.`,
  'field_value.email': ({ email }) =>
    `«${email}» – не адрес почты. Напишите его целиком, например anna@company.example.`,
  'field_value.email_taken': ({ email, name }) =>
    `Почта ${email} уже указана у сотрудника «${name}»: с общей почтой не войдёт ни один из двоих. Укажите другую или никакой.`,
  'field_value.id_means': ({ id }) => `«${id}» здесь уже значит другое. Выберите другой идентификатор.`,
  'field_value.id': ({ id }) =>
    `«${id}» не может быть идентификатором. Нужны строчные латинские буквы, цифры, _ . и -, первая – буква, не больше 64 знаков.`,
  'field_value.own_currency': ({ currency }) => `Курс ${currency} не нужен: это валюта самой компании.`,
  'field_value.rate': ({ currency, rate }) => `Курс ${currency} не может быть ${rate}: он должен быть больше 0.`,
  'field_value.currency_in_use': ({ was, asked, kept }) =>
    `В компании уже есть ${{ deal: 'сделки', plan: 'планы', recurring: 'повторяющиеся планы' }[kept]} в ${was}, поэтому просто сделать её валютой ${asked} нельзя: все суммы стали бы другими деньгами. Попросите перейти на ${asked} по курсу (POST /settings/currency или страница «Компания») либо оставьте в «currency» ${was} и задайте курс для ${asked}.`,
  'field_value.same_currency': ({ currency }) => `Компания и так ведёт учёт в ${currency}. Укажите другую валюту.`,
  'version_conflict.currency': ({ from, to }) =>
    `Сейчас суммы пересчитываются из ${from} в ${to}. Дождитесь конца; как идёт пересчёт, скажет GET /settings/currency.`,
  'forbidden.people': 'Вы не можете менять сотрудников и отделы.',
  'forbidden.export': 'Выгружать файлы вам нельзя. Право выгружать файлы даёт тот, кто ведёт сотрудников.',
  'forbidden.settings': 'Вы не можете менять настройки компании.',
  'forbidden.currency':
    'Вы не можете сменить валюту компании: для этого нужны права публиковать правила и исправлять учёт всех выигранных сделок.',
  'forbidden.letters':
    'Вы не можете смотреть и запускать заново то, что не удалось обработать: это делает тот, кто публикует правила.',
}
