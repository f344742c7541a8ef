import type { PieceSpec } from '#pages/page.tsx'
import { foundPiece } from './search-page'

/** What the box in the header shows. */
export const pieces: readonly PieceSpec[] = [foundPiece]
