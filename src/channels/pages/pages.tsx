import type { PageSpec } from '#pages/page.tsx'
import { integrationPage } from './integration-page'
import { integrationsPage, newIntegrationPage } from './integrations-page'
import { talkPage } from './talk-page'
import { unansweredPage } from './unanswered-page'

/** The pages of channels. */
export const pages: readonly PageSpec[] = [
  integrationsPage,
  newIntegrationPage,
  integrationPage,
  unansweredPage,
  talkPage,
]
