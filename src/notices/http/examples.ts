import type { ExamplesOf } from '#http/described'
import { calendarFeed, deliveries, inbox, notificationSettings } from './example-notices'
import type { operations } from './operations'

/** An example of every operation on notices; only the description of the interface shows them. */
export const examples = {
  readInbox: { query: { limit: 20 }, answer: inbox },
  markRead: { params: { notice: inbox.items[0].notice.id }, body: { read: true }, answer: inbox.items[0].notice },
  markAllRead: { body: { until: '2026-11-24T15:05:00.000Z' }, answer: { marked: 3 } },
  readNotificationSettings: { answer: notificationSettings },
  saveNotificationSettings: { body: notificationSettings, answer: notificationSettings },
  readDeliveries: { query: { limit: 20 }, answer: { items: deliveries } },
  readCalendarFeed: { answer: { shared: true, since: calendarFeed.since } },
  shareCalendar: { body: { shared: true }, answer: calendarFeed },
  readCalendar: {
    params: { file: calendarFeed.path.slice('/calendar/'.length) },
    answer: { text: 'BEGIN:VCALENDAR' },
  },
} as const satisfies ExamplesOf<typeof operations>
