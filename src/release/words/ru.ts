import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'forbidden.plan_rules': 'Строить план публикации правил может только тот, у кого есть право публиковать правила.',
  'forbidden.publish_rules': 'Публиковать правила может только тот, у кого есть право публиковать правила.',
  rules_faulty: ({ count }) => `Правила не опубликованы, ошибок в них: ${count}.`,
  'rules_faulty.first': ({ count, line, message }) =>
    `Правила не опубликованы, ошибок в них: ${count}. Первая – в строке ${line}: ${message}`,
  'rules_unknown.what_to_plan': 'Скажите, что планировать: текст или версию, к которой вернуться (не оба).',
  'rules_unknown.not_before': ({ version, current }) =>
    `Версия ${version} не раньше действующей (${current}): возвращаться некуда.`,
  now_unknown: ({ unknown, known }) => {
    const which = `${unknown.length === 1 ? 'ключа' : 'ключей'} «${unknown.join('», «')}»`
    return known.length === 0
      ? `В этом плане нет ${which}: сразу применить в нём нечего.`
      : `В этом плане нет ${which}. Есть: ${known.join(', ')}.`
  },
  rules_blocked: ({ keys }) =>
    `Ничего не опубликовано: напишите в «moved:», что станет с «${keys.join('», «')}». Нужные строки есть в плане.`,
  'rules_blocked.scheduled': 'Ничего не запланировано: в плане сказано, на что сначала нужен ответ.',
  release_unknown: ({ id, known }) =>
    known.length === 0
      ? `Ничего с именем «${id}» не запланировано: список пуст.`
      : `Ничего с именем «${id}» не запланировано. Есть: ${known.join(', ')}.`,
  'version_conflict.in_force': ({ expected, since }) =>
    since.length === 0
      ? `Версия ${expected} больше не действует: кто-то опубликовал раньше вас. Посмотрите новый план, прежде чем публиковать.`
      : `Версия ${expected} больше не действует. С тех пор опубликовано: ${since
          .map(
            ({ version, author, at, note }) =>
              `v${version}, автор – ${author}, ${at}${note === '' ? '' : ` (${note})`}`,
          )
          .join('; ')}. Посмотрите новый план, прежде чем публиковать.`,
  'version_conflict.schedule': ({ expected, current }) =>
    `Версия ${expected} больше не действует: сейчас действует ${current}.`,
  'field_value.at_past': ({ at }) => `«at»: ${at} уже прошло. Напишите момент в будущем или опубликуйте сразу.`,
}
