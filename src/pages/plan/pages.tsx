import type { PageSpec } from '#pages/page.tsx'
import { planPage } from './plan-page'
import { targetsPage } from './targets-page'

/** The pages of the plan. */
export const pages: readonly PageSpec[] = [planPage, targetsPage]
