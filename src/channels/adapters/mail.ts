import { adapter, bearer, json, same } from '#channels/adapter'

/** Mail to an address of ours: each mail is posted as it came, by the mail server or a rule of the provider. */
export const mail = adapter({
  id: 'mail',
  kind: 'mail',
  name: { en: 'Mail to an address of ours', ru: 'Почта на наш адрес' },
  secrets: {
    key: { name: { en: 'Key', ru: 'Ключ' }, isOurs: true },
    smtp: {
      name: {
        en: 'Mail server to send by, smtps://user:password@mail.shop.example; - where none is',
        ru: 'Почтовый сервер для отправки, smtps://имя:пароль@mail.shop.example; - если не нужен',
      },
      isOurs: false,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'Take an address of its own for clients, such as sales@in.shop.example: what comes there is read whole, so no personal mailbox.',
      'Let the mail server post each mail as it came: curl --data-binary @- -H "Content-Type: message/rfc822" -H "Authorization: Bearer {secret}" {address}, with your own host before the address.',
      'In AWS: a receipt rule of SES into S3, and a function there that posts the object likewise.',
      'Enter the address below, so that mails of your own people are known as such.',
    ],
    ru: [
      'Заведите для клиентов отдельный адрес, например sales@in.shop.example: всё, что туда приходит, читается целиком, поэтому не берите личный ящик.',
      'Настройте почтовый сервер так, чтобы он отправлял каждое письмо как есть: curl --data-binary @- -H "Content-Type: message/rfc822" -H "Authorization: Bearer {secret}" {address}, поставив перед адресом своё имя сервера.',
      'В AWS: правило приёма SES в S3 и функция, которая так же отправляет объект.',
      'Впишите адрес ниже, чтобы письма своих сотрудников узнавались.',
    ],
  },
  verify: ({ asked, secrets }) => same(bearer(asked), secrets['key']),
  writes: { by: 'mail' },
  read: async ({ asked, settings, secrets }) =>
    (await import('#channels/usecases/read-mail')).mailFacts(
      asked.body,
      settings.mailbox,
      secrets['key'],
      settings.zone,
    ),
  answer: json({ taken: true }),
})
