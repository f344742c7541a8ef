import { adapter } from '#channels/adapter'

/** A mailbox at any provider, looked into every minute: nothing comes by the door, so nobody is let in there. */
export const imap = adapter({
  id: 'imap',
  kind: 'mail',
  name: { en: 'Mailbox by IMAP', ru: 'Почтовый ящик по IMAP' },
  secrets: {
    key: { name: { en: 'Key for answers', ru: 'Ключ для ответов' }, isOurs: true },
    server: {
      name: { en: 'Server, imaps://imap.shop.example', ru: 'Сервер, imaps://imap.shop.example' },
      isOurs: false,
    },
    user: { name: { en: 'Name at the server', ru: 'Имя на сервере' }, isOurs: false },
    password: { name: { en: 'Password for applications', ru: 'Пароль для приложений' }, isOurs: false },
    smtp: {
      name: {
        en: 'Server to send by, smtps://smtp.shop.example; - where none is',
        ru: 'Сервер для отправки, smtps://smtp.shop.example; - если не нужен',
      },
      isOurs: false,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'Yandex 360: in the settings of the mailbox, Mail programs, allow IMAP; make a password for applications under Yandex ID, Security. Server imaps://imap.yandex.ru, to send smtps://smtp.yandex.ru.',
      'Mail.ru: Settings, Security, Passwords for external applications. Server imaps://imap.mail.ru, to send smtps://smtp.mail.ru.',
      'Google: a password for applications (two-step verification on). Server imaps://imap.gmail.com, to send smtps://smtp.gmail.com.',
      'Enter the address of the mailbox below. Mails are read and never marked as read.',
      'A mailbox of one person: tick below that it is one. Then mail with anybody who is not a client of ours is not kept.',
    ],
    ru: [
      'Яндекс 360: в настройках ящика, «Почтовые программы», разрешите IMAP; пароль приложения создайте в Яндекс ID, «Безопасность». Сервер imaps://imap.yandex.ru, для отправки smtps://smtp.yandex.ru.',
      'Mail.ru: «Настройки», «Безопасность», «Пароли для внешних приложений». Сервер imaps://imap.mail.ru, для отправки smtps://smtp.mail.ru.',
      'Google: пароль приложения (нужна двухэтапная аутентификация). Сервер imaps://imap.gmail.com, для отправки smtps://smtp.gmail.com.',
      'Впишите ниже адрес ящика. Письма читаются, но прочитанными не отмечаются.',
      'Личный ящик сотрудника: отметьте это ниже. Тогда от переписки с теми, кто не наш клиент, не сохраняется ничего.',
    ],
  },
  verify: () => false,
  fetches: 'imap',
  writes: { by: 'mail' },
  read: async ({ asked, settings, secrets }) =>
    (await import('#channels/usecases/read-mail')).mailFacts(
      asked.body,
      settings.mailbox,
      secrets['key'],
      settings.zone,
    ),
})
