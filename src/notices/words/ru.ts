import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  notice_unknown: ({ id }) => `Во входящих нет уведомления «${id}».`,
  'precondition_failed.notifications':
    'Как вас уведомлять, только что изменили в другом месте. Прочитайте снова и отправьте If-Match с новым ETag.',
  feed_unknown: 'Такого календаря нет, или он больше не открыт.',
  'employee_unknown.inbox': ({ id }) => `«${id}» – не сотрудник, писем ему нет.`,
  'field_value.no_email': 'Адрес вашей почты пока не известен. Его может указать тот, кто меняет сотрудников.',
  'field_value.post_address': ({ address }) =>
    `На «${address}» нельзя отправить. Напишите адрес https, например https://example.com/norma.`,
  channel_left: 'Канал отключён, или адреса больше нет.',
  channel_unset: ({ channel }) => `Канал ${channels[channel] ?? channel} здесь не настроен.`,
}

const channels: Readonly<Record<string, string>> = { email: '«Почта»', telegram: 'Telegram', webhook: '«Веб-адрес»' }
