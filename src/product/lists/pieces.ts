// Written by npm run generate from the doors of the rooms: do not edit.
import type { PieceSpec } from '#pages/page.tsx'
import { pieces as dealsPieces } from '#pages/deals/pieces.tsx'
import { pieces as tasksPieces } from '#pages/tasks/pieces.tsx'
import { pieces as clientsPieces } from '#clients/pages/pieces.tsx'
import { pieces as entryPieces } from '#entry/pages/pieces.tsx'
import { pieces as moneyPieces } from '#money/pages/pieces.tsx'
import { pieces as noticesPieces } from '#notices/pages/pieces.tsx'
import { pieces as releasePieces } from '#release/pages/pieces.tsx'
import { pieces as searchPieces } from '#search/pages/pieces.tsx'
import { pieces as workdayPieces } from '#workday/pages/pieces.tsx'

/** Every piece of a page that scripts ask for. */
export const allPieces: readonly PieceSpec[] = [
  ...dealsPieces,
  ...tasksPieces,
  ...clientsPieces,
  ...entryPieces,
  ...moneyPieces,
  ...noticesPieces,
  ...releasePieces,
  ...searchPieces,
  ...workdayPieces,
]
