import {
  adapter,
  attachmentKinds,
  instantOfSeconds,
  keyed,
  known,
  part,
  plain,
  said,
  same,
  unread,
} from '#channels/adapter'
import type { AdapterPart, ApprovedTemplate, FilledTemplate, Outgoing } from '#channels/adapter'
import type { Fact } from '#channels/domain/facts'
import { cardSaid, placeSaid, type MessageFact } from '#channels/domain/messages'

/** WhatsApp by the Cloud API of Meta: free text within 24 hours of the client’s last word. */
export const whatsapp = adapter({
  id: 'whatsapp',
  kind: 'messenger',
  name: { en: 'WhatsApp (Cloud API)', ru: 'WhatsApp (Cloud API)' },
  secrets: {
    verify: { name: { en: 'Verify token', ru: 'Маркер подтверждения' }, isOurs: true },
    app: { name: { en: 'App secret', ru: 'Секрет приложения' }, isOurs: false },
    token: { name: { en: 'Permanent access token', ru: 'Постоянный токен доступа' }, isOurs: false },
    account: {
      name: {
        en: 'Id of the WhatsApp Business account, for templates',
        ru: 'Номер аккаунта WhatsApp Business, для шаблонов',
      },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'In your app at developers.facebook.com open WhatsApp, Configuration.',
      'Callback URL: {address}; verify token: {secret}; subscribe to messages.',
      'Copy the app secret and a permanent token of a system user into the fields here; for templates also the id of the account.',
      'In Russia WhatsApp is slowed and partly blocked, and Meta is called extremist: take MAX or Telegram first.',
    ],
    ru: [
      'В своём приложении на developers.facebook.com откройте WhatsApp, Configuration.',
      'Callback URL: {address}; маркер подтверждения: {secret}; подпишитесь на messages.',
      'Скопируйте секрет приложения и постоянный токен системного пользователя в поля здесь; для шаблонов – ещё и номер аккаунта.',
      'В России WhatsApp замедлен и частично заблокирован, а Meta признана экстремистской: сначала подключите MAX или Telegram.',
    ],
  },
  verify: ({ asked, secrets: { app = '', verify = '' } }) =>
    asked.method === 'GET'
      ? same(asked.fields.get('hub.verify_token'), verify)
      : app !== '' && same(asked.headers['x-hub-signature-256'], `sha256=${keyed('sha256', app, asked.body)}`),
  ping: ({ asked }) =>
    asked.method === 'GET' && asked.fields.get('hub.mode') === 'subscribe'
      ? plain((asked.fields.get('hub.challenge') ?? '').slice(0, 200))
      : undefined,
  read: factsIn,
  writes: {
    by: 'request',
    windowHours: 24,
    templates: { ask: templatesAsked, told: templatesIn },
    send: ({ id, settings: { api = usualApi }, secrets: { token = '' }, to, text, template }) => {
      const [number = '', phone = ''] = to.split('/')
      const what = template === undefined ? { type: 'text', text: { body: text } } : templateSent(template)
      return {
        url: `${api}/${encodeURIComponent(phone)}/messages`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        // What stands here comes back with every state: so a message is found that was taken without an answer.
        body: JSON.stringify({ messaging_product: 'whatsapp', to: number, ...what, biz_opaque_callback_data: id }),
      }
    },
    sent: ({ status, text }) => {
      const id = /"id":\s*"(wamid[^"]*)"/.exec(text)?.[1]
      if (status === 200 && id !== undefined) return { kind: 'sent', message: id }
      const code = /"code":\s*(\d+)/.exec(text)?.[1] ?? ''
      // One message in six seconds to one client, eighty a second from one number.
      if (status === 429 || status >= 500 || code === '131056' || code === '130429')
        return { kind: 'later', seconds: 6 }
      return { kind: 'failed', why: /"message":\s*"([^"]*)"/.exec(text)?.[1] ?? `HTTP ${status}` }
    },
  },
})

const usualApi = 'https://graph.facebook.com/v23.0'

function templateSent({ name, language, places }: FilledTemplate) {
  const parameters = places.map((place) => {
    // Places that are counted are filled in their order, others by their names.
    const named = /^\d+$/.test(place.name) ? {} : { parameter_name: place.name }
    return { type: 'text', ...named, text: place.text.replaceAll(/\s+/g, ' ').trim() }
  })
  const components = parameters.length === 0 ? [] : [{ type: 'body', parameters }]
  return { type: 'template', template: { name, language: { code: language }, components } }
}

function templatesAsked(
  { settings: { api = usualApi }, secrets: { token = '', account = '' } }: Pick<Outgoing, 'settings' | 'secrets'>,
  after: string | undefined,
) {
  if (account === '') return undefined
  const page = after === undefined ? '' : `&after=${encodeURIComponent(after)}`
  const url = `${api}/${encodeURIComponent(account)}/message_templates?status=APPROVED&fields=name,language,status,components&limit=100${page}`
  return { url, headers: { authorization: `Bearer ${token}` } }
}

