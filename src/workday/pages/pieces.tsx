import type { PieceSpec } from '#pages/page.tsx'
import { teamDayPiece } from './team-day-piece'

/** What scripts ask for about a day. */
export const pieces: readonly PieceSpec[] = [teamDayPiece]
