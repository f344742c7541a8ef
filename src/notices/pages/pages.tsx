import type { PageSpec } from '#pages/page.tsx'
import { inboxPage } from './inbox-page'
import { notificationsPage } from './notifications-page'

/** The pages of one's notices, and of how one is told. */
export const pages: readonly PageSpec[] = [inboxPage, notificationsPage]
