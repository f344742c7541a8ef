import type { CalendarFeed, Delivery, InboxItem, Notice, NotificationSettings } from '#schemas/notice'

import { anna, dealId, task, taskId } from '#http/example-things'

const at = '2026-11-24T15:05:00.000Z'

const overdue: Notice = {
  id: '20261124150500000-0f3k2m9q1zc2v8b4n6m1s5',
  kind: 'task_overdue',
  at,
  event: `${dealId}:7~overdue-${taskId}`,
  deal: { id: dealId, title: 'Coffee machines for Aurora' },
  task: { id: taskId, do: task.do, dueAt: task.dueAt },
  since: '2026-11-24T15:00:00.000Z',
}

const item: InboxItem = {
  notice: overdue,
  title: 'Overdue: Send the general offer',
  text: 'Deal: Coffee machines for Aurora.\nDue: 24 Nov 2026, 18:00.',
}

/** An inbox with one thing in it. */
export const inbox: { readonly items: readonly [InboxItem]; readonly unread: number } = { items: [item], unread: 1 }

export const notificationSettings: NotificationSettings = {
  language: 'ru',
  email: true,
  telegram: '123456789',
  webhook: null,
  digest: true,
  quiet: true,
  myDay: true,
}

export const deliveries: readonly Delivery[] = [
  {
    id: `${overdue.id}#email`,
    channel: 'email',
    state: 'sent',
    createdAt: at,
    attempts: 1,
    sentAt: '2026-11-24T15:06:00.000Z',
    message: 'norma-1x8c0v2b7n4m9k3j5h6g0f',
  },
]

/** A feed that was shared just now: only this answer ever shows its path. */
export const calendarFeed = {
  shared: true,
  since: at,
  path: `/calendar/${anna.id.replaceAll('.', '-').padEnd(43, 'x')}.ics`,
} satisfies CalendarFeed
