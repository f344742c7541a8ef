import { myDayPage } from './my-day-page'
import { inboxPage } from './inbox-page'
import type { PageSpec, PieceSpec } from './page'
import { completeTaskPiece } from './complete-task-piece'
import { planPage } from './plan-page'
import { playbookHomePage, playbookPartPage } from './playbook-page'
import { reportItemsPage } from './report-items-page'
import { reportPage } from './report-page'
import { reportsPage } from './reports-page'
import { targetsPage } from './targets-page'

/** Every page, in any order. */
export const allPages: readonly PageSpec[] = [
  myDayPage,
  inboxPage,
  planPage,
  targetsPage,
  reportsPage,
  reportPage,
  reportItemsPage,
]

/** Every piece that scripts ask for. */
export const allPieces: readonly PieceSpec[] = [completeTaskPiece]
