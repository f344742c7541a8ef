import { adapter, instantOfSeconds, json, known, said, same, unread } from '#channels/adapter'
import type { AdapterPart, Asked } from '#channels/adapter'
import type { CallFact, Direction, Fact } from '#channels/domain/facts'

/** Sipuni signs nothing: the secret is a part of the address. It may stop sending when it is not told `success`. */
export const sipuni = adapter({
  id: 'sipuni',
  kind: 'phone',
  name: { en: 'Sipuni', ru: 'Sipuni' },
  secrets: {
    path: { name: { en: 'Secret in the address', ru: 'Секрет в адресе' }, isOurs: true },
    account: {
      name: {
        en: 'Number of the account, to call with one click',
        ru: 'Номер в системе – чтобы звонить одним нажатием',
      },
      isOurs: false,
      isOptional: true,
    },
    key: {
      name: {
        en: 'Integration key of the account, to call with one click',
        ru: 'Ключ интеграции – чтобы звонить одним нажатием',
      },
      isOurs: false,
      isOptional: true,
    },
  },
  needsZone: false,
  connect: {
    en: [
      'In the account open Settings, Integrations, API, “Events on the exchange”.',
      'Address for events: {address}/{secret}',
      'So that a click calls: copy the number of the account and the integration key from Settings, Integrations, API into the fields below.',
    ],
    ru: [
      'В личном кабинете откройте «Настройки», «Интеграции», «API», «События на АТС».',
      'Адрес для событий: {address}/{secret}',
      'Чтобы звонить одним нажатием: скопируйте «Номер в системе» и «Ключ интеграции» из «Настройки», «Интеграции», «API» в поля ниже.',
    ],
  },
  verify: ({ asked, secrets }) => same(asked.tail, secrets['path']),
  read: factsIn,
  answer: json({ success: true }),
})

function factsIn({ asked: { fields } }: AdapterPart): readonly Fact[] {
  const call = said(fields.get('call_id'))
  if (call === undefined) throw unread('unread_missing', { names: ['call_id'] })
  const [direction, client] = sidesOf(fields)
  const head = { kind: 'call' as const, call, direction, client: direction === 'internal' ? undefined : client }
  const event = fields.get('event')
  if (event === '2') return [known<CallFact>({ ...head, ...endIn(fields, direction) })]
  const who = whoIn(fields, direction)
  const states = { '1': 'begins', '3': 'talks', '4': 'ends' } as const
  if (event !== '1' && event !== '3' && event !== '4') throw unread('unread_event', { event: event ?? '' })
  const leg = known<NonNullable<CallFact['leg']>>({
    id: who ?? '',
    place: who === undefined ? 'queue' : 'ringing',
    state: states[event],
    withClient: direction !== 'internal',
    who,
    at: instantOfSeconds(fields.get('timestamp')),
  })
  return [known<CallFact>({ ...head, leg })]
}

function endIn(fields: Asked['fields'], direction: Direction): Partial<CallFact> {
  const answeredAt = instantOfSeconds(fields.get('call_answer_timestamp'))
  const isAnswered = fields.get('status') === 'ANSWER' && answeredAt !== undefined
  const link = said(fields.get('call_record_link'))
  const who = lastCalled(fields) ?? whoIn(fields, direction)
  return known<Partial<CallFact>>({
    startedAt: instantOfSeconds(fields.get('call_start_timestamp')),
    answeredAt: isAnswered ? answeredAt : undefined,
    endedAt: instantOfSeconds(fields.get('timestamp')),
    result: isAnswered ? 'answered' : 'missed',
    by: direction === 'out' ? whoIn(fields, direction) : who,
    place: who === undefined ? undefined : 'ringing',
    last: 'whole',
    recordings: link === undefined ? undefined : [unescaped(link)],
  })
}

function sidesOf(fields: Asked['fields']): readonly [Direction, string] {
  const [isFromOutside, isToOutside] = [fields.get('src_type') === '1', fields.get('dst_type') === '1']
  if (isFromOutside) return ['in', said(fields.get('src_num')) ?? '']
  return isToOutside ? ['out', said(fields.get('dst_num')) ?? ''] : ['internal', '']
}

function whoIn(fields: Asked['fields'], direction: Direction): string | undefined {
  const side = direction === 'out' ? 'src' : 'dst'
  return said(fields.get(`short_${side}_num`)) ?? extensionIn(fields, fields.get(`${side}_num`))
}

/** `a&b&c`: the last one is who spoke. Written long, the extension stands behind the number of the account. */
function lastCalled(fields: Asked['fields']): string | undefined {
  return extensionIn(fields, (fields.get('last_called') ?? '').split('&').at(-1))
}

function extensionIn(fields: Asked['fields'], written: string | undefined): string | undefined {
  const long = said(written)
  const account = said(fields.get('user_id'))
  if (long === undefined || account === undefined || !long.startsWith(account)) return undefined
  return said(long.slice(account.length))
}

/** The address of a recording is escaped twice. */
function unescaped(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
