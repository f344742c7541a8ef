import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'field_value.password_short': ({ least }) =>
    `Пароль слишком короткий: нужно не меньше ${least} знаков. Несколько слов подряд легко запомнить.`,
  'field_value.password_long': ({ most }) => `Пароль слишком длинный: не больше ${most} знаков.`,
  'field_value.password_common':
    'Такой пароль есть у многих, его пробуют первым. Возьмите несколько слов, которые никак не связаны.',
  'field_value.password_simple':
    'Клавиши подряд и повторы подбирают сразу. Возьмите несколько слов, которые никак не связаны.',
  'field_value.password_own':
    'Ваше имя, почта и название компании не годятся для пароля. Возьмите несколько слов, которые никак не связаны с вами.',
  'field_value.password_again': 'Пароли не совпадают. Введите один и тот же дважды.',
  'field_value.password_wrong': 'Это не ваш нынешний пароль.',
  'unauthenticated.password': 'Имя или пароль не подходят. Проверьте то и другое и попробуйте ещё раз.',
  'unauthenticated.passkey': 'Этот ключ доступа здесь не известен. Войдите с паролем или попросите новую ссылку.',
  'unauthenticated.passkey_failed': 'Войти с ключом доступа не получилось. Попробуйте ещё раз.',
  'unauthenticated.ended': 'Сеанс завершён. Войдите снова.',
  'unauthenticated.no_email':
    'В вашей учётной записи нет подтверждённой почты, поэтому непонятно, кто вы. Попросите администратора учётных записей её подтвердить.',
  'unauthenticated.not_invited': ({ email }) =>
    `Сотрудника с почтой ${email} здесь нет. Попросите того, кто ведёт сотрудников, указать её у вас.`,
  'unauthenticated.two_invited': ({ email }) =>
    `Почта ${email} указана у нескольких сотрудников. Попросите того, кто ведёт сотрудников, оставить её одному.`,
  'unauthenticated.bound': ({ name }) =>
    `«${name}» входит с другой учётной записью. Попросите у того, кто ведёт сотрудников, новую ссылку.`,
  'unauthenticated.bound_other': ({ name }) => `С этой учётной записью уже входит «${name}». Войдите со своей.`,
  too_many_attempts: ({ seconds }) => `Слишком много неудачных попыток. Попробуйте снова через ${waitRu(seconds)}.`,
  invitation_unknown:
    'Ссылка больше не действует: по ней уже вошли, её срок вышел или есть более новая. Попросите новую у того, кто её прислал.',
  'forbidden.invite': 'Вы не можете приглашать сотрудников.',
  'forbidden.sessions': ({ employee }) => `Вам нельзя смотреть, где вошёл «${employee}».`,
  'ways_elsewhere.provider':
    'Здесь входят с учётной записью компании, сотрудника узнают по адресу почты. Отправлять ничего не нужно.',
  'ways_elsewhere.picker': 'В демонстрационной компании каждый сам выбирает, кем войти. Приглашать некого.',
  session_unknown: 'Этот сеанс уже завершён.',
  passkey_unknown: 'Такого ключа доступа нет.',
}

function waitRu(seconds: number): string {
  if (seconds < 60) return `${seconds} с`
  return `${Math.ceil(seconds / 60)} мин`
}
