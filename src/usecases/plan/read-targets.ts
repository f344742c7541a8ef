import type { Caller } from '#domain/kernel/access'
import { bounds, parsePeriod } from '#domain/time/period'
import { planBook, type RowId } from '#domain/plan/plan-book'
import { nameOfPlanned, reachesPlan } from '#domain/plan/plan-scope'
import type { Ports } from '#ports/ports'
import { metrics, planScopes } from '#schemas/plan-names'
import type { PlanView, RecurringView } from '#schemas/plan'

/** The targets of a period that the caller may see: set for it, or repeated into it. */
export async function readTargets(
  { plans, people, rules }: Pick<Ports, 'plans' | 'people' | 'rules'>,
  caller: Caller,
  period: string,
): Promise<PlanView> {
  parsePeriod(period)
  const [{ model }, org, explicit, recurring] = await Promise.all([
    rules.current(),
    people.load(),
    plans.targets(period),
    plans.recurring(),
  ])
  const book = planBook({ [period]: explicit }, recurring, model.plan.yearStarts)
  const rows: readonly RowId[] = metrics.flatMap((metric) =>
    planScopes.flatMap((scope) => book.idsOf(metric, scope).map((id) => ({ metric, scope, id }))),
  )
  const targets = rows.flatMap((row) => {
    const own = book.own(period, row)
    if (own === null || !reachesPlan(caller, 'plan_read', row, org)) return []
    const source: 'explicit' | 'recurring' = own.source === 'explicit' ? 'explicit' : 'recurring'
    return [{ ...row, name: nameOfPlanned(row, { model, org }), value: own.value, source }]
  })
  return { period, ...bounds(period, model.plan.yearStarts), targets }
}

/** The recurring targets that the caller may see. */
export async function readRecurring(
  { plans, people }: Pick<Ports, 'plans' | 'people'>,
  caller: Caller,
): Promise<RecurringView> {
  const [org, recurring] = await Promise.all([people.load(), plans.recurring()])
  const seen = recurring.filter((target) => reachesPlan(caller, 'plan_read', target, org))
  return { targets: seen.map(({ currency: _currency, ...target }) => target) }
}
