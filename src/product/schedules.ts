import { reconcileColumns } from '#usecases/deals/reconcile-columns'
import { reconcilePlan } from '#usecases/plan/reconcile-plan'
import { refreshPace } from '#usecases/plan/refresh-pace'
import { standIn } from '#usecases/tasks/stand-in'
import { sweepDue } from '#usecases/tasks/sweep-due'
import { takePlanSnapshot } from '#usecases/plan/take-plan-snapshot'
import { sendNotifications } from '#notices/usecases/send-notifications'
import { sendWebhooks } from '#webhooks/usecases/send-webhooks'
import { tellMornings } from '#workday/usecases/tell-mornings'
import { warnBehind } from '#workday/usecases/warn-behind'
import { packReports } from '#reports/usecases/pack-reports'
import { reconcileReports } from '#reports/usecases/reconcile-reports'
import { channelNames } from '#schemas/notice-names'
import type { Schedule } from '#events/schedule'

/** Everything that is done by the clock, in the company's zone: read by CDK, the local scheduler and the tests. */
export function schedulesIn(zone: string): readonly Schedule[] {
  return [
    { name: 'sweep-due', when: { everyMinutes: 5 }, locally: { everyMinutes: 1 }, zone, run: sweepDue },
    // Every hour, because somebody who is ill says so in the morning.
    { name: 'stand-in', when: { cron: '15 * * * *' }, zone, run: standIn },
    // A schedule a channel, so that one that is down holds up no other.
    ...channelNames.map((channel): Schedule => ({
      name: `send-${channel}`,
      when: { everyMinutes: 5 },
      locally: { everyMinutes: 1 },
      zone,
      run: (ports) => sendNotifications(ports, channel),
    })),
    { name: 'send-webhooks', when: { everyMinutes: 1 }, zone, run: sendWebhooks },
    // Two reads a minute while nothing waits; what plans and publishes is loaded by the first run.
    {
      name: 'run-releases',
      when: { everyMinutes: 1 },
      zone,
      run: async (ports) => (await import('#release/usecases/run-releases')).runReleases(ports),
    },
    { name: 'tell-mornings', when: { everyMinutes: 5 }, locally: { everyMinutes: 1 }, zone, run: tellMornings },
    { name: 'warn-behind', when: { cron: '20 * * * *' }, zone, run: warnBehind },
    { name: 'refresh-pace', when: { cron: '5 * * * *' }, zone, run: refreshPace },
    { name: 'take-plan-snapshot', when: { cron: '50 23 * * *' }, zone, run: takePlanSnapshot },
    { name: 'reconcile-columns', when: { cron: '0 2 * * *' }, zone, run: reconcileColumns },
    { name: 'reconcile-plan', when: { cron: '30 2 * * *' }, zone, run: reconcilePlan },
    { name: 'reconcile-reports', when: { cron: '30 3 * * *' }, zone, run: reconcileReports },
    { name: 'pack-reports', when: { cron: '40 * * * *' }, zone, run: packReports },
  ]
}
