import { planRefusal } from '#domain/plan/words/plan-refusal'
import type { Caller } from '#domain/kernel/access'
import { isOpenDepartment } from '#domain/kernel/departments-led'
import { bounds, monthsOf, parsePeriod, periodsContaining, type PeriodKind } from '#domain/time/period'
import { periodsWithin } from '#domain/plan/plan-book'
import { axisValues, nameOfPlanned, partsOfPair, reachesPlan, type Planned } from '#domain/plan/plan-scope'
import { workingDaysOf } from '#domain/plan/progress'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Model } from '#schemas/model'
import type { Department } from '#schemas/people'
import type { Metric, RecurringTarget, Target } from '#schemas/plan'

/** Somebody or something that may have targets; `department` of an employee: whose plan theirs is a part of. */
export type TargetRow = Planned & {
  readonly name: string
  readonly canEdit: boolean
  readonly department?: string
  /** False for somebody who has left, and for a department that was closed, with targets still. */
  readonly isActive: boolean
}

/** A period of a sheet. */
export type TargetColumn = {
  readonly period: string
  readonly kind: PeriodKind
  readonly workingDays: number
  readonly months: readonly string[]
}

/** A year of targets: who may have them, the periods, and what is set or repeats. */
export type TargetSheet = {
  readonly year: string
  readonly metric: Metric
  readonly currency: string
  readonly yearStarts: number
  readonly rows: readonly TargetRow[]
  readonly columns: readonly TargetColumn[]
  readonly targets: readonly (Target & { readonly period: string })[]
  readonly recurring: readonly RecurringTarget[]
}

/** Which targets of a year are wanted, and for whom in which direction there are to be rows though nothing is set yet. */
export type AskedSheet = { readonly metric: Metric; readonly pairs?: readonly string[] }

/**
 * Reads a year of targets of one metric: the rows the caller may see and which of them they may set. The requests it
 * takes do not depend on how many employees there are: 19 for the periods of a year and 4 more.
 */
export async function readTargetSheet(
  { plans, people, rules, settings }: Pick<Ports, 'plans' | 'people' | 'rules' | 'settings'>,
  caller: Caller,
  year: string,
  { metric, pairs = [] }: AskedSheet,
): Promise<TargetSheet> {
  refuseOtherPeriod(year)
  const [{ model }, org, recurring, { currency }] = await Promise.all([
    rules.current(),
    people.load(),
    plans.recurring(),
    settings.load(),
  ])
  const { yearStarts } = model.plan
  const columns = columnsOf(year, model)
  const found = await plans.targetsIn(columns.map(({ period }) => period))
  const all = columns.flatMap(({ period }) => (found.get(period) ?? []).map((target) => ({ ...target, period })))
  const planned = [...all, ...recurring].filter((one) => one.metric === metric)
  const rows = rowsOf({ model, org, planned, pairs }).filter((row) => reachesPlan(caller, 'plan_read', row, org))
  const isShown = (target: Planned): boolean => rows.some((row) => row.scope === target.scope && row.id === target.id)
  return {
    year,
    metric,
    currency,
    yearStarts,
    rows: rows.map((row) => ({ ...row, canEdit: reachesPlan(caller, 'plan_edit', row, org) })),
    columns,
    targets: all.filter((target) => target.metric === metric && isShown(target)),
    recurring: recurring.filter((target) => target.metric === metric && isShown(target)),
  }
}

function refuseOtherPeriod(year: string): void {
  if (parsePeriod(year).kind === 'year') return
  throw planRefusal('period_unknown.year', { year })
}

/** Every quarter behind its months, every half behind its quarters, the year last. */
function columnsOf(year: string, model: Model): readonly TargetColumn[] {
  const { yearStarts } = model.plan
  const months = monthsOf(year, yearStarts)
  const order = months.flatMap((month, index) => {
    const { quarter, half } = periodsContaining(month, yearStarts)
    return [month, ...(index % 3 === 2 ? [quarter] : []), ...(index % 6 === 5 ? [half] : [])]
  })
  const within = new Set(periodsWithin(year, yearStarts))
  return [...order, year]
    .filter((period) => within.has(period))
    .map((period) => {
      const span = bounds(period, yearStarts)
      return {
        period,
        kind: parsePeriod(period).kind,
        workingDays: workingDaysOf(model.calendar, span, span.from).all,
        months: monthsOf(period, yearStarts),
      }
    })
}

type Row = Omit<TargetRow, 'canEdit'>
type Wanted = {
  readonly model: Model
  readonly org: People
  readonly planned: readonly Planned[]
  readonly pairs: readonly string[]
}

/** The company, its departments each with who is in it, directions and axis values; and whoever has a target besides. */
function rowsOf({ model, org, planned, pairs: asked }: Wanted): readonly Row[] {
  const named = (one: Planned, more: Partial<Row> = {}): Row => ({
    scope: one.scope,
    id: one.id,
    name: nameOfPlanned(one, { model, org }),
    isActive: true,
    ...more,
  })
  const isPlanned = (id: string, scope: Planned['scope'] = 'employee'): boolean =>
    planned.some((one) => one.scope === scope && one.id === id)
  const staff = Object.values(org.employees)
    .filter(({ id, active }) => active || isPlanned(id))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const inDepartment = (department: string | null): readonly Row[] =>
    staff
      .filter((one) => one.department === department)
      .map(({ id, active }) =>
        named({ scope: 'employee', id }, { isActive: active, ...(department === null ? {} : { department }) }),
      )
  const departmentRows = (one: Department): readonly Row[] => {
    const within = inDepartment(one.id)
    const isActive = isOpenDepartment(one)
    if (!isActive && within.length === 0 && !isPlanned(one.id, 'department')) return []
    return [named({ scope: 'department', id: one.id }, { isActive }), ...within]
  }
  const isThere = (id: string): boolean => {
    const { employee, pipeline } = partsOfPair(id)
    return org.employees[employee]?.active === true && Object.hasOwn(model.pipelines, pipeline)
  }
  const set = planned.flatMap((one) => (one.scope === 'employee_pipeline' ? [one.id] : []))
  const pairs = [...new Set([...set, ...asked.filter(isThere)])]
  return [
    named({ scope: 'company', id: '' }),
    ...Object.values(org.departments).flatMap((one) => departmentRows(one)),
    ...inDepartment(null),
    ...Object.keys(model.pipelines).map((id) => named({ scope: 'pipeline', id })),
    ...axisValues(model).map((id) => named({ scope: 'axis', id })),
    ...pairs.toSorted().map((id) => named({ scope: 'employee_pipeline', id })),
  ]
}
