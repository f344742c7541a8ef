import { count, instantOfText, known, later, part, said } from '#channels/adapter'
import type { CallFact } from '#channels/domain/facts'
import { refusedSeconds, usualRead, type History } from '#channels/domain/history'

/** What a virtual exchange has of calls: one list, asked for with a key of its own at the address of the exchange. */
export const vatsHistory: History = {
  ask: ({ settings: { api }, secrets: { history = '' }, from, to }) => {
    if (api === undefined || history === '') return undefined
    const query = new URLSearchParams({ start: compact(from), end: compact(to), type: 'all' })
    return {
      method: 'GET',
      url: `${api.replace(/\/+$/, '')}/crmapi/v1/history/json?${query.toString()}`,
      headers: { 'x-api-key': history },
    }
  },
  read: ({ status, text }) => {
    const usual = usualRead(status, text)
    if (usual !== undefined) return usual
    try {
      const all = JSON.parse(text) as unknown
      if (Array.isArray(all)) return { kind: 'calls', calls: (all as readonly unknown[]).flatMap(callIn) }
    } catch {
      // It is no list, either.
    }
    return { kind: 'refused', why: 'The exchange answered with no list of calls.', seconds: refusedSeconds }
  },
}

/** `20261201T070000Z`. */
function compact(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

const failed: ReadonlySet<string> = new Set(['notallowed', 'notfound'])

function callIn(one: unknown): readonly CallFact[] {
  const call = said(part(one, 'uid'))
  const startedAt = startIn(said(part(one, 'start')) ?? '')
  if (call === undefined || startedAt === undefined) return []
  const status = (said(part(one, 'status')) ?? '').toLowerCase()
  const isAnswered = status === 'success'
  const [waited, talked] = [count(part(one, 'wait')) ?? 0, count(part(one, 'duration')) ?? 0]
  const [who, link] = [said(part(one, 'user')) ?? said(part(one, 'ext')), said(part(one, 'record'))]
  return [
    known<CallFact>({
      kind: 'call',
      call,
      direction: said(part(one, 'type')) === 'out' ? 'out' : 'in',
      client: said(part(one, 'client')) ?? said(part(one, 'phone')) ?? '',
      line: said(part(one, 'diversion')),
      startedAt,
      answeredAt: isAnswered ? later(startedAt, waited) : undefined,
      endedAt: later(startedAt, waited + talked),
      talkSeconds: isAnswered ? talked : undefined,
      result: isAnswered ? 'answered' : failed.has(status) ? 'failed' : 'missed',
      by: who,
      last: 'whole',
      recordings: link === undefined ? undefined : [link],
    }),
  ]
}

/** As in notices, or with punctuation; both in UTC. */
function startIn(text: string): string | undefined {
  return instantOfText(text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'))
}
