import type { Ports } from '#ports/ports'
import type { ProgressRow } from '#schemas/plan'

import { runningPlans } from './refresh-pace'
import type { PlanPorts } from './plan-books'

/**
 * Keeps where every running plan stands at the end of the day `at` falls on in the company’s zone: a point of its
 * burn-up. Run again on the same day it keeps the later state. Gives how many rows were kept by period.
 */
export async function takePlanSnapshot(
  ports: Pick<Ports, keyof PlanPorts>,
  at: string,
): Promise<Readonly<Record<string, number>>> {
  const { today, plans } = await runningPlans(ports, at)
  const kept: Record<string, number> = {}
  for (const { period, rows } of plans) {
    const planned = rows.filter((row) => row.plan !== null || isCompany(row))
    // oxlint-disable-next-line no-await-in-loop -- a large company has thousands of rows: one period after the other
    await ports.plans.saveSnapshot(period, today, planned)
    kept[period] = (kept[period] ?? 0) + planned.length
  }
  return kept
}

function isCompany({ scope, id }: ProgressRow): boolean {
  return scope === 'company' && id === ''
}
