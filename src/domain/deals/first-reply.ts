import { workingSecondsBetween } from '#domain/time/calendar'
import { msOf } from '#domain/time/zone'
import type { Deal, FirstReply } from '#schemas/deal'
import type { Calendar } from '#schemas/model'

/** Who answered, when and how. */
export type Reply = { readonly at: string; readonly by: string; readonly channel?: string }

/**
 * The first reply to a new deal: how long the client waited, in the company's working time and by the clock on the wall,
 * and whether that was in time. A reply that nobody promised is in time.
 */
export function firstReplyOf(
  deal: Pick<Deal, 'askedAt' | 'createdAt' | 'firstReplyDueAt'>,
  { at, by, channel }: Reply,
  calendar: Calendar,
): FirstReply {
  const due = deal.firstReplyDueAt ?? null
  const asked = deal.askedAt ?? deal.createdAt
  return {
    at,
    by,
    workingSeconds: Math.floor(workingSecondsBetween(calendar, asked, at)),
    wallSeconds: Math.max(0, Math.floor((msOf(at) - msOf(asked)) / 1000)),
    isInTime: due === null || at <= due,
    ...(channel === undefined ? {} : { channel }),
  }
}

/** Whether a client still waits for the first reply that was promised. */
export function isReplyAwaited(deal: Pick<Deal, 'firstReply' | 'firstReplyDueAt'>): boolean {
  return deal.firstReply === undefined && (deal.firstReplyDueAt ?? null) !== null
}
