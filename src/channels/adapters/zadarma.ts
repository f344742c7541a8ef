import { adapter, count, instantOfLocal, keyed, known, later, plain, said, same, unread } from '#channels/adapter'
import type { AdapterPart, Asked } from '#channels/adapter'
import type { CallFact, Fact } from '#channels/domain/facts'

/** Zadarma: the signature covers neither event nor outcome, so the address carries a secret too. */
export const zadarma = adapter({
  id: 'zadarma',
  kind: 'phone',
  name: { en: 'Zadarma', ru: 'Zadarma' },
  secrets: {
    secret: { name: { en: 'Secret of the API', ru: 'Секрет API' }, isOurs: false },
    key: {
      name: {
        en: 'Key of the API, for calls of which a notice was lost',
        ru: 'Ключ API – для звонков, о которых уведомление потерялось',
      },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: true,
  connect: {
    en: [
      'In the account open Settings, API and webhooks.',
      'Copy the secret of the API into the field below and save it here first: Zadarma checks the address at once.',
      'Address for notices about calls: {address}. Switch on all of NOTIFY_….',
      'Set the zone below to the zone of the account: the times carry none.',
    ],
    ru: [
      'В личном кабинете откройте «Настройки», «API и вебхуки».',
      'Скопируйте секрет API в поле ниже и сначала сохраните здесь: Zadarma проверяет адрес сразу.',
      'Адрес для уведомлений о звонках: {address}. Включите все NOTIFY_….',
      'Ниже укажите часовой пояс личного кабинета: во времени он не указан.',
    ],
  },
  knock: ({ fields }) => {
    const echo = fields.get('zd_echo')
    return echo === undefined ? undefined : plain(echo.slice(0, 200))
  },
  verify: ({ asked, secrets: { secret = '' } }) => {
    const signed = signedOf(asked)
    if (signed === undefined || secret === '') return false
    const hex = keyed('sha1', secret, signed)
    return same(asked.headers['signature'], Buffer.from(hex).toString('base64'))
  },
  read: factsIn,
})

/** What an event is signed over, its own fields for each. */
function signedOf({ fields }: Asked): string | undefined {
  const event = fields.get('event')
  const of = (...names: readonly string[]) => names.map((name) => fields.get(name) ?? '').join('')
  if (event === undefined) return undefined
  if (event === 'NOTIFY_ANSWER') return of('caller_id', 'destination', 'call_start')
  if (event.startsWith('NOTIFY_OUT_')) return of('internal', 'destination', 'call_start')
  if (event === 'NOTIFY_RECORD') return of('pbx_call_id', 'call_id_with_rec')
  return of('caller_id', 'called_did', 'call_start')
}

function factsIn({ asked: { fields }, settings }: AdapterPart): readonly Fact[] {
  const call = said(fields.get('pbx_call_id'))
  if (call === undefined) throw unread('unread_missing', { names: ['pbx_call_id'] })
  const event = fields.get('event') ?? ''
  if (event === 'NOTIFY_RECORD') {
    const recording = said(fields.get('call_id_with_rec'))
    return [known<CallFact>({ kind: 'call', call, recordings: recording === undefined ? undefined : [recording] })]
  }
  const isOut = event.startsWith('NOTIFY_OUT_') || call.startsWith('out_')
  const startedAt = instantOfLocal(settings.zone, fields.get('call_start'))
  const head = {
    kind: 'call' as const,
    call,
    direction: isOut ? ('out' as const) : ('in' as const),
    client: said(fields.get(isOut ? 'destination' : 'caller_id')) ?? '',
    line: said(fields.get(isOut ? 'caller_id' : 'called_did')),
    startedAt,
  }
  if (event === 'NOTIFY_END' || event === 'NOTIFY_OUT_END')
    return [known<CallFact>({ ...head, ...endIn(fields, startedAt) })]
  return [known<CallFact>({ ...head, leg: legIn(event, fields, startedAt) })]
}

const failed: ReadonlySet<string> = new Set([
  'failed',
  'no money',
  'unallocated number',
  'no limit',
  'no day limit',
  'line limit',
  'no money, no limit',
])

function endIn(fields: Asked['fields'], startedAt: string | undefined): Partial<CallFact> {
  const disposition = (fields.get('disposition') ?? '').toLowerCase()
  const isAnswered = disposition === 'answered'
  const seconds = count(fields.get('duration')) ?? 0
  const who = said(fields.get('internal'))
  return known<Partial<CallFact>>({
    answeredAt: isAnswered ? startedAt : undefined,
    endedAt: startedAt === undefined ? undefined : later(startedAt, seconds),
    talkSeconds: isAnswered ? seconds : undefined,
    result: isAnswered ? 'answered' : failed.has(disposition) ? 'failed' : 'missed',
    by: who,
    place: who === undefined ? undefined : 'ringing',
    last: 'whole',
  })
}

function legIn(event: string, fields: Asked['fields'], at: string | undefined): CallFact['leg'] {
  const who = said(fields.get('internal')) ?? (event === 'NOTIFY_ANSWER' ? said(fields.get('destination')) : undefined)
  const isPerson = event === 'NOTIFY_INTERNAL' || event === 'NOTIFY_ANSWER' || event === 'NOTIFY_OUT_START'
  return known<NonNullable<CallFact['leg']>>({
    id: who ?? '',
    place: isPerson ? 'ringing' : 'menu',
    state: event === 'NOTIFY_ANSWER' ? 'talks' : 'begins',
    withClient: true,
    who,
    at,
  })
}
