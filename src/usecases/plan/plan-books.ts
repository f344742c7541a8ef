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
 * many employees there are, up to some hundreds: one for the facts and one for the targets of each calendar year, one for
 * recurring targets and one for all columns, so 4 for a month or a year and 6 for a financial year over two; 13 for the
 * facts of 1,000 employees in 4 directions. People, settings and rules are remembered for a moment beside that.
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
    plans.factsIn(monthsOf(period, yearStarts)),
    plans.targetsIn(periods),
    plans.recurring(),
    people.load(),
    plans.columnsIn(Object.keys(model.pipelines)),
    settings.load(),
  ])
  return {
    book: planBook(Object.fromEntries(targets), recurring, yearStarts),
    facts,
    model,
    org,
    columns,
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
