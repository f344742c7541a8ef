import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  webhook_unknown: ({ id }) => `Вебхука «${id}» нет.`,
  'forbidden.webhooks': 'Вебхуки может смотреть и менять только тот, у кого есть право публиковать правила.',
  webhook_inactive: ({ id }) => `Вебхук ${id} выключен. Сначала сохраните его включённым.`,
  delivery_unknown: ({ webhook, id }) => `У вебхука ${webhook} нет доставки «${id}».`,
  too_many_webhooks: ({ most }) => `Вебхуков уже ${most}, больше нельзя. Удалите один.`,
  'precondition_failed.webhook': ({ id }) =>
    `Вебхук «${id}» только что изменил кто-то другой. Прочитайте его снова и отправьте If-Match с новым ETag.`,
  'version_conflict.webhook': ({ id }) => `Вебхук ${id} только что изменил кто-то другой. Прочитайте его снова.`,
  'field_value.what_to_replay': 'Скажите, что повторить: deliveryId или время from (и to).',
  'field_value.no_time': ({ from, to }) => `Время с ${from} по ${to} пустое: поменяйте их местами.`,
  'field_value.no_url': ({ address }) =>
    `«${address}» – не адрес в интернете. Напишите адрес https, например https://example.com/norma.`,
  'field_value.password': ({ host }) => `Уберите имя и пароль из адреса ${host}.`,
  'field_value.not_secure': ({ address }) =>
    `Адрес «${address}» не защищён: напишите адрес, который начинается с https://.`,
  'field_value.port': ({ host, port }) =>
    `На порт ${port} узла ${host} ничего не отправляется: напишите адрес с портом 443 (его можно не указывать) или с портом больше 1023.`,
  'field_value.not_public': ({ host }) => `${host} – не в открытом интернете, туда ничего не отправляется.`,
  'field_value.nowhere': ({ url }) => `Имя в «${url}» никуда не ведёт. Проверьте, как оно написано.`,
}
