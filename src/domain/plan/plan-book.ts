import { sumOfKnown } from '#domain/kernel/money'
import { monthsOf, parsePeriod, periodMonths, periodsContaining, type PeriodKind } from '#domain/time/period'
import { companyPlan, derivePlan } from './plan-totals'
import type { Metric, PlanScope, RecurringTarget, Target } from '#schemas/plan'

/** What a target, a row of progress or a snapshot is about. */
export type RowId = { readonly metric: Metric; readonly scope: PlanScope; readonly id: string }

/** A plan and where it comes from; `topDownGap` is plan minus the sum of the parts, where there are both. */
export type Planned = {
  readonly value: number
  readonly source: 'explicit' | 'recurring' | 'derived' | 'sum'
  readonly topDownGap: number | null
}

/** Every target that may matter for some periods. */
export type PlanBook = {
  /** What is set for the period itself, or repeated into it. */
  readonly own: (period: string, row: RowId) => Planned | null
  /** Its own plan, else the sum of the plans of shorter periods. */
  readonly planned: (period: string, row: RowId) => Planned | null
  /** Its own or derived plan, else the sum of its parts’ plans; both, and the gap is told. */
  readonly plannedWithParts: (period: string, row: RowId, parts: readonly RowId[]) => Planned | null
  /** Ids that have a target of this metric and scope anywhere in the book. */
  readonly idsOf: (metric: Metric, scope: PlanScope) => readonly string[]
}

/**
 * Answers what is planned. `explicit` holds the targets by period id: of the periods asked for and of all shorter ones in
 * them (`periodsWithin`).
 */
export function planBook(
  explicit: Readonly<Record<string, readonly Target[]>>,
  recurring: readonly RecurringTarget[],
  yearStarts: number,
): PlanBook {
  const set = byCell(explicit)
  const repeated = newestFirst(recurring)
  // A sheet asks for thousands of cells of the same few periods: each is taken apart once.
  const kindOf = onceEach((period) => parsePeriod(period).kind)
  const shorterOf = onceEach((period) => shorterPeriods(period, yearStarts))

  const own = (period: string, row: RowId): Planned | null => {
    const value = set.get(`${period}#${nameOf(row)}`)
    if (value !== undefined) return { value, source: 'explicit', topDownGap: null }
    const kind = kindOf(period)
    const found = (repeated.get(nameOf(row)) ?? []).find((one) => one.every === kind && isInForce(one, period))
    return found === undefined ? null : { value: found.value, source: 'recurring', topDownGap: null }
  }
  const derived = (period: string, planOf: (shorter: string) => number | null): Planned | null => {
    const sum = derivePlan(null, shorterOf(period).map(planOf))
    return sum === null ? null : { value: sum.value, source: 'derived', topDownGap: null }
  }
  // Every row above asks for the plans of its parts again.
  const planned: PlanBook['planned'] = onceACell(
    (period, row) => own(period, row) ?? derived(period, (shorter) => planned(shorter, row)?.value ?? null),
  )
  const sumOfParts = (period: string, parts: readonly RowId[]): number | null =>
    sumOfKnown(parts.map((part) => planned(period, part)?.value ?? null))

  const plannedWithParts = (period: string, row: RowId, parts: readonly RowId[]): Planned | null => {
    const hasOwn = planned(period, row) !== null
    // Of a year with a plan of its own for some months only, the other months are what their parts add up to.
    const whole = !hasOwn
      ? null
      : (own(period, row) ?? derived(period, (shorter) => plannedWithParts(shorter, row, parts)?.value ?? null))
    const total = companyPlan(whole?.value ?? null, sumOfParts(period, parts))
    if (total === null) return null
    return { value: total.plan, source: whole?.source ?? 'sum', topDownGap: total.gap }
  }

  const ids = idsByScope([...Object.values(explicit).flat(), ...recurring])
  return { own, planned, plannedWithParts, idsOf: (metric, scope) => ids.get(`${metric}#${scope}`) ?? [] }
}

/** The period itself and every shorter one in it, whose targets its plan may be the sum of. */
export function periodsWithin(period: string, yearStarts: number): readonly string[] {
  return [period, ...shorterPeriods(period, yearStarts).flatMap((shorter) => periodsWithin(shorter, yearStarts))]
}

const nextShorter: Readonly<Record<PeriodKind, PeriodKind | null>> = {
  year: 'half',
  half: 'quarter',
  quarter: 'month',
  month: null,
}

function shorterPeriods(period: string, yearStarts: number): readonly string[] {
  const shorter = nextShorter[parsePeriod(period).kind]
  if (shorter === null) return []
  const months = monthsOf(period, yearStarts).filter((_, index) => index % periodMonths[shorter] === 0)
  return months.map((month) => periodsContaining(month, yearStarts)[shorter])
}

function byCell(explicit: Readonly<Record<string, readonly Target[]>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(explicit).flatMap(([period, targets]) =>
      targets.map((target) => [`${period}#${nameOf(target)}`, target.value] as const),
    ),
  )
}

function onceEach<T>(work: (period: string) => T): (period: string) => T {
  const known = new Map<string, T>()
  return (period) => {
    const found = known.get(period)
    if (found !== undefined) return found
    const made = work(period)
    known.set(period, made)
    return made
  }
}

function onceACell(work: PlanBook['planned']): PlanBook['planned'] {
  const known = new WeakMap<RowId, Map<string, Planned | null>>()
  return (period, row) => {
    const ofRow = known.get(row) ?? new Map<string, Planned | null>()
    known.set(row, ofRow)
    const found = ofRow.get(period)
    if (found !== undefined) return found
    const made = work(period, row)
    ofRow.set(period, made)
    return made
  }
}

function isInForce({ from, to }: RecurringTarget, period: string): boolean {
  return from <= period && (to === undefined || period <= to)
}

/** Recurring targets by row; the one that began last comes first, because it takes over from those before. */
function newestFirst(recurring: readonly RecurringTarget[]): ReadonlyMap<string, readonly RecurringTarget[]> {
  const byRow = new Map<string, RecurringTarget[]>()
  for (const target of recurring.toSorted((a, b) => (a.from < b.from ? 1 : -1))) {
    const name = nameOf(target)
    byRow.set(name, [...(byRow.get(name) ?? []), target])
  }
  return byRow
}

function idsByScope(rows: readonly RowId[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>()
  for (const { metric, scope, id } of rows) {
    const name = `${metric}#${scope}`
    ids.set(name, (ids.get(name) ?? new Set()).add(id))
  }
  return new Map([...ids].map(([name, found]) => [name, [...found].toSorted()]))
}

function nameOf({ metric, scope, id }: RowId): string {
  return `${metric}#${scope}#${id}`
}
