import { noticeRefusal } from '#notices/words/notice-refusal'
import { createHash, randomBytes } from 'node:crypto'

import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { CalendarFeed, ShareCalendar } from '#schemas/notice'
import type { Task } from '#schemas/task'
import { filledTasks } from '#usecases/tasks/filled-tasks'
import { ownInbox } from './read-inbox'

/** The most tasks a calendar shows, the next due first. */
const mostTasks = 500

/** A task in the calendar with the deal it is of. */
export type CalendarTask = { readonly task: Task; readonly title: string }

/** Says whether the caller’s tasks can be read as a calendar. */
export async function readCalendarFeed({ notices }: Pick<Ports, 'notices'>, caller: Caller): Promise<CalendarFeed> {
  const feed = await notices.feedOf(ownInbox(caller))
  return feed === undefined ? { shared: false } : { shared: true, since: feed.since }
}

/** Makes a new secret address for the caller’s tasks, which ends the one before, or takes it away. It is told this once. */
export async function shareCalendar(
  { clock, notices }: Pick<Ports, 'clock' | 'notices'>,
  caller: Caller,
  { shared }: ShareCalendar,
): Promise<CalendarFeed> {
  const employee = ownInbox(caller)
  if (!shared) {
    await notices.saveFeed(employee, undefined)
    return { shared }
  }
  const token = randomBytes(32).toString('base64url')
  const since = clock.now()
  await notices.saveFeed(employee, { hash: hashOf(token), since })
  return { shared, since, path: `/calendar/${token}.ics` }
}

/** The open dated tasks behind a secret address, the next due first. Any address that is not good refuses alike. */
export async function readSharedTasks(
  ports: Pick<Ports, 'notices' | 'people' | 'deals' | 'gateFacts' | 'rules'>,
  file: string,
): Promise<{ readonly name: string; readonly tasks: readonly CalendarTask[] }> {
  const { notices, people, deals } = ports
  const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
  const id = token === undefined ? undefined : await notices.employeeOfFeed(hashOf(token))
  const employee = id === undefined ? undefined : (await people.load()).employees[id]
  if (employee?.active !== true) {
    throw noticeRefusal('feed_unknown')
  }
  const { items } = await deals.openTasks({ responsible: employee.id, to: '9999', limit: mostTasks })
  const found = await dealsOf(deals, items)
  const titles = new Map(found.map((deal) => [deal.id, deal.title]))
  const filled = await filledTasks(ports, items, found)
  return { name: employee.name, tasks: filled.map((task) => ({ task, title: titles.get(task.dealId) ?? '' })) }
}

function dealsOf(deals: Ports['deals'], tasks: readonly Task[]): Promise<readonly Deal[]> {
  const ids = [...new Set(tasks.map(({ dealId }) => dealId))]
  return ids.length === 0 ? Promise.resolve([]) : deals.findMany(ids)
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
