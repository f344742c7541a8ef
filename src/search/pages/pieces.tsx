import type { PieceSpec } from '#pages/page.tsx'
import { clientChoicePiece } from './client-choice'
import { linkChoicePiece } from './link-choice'
import { foundPiece } from './search-page'

/** What the box in the header shows, and fields that name another deal or a client. */
export const pieces: readonly PieceSpec[] = [foundPiece, linkChoicePiece, clientChoicePiece]
