import type { PieceSpec } from '#pages/page.tsx'
import { linkChoicePiece } from './link-choice'
import { foundPiece } from './search-page'

/** What the box in the header shows, and fields that name another deal. */
export const pieces: readonly PieceSpec[] = [foundPiece, linkChoicePiece]
