import type { PageSpec } from '#pages/page.tsx'
import { apiOperationPage, apiPage } from './api-page'

/** The pages about the interface for programs. */
export const pages: readonly PageSpec[] = [apiPage, apiOperationPage]
