// Written by npm run generate from the doors of the rooms: do not edit.
import type { Operation } from '#http/operation'
import { operations as attachedOperations } from '#http/attached/operations'
import { operations as dealsOperations } from '#http/deals/operations'
import { operations as kernelOperations } from '#http/kernel/operations'
import { operations as peopleOperations } from '#http/people/operations'
import { operations as planOperations } from '#http/plan/operations'
import { operations as tasksOperations } from '#http/tasks/operations'
import { operations as viewsOperations } from '#http/views/operations'
import { operations as automationOperations } from '#automation/http/operations'
import { operations as channelsOperations } from '#channels/http/operations'
import { operations as clientsOperations } from '#clients/http/operations'
import { operations as documentsOperations } from '#documents/http/operations'
import { operations as entryOperations } from '#entry/http/operations'
import { operations as exchangeOperations } from '#exchange/http/operations'
import { operations as loadsOperations } from '#loads/http/operations'
import { operations as moneyOperations } from '#money/http/operations'
import { operations as noticesOperations } from '#notices/http/operations'
import { operations as releaseOperations } from '#release/http/operations'
import { operations as reportsOperations } from '#reports/http/operations'
import { operations as searchOperations } from '#search/http/operations'
import { operations as webhooksOperations } from '#webhooks/http/operations'
import { operations as workdayOperations } from '#workday/http/operations'

/** Everything that may be asked over HTTP. */
export const allOperations: readonly Operation[] = [
  ...attachedOperations,
  ...dealsOperations,
  ...kernelOperations,
  ...peopleOperations,
  ...planOperations,
  ...tasksOperations,
  ...viewsOperations,
  ...automationOperations,
  ...channelsOperations,
  ...clientsOperations,
  ...documentsOperations,
  ...entryOperations,
  ...exchangeOperations,
  ...loadsOperations,
  ...moneyOperations,
  ...noticesOperations,
  ...releaseOperations,
  ...reportsOperations,
  ...searchOperations,
  ...webhooksOperations,
  ...workdayOperations,
]
