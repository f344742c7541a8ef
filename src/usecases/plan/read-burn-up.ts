import { planRefusal } from '#domain/plan/words/plan-refusal'
import type { Caller } from '#domain/kernel/access'
import { progressRows } from '#domain/plan/plan-rows'
import { reachesPlan } from '#domain/plan/plan-scope'
import type { PlanRowId } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { BurnUp } from '#schemas/plan'

import { burnUpOf } from './burn-up-of'
import { dayOfCompany, loadPlanBooks, type PlanPorts } from './plan-books'

/** Gives one plan row evening by evening over a period, and where the fact should have been each evening. */
export async function readBurnUp(
  ports: PlanPorts & Pick<Ports, 'deals' | 'clock'>,
  caller: Caller,
  period: string,
  row: PlanRowId,
): Promise<BurnUp> {
  const books = await loadPlanBooks(ports, period)
  if (!reachesPlan(caller, 'plan_read', row, books.org)) {
    throw row.id === '' ? planRefusal('forbidden.company_plan') : planRefusal('forbidden.plan_of', { id: row.id })
  }
  const today = dayOfCompany(books, ports.clock.now())
  const rows = progressRows(books, { period, metric: row.metric, by: row.scope, today })
  const plan = rows.find(({ scope, id }) => scope === row.scope && id === row.id)?.plan ?? null
  return burnUpOf(ports, books, { period, row, today, plan })
}
