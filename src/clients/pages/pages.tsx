import type { PageSpec } from '#pages/page.tsx'
import { clientListPage } from './client-list-page'
import { clientPage } from './client-page'

/** The list of clients, and a client’s card. */
export const pages: readonly PageSpec[] = [clientListPage, clientPage]
