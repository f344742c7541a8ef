import type { Consumer } from '#events/consumer'
import { consumers as deals } from '#events/deals/consumers'
import { consumers as plan } from '#events/plan/consumers'
import { consumers as tasks } from '#events/tasks/consumers'
import { consumers as automation } from '#automation/events/consumers'
import { consumers as notices } from '#notices/events/consumers'
import { consumers as reports } from '#reports/events/consumers'
import { consumers as webhooks } from '#webhooks/events/consumers'

/** Everything that follows from an event: read by CDK, the local bus and the tests. */
export const consumers: readonly Consumer[] = [
  ...deals,
  ...plan,
  ...tasks,
  ...automation,
  ...notices,
  ...reports,
  ...webhooks,
]
