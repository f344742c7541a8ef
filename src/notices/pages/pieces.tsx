import type { PieceSpec } from '#pages/page.tsx'
import { bellPiece } from './bell-piece'

/** What scripts ask for about notices. */
export const pieces: readonly PieceSpec[] = [bellPiece]
