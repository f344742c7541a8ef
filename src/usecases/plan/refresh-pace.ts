import { periodsContaining } from '#domain/time/period'
import { progressRows } from '#domain/plan/plan-rows'
import type { Ports } from '#ports/ports'
import { metrics, planScopes } from '#schemas/plan-names'
import type { Metric, ProgressRow } from '#schemas/plan'

import { dayOfCompany, loadPlanBooks, type LoadedBooks, type PlanPorts } from './plan-books'

/** The plans that are running: every row of one metric in one period. */
export type RunningPlan = { readonly period: string; readonly metric: Metric; readonly rows: readonly ProgressRow[] }

/**
 * Works out where all plans of the current month, quarter, half-year and year stand as of `at`, and keeps it for alerts
 * and pages. Run twice, or late, the newest result stays.
 */
export async function refreshPace(ports: Pick<Ports, keyof PlanPorts>, at: string): Promise<readonly RunningPlan[]> {
  const { plans: running } = await runningPlans(ports, at)
  await Promise.all(running.map(({ period, metric, rows }) => ports.plans.savePace(period, metric, { at, rows })))
  return running
}

/** Every row of every metric in the four periods that are running as of `at`. */
export async function runningPlans(
  ports: PlanPorts,
  at: string,
): Promise<{ readonly today: string; readonly plans: readonly RunningPlan[] }> {
  const { model } = await ports.rules.current()
  const today = dayOfCompany({ zone: model.calendar.timezone }, at)
  const { month, quarter, half, year } = periodsContaining(today, model.plan.yearStarts)
  // The books of the year hold those of its half, quarter and month.
  const books = await loadPlanBooks(ports, year)
  const plans = [month, quarter, half, year].flatMap((period) =>
    metrics.map((metric) => ({ period, metric, rows: allRows(books, period, metric, today) })),
  )
  return { today, plans }
}

function allRows(books: LoadedBooks, period: string, metric: Metric, today: string): readonly ProgressRow[] {
  const rows = planScopes.flatMap((by) => progressRows(books, { period, metric, by, today }))
  // The row of sellers without a plan comes with the company and again with the employees.
  const byName = new Map(rows.map((row) => [`${row.scope}#${row.id}`, row]))
  return [...byName.values()]
}
