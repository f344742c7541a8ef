import type { PageSpec } from '#pages/page.tsx'
import { playbookHomePage, playbookPartPage } from './playbook-page'

/** The pages on which the rules are read. */
export const pages: readonly PageSpec[] = [playbookHomePage, playbookPartPage]
