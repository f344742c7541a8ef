// Written by npm run generate from the doors of the rooms: do not edit.
import type { PageSpec } from '#pages/page.tsx'
import { pages as apiPages } from '#pages/api/pages.tsx'
import { pages as companyPages } from '#pages/company/pages.tsx'
import { pages as dealsPages } from '#pages/deals/pages.tsx'
import { pages as planPages } from '#pages/plan/pages.tsx'
import { pages as workshopPages } from '#pages/workshop/pages.tsx'
import { pages as automationPages } from '#automation/pages/pages.tsx'
import { pages as channelsPages } from '#channels/pages/pages.tsx'
import { pages as clientsPages } from '#clients/pages/pages.tsx'
import { pages as documentsPages } from '#documents/pages/pages.tsx'
import { pages as entryPages } from '#entry/pages/pages.tsx'
import { pages as exchangePages } from '#exchange/pages/pages.tsx'
import { pages as moneyPages } from '#money/pages/pages.tsx'
import { pages as noticesPages } from '#notices/pages/pages.tsx'
import { pages as releasePages } from '#release/pages/pages.tsx'
import { pages as reportsPages } from '#reports/pages/pages.tsx'
import { pages as searchPages } from '#search/pages/pages.tsx'
import { pages as webhooksPages } from '#webhooks/pages/pages.tsx'
import { pages as workdayPages } from '#workday/pages/pages.tsx'

/** Every page. */
export const allPages: readonly PageSpec[] = [
  ...apiPages,
  ...companyPages,
  ...dealsPages,
  ...planPages,
  ...workshopPages,
  ...automationPages,
  ...channelsPages,
  ...clientsPages,
  ...documentsPages,
  ...entryPages,
  ...exchangePages,
  ...moneyPages,
  ...noticesPages,
  ...releasePages,
  ...reportsPages,
  ...searchPages,
  ...webhooksPages,
  ...workdayPages,
]
