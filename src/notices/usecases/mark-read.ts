import { noticeRefusal } from '#notices/words/notice-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { MarkAllRead, MarkRead, Notice } from '#schemas/notice'
import { ownInbox } from './read-inbox'

type Needs = Pick<Ports, 'clock' | 'notices'>

/** The most notices that one call marks; whoever has more asks again. */
export const mostMarkedAtOnce = 1000
const sideBySide = 25

/** Marks one notice of the caller’s inbox as read, or as unread again. Marked before, it stays as it is. */
export async function markRead(
  { clock, notices }: Needs,
  caller: Caller,
  id: string,
  { read = true }: MarkRead,
): Promise<Notice> {
  const employee = ownInbox(caller)
  const isThere = await notices.markRead(employee, id, read ? clock.now() : null)
  const notice = isThere ? await notices.find(employee, id) : undefined
  if (notice === undefined) throw noticeRefusal('notice_unknown', { id })
  return notice
}

/** Marks everything in the caller’s inbox as read, up to an instant where one is given; says how many there were. */
export async function markAllRead(
  { clock, notices }: Needs,
  caller: Caller,
  { until }: MarkAllRead,
): Promise<{ readonly marked: number }> {
  const employee = ownInbox(caller)
  const last = until === undefined ? undefined : new Date(until).toISOString()
  const ids = await notices.unread(employee, mostMarkedAtOnce, last)
  await markEach({ clock, notices }, employee, ids)
  return { marked: ids.length }
}

/** Marks notices of somebody as read, a few side by side. */
export async function markEach({ clock, notices }: Needs, employee: string, ids: readonly string[]): Promise<void> {
  const now = clock.now()
  for (let first = 0; first < ids.length; first += sideBySide) {
    // oxlint-disable-next-line no-await-in-loop -- so many at once and no more
    await Promise.all(ids.slice(first, first + sideBySide).map((id) => notices.markRead(employee, id, now)))
  }
}
