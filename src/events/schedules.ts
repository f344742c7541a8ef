import { reconcilePlan } from '#usecases/reconcile-plan'
import { refreshPace } from '#usecases/refresh-pace'
import { standIn } from '#usecases/stand-in'
import { sweepDue } from '#usecases/sweep-due'
import { takePlanSnapshot } from '#usecases/take-plan-snapshot'
import type { Schedule } from './schedule'

/** Everything that is done by the clock, in the company's zone: read by CDK, the local scheduler and the tests. */
export function schedulesIn(zone: string): readonly Schedule[] {
  return [
    { name: 'sweep-due', when: { everyMinutes: 5 }, locally: { everyMinutes: 1 }, zone, run: sweepDue },
    // Every hour, because somebody who is ill says so in the morning.
    { name: 'stand-in', when: { cron: '15 * * * *' }, zone, run: standIn },
    { name: 'refresh-pace', when: { cron: '5 * * * *' }, zone, run: refreshPace },
    { name: 'take-plan-snapshot', when: { cron: '50 23 * * *' }, zone, run: takePlanSnapshot },
    { name: 'reconcile-plan', when: { cron: '30 2 * * *' }, zone, run: reconcilePlan },
  ]
}
