import type { PieceSpec } from '#pages/page.tsx'
import { completeTaskPiece } from './complete-task-piece'
import { taskPieces } from './task-pieces'

/** What scripts ask for about tasks. */
export const pieces: readonly PieceSpec[] = [completeTaskPiece, ...taskPieces]
