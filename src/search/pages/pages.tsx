import type { PageSpec } from '#pages/page.tsx'
import { searchPage } from './search-page'

/** The page of everything that was found. */
export const pages: readonly PageSpec[] = [searchPage]
