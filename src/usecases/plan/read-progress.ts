import { planRefusal } from '#domain/plan/words/plan-refusal'
import type { Caller } from '#domain/kernel/access'
import { bounds } from '#domain/time/period'
import { daysOf, progressRows, withoutRate } from '#domain/plan/plan-rows'
import { reachesPlan } from '#domain/plan/plan-scope'
import type { Ports } from '#ports/ports'
import type { Metric, PlanProgress, PlanScope } from '#schemas/plan'

import { dayOfCompany, loadPlanBooks, type PlanPorts } from './plan-books'

/** What progress is asked for; sums by company, or by employee for who may not see the company, where nothing is said. */
export type AskedProgress = {
  readonly metric?: Metric
  readonly by?: PlanScope
  /** A day or an instant: the pace is worked out as of it. Today where absent. */
  readonly at?: string
}

/**
 * Says where the plans of a period stand, row by row, of those the caller may see. The requests it takes are those of
 * `loadPlanBooks`: 4 for a month or a year.
 */
export async function readProgress(
  ports: PlanPorts & Pick<Ports, 'clock'>,
  caller: Caller,
  period: string,
  asked: AskedProgress = {},
): Promise<PlanProgress> {
  const { metric = 'sum', by = caller.reach.plan_read === 'all' ? 'company' : 'employee' } = asked
  refuseUnseen(caller, by)
  const books = await loadPlanBooks(ports, period)
  const today = dayOfCompany(books, asked.at ?? ports.clock.now())
  const rows = { period, metric, by, today }
  return {
    period,
    ...bounds(period, books.yearStarts),
    today,
    metric,
    by,
    currency: books.currency,
    noRate: withoutRate(books, metric),
    workingDays: daysOf(books, rows),
    rows: progressRows(books, rows).filter((row) => reachesPlan(caller, 'plan_read', row, books.org)),
  }
}

function refuseUnseen(caller: Caller, by: PlanScope): void {
  const reach = caller.reach.plan_read
  if (reach === 'none') throw planRefusal('forbidden.any_plan')
  if (reach === 'all' || (by !== 'company' && by !== 'pipeline' && by !== 'axis')) return
  throw planRefusal('forbidden.whole_plan', { by })
}
