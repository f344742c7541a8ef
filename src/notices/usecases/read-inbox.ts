import { noticeRefusal } from '#notices/words/notice-refusal'
import { calendarOf } from '#domain/people/quiet'
import { rulesLanguage } from '#domain/rules/rules-language'
import { sayNotice } from '#domain/kernel/texts/say-notice'
import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { InboxItem } from '#schemas/notice'

/** Unread notices are counted up to here. */
const mostUnread = 100

/** A page of the caller’s own inbox in their language, the newest first, with how much of it is unread. */
export async function readInbox(
  { notices, rules }: Pick<Ports, 'notices' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<InboxItem> & { items: InboxItem[]; unread: number }> {
  const employee = ownInbox(caller)
  const [found, unread, settings, { model }] = await Promise.all([
    notices.inbox(employee, page),
    notices.unread(employee, mostUnread),
    notices.settings(employee),
    rules.current(),
  ])
  const { timezone } = calendarOf(people.employees[employee] ?? {}, model)
  const language = settings?.language ?? rulesLanguage(model)
  const items = found.items.map((notice) => ({ notice, ...sayNotice(notice, language, timezone) }))
  return { ...found, items, unread: unread.length }
}

/** The employee whose inbox a caller may look into: their own and no other. */
export function ownInbox({ employee, actor }: Caller): string {
  if (employee !== null) return employee
  throw noticeRefusal('employee_unknown.inbox', { id: actor.id })
}
