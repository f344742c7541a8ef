import type { Chapter } from '#http/described'
import { described as deals } from '#http/deals/described'
import { described as kernel } from '#http/kernel/described'
import { described as people } from '#http/people/described'
import { described as plan } from '#http/plan/described'
import { described as tasks } from '#http/tasks/described'
import { described as automation } from '#automation/http/described'
import { described as notices } from '#notices/http/described'
import { described as release } from '#release/http/described'
import { described as reports } from '#reports/http/described'
import { described as webhooks } from '#webhooks/http/described'

/** What the description of the interface says, chapter by chapter; no function has it. */
export const allDescribed: readonly Chapter[] = [
  deals,
  kernel,
  people,
  plan,
  tasks,
  automation,
  notices,
  release,
  reports,
  webhooks,
]
