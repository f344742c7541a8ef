import type { PageSpec } from '#pages/page.tsx'
import { companyPage } from './company-page'

/** The page about the company. */
export const pages: readonly PageSpec[] = [companyPage]
