import { planBook, periodsWithin } from '#domain/plan/plan-book'
import { monthsOf, parsePeriod } from '#domain/time/period'
import { isDate } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import type { PlanBooks } from '#domain/plan/plan-rows'
import type { Ports } from '#ports/ports'

export type PlanPorts = Pick<Ports, 'plans' | 'people' | 'rules' | 'settings'>

/** Everything about the plan of one period, and of all shorter ones in it. */
export type LoadedBooks = PlanBooks & { readonly currency: string; readonly zone: string; readonly yearStarts: number }

/**
 * Reads everything that progress of a period is worked out from, in a number of requests that does not depend on how
 * many employees there are: one for the facts of each month (a month of 1,000 employees in 4 directions is less than a
 * page of 1 MB), one for the targets of the period and of each shorter one in it, one each for recurring targets,
 * people and settings, two for the rules, one for each direction’s columns. For a year and 4 directions: 12 + 19 + 3 + 2
 * + 4 = 40; people, settings and rules are remembered for a moment, so often 4 fewer.
 */
export async function loadPlanBooks(
  { plans, people, rules, settings }: PlanPorts,
  period: string,
): Promise<LoadedBooks> {
  parsePeriod(period)
  const { model } = await rules.current()
  const { yearStarts } = model.plan
  const periods = periodsWithin(period, yearStarts)
  const [facts, targets, recurring, org, columns, money] = await Promise.all([
    Promise.all(monthsOf(period, yearStarts).map((month) => plans.facts(month))),
    Promise.all(periods.map((one) => plans.targets(one))),
    plans.recurring(),
    people.load(),
    Promise.all(Object.keys(model.pipelines).map((pipeline) => plans.columns(pipeline))),
    settings.load(),
  ])
  const explicit = Object.fromEntries(periods.map((one, index) => [one, targets[index] ?? []]))
  return {
    book: planBook(explicit, recurring, yearStarts),
    facts: facts.flat(),
    model,
    org,
    columns: columns.flat(),
    currency: money.currency,
    money,
    zone: model.calendar.timezone,
    yearStarts,
  }
}

/** The day an instant falls on in the company’s zone; a day stays what it is. */
export function dayOfCompany({ zone }: Pick<LoadedBooks, 'zone'>, at: string): string {
  return isDate(at) ? at : dateIn(zone, at)
}
