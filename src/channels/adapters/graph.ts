import { adapter } from '#channels/adapter'

/** A mailbox of Microsoft 365: what has changed is asked for every minute, so no address of ours has to be reachable. */
export const graph = adapter({
  id: 'graph',
  kind: 'mail',
  name: { en: 'Mailbox of Microsoft 365', ru: 'Почтовый ящик Microsoft 365' },
  secrets: {
    key: { name: { en: 'Key for answers', ru: 'Ключ для ответов' }, isOurs: true },
    tenant: { name: { en: 'Directory (tenant) ID', ru: 'Идентификатор каталога (клиента)' }, isOurs: false },
    client: { name: { en: 'Application (client) ID', ru: 'Идентификатор приложения (клиента)' }, isOurs: false },
    secret: { name: { en: 'Client secret', ru: 'Секрет клиента' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'In Microsoft Entra register an application with the application permissions Mail.Read and Mail.Send, and grant them.',
      'In Exchange Online restrict it to this mailbox (application access policy, or role-based access for applications): otherwise it reads all of them.',
      'Copy the directory ID, the application ID and a client secret into the fields here, and the address of the mailbox.',
      'A mailbox of one person: tick below that it is one. Then mail with anybody who is not a client of ours is not kept.',
    ],
    ru: [
      'В Microsoft Entra зарегистрируйте приложение с разрешениями приложения Mail.Read и Mail.Send и подтвердите их.',
      'В Exchange Online ограничьте его этим ящиком (политика доступа приложений или роли для приложений): иначе оно читает все ящики.',
      'Скопируйте в поля здесь идентификатор каталога, идентификатор приложения и секрет клиента и впишите адрес ящика.',
      'Личный ящик сотрудника: отметьте это ниже. Тогда от переписки с теми, кто не наш клиент, не сохраняется ничего.',
    ],
  },
  verify: () => false,
  fetches: 'graph',
  writes: { by: 'mail' },
  read: async ({ asked, settings, secrets }) =>
    (await import('#channels/usecases/read-mail')).mailFacts(
      asked.body,
      settings.mailbox,
      secrets['key'],
      settings.zone,
    ),
})
