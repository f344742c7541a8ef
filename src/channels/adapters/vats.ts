import { adapter, count, json, known, later, said, same, unread } from '#channels/adapter'
import type { AdapterPart, Asked } from '#channels/adapter'
import type { CallFact, Fact } from '#channels/domain/facts'

/** Virtual exchanges with the “CRM API”: MegaFon, Gravitel, Dom.ru, WestCall and others speak it alike. */
export const vats = adapter({
  id: 'vats',
  kind: 'phone',
  name: { en: 'Virtual PBX (CRM API)', ru: 'ВАТС (CRM API)' },
  secrets: {
    token: { name: { en: 'Key for the CRM (crm_token)', ru: 'Ключ для CRM (crm_token)' }, isOurs: true },
    history: {
      name: { en: 'Key of the exchange’s own API (X-API-KEY)', ru: 'Ключ API самой ВАТС (X-API-KEY)' },
      isOurs: false,
      isOptional: true,
    },
    dial: {
      name: { en: 'Key for commands to the exchange', ru: 'Ключ для авторизации в ВАТС' },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'In the account of the exchange open Settings, Integration with a CRM, “Own CRM” (REST API).',
      'Address of your CRM: {address}',
      'Key for authorisation in your CRM: {secret}',
      'Switch on history, events and contacts, and save.',
      'So that calls of which a notice was lost are found: copy the key of the REST API into the field below, and enter the address of the exchange, such as https://vats1.megapbx.ru, under “Address of its own interface”.',
      'So that a click calls: copy the key for commands to the exchange into the field below; the address is needed for it, too.',
    ],
    ru: [
      'В личном кабинете ВАТС откройте «Настройки», «Интеграция с CRM», «Ваша CRM» (REST API).',
      'Адрес вашей CRM: {address}',
      'Ключ для авторизации в вашей CRM: {secret}',
      'Включите history, event и contact и сохраните.',
      'Чтобы звонки, о которых уведомление потерялось, находились: скопируйте ключ REST API в поле ниже, а адрес ВАТС, например https://vats1.megapbx.ru, впишите в поле «Адрес его собственного интерфейса».',
      'Чтобы звонить одним нажатием: скопируйте «Ключ для авторизации в ВАТС» в поле ниже; адрес ВАТС нужен и здесь.',
    ],
  },
  verify: ({ asked, secrets }) => same(asked.fields.get('crm_token'), secrets['token']),
  read: factsIn,
  // Of a hidden number it is asked, too: nobody is known by it.
  asks: ({ fields }) => (fields.get('cmd') === 'contact' ? (said(fields.get('phone')) ?? '') : undefined),
  tells: (found) =>
    json(
      found === undefined
        ? {}
        : { contact_name: found.name, ...(found.login === undefined ? {} : { responsible: found.login }) },
    ),
})

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const cmd = asked.fields.get('cmd')
  if (cmd === 'contact' || cmd === 'rating') return []
  const call = said(asked.fields.get('callid'))
  if (call === undefined) throw unread('unread_missing', { names: ['callid'] })
  if (cmd === 'event') return [eventIn(asked, call)]
  if (cmd === 'history') return [historyIn(asked, call)]
  throw unread('unread_event', { event: cmd ?? '' })
}

/** An event is of one employee: cancelled also when another of the group took the call. */
function eventIn({ fields }: Asked, call: string): CallFact {
  const type = (fields.get('type') ?? '').toUpperCase()
  const states = {
    INCOMING: 'begins',
    OUTGOING: 'begins',
    ACCEPTED: 'talks',
    COMPLETED: 'ends',
    CANCELLED: 'ends',
  } as const
  const state = type in states ? states[type as keyof typeof states] : undefined
  const who = said(fields.get('user')) ?? said(fields.get('ext'))
  const isOut = type === 'OUTGOING' || fields.get('direction') === 'out'
  return known<CallFact>({
    ...headOf(fields, call),
    direction: isOut ? 'out' : 'in',
    leg:
      state === undefined
        ? undefined
        : known<NonNullable<CallFact['leg']>>({ id: who ?? '', place: 'ringing', state, withClient: true, who }),
  })
}

const failed: ReadonlySet<string> = new Set(['notallowed', 'notfound'])

function historyIn({ fields }: Asked, call: string): CallFact {
  const status = (fields.get('status') ?? '').toLowerCase()
  const isAnswered = status === 'success'
  const startedAt = startIn(fields.get('start'))
  const seconds = count(fields.get('duration')) ?? 0
  const who = said(fields.get('user')) ?? said(fields.get('ext'))
  const link = said(fields.get('link'))
  return known<CallFact>({
    ...headOf(fields, call),
    direction: fields.get('type') === 'out' ? 'out' : 'in',
    startedAt,
    answeredAt: isAnswered ? startedAt : undefined,
    endedAt: startedAt === undefined ? undefined : later(startedAt, seconds),
    talkSeconds: isAnswered ? seconds : undefined,
    result: isAnswered ? 'answered' : failed.has(status) ? 'failed' : 'missed',
    by: who,
    place: who === undefined ? undefined : 'ringing',
    last: isAnswered ? 'whole' : 'part',
    recordings: link === undefined ? undefined : [link],
  })
}

function headOf(fields: Asked['fields'], call: string): Pick<CallFact, 'kind' | 'call' | 'client' | 'line'> {
  return known<Pick<CallFact, 'kind' | 'call' | 'client' | 'line'>>({
    kind: 'call',
    call,
    client: said(fields.get('phone')) ?? '',
    line: said(fields.get('diversion')),
  })
}

/** `20261201T070000Z`. */
function startIn(value: string | undefined): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(said(value) ?? '')
  if (found === null) return undefined
  const [, year, month, day, hour, minute, second] = found
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return Number.isNaN(Date.parse(text)) ? undefined : later(text, 0)
}
