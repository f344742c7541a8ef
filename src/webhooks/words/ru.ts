import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** What is usually meant by an answer that is no success. */
const answered: Readonly<Record<number, string>> = {
  400: 'он не понял сообщения',
  401: 'он не знает, от кого это',
  403: 'он не принимает отсюда ничего',
  404: 'такого адреса у него нет',
  405: 'по этому адресу он сообщений не ждёт',
  413: 'сообщение для него слишком большое',
  429: 'сообщений для него слишком много',
}

/** Why a line did not come about, by what the system calls it. */
const unreached: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'там никто не отвечает',
  ECONNRESET: 'он оборвал связь',
  EPIPE: 'он оборвал связь',
  EHOSTUNREACH: 'туда нет дороги',
  ENETUNREACH: 'туда нет дороги',
  ETIMEDOUT: 'он не отозвался',
  ENOTFOUND: 'такого имени в интернете нет',
  EAI_AGAIN: 'не удалось узнать, где это имя; проверьте и само имя',
  CERT_HAS_EXPIRED: 'срок его сертификата истёк',
  CERT_NOT_YET_VALID: 'его сертификат ещё не действует',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'его сертификат подписан им самим',
  SELF_SIGNED_CERT_IN_CHAIN: 'его сертификат подписан тем, кому не доверяют',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'кем подписан его сертификат, проверить нельзя',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'кем подписан его сертификат, проверить нельзя',
  ERR_TLS_CERT_ALTNAME_INVALID: 'его сертификат выдан на другое имя',
}

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  webhook_unknown: ({ id }) => `Вебхука «${id}» нет.`,
  'forbidden.webhooks': 'Вебхуки может смотреть и менять только тот, у кого есть право публиковать правила.',
  webhook_inactive: ({ url }) => `Вебхук на ${url} выключен, снова ничего не отправлено. Сначала включите его.`,
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
  delivery_event_gone: 'Этого события больше нет, отправлять нечего.',
  delivery_redirected: ({ status }) =>
    `Получатель ответил ${status} и перенаправил на другой адрес. Норма туда не идёт: укажите тот адрес здесь.`,
  delivery_gone: 'Получатель ответил 410: по этому адресу его больше нет.',
  delivery_answered: ({ status }) =>
    `Получатель ответил ${status} вместо 2xx${status >= 500 ? ': у него ошибка' : answered[status] === undefined ? '' : `: ${answered[status]}`}.`,
  delivery_late: ({ host }) => `${host} не ответил вовремя.`,
  delivery_unreached: ({ host, fault, why }) =>
    `Связаться с ${host} не удалось: ${unreached[fault] ?? why.replace(/\.$/, '')}.`,
}
