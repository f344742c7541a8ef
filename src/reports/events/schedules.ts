import type { Timed } from '#events/schedule'
import { packReports } from '#reports/usecases/pack-reports'
import { reconcileReports } from '#reports/usecases/reconcile-reports'

/** What is done by the clock for the reports. */
export const schedules: readonly Timed[] = [
  { name: 'reconcile-reports', when: { cron: '30 3 * * *' }, run: reconcileReports },
  { name: 'pack-reports', when: { cron: '40 * * * *' }, run: packReports },
]
