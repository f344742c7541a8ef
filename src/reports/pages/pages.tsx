import type { PageSpec } from '#pages/page.tsx'
import { dealTablePage } from './deal-table/deal-table-page'
import { exportsPage } from './exports-page'
import { reportItemsPage } from './report-items-page'
import { reportPage } from './report-page'
import { reportsPage } from './reports-page'

/** The pages of reports. */
export const pages: readonly PageSpec[] = [dealTablePage, exportsPage, reportsPage, reportPage, reportItemsPage]
