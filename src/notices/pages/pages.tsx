import type { PageSpec } from '#pages/page.tsx'
import { inboxPage } from './inbox-page'

/** The page of one's notices. */
export const pages: readonly PageSpec[] = [inboxPage]