/** Those that text alone fills: what has a picture, or an address that changes, is sent from elsewhere. */
function templatesIn(answer: unknown) {
  const all = listOf(part(answer, 'data')).flatMap((one): readonly ApprovedTemplate[] => {
    const [name, language] = [said(part(one, 'name')), said(part(one, 'language'))]
    const components = listOf(part(one, 'components'))
    const typeOf = (component: unknown) => said(part(component, 'type'))?.toUpperCase()
    const body = said(
      part(
        components.find((component) => typeOf(component) === 'BODY'),
        'text',
      ),
    )
    const isPlain = components.every((component) => typeOf(component) === 'BODY' || isFixed(component))
    const isApproved = said(part(one, 'status')) === 'APPROVED'
    return name === undefined || language === undefined || body === undefined || !isPlain || !isApproved
      ? []
      : [{ name, language, text: body }]
  })
  const after = said(part(answer, 'paging', 'cursors', 'after'))
  const isMore = said(part(answer, 'paging', 'next')) !== undefined
  return { templates: all, ...(after === undefined || !isMore ? {} : { after }) }
}

/** Whether a part of a template has nothing to be filled in. */
function isFixed(component: unknown): boolean {
  const format = said(part(component, 'format')) ?? 'TEXT'
  return format === 'TEXT' && !JSON.stringify(component).includes('{{')
}

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const notice = asked.json()
  if (part(notice, 'entry') === undefined) throw unread('unread_missing', { names: ['entry'] })
  return listOf(part(notice, 'entry')).flatMap((entry) =>
    listOf(part(entry, 'changes')).flatMap((change) => {
      const value = part(change, 'value')
      return [
        ...listOf(part(value, 'messages')).flatMap((message) => messageIn(message, value)),
        ...listOf(part(value, 'statuses')).flatMap(statusIn),
      ]
    }),
  )
}

function messageIn(message: unknown, value: unknown): readonly MessageFact[] {
  const [id, from] = [said(part(message, 'id')), said(part(message, 'from'))]
  if (id === undefined || from === undefined) throw unread('unread_missing', { names: ['id', 'from'] })
  const contacts = listOf(part(value, 'contacts'))
  const contact = contacts.find((one) => said(part(one, 'wa_id')) === from)
  const line = said(part(value, 'metadata', 'phone_number_id'))
  const type = said(part(message, 'type')) ?? ''
  const attachments = type === 'unsupported' ? [{ kind: 'unsupported' }] : attachmentKinds(message, kinds)
  return [
    known<MessageFact>({
      kind: 'message',
      message: id,
      direction: 'in',
      contact: `+${from}`,
      to: `${from}/${line ?? ''}`,
      line,
      name: said(part(contact, 'profile', 'name')),
      text:
        said(part(message, 'text', 'body')) ??
        said(part(message, type, 'caption')) ??
        said(part(message, 'button', 'text')) ??
        insteadOf(message, type) ??
        '',
      attachments: attachments.length === 0 ? undefined : attachments,
      at: instantOfSeconds(part(message, 'timestamp')),
    }),
  ]
}

/** What was picked, where somebody is, whose card was sent, or with which sign a message was met. */
function insteadOf(message: unknown, type: string): string | undefined {
  const at = part(message, 'location')
  const [card] = listOf(part(message, 'contacts'))
  const reply = said(part(message, 'interactive', 'type')) ?? ''
  return (
    said(part(message, 'interactive', reply, 'title')) ??
    placeSaid([part(at, 'latitude'), part(at, 'longitude')], said(part(at, 'name')), said(part(at, 'address'))) ??
    cardSaid(
      [said(part(card, 'name', 'formatted_name'))],
      listOf(part(card, 'phones')).map((phone) => said(part(phone, 'phone'))),
    ) ??
    (type === 'reaction' ? said(part(message, 'reaction', 'emoji')) : said(part(message, 'system', 'body')))
  )
}

const kinds = ['image', 'document', 'audio', 'video', 'sticker', 'location', 'contacts', 'reaction'] as const

const states = { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' } as const

function statusIn(status: unknown): readonly MessageFact[] {
  const [id, word] = [said(part(status, 'id')), said(part(status, 'status')) ?? '']
  if (id === undefined || !Object.hasOwn(states, word)) return []
  const [error] = listOf(part(status, 'errors'))
  return [
    known<MessageFact>({
      kind: 'message',
      message: id,
      state: states[word as keyof typeof states],
      ours: said(part(status, 'biz_opaque_callback_data')),
      why: said(part(error, 'error_data', 'details')) ?? said(part(error, 'title')),
    }),
  ]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
