import { readingPage } from './reading-page'
import type { PageSpec } from '#pages/page.tsx'
import { clientListPage } from './client-list-page'
import { clientPage } from './client-page'
import { duplicatesPage } from './duplicates-page'
import { personalDataPage } from './personal-data-page'

/** The list of clients, a client’s card, cards that may be one client, and what clients ask about their data. */
export const pages: readonly PageSpec[] = [readingPage, clientListPage, clientPage, duplicatesPage, personalDataPage]
