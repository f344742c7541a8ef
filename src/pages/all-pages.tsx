import { myDayPage } from './my-day-page'
import { inboxPage } from './inbox-page'
import type { PageSpec, PieceSpec } from './page'
import { playbookHomePage, playbookPartPage } from './playbook-page'
import { completeTaskPiece } from './complete-task-piece'

/** Every page, in any order. */
export const allPages: readonly PageSpec[] = [myDayPage, inboxPage, playbookHomePage, playbookPartPage]

/** Every piece that scripts ask for. */
export const allPieces: readonly PieceSpec[] = [completeTaskPiece]
