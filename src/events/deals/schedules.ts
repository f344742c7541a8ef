import type { Timed } from '#events/schedule'
import { reconcileColumns } from '#usecases/deals/reconcile-columns'

/** What is done by the clock for the board. */
export const schedules: readonly Timed[] = [
  { name: 'reconcile-columns', when: { cron: '0 2 * * *' }, run: reconcileColumns },
]
