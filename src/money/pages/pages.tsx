import type { PageSpec } from '#pages/page.tsx'
import { paymentsPage } from './payments-page'

/** The page of payments. */
export const pages: readonly PageSpec[] = [paymentsPage]
