import type { PageSpec } from '#pages/page.tsx'
import { automationPage } from './automation-page'

/** The page on which rules of the automation are stopped. */
export const pages: readonly PageSpec[] = [automationPage]
