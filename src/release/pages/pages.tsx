import type { PageSpec } from '#pages/page.tsx'
import { editorPage } from './editor-page'

/** The page on which the rules are written. */
export const pages: readonly PageSpec[] = [editorPage]
