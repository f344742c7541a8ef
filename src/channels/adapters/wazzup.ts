import { adapter, bearer, instantOfText, known, part, plain, said, same, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { Fact } from '#channels/domain/facts'
import type { MessageFact } from '#channels/domain/messages'

/** WhatsApp, Telegram, Avito and others by Wazzup24: what an employee answers from the phone comes as an echo. */
export const wazzup = adapter({
  id: 'wazzup',
  kind: 'messenger',
  name: { en: 'Wazzup', ru: 'Wazzup' },
  secrets: {
    crm: { name: { en: 'Key of the CRM (crmKey)', ru: 'Ключ CRM (crmKey)' }, isOurs: true },
    api: { name: { en: 'API key', ru: 'Ключ API' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'In your account at wazzup24.com open Integration with a CRM, API, and copy the API key into the field here.',
      'Subscribe once: PATCH https://api.wazzup24.com/v3/webhooks with Authorization: Bearer <API key> and {"webhooksUri": "{address}", "subscriptions": {"messagesAndStatuses": true}, "authToken": "{secret}"}, with your own host before the address.',
    ],
    ru: [
      'В кабинете wazzup24.com откройте «Интеграция с CRM», «API» и скопируйте ключ API в поле здесь.',
      'Один раз подпишитесь: PATCH https://api.wazzup24.com/v3/webhooks с Authorization: Bearer <ключ API> и {"webhooksUri": "{address}", "subscriptions": {"messagesAndStatuses": true}, "authToken": "{secret}"}, поставив перед адресом своё имя сервера.',
    ],
  },
  verify: ({ asked, secrets }) => same(bearer(asked), secrets['crm']),
  // The first knock comes before any key does.
  knock: (asked) => (isPing(asked) ? plain('') : undefined),
  read: factsIn,
  writes: {
    by: 'request',
    isOnce: true,
    send: ({ id, settings: { api = 'https://api.wazzup24.com' }, secrets: { api: key = '' }, to, text }) => {
      const [channelId = '', chatType = '', chatId = ''] = to.split('/')
      return {
        url: `${api}/v3/message`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ channelId, chatType, chatId, text, crmMessageId: id }),
      }
    },
    sent: ({ status, text }) => {
      const id = /"messageId":\s*"([^"]+)"/.exec(text)?.[1]
      if (status < 300 && id !== undefined) return { kind: 'sent', message: id }
      // It was taken within the last minute, and the answer was lost; the manual writes this word in two ways.
      if (/repeated_?crm_?message_?id/i.test(text)) return { kind: 'sent' }
      if (status === 429 || status >= 500) return { kind: 'later', seconds: 0 }
      return { kind: 'failed', why: /"description":\s*"([^"]*)"/.exec(text)?.[1] ?? `HTTP ${status}` }
    },
  },
})

function isPing(asked: AdapterPart['asked']): boolean {
  try {
    const sent = asked.json()
    return part(sent, 'test') === true && part(sent, 'messages') === undefined
  } catch {
    return false
  }
}

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const sent = asked.json()
  const [messages, statuses] = [listOf(part(sent, 'messages')), listOf(part(sent, 'statuses'))]
  if (typeof sent !== 'object' || sent === null) throw unread('unread_object')
  return [...messages.flatMap(messageIn), ...statuses.flatMap(statusIn)]
}

function messageIn(message: unknown): readonly MessageFact[] {
  const [id, chat, type] = ['messageId', 'chatId', 'chatType'].map((name) => said(part(message, name)))
  if (id === undefined || chat === undefined || type === undefined)
    throw unread('unread_missing', { names: ['messageId', 'chatId', 'chatType'] })
  // Groups are nobody’s talk.
  if (/group/i.test(type)) return []
  if (part(message, 'isDeleted') === true) return [{ kind: 'message', message: id, isDeleted: true }]
  const isOurs = part(message, 'isEcho') === true
  const at = instantIn(part(message, 'dateTime'))
  const kind = said(part(message, 'type')) ?? 'text'
  const phone = said(part(message, 'contact', 'phone'))
  const channel = said(part(message, 'channelId'))
  return [
    known<MessageFact>({
      kind: 'message',
      message: id,
      direction: isOurs ? 'out' : 'in',
      // Whole numbers of the world without a plus: 84… is Vietnam, not an 8 before a Russian number.
      contact: type === 'whatsapp' && /^\d{7,15}$/.test(chat) ? `+${chat}` : `${type}:${chat}`,
      phone: phone === undefined || type === 'whatsapp' ? undefined : `+${phone.replace(/^\+/, '')}`,
      to: `${channel ?? ''}/${type}/${chat}`,
      line: channel,
      name: isOurs ? undefined : said(part(message, 'contact', 'name')),
      by: isOurs ? said(part(message, 'authorName')) : undefined,
      text: said(part(message, 'text')) ?? '',
      attachments: kind === 'text' ? undefined : [known({ kind, ref: said(part(message, 'contentUri')) })],
      at,
      editedAt: part(message, 'isEdited') === true ? at : undefined,
      state: isOurs ? 'sent' : undefined,
    }),
  ]
}

const states = { sent: 'sent', delivered: 'delivered', read: 'read', error: 'failed' } as const

function statusIn(status: unknown): readonly MessageFact[] {
  const [id, word] = [said(part(status, 'messageId')), said(part(status, 'status')) ?? '']
  if (id === undefined || !Object.hasOwn(states, word)) return []
  return [
    known<MessageFact>({
      kind: 'message',
      message: id,
      state: states[word as keyof typeof states],
      why: said(part(status, 'error', 'description')),
    }),
  ]
}

/** Their instants are of UTC and say so only at times. */
function instantIn(value: unknown): string | undefined {
  const text = said(value) ?? ''
  return instantOfText(/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
