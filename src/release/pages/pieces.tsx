import type { PieceSpec } from '#pages/page.tsx'
import { differencePiece } from './difference-piece'

/** The dialog that shows what a version of the rules changed. */
export const pieces: readonly PieceSpec[] = [differencePiece]
