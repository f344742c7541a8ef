import type { PageSpec } from '#pages/page.tsx'
import { firstDealPage, firstPeoplePage, firstStartPage } from './first-start-pages'
import { handoverPage } from './handover-page'
import { leavingPage } from './leaving-page'
import { myDayPage } from './my-day-page'
import { personDayPage } from './person-day-page'
import { teamPage } from './team-page'
import { weekPage } from './week-page'

/** The page somebody's day begins with, that of a team, and those a company begins with. */
export const pages: readonly PageSpec[] = [
  myDayPage,
  weekPage,
  teamPage,
  personDayPage,
  firstStartPage,
  firstPeoplePage,
  firstDealPage,
  handoverPage,
  leavingPage,
]
