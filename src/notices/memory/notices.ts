import { deliveryShards, type KeptDelivery, type NoticeStore, type Telling } from '#ports/notices'
import type { Delivery, Notice, NotificationSettings } from '#schemas/notice'
import { isOver } from '#memory/is-over'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'

/** How many deliveries of a shard are looked at in one go; the rest has its turn at the next. */
const mostDue = 1000

type Inboxes = {
  readonly notices: Shelf<Notice>
  readonly unread: Shelf<string>
  readonly deliveries: Shelf<KeptDelivery>
  readonly waiting: Shelf<{ readonly employee: string; readonly id: string }>
  readonly once: Set<string>
}

/** Inboxes, what is on its way to people, and how they want to be told. */
export function memoryNotices(): NoticeStore {
  const all: Inboxes = {
    notices: shelf(),
    unread: shelf(),
    deliveries: shelf(),
    waiting: shelf(),
    once: new Set(),
  }
  const { notices, unread, deliveries, waiting } = all
  return {
    tell: async (telling) => tell(all, telling),
    inbox: async (employee, page) => notices.page(employee, { newestFirst: true, ...page }),
    find: async (employee, id) => notices.get(employee, id),
    unread: async (employee, limit, until) => {
      const span = until === undefined ? {} : { to: `${until.replaceAll(/\D/g, '')}~` }
      return unread.page(employee, { ...span, limit }).items
    },
    markRead: async (employee, id, readAt) => markRead(all, { employee, id, readAt }),
    dueDeliveries: async (channel, shard, until) =>
      waiting.page(`${channel}#${shard}`, { to: `${until}~`, limit: mostDue }).items,
    findDeliveries: async (wanted) => wanted.flatMap(({ employee, id }) => deliveries.get(employee, id) ?? []),
    changeDeliveries: async (changed) => {
      // Two senders may have seen it due at the same moment: one of them takes it.
      const isSame = changed.every(({ employee, id, rev }) => deliveries.get(employee, id)?.rev === rev - 1)
      if (isSame) for (const one of changed) putDelivery(all, one)
      return isSame
    },
    deliveries: async (employee, page) => {
      const found = deliveries.page(employee, { newestFirst: true, ...page })
      return { ...found, items: found.items.map(shownDelivery) }
    },
    ...remarks(),
    ...feeds(),
  }
}

/** All or nothing: whoever tells the same again writes nothing at all. */
function tell(all: Inboxes, { employee, notice, deliveries, once }: Telling): boolean {
  const mark = once === undefined ? undefined : `${employee}#${once}`
  const isTold =
    all.notices.get(employee, notice.id) !== undefined ||
    deliveries.some(({ id }) => all.deliveries.get(employee, id) !== undefined) ||
    (mark !== undefined && all.once.has(mark))
  if (isTold) return false
  all.notices.put(employee, notice.id, kept(notice))
  all.unread.put(employee, notice.id, notice.id)
  for (const one of deliveries) putDelivery(all, one)
  if (mark !== undefined) all.once.add(mark)
  return true
}

function markRead(
  { notices, unread }: Inboxes,
  { employee, id, readAt }: { readonly employee: string; readonly id: string; readonly readAt: string | null },
): boolean {
  const found = notices.get(employee, id)
  if (found === undefined) return false
  const { readAt: before, ...notice } = found
  if (readAt === null) {
    notices.put(employee, id, kept(notice))
    unread.put(employee, id, id)
    return true
  }
  // Whoever reads it first says when it was read.
  notices.put(employee, id, kept({ ...notice, readAt: before ?? readAt }))
  unread.take(employee, id)
  return true
}

function putDelivery({ deliveries, waiting }: Inboxes, given: KeptDelivery): void {
  const delivery = kept(given)
  const { employee, id } = delivery
  const was = deliveries.get(employee, id)
  const [before, now] = [was === undefined ? undefined : waitOf(was), waitOf(delivery)]
  if (before !== undefined) waiting.take(before.list, before.key)
  if (now !== undefined) waiting.put(now.list, now.key, { employee, id })
  deliveries.put(employee, id, delivery)
}

/** Only what is still to be sent is in the list of what waits: what is left there is work. */
function waitOf({ employee, id, channel, state, nextAt }: KeptDelivery) {
  if (state !== 'waiting' || nextAt === undefined) return undefined
  let sum = 0
  for (const char of employee) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003
  return { list: `${channel}#${sum % deliveryShards}`, key: `${nextAt}#${id}` }
}

function shownDelivery({ employee: _e, notice: _n, urgent: _u, rev: _r, ...delivery }: KeptDelivery): Delivery {
  return delivery
}

function remarks(): Pick<
  NoticeStore,
  'settings' | 'saveSettings' | 'lastSent' | 'saveLastSent' | 'lookedUntil' | 'saveLookedUntil'
> {
  const settings = new Map<string, NotificationSettings>()
  const instants = new Map<string, string>()
  /** An instant that only ever goes on: whoever comes late with an older one changes nothing. */
  const putNewer = (name: string, at: string): void => {
    if ((instants.get(name) ?? '') < at) instants.set(name, at)
  }
  return {
    settings: async (employee) => settings.get(employee),
    saveSettings: async (employee, next, over) => {
      const there = settings.get(employee)
      if (there !== undefined && !isOver(there, over)) return false
      settings.set(employee, kept(next))
      return true
    },
    lastSent: async (employee, channel) => instants.get(`sent#${employee}#${channel}`),
    saveLastSent: async (employee, channel, at) => putNewer(`sent#${employee}#${channel}`, at),
    lookedUntil: async (schedule) => instants.get(`looked#${schedule}`),
    saveLookedUntil: async (schedule, at) => putNewer(`looked#${schedule}`, at),
  }
}

function feeds(): Pick<NoticeStore, 'feedOf' | 'saveFeed' | 'employeeOfFeed'> {
  const byEmployee = new Map<string, { readonly hash: string; readonly since: string }>()
  return {
    feedOf: async (employee) => byEmployee.get(employee),
    saveFeed: async (employee, feed) => {
      if (feed === undefined) byEmployee.delete(employee)
      else byEmployee.set(employee, kept(feed))
    },
    employeeOfFeed: async (hash) => [...byEmployee].find(([, feed]) => feed.hash === hash)?.[0],
  }
}
