import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  view_unknown: ({ id }) => `Вида «${id}» нет ни среди ваших, ни среди общих.`,
  too_many_views: ({ most }) => `У вас уже ${most} сохранённых видов. Сначала удалите ненужный.`,
  'forbidden.share_view': 'Общие виды делают руководители. Сохраните этот для себя.',
  'forbidden.view': ({ name, owner }) =>
    `Вид «${name}» сделал сотрудник «${owner}»: изменить его может он сам или тот, кто меняет всех сотрудников. Сохраните его для себя под другим именем.`,
  'precondition_failed.view': ({ name }) =>
    `Вид «${name}» только что изменил кто-то другой. Прочитайте его снова и пришлите If-Match с полученным ETag.`,
}
