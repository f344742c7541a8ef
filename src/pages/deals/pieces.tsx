import type { PieceSpec } from '#pages/page.tsx'
import { dealPieces } from './deal-pieces'
import { linesPiece } from './deal-lines'
import { movePiece } from './move-piece'
import { newDealPiece } from './new-deal-piece'
import { quickAddPiece } from './quick-add-piece'

/** What scripts ask for on the pages of deals. */
export const pieces: readonly PieceSpec[] = [movePiece, newDealPiece, quickAddPiece, linesPiece, ...dealPieces]
