import type { PageSpec } from '#pages/page.tsx'
import { exchangePage } from './exchange-page'

/** The pages of the exchange with 1C. */
export const pages: readonly PageSpec[] = [exchangePage]
