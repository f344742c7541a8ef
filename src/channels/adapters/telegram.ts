import { adapter, attachmentKinds, instantOfSeconds, known, part, said, same, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { Fact } from '#channels/domain/facts'
import { cardSaid, placeSaid, type MessageFact } from '#channels/domain/messages'

/** A bot in Telegram, and accounts of employees that are connected to it: talks stay theirs and come here as well. */
export const telegram = adapter({
  id: 'telegram',
  kind: 'messenger',
  name: { en: 'Telegram', ru: 'Telegram' },
  secrets: {
    secret: { name: { en: 'Secret token', ru: 'Секретный токен' }, isOurs: true },
    token: { name: { en: 'Token of the bot', ru: 'Токен бота' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'In Telegram write /newbot to @BotFather and copy the token of the bot into the field here.',
      'Open https://api.telegram.org/bot<token>/setWebhook?url={address}&secret_token={secret} once, with your own host before the address.',
      'For the accounts of employees: switch on Business Mode of the bot in @BotFather; each employee adds the bot under Settings, Telegram Business, Chatbots.',
    ],
    ru: [
      'В Telegram напишите @BotFather команду /newbot и скопируйте токен бота в поле здесь.',
      'Один раз откройте https://api.telegram.org/bot<токен>/setWebhook?url={address}&secret_token={secret}, поставив перед адресом своё имя сервера.',
      'Для аккаунтов сотрудников: включите у бота Business Mode в @BotFather; сотрудник добавляет бота в «Настройки», «Telegram для бизнеса», «Чат-боты».',
    ],
  },
  verify: ({ asked, secrets }) => same(asked.headers['x-telegram-bot-api-secret-token'], secrets['secret']),
  read: factsIn,
  writes: {
    by: 'request',
    send: ({ settings: { api = 'https://api.telegram.org' }, secrets: { token = '' }, to, text }) => {
      const [chat, connection] = to.split('@')
      const business = connection === undefined ? {} : { business_connection_id: connection }
      return {
        url: `${api}/bot${token}/sendMessage`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chat, text, ...business }),
      }
    },
    sent: ({ status, text }, to) => {
      const id = /"message_id":\s*(\d+)/.exec(text)?.[1]
      if (status === 200 && id !== undefined) return { kind: 'sent', message: `${to.split('@')[0] ?? ''}:${id}` }
      const seconds = Number(/"retry_after":\s*(\d+)/.exec(text)?.[1] ?? 0)
      if (status === 429 || status >= 500) return { kind: 'later', seconds }
      return { kind: 'failed', why: /"description":\s*"([^"]*)"/.exec(text)?.[1] ?? `HTTP ${status}` }
    },
  },
})

const heard = ['message', 'edited_message', 'business_message', 'edited_business_message'] as const

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const update = asked.json()
  if (part(update, 'update_id') === undefined) throw unread('unread_missing', { names: ['update_id'] })
  const gone = part(update, 'deleted_business_messages')
  if (gone !== undefined) return deletedIn(gone)
  const name = heard.find((one) => part(update, one) !== undefined)
  return name === undefined ? [] : factIn(part(update, name), name)
}

function deletedIn(gone: unknown): readonly MessageFact[] {
  const chat = said(part(gone, 'chat', 'id'))
  const ids = part(gone, 'message_ids')
  if (chat === undefined || !Array.isArray(ids)) return []
  return ids.flatMap((id) => {
    const message = said(id)
    return message === undefined ? [] : [{ kind: 'message', message: `${chat}:${message}`, isDeleted: true }]
  })
}

/** Groups are nobody’s talk. In the account of an employee their own words are ours, whoever’s chat it is. */
function factIn(message: unknown, name: (typeof heard)[number]): readonly MessageFact[] {
  const [id, chat] = [said(part(message, 'message_id')), said(part(message, 'chat', 'id'))]
  if (id === undefined || chat === undefined) throw unread('unread_missing', { names: ['message_id', 'chat.id'] })
  if (part(message, 'chat', 'type') !== 'private') return []
  const from = said(part(message, 'from', 'id'))
  const connection = said(part(message, 'business_connection_id'))
  const isOurs = connection !== undefined && from !== chat
  const phone =
    said(part(message, 'contact', 'user_id')) === from ? said(part(message, 'contact', 'phone_number')) : undefined
  const text =
    said(part(message, 'text')) ??
    said(part(message, 'caption')) ??
    (phone === undefined ? insteadOf(message) : undefined)
  const attachments = attachmentKinds(message, kinds)
  return [
    known<MessageFact>({
      kind: 'message',
      message: `${chat}:${id}`,
      direction: isOurs ? 'out' : 'in',
      contact: `telegram:${chat}`,
      to: connection === undefined ? chat : `${chat}@${connection}`,
      line: connection,
      name: isOurs ? undefined : nameIn(part(message, 'from')),
      by: isOurs ? (said(part(message, 'from', 'username')) ?? from) : undefined,
      phone: phone === undefined ? undefined : `+${phone.replace(/^\+/, '')}`,
      text: text ?? '',
      attachments: attachments.length === 0 ? undefined : attachments,
      at: instantOfSeconds(part(message, 'date')),
      editedAt: name.startsWith('edited_') ? instantOfSeconds(part(message, 'edit_date')) : undefined,
      // A bot is begun with this word, which nobody typed, and a number that is shared asks nothing.
      isAutomatic: /^\/start(?:\s|$)/.test(text ?? '') || phone !== undefined ? true : undefined,
      state: isOurs ? 'sent' : undefined,
    }),
  ]
}

/** What a place, a card of somebody else or a question says. */
function insteadOf(message: unknown): string | undefined {
  const where = part(message, 'location') ?? part(message, 'venue', 'location')
  const venue = [said(part(message, 'venue', 'title')), said(part(message, 'venue', 'address'))]
  const card = [said(part(message, 'contact', 'first_name')), said(part(message, 'contact', 'last_name'))]
  return (
    placeSaid([part(where, 'latitude'), part(where, 'longitude')], ...venue) ??
    cardSaid(card, [said(part(message, 'contact', 'phone_number'))]) ??
    said(part(message, 'poll', 'question')) ??
    said(part(message, 'sticker', 'emoji'))
  )
}

const kinds = ['photo', 'document', 'voice', 'audio', 'video', 'video_note', 'sticker', 'location', 'contact'] as const

function nameIn(from: unknown): string | undefined {
  const names = [said(part(from, 'first_name')), said(part(from, 'last_name'))].filter((one) => one !== undefined)
  return names.length === 0 ? said(part(from, 'username')) : names.join(' ').slice(0, 200)
}
