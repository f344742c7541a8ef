import type { PageSpec } from '#pages/page.tsx'
import { firstDealPage, firstPeoplePage, firstStartPage } from './first-start-pages'
import { myDayPage } from './my-day-page'

/** The page somebody's day begins with, and those a company begins with. */
export const pages: readonly PageSpec[] = [myDayPage, firstStartPage, firstPeoplePage, firstDealPage]
