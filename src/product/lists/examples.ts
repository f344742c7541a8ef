// Written by npm run generate from the doors of the rooms: do not edit.
import type { Example } from '#http/described'
import { examples as attachedExamples } from '#http/attached/examples'
import { examples as dealsExamples } from '#http/deals/examples'
import { examples as kernelExamples } from '#http/kernel/examples'
import { examples as peopleExamples } from '#http/people/examples'
import { examples as planExamples } from '#http/plan/examples'
import { examples as tasksExamples } from '#http/tasks/examples'
import { examples as viewsExamples } from '#http/views/examples'
import { examples as automationExamples } from '#automation/http/examples'
import { examples as channelsExamples } from '#channels/http/examples'
import { examples as clientsExamples } from '#clients/http/examples'
import { examples as documentsExamples } from '#documents/http/examples'
import { examples as entryExamples } from '#entry/http/examples'
import { examples as exchangeExamples } from '#exchange/http/examples'
import { examples as loadsExamples } from '#loads/http/examples'
import { examples as moneyExamples } from '#money/http/examples'
import { examples as noticesExamples } from '#notices/http/examples'
import { examples as releaseExamples } from '#release/http/examples'
import { examples as reportsExamples } from '#reports/http/examples'
import { examples as searchExamples } from '#search/http/examples'
import { examples as webhooksExamples } from '#webhooks/http/examples'
import { examples as workdayExamples } from '#workday/http/examples'

/** An example of every operation by its id; only the description of the interface shows them. */
export const allExamples: Readonly<Record<string, Example>> = {
  ...attachedExamples,
  ...dealsExamples,
  ...kernelExamples,
  ...peopleExamples,
  ...planExamples,
  ...tasksExamples,
  ...viewsExamples,
  ...automationExamples,
  ...channelsExamples,
  ...clientsExamples,
  ...documentsExamples,
  ...entryExamples,
  ...exchangeExamples,
  ...loadsExamples,
  ...moneyExamples,
  ...noticesExamples,
  ...releaseExamples,
  ...reportsExamples,
  ...searchExamples,
  ...webhooksExamples,
  ...workdayExamples,
}
