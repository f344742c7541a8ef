import { count, instantOfLocal, known, later, localTime, part, said } from '#channels/adapter'
import type { CallFact } from '#channels/domain/facts'
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

const fields = [
  'id',
  'start_time',
  'finish_time',
  'direction',
  'is_lost',
  'contact_phone_number',
  'virtual_phone_number',
  'talk_duration',
  'total_duration',
  'last_answered_employee_id',
  'call_records',
]

/** What UIS, CoMagic and Novofon have of calls: one report, page by page, its times in the zone of the account. */
export const uisHistory: History = {
  ask: (span) => (span.secrets['access'] === undefined ? undefined : asked(span, 0)),
  read: ({ status, text }, span, request) => {
    const usual = usualRead(status, text)
    if (usual !== undefined) return usual
    const says = jsonIn(text)
    const why = said(part(says, 'error', 'message'))
    // Too many questions a minute are answered as an error, too.
    if (/limit/i.test(said(part(says, 'error', 'data', 'mnemonic')) ?? '')) return { kind: 'again', seconds: 60 }
    const rows = part(says, 'result', 'data')
    if (!Array.isArray(rows))
      return { kind: 'refused', why: why ?? 'The report has no list of calls.', seconds: refusedSeconds }
    const offset = Number(part(jsonIn(request.body ?? ''), 'params', 'offset') ?? 0)
    const calls = (rows as readonly unknown[]).flatMap((row) => callIn(row, span.settings.zone))
    return { kind: 'calls', calls, ...(rows.length < pageSize ? {} : { next: asked(span, offset + pageSize) }) }
  },
}

function asked({ settings, secrets, from, to }: HistorySpan, offset: number): HistoryRequest {
  const { zone, api = 'https://dataapi.uiscom.ru/v2.0' } = settings
  const span = { date_from: localTime(zone, from), date_till: localTime(zone, to) }
  const params = { access_token: secrets['access'], ...span, limit: pageSize, offset, fields }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'get.calls_report', params })
  return { method: 'POST', url: api, headers: { 'content-type': 'application/json' }, body }
}

function callIn(row: unknown, zone: string): readonly CallFact[] {
  const call = said(part(row, 'id'))
  const startedAt = instantOfLocal(zone, part(row, 'start_time'))
  if (call === undefined || startedAt === undefined) return []
  const took = count(part(row, 'total_duration')) ?? 0
  const talked = count(part(row, 'talk_duration')) ?? 0
  const isAnswered = talked > 0 && part(row, 'is_lost') !== true
  const endedAt = instantOfLocal(zone, part(row, 'finish_time')) ?? later(startedAt, took)
  return [
    known<CallFact>({
      kind: 'call',
      call,
      direction: said(part(row, 'direction')) === 'out' ? 'out' : 'in',
      client: said(part(row, 'contact_phone_number')) ?? '',
      line: said(part(row, 'virtual_phone_number')),
      startedAt,
      answeredAt: isAnswered ? later(endedAt, -talked) : undefined,
      endedAt,
      talkSeconds: isAnswered ? talked : undefined,
      result: isAnswered ? 'answered' : 'missed',
      by: said(part(row, 'last_answered_employee_id')),
      last: 'whole',
    }),
  ]
}
