import type { PageSpec } from '#pages/page.tsx'
import { myDayPage } from './my-day-page'

/** The page somebody's day begins with. */
export const pages: readonly PageSpec[] = [myDayPage]
