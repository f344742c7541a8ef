import { editorPage } from './editor-page'
import { myDayPage } from './my-day-page'
import { inboxPage } from './inbox-page'
import type { PageSpec, PieceSpec } from './page'
import { completeTaskPiece } from './complete-task-piece'

/** Every page, in any order. */
export const allPages: readonly PageSpec[] = [editorPage, myDayPage, inboxPage]

/** Every piece that scripts ask for. */
export const allPieces: readonly PieceSpec[] = [completeTaskPiece]
