import { adapter, instantOfSeconds, known, part, said, same, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { Fact } from '#channels/domain/facts'
import { placeSaid, type MessageAttachment, type MessageFact } from '#channels/domain/messages'

/** A bot in MAX. */
export const max = adapter({
  id: 'max',
  kind: 'messenger',
  name: { en: 'MAX', ru: 'MAX' },
  secrets: {
    secret: { name: { en: 'Secret of the subscription', ru: 'Секрет подписки' }, isOurs: true },
    token: { name: { en: 'Token of the bot', ru: 'Токен бота' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'Have the bot of your company checked at business.max.ru, and copy its token into the field here.',
      'Subscribe once: POST https://platform-api2.max.ru/subscriptions with the header Authorization: <token> and {"url": "{address}", "update_types": ["message_created", "message_edited", "bot_started"], "secret": "{secret}"}, with your own host before the address.',
      'The address needs a certificate that is trusted everywhere.',
    ],
    ru: [
      'Пройдите проверку бота компании на business.max.ru и скопируйте его токен в поле здесь.',
      'Один раз подпишитесь: POST https://platform-api2.max.ru/subscriptions с заголовком Authorization: <токен> и {"url": "{address}", "update_types": ["message_created", "message_edited", "bot_started"], "secret": "{secret}"}, поставив перед адресом своё имя сервера.',
      'Сертификат адреса должен быть доверенным.',
    ],
  },
  verify: ({ asked, secrets }) => same(asked.headers['x-max-bot-api-secret'], secrets['secret']),
  read: factsIn,
  writes: {
    by: 'request',
    send: ({ settings: { api = 'https://platform-api2.max.ru' }, secrets: { token = '' }, to, text }) => ({
      url: `${api}/messages?chat_id=${encodeURIComponent(to)}`,
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify({ text }),
    }),
    sent: ({ status, text }) => {
      const id = /"mid":\s*"([^"]+)"/.exec(text)?.[1]
      if (status === 200) return id === undefined ? { kind: 'sent' } : { kind: 'sent', message: id }
      if (status === 429 || status >= 500) return { kind: 'later', seconds: 0 }
      return { kind: 'failed', why: /"message":\s*"([^"]*)"/.exec(text)?.[1] ?? `HTTP ${status}` }
    },
  },
})

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const update = asked.json()
  const type = said(part(update, 'update_type'))
  if (type === undefined) throw unread('unread_missing', { names: ['update_type'] })
  if (type === 'message_removed') return removedIn(update)
  if (type !== 'message_created' && type !== 'message_edited') return []
  const message = part(update, 'message')
  const id = said(part(message, 'body', 'mid'))
  const user = said(part(message, 'sender', 'user_id'))
  if (id === undefined || user === undefined)
    throw unread('unread_missing', { names: ['message.body.mid', 'message.sender'] })
  // Groups are nobody’s talk, and what a bot says is our own.
  if (part(message, 'recipient', 'chat_type') !== 'dialog' || part(message, 'sender', 'is_bot') === true) return []
  const attachments = attachmentsIn(part(message, 'body', 'attachments'))
  const at = instantOf(part(message, 'timestamp'))
  return [
    known<MessageFact>({
      kind: 'message',
      message: id,
      direction: 'in',
      contact: `max:${user}`,
      to: said(part(message, 'recipient', 'chat_id')),
      name: nameIn(part(message, 'sender')),
      text: said(part(message, 'body', 'text')) ?? placeIn(part(message, 'body', 'attachments')) ?? '',
      attachments: attachments.length === 0 ? undefined : attachments,
      at,
      editedAt: type === 'message_edited' ? (instantOf(part(update, 'timestamp')) ?? at) : undefined,
    }),
  ]
}

function removedIn(update: unknown): readonly MessageFact[] {
  const message = said(part(update, 'message_id'))
  return message === undefined ? [] : [{ kind: 'message', message, isDeleted: true }]
}

function placeIn(listed: unknown): string | undefined {
  const all = Array.isArray(listed) ? (listed as readonly unknown[]) : []
  const place = all.find((one) => part(one, 'type') === 'location')
  return placeSaid([part(place, 'latitude'), part(place, 'longitude')])
}

function instantOf(milliseconds: unknown): string | undefined {
  return typeof milliseconds === 'number' ? instantOfSeconds(milliseconds / 1000) : undefined
}

function nameIn(sender: unknown): string | undefined {
  const names = [said(part(sender, 'first_name')), said(part(sender, 'last_name'))].filter((one) => one !== undefined)
  return names.length === 0 ? said(part(sender, 'name')) : names.join(' ').slice(0, 200)
}

function attachmentsIn(listed: unknown): readonly MessageAttachment[] {
  if (!Array.isArray(listed)) return []
  return listed.flatMap((one) => {
    const kind = said(part(one, 'type'))
    return kind === undefined ? [] : [{ kind }]
  })
}
