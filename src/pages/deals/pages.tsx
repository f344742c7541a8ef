import { dealFilePage } from '#pages/attached/file-page.tsx'
import type { PageSpec } from '#pages/page.tsx'
import { boardPage, boardStartPage } from './board-page'
import { dealPage } from './deal-page'

/** The pages of deals. */
export const pages: readonly PageSpec[] = [boardStartPage, boardPage, dealPage, dealFilePage]
