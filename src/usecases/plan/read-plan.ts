import type { Caller } from '#domain/kernel/access'
import { departmentsLed } from '#domain/kernel/departments-led'
import { goneByDay } from '#domain/plan/burn-up'
import { bounds } from '#domain/time/period'
import { daysOf, progressRows, withoutRate } from '#domain/plan/plan-rows'
import { reachesPlan } from '#domain/plan/plan-scope'
import type { Org } from '#domain/people/responsible'
import type { Ports } from '#ports/ports'
import type { BurnUp, Metric, PlanProgress, PlanScope, ProgressRow } from '#schemas/plan'

import { burnUpOf } from './burn-up-of'
import { planBehind, type PlanBehind } from './plan-behind'
import { dayOfCompany, loadPlanBooks, type LoadedBooks, type PlanPorts } from './plan-books'

/** What a person wants to see of a plan: which rows, and which one of them closely. */
export type AskedPlan = {
  readonly metric: Metric
  readonly by: PlanScope
  /** The row that is shown day by day: the company, the caller’s own or the first they may see where absent. */
  readonly row?: { readonly scope: PlanScope; readonly id: string }
}

/** A plan as a page shows it: every row of one kind, and one row closely. */
export type PlanSeen = PlanProgress & {
  readonly closely: {
    readonly row: ProgressRow
    readonly burnUp: BurnUp
    /** Of a period that is not over: what may still come, and what stands in its way. */
    readonly behind?: PlanBehind
  } | null
  /** The company’s own row, for who may see it. */
  readonly company: ProgressRow | null
  /** How many working days are gone when a day begins, for every day of the period and the first after it. */
  readonly workingDaysBy: Readonly<Record<string, number>>
  /** Which kinds of rows the caller may ask for. */
  readonly scopes: readonly PlanScope[]
}

/** Reads a plan once for its rows and the one that is looked at closely; only rows that the caller may see. */
export async function readPlan(
  ports: PlanPorts & Pick<Ports, 'deals' | 'clock'>,
  caller: Caller,
  period: string,
  { metric, by, row }: AskedPlan,
): Promise<PlanSeen> {
  const books = await loadPlanBooks(ports, period)
  const today = dayOfCompany(books, ports.clock.now())
  const known = new Map<PlanScope, readonly ProgressRow[]>()
  const seen = (scope: PlanScope): readonly ProgressRow[] => {
    const all = known.get(scope) ?? progressRows(books, { period, metric, by: scope, today })
    const found = all.filter((one) => reachesPlan(caller, 'plan_read', one, books.org))
    known.set(scope, found)
    return found
  }
  const rows = seen(by)
  const wanted = row === undefined ? undefined : seen(row.scope).find(({ id }) => id === row.id)
  const close = wanted ?? usual(caller, { rows, seen, org: books.org })
  const span = bounds(period, books.yearStarts)
  return {
    period,
    ...span,
    today,
    metric,
    by,
    currency: books.currency,
    noRate: withoutRate(books, metric),
    workingDays: daysOf(books, { period, metric, by, today }),
    rows: [...rows],
    company: seen('company').find(({ id }) => id === '') ?? null,
    workingDaysBy: goneByDay(books.model.calendar, span),
    scopes: shownScopes(caller, by, books.book.idsOf(metric, 'employee_pipeline').length > 0),
    closely: close === undefined ? null : await lookedAt(ports, books, { row: close, period, today }),
  }
}

async function lookedAt(
  ports: PlanPorts & Pick<Ports, 'deals' | 'clock'>,
  books: LoadedBooks,
  { row, period, today }: { readonly row: ProgressRow; readonly period: string; readonly today: string },
): Promise<NonNullable<PlanSeen['closely']>> {
  const isOver = today >= bounds(period, books.yearStarts).to
  const [burnUp, behind] = await Promise.all([
    burnUpOf(ports, books, { period, row: rowIdOf(row), today, plan: row.plan }),
    isOver ? undefined : planBehind(ports, books, row, ports.clock.now()),
  ])
  return { row, burnUp, ...(behind === undefined ? {} : { behind }) }
}

/** The kinds of rows somebody may ask for: of the whole company only who may see all of it. */
export function scopesOf({ reach }: Caller): readonly PlanScope[] {
  if (reach.plan_read === 'all') return ['company', 'department', 'employee', 'pipeline', 'axis', 'employee_pipeline']
  if (reach.plan_read === 'own' || reach.plan_read === 'none') return ['employee', 'employee_pipeline']
  return ['employee', 'department', 'employee_pipeline']
}

function rowIdOf({ metric, scope, id }: ProgressRow) {
  return { metric, scope, id }
}

/** Of people in one direction there is something to see only where such plans are made. */
function shownScopes(caller: Caller, by: PlanScope, hasPairs: boolean): readonly PlanScope[] {
  return scopesOf(caller).filter((scope) => scope !== 'employee_pipeline' || hasPairs || by === 'employee_pipeline')
}

type Seen = {
  readonly rows: readonly ProgressRow[]
  readonly seen: (scope: PlanScope) => readonly ProgressRow[]
  readonly org: Org
}

/** What is looked at where nothing is asked for: the company, the department one heads, the own row, or the first there is. */
function usual(caller: Caller, { rows, seen, org }: Seen): ProgressRow | undefined {
  const headed = departmentsLed(caller.employee, org.departments)
  // Of departments below one another it is the highest: what is below adds up to it.
  const highest = headed.find(({ parent }) => !headed.some(({ id }) => id === parent))
  const ofDepartment = highest === undefined ? undefined : seen('department').find(({ id }) => id === highest.id)
  const isAll = caller.reach.plan_read === 'all'
  if (ofDepartment !== undefined && ofDepartment.plan !== null && (!isAll || highest?.parent !== null))
    return ofDepartment
  if (isAll) return seen('company').find(({ id }) => id === '')
  return rows.find(({ id }) => id === caller.employee) ?? rows[0]
}
