import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  company_begun: 'Эта компания уже настроена. Для названия, сотрудников и правил есть свои страницы.',
  'field_value.beginning': ({ said }) => said,
  handover_unknown: ({ id }) => `Передачи дел «${id}» нет, или она не ваша.`,
  'handover_state.running': 'Дела ещё передаются. Когда закончится, нетронутое можно будет вернуть.',
  'version_conflict.handover': 'Это уже возвращает кто-то другой. Прочитайте снова.',
  'field_value.until_stays':
    'На время передают только задачи: сделки и клиенты остаются. Не указывайте «what» или передайте всё насовсем.',
  'field_value.until_past': ({ until }) =>
    `Вернуться ${until} ничего не может: этот день прошёл или идёт. Назовите более поздний.`,
  'nobody_to_give_to.self': ({ id }) => `«${id}» не может принять дела у самого себя. Назовите другого сотрудника.`,
  'too_many_changes.handover': ({ most }) =>
    `Передавать больше ${most} за раз нельзя. Передавайте по частям: отдельно сделки, клиентов и задачи.`,
}
