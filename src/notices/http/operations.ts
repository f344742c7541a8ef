import { operation, type Operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about notifications: everybody about their own, nobody about another’s. */
export const notificationOperations: readonly Operation[] = [
  operation({
    id: 'readInbox',
    method: 'GET',
    path: '/inbox',
    tag: 'Notifications',
    summary: 'A page of my inbox, the newest first',
    description: 'In the language of my settings. Notices are kept for half a year.',
    right: 'signed_in',
    query: 'PageQuery',
    answer: 'InboxPage',
    paged: true,
    refusals: ['employee_unknown', 'rules_unknown'],
    run: async ({ ports, caller, people, page }) =>
      (await import('#notices/usecases/read-inbox')).readInbox(ports, { caller, people }, page),
  }),
  operation({
    id: 'markRead',
    method: 'POST',
    path: '/inbox/{notice}/read',
    tag: 'Notifications',
    summary: 'Mark a notice as read, or as unread again',
    right: 'signed_in',
    body: 'MarkRead',
    answer: 'Notice',
    refusals: ['employee_unknown', 'notice_unknown'],
    run: async ({ ports, caller, params, body }) =>
      (await import('#notices/usecases/mark-read')).markRead(ports, caller, params.notice, body),
  }),
  operation({
    id: 'markAllRead',
    method: 'POST',
    path: '/inbox/read-all',
    tag: 'Notifications',
    summary: 'Mark everything in my inbox as read',
    description: 'At most 1,000 at once: whoever has more asks again.',
    right: 'signed_in',
    body: 'MarkAllRead',
    answer: 'MarkedRead',
    refusals: ['employee_unknown'],
    run: async ({ ports, caller, body }) =>
      (await import('#notices/usecases/mark-read')).markAllRead(ports, caller, body),
  }),
  operation({
    id: 'readNotificationSettings',
    method: 'GET',
    path: '/me/notifications',
    tag: 'Notifications',
    summary: 'How I am told',
    right: 'signed_in',
    answer: 'NotificationSettings',
    refusals: ['employee_unknown'],
    run: async ({ ports, caller }) =>
      (await import('#notices/usecases/notification-settings')).readNotificationSettings(ports, caller),
  }),
  operation({
    id: 'saveNotificationSettings',
    method: 'PUT',
    path: '/me/notifications',
    tag: 'Notifications',
    summary: 'Say how I want to be told',
    description: 'The inbox has everything, whatever is chosen here.',
    right: 'signed_in',
    body: 'NotificationSettings',
    answer: 'NotificationSettings',
    refusals: ['employee_unknown', 'field_value'],
    run: async ({ ports, caller, people, body }) =>
      (await import('#notices/usecases/notification-settings')).saveNotificationSettings(
        ports,
        { caller, people },
        body,
      ),
  }),
  operation({
    id: 'readDeliveries',
    method: 'GET',
    path: '/me/deliveries',
    tag: 'Notifications',
    summary: 'What is on its way to me on other channels, and what became of it',
    description: 'What could not be delivered for a day is given up, with the reason.',
    right: 'signed_in',
    query: 'PageQuery',
    answer: 'DeliveryPage',
    paged: true,
    refusals: ['employee_unknown'],
    run: async ({ ports, caller, page }) =>
      (await import('#notices/usecases/notification-settings')).readDeliveries(ports, caller, page),
  }),
  operation({
    id: 'readCalendarFeed',
    method: 'GET',
    path: '/me/calendar',
    tag: 'Notifications',
    summary: 'Whether my tasks can be read as a calendar',
    right: 'signed_in',
    answer: 'CalendarFeed',
    refusals: ['employee_unknown'],
    run: async ({ ports, caller }) =>
      (await import('#notices/usecases/share-calendar')).readCalendarFeed(ports, caller),
  }),
  operation({
    id: 'shareCalendar',
    method: 'PUT',
    path: '/me/calendar',
    tag: 'Notifications',
    summary: 'Make a secret address for a calendar of my tasks, or take it away',
    description: 'A new address ends the one before. It is told this once: only its hash is kept.',
    right: 'signed_in',
    body: 'ShareCalendar',
    answer: 'CalendarFeed',
    refusals: ['employee_unknown'],
    run: async ({ ports, caller, body }) =>
      (await import('#notices/usecases/share-calendar')).shareCalendar(ports, caller, body),
  }),
  operation({
    id: 'readCalendar',
    method: 'GET',
    path: '/calendar/{file}',
    tag: 'Notifications',
    summary: 'Somebody’s open dated tasks as an iCalendar file',
    description: 'For calendar programs: the secret in the address is all they need.',
    right: 'public',
    answer: 'CalendarFile',
    media: 'text/calendar; charset=utf-8',
    refusals: ['feed_unknown'],
    run: async ({ ports, params }) => {
      const shared = await (await import('#notices/usecases/share-calendar')).readSharedTasks(ports, params.file)
      const { calendarFile } = await import('./calendar-file')
      return { text: calendarFile(shared, ports.clock.now()) }
    },
  }),
]
