import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about notices. */
export const described = {
  chapter: 60,
  operations: {
    readInbox: {
      tag: 'Notifications',
      summary: 'A page of my inbox, the newest first',
      description: 'In the language of my settings. Notices are kept for half a year.',
      refusals: ['employee_unknown', 'rules_unknown'],
    },
    markRead: {
      tag: 'Notifications',
      summary: 'Mark a notice as read, or as unread again',
      refusals: ['employee_unknown', 'notice_unknown'],
    },
    markAllRead: {
      tag: 'Notifications',
      summary: 'Mark everything in my inbox as read',
      description: 'At most 1,000 at once: whoever has more asks again.',
      refusals: ['employee_unknown'],
    },
    readNotificationSettings: {
      tag: 'Notifications',
      summary: 'How I am told',
      refusals: ['employee_unknown'],
    },
    saveNotificationSettings: {
      tag: 'Notifications',
      summary: 'Say how I want to be told',
      description: 'The inbox has everything, whatever is chosen here.',
      refusals: ['employee_unknown', 'field_value'],
    },
    readDeliveries: {
      tag: 'Notifications',
      summary: 'What is on its way to me on other channels, and what became of it',
      description: 'What could not be delivered for a day is given up, with the reason.',
      refusals: ['employee_unknown'],
    },
    readCalendarFeed: {
      tag: 'Notifications',
      summary: 'Whether my tasks can be read as a calendar',
      refusals: ['employee_unknown'],
    },
    shareCalendar: {
      tag: 'Notifications',
      summary: 'Make a secret address for a calendar of my tasks, or take it away',
      description: 'A new address ends the one before. It is told this once: only its hash is kept.',
      refusals: ['employee_unknown'],
    },
    readCalendar: {
      tag: 'Notifications',
      summary: 'Somebody’s open dated tasks as an iCalendar file',
      description: 'For calendar programs: the secret in the address is all they need.',
      refusals: ['feed_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
