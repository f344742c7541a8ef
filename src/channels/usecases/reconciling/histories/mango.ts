import { count, instantOfSeconds, known, later, localTime, part, said, sha256 } from '#channels/adapter'
import type { CallFact, Direction } from '#channels/domain/facts'
import {
  jsonIn,
  refusedSeconds,
  usualRead,
  type History,
  type HistoryRequest,
  type HistorySpan,
} from '#channels/domain/history'

/** So many calls are asked for at once. */
const pageSize = 1000

/**
 * What Mango Office has of calls: a report is ordered, and fetched when it is ready. One wrong request shuts the door for two
 * minutes, so nothing that was refused is asked again soon.
 */
export const mangoHistory: History = {
  ask: (span) => (span.secrets['key'] === undefined ? undefined : ordered(span, 0)),
  read: ({ status, text }, span, request) => {
    // Not ready yet, or its answer to whoever asks too often.
    if (status === 204) return { kind: 'again', seconds: 5 }
    const usual = usualRead(status, text)
    if (usual !== undefined) return usual
    const says = jsonIn(text)
    const key = said(part(says, 'key'))
    const offset = Number(/#offset=(\d+)$/.exec(request.url)?.[1] ?? 0)
    if (key !== undefined)
      return { kind: 'next', request: signed(span, `stats/calls/result#offset=${offset}`, { key }) }
    const state = said(part(says, 'status'))
    if (state === 'request' || state === 'work') return { kind: 'again', seconds: 5 }
    if (state !== 'complete') return { kind: 'refused', why: text.slice(0, 200), seconds: refusedSeconds }
    const calls = listOf(part(says, 'data')).flatMap((block) => listOf(part(block, 'list')))
    const more = calls.length < pageSize ? {} : { next: ordered(span, offset + pageSize) }
    return { kind: 'calls', calls: calls.flatMap(callIn), ...more }
  },
}

/** Times of an order are by the clocks of Moscow, whatever the zone of the company; those of calls are plain seconds. */
function ordered(span: HistorySpan, offset: number): HistoryRequest {
  const written = (instant: string) => {
    const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+) (.+)$/.exec(localTime('Europe/Moscow', instant)) ?? []
    return `${day}.${month}.${year} ${time}`
  }
  const asked = { start_date: written(span.from), end_date: written(span.to), limit: pageSize, offset }
  return signed(span, `stats/calls/request#offset=${offset}`, asked)
}

function signed(
  { settings: { api = 'https://app.mango-office.ru' }, secrets: { key = '', salt = '' } }: HistorySpan,
  path: string,
  asked: object,
): HistoryRequest {
  const json = JSON.stringify(asked)
  const body = new URLSearchParams({ vpbx_api_key: key, sign: sha256(`${key}${json}${salt}`), json }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const [place, mark = ''] = path.split('#')
  return { method: 'POST', url: `${api}/vpbx/${place}/${mark === '' ? '' : `#${mark}`}`, headers, body }
}

const directions: Readonly<Record<string, Direction>> = { '1': 'in', '2': 'out', '3': 'internal' }

function callIn(one: unknown): readonly CallFact[] {
  const [call, startedAt] = [said(part(one, 'entry_id')), instantOfSeconds(part(one, 'context_start_time'))]
  const direction = directions[said(part(one, 'context_type')) ?? '']
  if (call === undefined || startedAt === undefined || direction === undefined) return []
  const took = count(part(one, 'duration')) ?? 0
  const talked = count(part(one, 'talk_duration')) ?? 0
  const legs = listOf(part(one, 'context_calls')).flatMap((leg) => [leg, ...listOf(part(leg, 'members'))])
  const taken = legs.find((leg) => instantOfSeconds(part(leg, 'call_answer_time')) !== undefined)
  const isAnswered = talked > 0
  const outside = direction === 'out' ? part(one, 'called_number') : part(one, 'caller_number')
  const recordings = legs.flatMap((leg) => listOf(part(leg, 'recording_id')).flatMap((id) => said(id) ?? []))
  return [
    known<CallFact>({
      kind: 'call',
      call,
      direction,
      client: direction === 'internal' ? undefined : (said(outside) ?? ''),
      line: direction === 'in' ? said(part(one, 'called_number')) : undefined,
      startedAt,
      answeredAt: isAnswered
        ? (instantOfSeconds(part(taken, 'call_answer_time')) ?? later(startedAt, Math.max(0, took - talked)))
        : undefined,
      endedAt: later(startedAt, took),
      talkSeconds: isAnswered ? talked : undefined,
      result: isAnswered ? 'answered' : 'missed',
      by: said(part(taken, 'call_abonent_extension')),
      last: 'whole',
      recordings: recordings.length === 0 ? undefined : recordings,
    }),
  ]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
