import { apiOperationPage, apiPage } from '#pages/api/api-page.tsx'
import { boardPage, boardStartPage } from '#pages/deals/board-page.tsx'
import { completeTaskPiece } from '#pages/tasks/complete-task-piece.tsx'
import { dealPage } from '#pages/deals/deal-page.tsx'
import { dealPieces } from '#pages/deals/deal-pieces.tsx'
import { editorPage } from '#release/pages/editor-page.tsx'
import { inboxPage } from '#notices/pages/inbox-page.tsx'
import { movePiece } from '#pages/deals/move-piece.tsx'
import { myDayPage } from '#workday/pages/my-day-page.tsx'
import { newDealPiece } from '#pages/deals/new-deal-piece.tsx'
import type { PageSpec, PieceSpec } from '#pages/page.tsx'
import { planPage } from '#pages/plan/plan-page.tsx'
import { playbookHomePage, playbookPartPage } from '#pages/workshop/playbook-page.tsx'
import { reportItemsPage } from '#reports/pages/report-items-page.tsx'
import { reportPage } from '#reports/pages/report-page.tsx'
import { reportsPage } from '#reports/pages/reports-page.tsx'
import { targetsPage } from '#pages/plan/targets-page.tsx'
import { taskPieces } from '#pages/tasks/task-pieces.tsx'

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
