import type { PageSpec } from '#pages/page.tsx'
import { editorPage } from './editor-page'
import { versionsPage } from './versions-page'

/** The page on which the rules are written, and the list of their versions. */
export const pages: readonly PageSpec[] = [editorPage, versionsPage]
