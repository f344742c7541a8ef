import { readingPage } from './reading-page'
import type { PageSpec } from '#pages/page.tsx'
import { clientListPage } from './client-list-page'
import { clientPage } from './client-page'
import { duplicatesPage } from './duplicates-page'

/** The list of clients, a client’s card, and cards that may be one client. */
export const pages: readonly PageSpec[] = [readingPage, clientListPage, clientPage, duplicatesPage]
