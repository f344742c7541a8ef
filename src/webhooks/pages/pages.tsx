import type { PageSpec } from '#pages/page.tsx'
import { webhookPage, webhooksPage } from './webhooks-page'

/** The pages of webhooks. */
export const pages: readonly PageSpec[] = [webhooksPage, webhookPage]
