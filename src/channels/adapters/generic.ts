import { adapter, bearer, count, instantOfText, json, keyed, known, part, said, same, unread } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { CallFact, Fact } from '#channels/domain/facts'

/** Norma’s own notices of calls, for any exchange that can run a script. */
export const generic = adapter({
  id: 'generic',
  kind: 'phone',
  name: { en: 'Own JSON', ru: 'Свой JSON' },
  secrets: { key: { name: { en: 'Key', ru: 'Ключ' }, isOurs: true } },
  needsZone: false,
  connect: {
    en: [
      'Let your exchange send a POST with JSON to {address}.',
      'Add the header Authorization: Bearer {secret}',
      'One notice or a list of them: {"call": "1", "direction": "in", "client": "+79001234567", "startedAt": "2026-12-01T07:00:00Z", "endedAt": "2026-12-01T07:00:30Z", "result": "missed"}',
    ],
    ru: [
      'Настройте АТС так, чтобы она отправляла POST с JSON на {address}.',
      'Добавьте заголовок Authorization: Bearer {secret}',
      'Одно уведомление или список: {"call": "1", "direction": "in", "client": "+79001234567", "startedAt": "2026-12-01T07:00:00Z", "endedAt": "2026-12-01T07:00:30Z", "result": "missed"}',
    ],
  },
  verify: ({ asked, secrets: { key = '' } }) =>
    same(bearer(asked), key) || same(asked.headers['x-norma-signature'], `sha256=${keyed('sha256', key, asked.body)}`),
  read: factsIn,
  answer: json({ taken: true }),
})

const directions = ['in', 'out', 'internal'] as const
const results = ['answered', 'missed', 'failed'] as const
const places = ['menu', 'queue', 'ringing'] as const

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const sent = asked.json()
  const notices = Array.isArray(sent) ? (sent as readonly unknown[]) : [sent]
  if (notices.length === 0 || notices.length > 100) throw unread('unread_notices', { most: 100 })
  return notices.map(factIn)
}

function factIn(notice: unknown): CallFact {
  const call = said(part(notice, 'call'))
  if (call === undefined) throw unread('unread_missing', { names: ['call'] })
  const result = oneOf(notice, 'result', results)
  const client = part(notice, 'client')
  const recordings = part(notice, 'recordings')
  return known<CallFact>({
    kind: 'call',
    call,
    direction: oneOf(notice, 'direction', directions),
    client: client === '' ? '' : said(client),
    line: said(part(notice, 'line')),
    leg: legIn(notice),
    startedAt: instantIn(notice, 'startedAt'),
    answeredAt: instantIn(notice, 'answeredAt'),
    endedAt: instantIn(notice, 'endedAt'),
    talkSeconds: count(part(notice, 'talkSeconds')),
    result,
    by: said(part(notice, 'employee')),
    place: oneOf(notice, 'place', places),
    last: result === undefined ? undefined : 'whole',
    recordings: Array.isArray(recordings) ? recordings.flatMap((one) => said(one) ?? []) : undefined,
  })
}

function legIn(notice: unknown): CallFact['leg'] {
  const state = oneOf(notice, 'state', ['ringing', 'talking', 'ended'] as const)
  if (state === undefined) return undefined
  const who = said(part(notice, 'employee'))
  return known<NonNullable<CallFact['leg']>>({
    id: who ?? '',
    place: oneOf(notice, 'place', places) ?? 'ringing',
    state: ({ ringing: 'begins', talking: 'talks', ended: 'ends' } as const)[state],
    withClient: true,
    who,
    at: instantIn(notice, 'at'),
  })
}

function oneOf<T extends string>(notice: unknown, name: string, words: readonly T[]): T | undefined {
  const value = said(part(notice, name))
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found === undefined) throw unread('unread_word', { name, value, known: words })
  return found
}

function instantIn(notice: unknown, name: string): string | undefined {
  const value = said(part(notice, name))
  if (value === undefined) return undefined
  const instant = instantOfText(value)
  if (instant === undefined) throw unread('unread_instant', { name, value })
  return instant
}
