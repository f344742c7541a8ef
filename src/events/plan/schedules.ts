import type { Timed } from '#events/schedule'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { takePlanSnapshot } from '#usecases/plan/take-plan-snapshot'

/** What is done by the clock for the plan. */
export const schedules: readonly Timed[] = [
  { name: 'refresh-pace', when: { cron: '5 * * * *' }, run: refreshPace },
  { name: 'take-plan-snapshot', when: { cron: '50 23 * * *' }, run: takePlanSnapshot },
  { name: 'reconcile-plan', when: { cron: '30 2 * * *' }, run: reconcilePlan },
]
