import { workingSecondsBetween } from '#domain/time/calendar'
import type { KeptSession } from '#schemas/exchange/kept-exchange'
import type { ExchangeLamp } from '#schemas/exchange/exchange'
import type { Calendar } from '#schemas/model'

/** So long in working time no session may fail to end well. */
const longestSeconds = 8 * 3_600

/** How an exchange stands by its sessions, the newest first, and when it last ended well. */
export function lampOf(
  sessions: readonly Pick<KeptSession, 'state' | 'lastAt'>[],
  now: string,
  calendar: Calendar,
): { readonly lamp: ExchangeLamp; readonly lastSuccessAt?: string } {
  const last = sessions.find(({ state }) => state === 'done')?.lastAt
  const ended = sessions.find(({ state }) => state !== 'open')
  if (last === undefined) return { lamp: ended === undefined ? 'never' : 'fails' }
  if (workingSecondsBetween(calendar, last, now) >= longestSeconds) return { lamp: 'silent', lastSuccessAt: last }
  return { lamp: ended?.state === 'failed' ? 'fails' : 'works', lastSuccessAt: last }
}
