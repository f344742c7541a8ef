import type { Caller } from '#domain/access'
import { addDays } from '#domain/days'
import { bounds, parsePeriod } from '#domain/period'
import { nameOfPlanned, reachesPlan } from '#domain/plan-scope'
import { workingDaysOf } from '#domain/progress'
import { shareOf } from '#domain/ratio'
import { Refusal } from '#domain/refusal'
import { dateIn } from '#domain/zone'
import type { PlanRowId, Ports } from '#ports'
import type { BurnUp } from '#schemas/plan'

/** Gives the daily snapshots of one plan row over a period, and where the fact should have been each evening. */
export async function readBurnUp(
  { plans, people, rules, clock }: Pick<Ports, 'plans' | 'people' | 'rules' | 'clock'>,
  caller: Caller,
  period: string,
  row: PlanRowId,
): Promise<BurnUp> {
  parsePeriod(period)
  const [{ model }, org] = await Promise.all([rules.current(), people.load()])
  if (!reachesPlan(caller, 'plan_read', row, org)) {
    throw new Refusal('forbidden', `You may not see the plan of ${row.id === '' ? 'the company' : `“${row.id}”`}.`)
  }
  const span = bounds(period, model.plan.yearStarts)
  const snapshots = await plans.snapshots(period, row)
  return {
    period,
    metric: row.metric,
    scope: row.scope,
    id: row.id,
    name: nameOfPlanned(row, { model, org }),
    workingDays: workingDaysOf(model.calendar, span, dateIn(model.calendar.timezone, clock.now())),
    days: snapshots.map(({ on, plan, fact }) => {
      // A snapshot is of the evening: the day itself is gone.
      const { gone, all } = workingDaysOf(model.calendar, span, addDays(on, 1))
      return { on, plan, fact, expected: plan === null || all === 0 ? null : shareOf(plan, gone, all) }
    }),
  }
}
