import { adapter, instantOfSeconds, known, part, said, same, sha256, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { CallFact, Direction, Fact, Place } from '#channels/domain/facts'

/** Mango Office: signs what it sends, tells every leg and then the whole call. */
export const mango = adapter({
  id: 'mango',
  kind: 'phone',
  name: { en: 'Mango Office', ru: 'Mango Office' },
  secrets: {
    key: { name: { en: 'Unique code of your PBX', ru: 'Уникальный код вашей АТС' }, isOurs: false },
    salt: { name: { en: 'Key for the signature', ru: 'Ключ для создания подписи' }, isOurs: false },
  },
  needsZone: false,
  connect: {
    en: [
      'In the account of Mango Office open Integrations, API connector.',
      'Address of the external system: {address}',
      'Copy “Unique code of your PBX” and “Key for the signature” from there into the fields below.',
    ],
    ru: [
      'В личном кабинете Mango Office откройте «Интеграции», «API коннектор».',
      'Адрес внешней системы: {address}',
      'Скопируйте оттуда «Уникальный код вашей АТС» и «Ключ для создания подписи» в поля ниже.',
    ],
  },
  verify: ({ asked, secrets: { key = '', salt = '' } }) => {
    const { fields } = asked
    const signed = sha256(`${key}${fields.get('json') ?? ''}${salt}`)
    return key !== '' && salt !== '' && same(fields.get('vpbx_api_key'), key) && same(fields.get('sign'), signed)
  },
  read: factsIn,
})

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const kind = asked.tail.replace(/^\/?(?:events\/)?/, '').replace(/\/+$/, '')
  const notice = parsed(asked.fields.get('json') ?? '')
  const call = said(part(notice, 'entry_id'))
  if (kind === 'call' && call !== undefined) return [legIn(notice, call)]
  if (kind === 'summary' && call !== undefined) return [summaryIn(notice, call)]
  if (kind === 'recording' || kind === 'record/added') return recordingIn(notice, call)
  if (call === undefined && (kind === 'call' || kind === 'summary'))
    throw unread('unread_missing', { names: ['entry_id'] })
  // Tones, answers to our own commands: nothing of a call.
  return []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw unread('unread_json', { name: 'json' })
  }
}

const places: Readonly<Record<string, Place>> = { ivr: 'menu', queue: 'queue', abonent: 'ringing' }
const states = { Appeared: 'begins', Connected: 'talks', OnHold: 'talks', Disconnected: 'ends' } as const

function legIn(notice: unknown, call: string): CallFact {
  const written = said(part(notice, 'call_state')) ?? ''
  const state = Object.hasOwn(states, written) ? states[written as keyof typeof states] : undefined
  // The manual itself writes `locaton` in places.
  const place = places[said(part(notice, 'location')) ?? said(part(notice, 'locaton')) ?? '']
  const [from, to] = [sideOf(notice, 'from'), sideOf(notice, 'to')]
  const client = from.outside ?? to.outside
  const isOut = from.extension !== undefined && from.outside === undefined && to.extension === undefined
  const direction: Direction =
    from.extension !== undefined && to.extension !== undefined ? 'internal' : isOut ? 'out' : 'in'
  return known<CallFact>({
    kind: 'call',
    call,
    direction,
    client: client ?? (direction === 'internal' ? undefined : ''),
    line: to.line ?? from.line,
    leg:
      state === undefined || place === undefined
        ? undefined
        : known<NonNullable<CallFact['leg']>>({
            id: said(part(notice, 'call_id')) ?? '',
            place,
            state,
            withClient: client !== undefined || direction !== 'internal',
            who: direction === 'out' ? from.extension : to.extension,
            at: instantOfSeconds(part(notice, 'timestamp')),
          }),
  })
}

const directions: Readonly<Record<string, Direction>> = { '0': 'internal', '1': 'in', '2': 'out' }

function summaryIn(notice: unknown, call: string): CallFact {
  const direction = directions[said(part(notice, 'call_direction')) ?? ''] ?? 'in'
  const [from, to] = [sideOf(notice, 'from'), sideOf(notice, 'to')]
  const answeredAt = instantOfSeconds(part(notice, 'talk_time'))
  const isAnswered = answeredAt !== undefined && said(part(notice, 'entry_result')) !== '0'
  const ours = direction === 'out' ? from : to
  const outside = direction === 'out' ? to.outside : from.outside
  return known<CallFact>({
    kind: 'call',
    call,
    direction,
    client: direction === 'internal' ? undefined : (outside ?? ''),
    line: said(part(notice, 'line_number')),
    startedAt: instantOfSeconds(part(notice, 'create_time')),
    answeredAt: isAnswered ? answeredAt : undefined,
    endedAt: instantOfSeconds(part(notice, 'end_time')),
    result: isAnswered ? 'answered' : 'missed',
    by: ours.extension,
    place: ours.extension === undefined ? undefined : 'ringing',
    last: 'whole',
  })
}

function recordingIn(notice: unknown, call: string | undefined): readonly Fact[] {
  const recording = said(part(notice, 'recording_id'))
  if (recording === undefined || call === undefined) return []
  const code = said(part(notice, 'completion_code'))
  return code !== undefined && code !== '1000' ? [] : [{ kind: 'call', call, recordings: [recording] }]
}

/** One end of a call: an extension of ours, or a number outside. The number of an employee may be an address of SIP. */
function sideOf(notice: unknown, name: string) {
  const extension = said(part(notice, name, 'extension'))
  const number = said(part(notice, name, 'number'))
  const line = said(part(notice, name, 'line_number'))
  const isOwn = extension !== undefined || number === undefined || number.startsWith('sip:') || number === line
  return { extension, line, outside: isOwn ? undefined : number }
}
