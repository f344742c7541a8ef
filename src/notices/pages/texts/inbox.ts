import { texts } from '#pages/texts/in-both'

/** The words of the inbox. */
export const inboxTexts = texts({
  en: {
    notices: 'Notifications',
    noNotices: 'Nothing new.',
    all: 'All notifications',
    markRead: 'Mark all as read',
    markedRead: 'All read',
    unread: 'unread',
    how: 'Notification settings',
  },
  ru: {
    notices: 'Уведомления',
    noNotices: 'Ничего нового.',
    all: 'Все уведомления',
    markRead: 'Отметить всё прочитанным',
    markedRead: 'Всё прочитано',
    unread: 'не прочитано',
    how: 'Как уведомлять',
  },
})
