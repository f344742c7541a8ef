import type { Timed } from '#events/schedule'
import { schedules as deals } from '#events/deals/schedules'
import { schedules as plan } from '#events/plan/schedules'
import { schedules as tasks } from '#events/tasks/schedules'
import { schedules as workday } from '#workday/events/schedules'
import { schedules as notices } from '#notices/events/schedules'
import { schedules as release } from '#release/events/schedules'
import { schedules as reports } from '#reports/events/schedules'
import { schedules as webhooks } from '#webhooks/events/schedules'

/** Everything that is done by the clock: read by CDK, the local scheduler and the tests. */
export const schedules: readonly Timed[] = [
  ...deals,
  ...plan,
  ...tasks,
  ...workday,
  ...notices,
  ...release,
  ...reports,
  ...webhooks,
]
