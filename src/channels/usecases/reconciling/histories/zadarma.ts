import { createHash } from 'node:crypto'

import { count, instantOfLocal, keyed, known, later, localTime, part, said } from '#channels/adapter'
import type { CallFact } from '#channels/domain/facts'
import {
  jsonIn,
  refusedSeconds,
  usualRead,
  type History,
  type HistoryRequest,
  type HistorySpan,
} from '#channels/domain/history'

/** So many rows are asked for at once; three questions a minute are answered. */
const pageSize = 1000

/** What Zadarma has of calls: rows of legs, of which those of one call carry its id. */
export const zadarmaHistory: History = {
  ask: (span) => ((span.secrets['key'] ?? '') === '' ? undefined : asked(span, 0)),
  read: ({ status, text }, span, request) => {
    const usual = usualRead(status, text)
    if (usual !== undefined) return usual
    const says = jsonIn(text)
    const rows = part(says, 'stats')
    if (!Array.isArray(rows))
      return { kind: 'refused', why: said(part(says, 'message')) ?? text.slice(0, 200), seconds: refusedSeconds }
    const skipped = Number(new URL(request.url).searchParams.get('skip') ?? 0)
    const calls = (rows as readonly unknown[]).flatMap((row) => callIn(row, span.settings.zone))
    return { kind: 'calls', calls, ...(rows.length < pageSize ? {} : { next: asked(span, skipped + pageSize) }) }
  },
}

function asked({ settings, secrets, from, to }: HistorySpan, skip: number): HistoryRequest {
  const { zone } = settings
  return zadarmaRequest({ settings, secrets }, '/v1/statistics/pbx/', {
    end: localTime(zone, to),
    limit: String(pageSize),
    skip: String(skip),
    start: localTime(zone, from),
    version: '2',
  })
}

type Access = {
  readonly settings: { readonly api?: string }
  readonly secrets: Readonly<Record<string, string>>
}

/** A request to Zadarma, its fields in the order of their names: signed over the method, the query and its MD5, as the manual wants it. */
export function zadarmaRequest(
  { settings: { api = 'https://api.zadarma.com' }, secrets: { key = '', secret = '' } }: Access,
  path: string,
  fields: Readonly<Record<string, string>>,
): HistoryRequest {
  const query = new URLSearchParams(fields).toString()
  const md5 = createHash('md5').update(query).digest('hex')
  const signed = Buffer.from(keyed('sha1', secret, `${path}${query}${md5}`)).toString('base64')
  return { method: 'GET', url: `${api}${path}?${query}`, headers: { authorization: `${key}:${signed}` } }
}

function callIn(row: unknown, zone: string): readonly CallFact[] {
  const call = said(part(row, 'pbx_call_id'))
  const startedAt = instantOfLocal(zone, part(row, 'callstart'))
  if (call === undefined || startedAt === undefined) return []
  const isOut = call.startsWith('out_')
  const seconds = count(part(row, 'seconds')) ?? 0
  const isAnswered = (said(part(row, 'disposition')) ?? '').toLowerCase() === 'answered'
  const clid = /<?(\+?\d{5,})>?\s*$/.exec(said(part(row, 'clid')) ?? '')?.[1]
  const destination = said(part(row, 'destination'))
  return [
    known<CallFact>({
      kind: 'call',
      call,
      direction: isOut ? 'out' : 'in',
      client: (isOut ? destination : clid) ?? '',
      startedAt,
      answeredAt: isAnswered ? startedAt : undefined,
      endedAt: later(startedAt, seconds),
      talkSeconds: isAnswered ? seconds : undefined,
      result: isAnswered ? 'answered' : 'missed',
      by: isOut ? said(part(row, 'sip')) : isAnswered ? destination : undefined,
      last: 'whole',
    }),
  ]
}
