// Written by npm run generate from the doors of the rooms: do not edit.
import type { Chapter } from '#http/described'
import { described as attachedDescribed } from '#http/attached/described'
import { described as dealsDescribed } from '#http/deals/described'
import { described as kernelDescribed } from '#http/kernel/described'
import { described as peopleDescribed } from '#http/people/described'
import { described as planDescribed } from '#http/plan/described'
import { described as tasksDescribed } from '#http/tasks/described'
import { described as viewsDescribed } from '#http/views/described'
import { described as automationDescribed } from '#automation/http/described'
import { described as channelsDescribed } from '#channels/http/described'
import { described as clientsDescribed } from '#clients/http/described'
import { described as documentsDescribed } from '#documents/http/described'
import { described as entryDescribed } from '#entry/http/described'
import { described as exchangeDescribed } from '#exchange/http/described'
import { described as loadsDescribed } from '#loads/http/described'
import { described as moneyDescribed } from '#money/http/described'
import { described as noticesDescribed } from '#notices/http/described'
import { described as releaseDescribed } from '#release/http/described'
import { described as reportsDescribed } from '#reports/http/described'
import { described as searchDescribed } from '#search/http/described'
import { described as webhooksDescribed } from '#webhooks/http/described'
import { described as workdayDescribed } from '#workday/http/described'

/** What the description of the interface says, chapter by chapter; no function has it. */
export const allDescribed: readonly Chapter[] = [
  attachedDescribed,
  dealsDescribed,
  kernelDescribed,
  peopleDescribed,
  planDescribed,
  tasksDescribed,
  viewsDescribed,
  automationDescribed,
  channelsDescribed,
  clientsDescribed,
  documentsDescribed,
  entryDescribed,
  exchangeDescribed,
  loadsDescribed,
  moneyDescribed,
  noticesDescribed,
  releaseDescribed,
  reportsDescribed,
  searchDescribed,
  webhooksDescribed,
  workdayDescribed,
]
