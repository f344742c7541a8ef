import { operation } from '#http/operation'

// What they do is loaded when it is asked for: a start of the API should not pay for everything there is.
/** What may be asked about notifications: everybody about their own, nobody about another’s. */
export const operations = [
  operation({
    id: 'readInbox',
    method: 'GET',
    path: '/inbox',
    right: 'signed_in',
    query: 'PageQuery',
    answer: 'InboxPage',
    paged: true,
    run: async ({ ports, caller, people, page }) =>
      (await import('#notices/usecases/read-inbox')).readInbox(ports, { caller, people }, page),
  }),
  operation({
    id: 'markRead',
    method: 'POST',
    path: '/inbox/{notice}/read',
    right: 'signed_in',
    body: 'MarkRead',
    answer: 'Notice',
    run: async ({ ports, caller, params, body }) =>
      (await import('#notices/usecases/mark-read')).markRead(ports, caller, params.notice, body),
  }),
  operation({
    id: 'markAllRead',
    method: 'POST',
    path: '/inbox/read-all',
    right: 'signed_in',
    body: 'MarkAllRead',
    answer: 'MarkedRead',
    run: async ({ ports, caller, body }) =>
      (await import('#notices/usecases/mark-read')).markAllRead(ports, caller, body),
  }),
  operation({
    id: 'readNotificationSettings',
    method: 'GET',
    path: '/me/notifications',
    right: 'signed_in',
    answer: 'NotificationSettings',
    tagged: true,
    run: async ({ ports, caller }) =>
      (await import('#notices/usecases/notification-settings')).readNotificationSettings(ports, caller),
  }),
  operation({
    id: 'saveNotificationSettings',
    method: 'PUT',
    path: '/me/notifications',
    right: 'signed_in',
    body: 'NotificationSettings',
    answer: 'NotificationSettings',
    tagged: true,
    current: async ({ ports, caller }) =>
      (await import('#notices/usecases/notification-settings')).readNotificationSettings(ports, caller),
    run: async ({ ports, caller, people, body, seen }) =>
      (await import('#notices/usecases/notification-settings')).saveNotificationSettings(
        ports,
        { caller, people },
        body,
        seen,
      ),
  }),
  operation({
    id: 'readDeliveries',
    method: 'GET',
    path: '/me/deliveries',
    right: 'signed_in',
    query: 'PageQuery',
    answer: 'DeliveryPage',
    paged: true,
    run: async ({ ports, caller, page }) =>
      (await import('#notices/usecases/notification-settings')).readDeliveries(ports, caller, page),
  }),
  operation({
    id: 'readCalendarFeed',
    method: 'GET',
    path: '/me/calendar',
    right: 'signed_in',
    answer: 'CalendarFeed',
    run: async ({ ports, caller }) =>
      (await import('#notices/usecases/share-calendar')).readCalendarFeed(ports, caller),
  }),
  operation({
    id: 'shareCalendar',
    method: 'PUT',
    path: '/me/calendar',
    right: 'signed_in',
    body: 'ShareCalendar',
    answer: 'CalendarFeed',
    run: async ({ ports, caller, body }) =>
      (await import('#notices/usecases/share-calendar')).shareCalendar(ports, caller, body),
  }),
  operation({
    id: 'readCalendar',
    method: 'GET',
    path: '/calendar/{file}',
    right: 'public',
    answer: 'CalendarFile',
    media: 'text/calendar; charset=utf-8',
    run: async ({ ports, params }) => {
      const shared = await (await import('#notices/usecases/share-calendar')).readSharedTasks(ports, params.file)
      const { calendarFile } = await import('./calendar-file')
      return { text: calendarFile(shared, ports.clock.now()) }
    },
  }),
] as const
