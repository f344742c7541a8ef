import type { PageSpec } from '#pages/page.tsx'
import { reportItemsPage } from './report-items-page'
import { reportPage } from './report-page'
import { reportsPage } from './reports-page'

/** The pages of reports. */
export const pages: readonly PageSpec[] = [reportsPage, reportPage, reportItemsPage]
