import { apiOperationPage, apiPage } from './api-page'
import { boardPage, boardStartPage } from './board-page'
import { completeTaskPiece } from './complete-task-piece'
import { dealPage } from './deal-page'
import { dealPieces } from './deal-pieces'
import { editorPage } from './editor-page'
import { inboxPage } from './inbox-page'
import { movePiece } from './move-piece'
import { myDayPage } from './my-day-page'
import { newDealPiece } from './new-deal-piece'
import type { PageSpec, PieceSpec } from './page'
import { planPage } from './plan-page'
import { playbookHomePage, playbookPartPage } from './playbook-page'
import { reportItemsPage } from './report-items-page'
import { reportPage } from './report-page'
import { reportsPage } from './reports-page'
import { targetsPage } from './targets-page'
import { taskPieces } from './task-pieces'

/** Every page, in any order. */
export const allPages: readonly PageSpec[] = [
  myDayPage,
  editorPage,
  boardStartPage,
  boardPage,
  dealPage,
  inboxPage,
  planPage,
  targetsPage,
  reportsPage,
  reportPage,
  reportItemsPage,
  playbookHomePage,
  playbookPartPage,
  apiPage,
  apiOperationPage,
]

/** Every piece that scripts ask for. */
export const allPieces: readonly PieceSpec[] = [
  completeTaskPiece,
  movePiece,
  newDealPiece,
  ...dealPieces,
  ...taskPieces,
]
