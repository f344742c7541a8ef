import type { Operation } from '#http/operation'
import { operations as automation } from '#automation/http/operations'
import { operations as deals } from '#http/deals/operations'
import { operations as kernel } from '#http/kernel/operations'
import { operations as people } from '#http/people/operations'
import { operations as plan } from '#http/plan/operations'
import { operations as tasks } from '#http/tasks/operations'
import { operations as notices } from '#notices/http/operations'
import { operations as release } from '#release/http/operations'
import { operations as reports } from '#reports/http/operations'
import { operations as webhooks } from '#webhooks/http/operations'

/** Everything that may be asked over HTTP. */
export const allOperations: readonly Operation[] = [
  ...deals,
  ...kernel,
  ...people,
  ...plan,
  ...tasks,
  ...automation,
  ...notices,
  ...release,
  ...reports,
  ...webhooks,
]
