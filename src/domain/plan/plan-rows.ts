import { sumOf } from '#domain/kernel/money'
import type { PlanBook, RowId } from './plan-book'
import { axisValues, nameOfPlanned, type Company } from './plan-scope'
import { bounds, monthsOf } from '#domain/time/period'
import { progress, workingDaysOf, type WorkingDays } from './progress'
import { divideHalfEven } from '#domain/kernel/ratio'
import { stagesToWin } from '#domain/rules/stage-rules'
import { inCompanyCurrency } from '#domain/deals/currency-sums'
import type { Money } from '#domain/deals/winning'
import type { LedgerKey } from '#schemas/deal'
import type { Contribution } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Metric, PlanScope, ProgressRow } from '#schemas/plan'
import type { CurrencySum } from '#schemas/views'

type Amounts = Pick<Contribution, 'sumMinor' | 'count' | 'tasksDone'>

/** Everything that progress is worked out from. */
export type PlanBooks = {
  readonly book: PlanBook
  /** Counters of every month of the period. */
  readonly facts: readonly (LedgerKey & Amounts)[]
  readonly model: Model
  readonly org: Company['org']
  /** What is on the board now, by direction and stage. */
  readonly columns: readonly {
    readonly pipeline: string
    readonly stage: string
    readonly count: number
    readonly sums: readonly CurrencySum[]
  }[]
  /** By which amounts on the board come to company currency. */
  readonly money: Money
}

/** Which rows: a metric of everybody or everything of one kind, over a period, as of a day. */
export type AskedRows = {
  readonly period: string
  readonly metric: Metric
  readonly by: PlanScope
  readonly today: string
}

/** The id of the row that adds up what sellers without a plan brought. */
export const unplannedId = 'unplanned'

/**
 * Where the plans of one kind stand. Everybody with a plan or a fact has a row, every direction and axis value has one;
 * rows of the company and of employees end with what sellers without a plan brought.
 */
export function progressRows(books: PlanBooks, asked: AskedRows): readonly ProgressRow[] {
  const facts = factsOf(books, asked)
  const workingDays = daysOf(books, asked)
  const rows = idsOf(books, asked, facts).flatMap((id) => {
    const row = rowOf(books, asked, { id, fact: facts.get(id) ?? 0, workingDays })
    return row.plan !== null || row.fact !== 0 || isAlwaysShown(asked.by) ? [row] : []
  })
  if (asked.by !== 'company' && asked.by !== 'employee') return rows
  return [...rows, unplannedRow(books, asked, workingDays)]
}

/** Working days of the period asked for, by the company’s calendar. */
export function daysOf({ model }: Pick<PlanBooks, 'model'>, { period, today }: AskedRows): WorkingDays {
  return workingDaysOf(model.calendar, bounds(period, model.plan.yearStarts), today)
}

/** Currencies of open deals that have no rate: their amounts are in no coverage, which somebody has to be told. */
export function withoutRate({ columns, money }: PlanBooks, metric: Metric): string[] {
  return metric === 'sum'
    ? [
        ...inCompanyCurrency(
          columns.flatMap(({ sums }) => sums),
          money,
        ).noRate,
      ]
    : []
}

/** Whether what is counted under a key counts for a row of the plan. */
export function countsFor(key: LedgerKey, { scope, id }: Pick<RowId, 'scope' | 'id'>): boolean {
  return idsOfFact(key, scope).includes(id)
}

/** What an amount brings in a metric of the plan. */
export function amountIn({ sumMinor, count, tasksDone }: Amounts, metric: Metric): number {
  switch (metric) {
    case 'sum':
      return sumMinor
    case 'count':
      return count
    case 'tasks_done':
      return tasksDone
  }
}

type RowFacts = { readonly id: string; readonly fact: number; readonly workingDays: WorkingDays }

function rowOf(books: PlanBooks, asked: AskedRows, { id, fact, workingDays }: RowFacts): ProgressRow {
  const { period, metric, by: scope } = asked
  const row = { metric, scope, id }
  const planned = books.book.plannedWithParts(period, row, partsOf(books, row))
  const weightedOpen = weightedOpenOf(books, row)
  return {
    ...row,
    name: nameOfPlanned(row, books),
    ...progress({
      plan: planned?.value ?? null,
      fact,
      workingDays,
      ...(weightedOpen === undefined ? {} : { weightedOpen }),
    }),
    planSource: planned?.source ?? null,
    topDownGap: planned?.topDownGap ?? null,
  }
}

function unplannedRow(books: PlanBooks, asked: AskedRows, workingDays: WorkingDays): ProgressRow {
  const { period, metric } = asked
  const byEmployee = factsOf(books, { ...asked, by: 'employee' })
  const isPlanned = (id: string): boolean => books.book.planned(period, { metric, scope: 'employee', id }) !== null
  const fact = sumOf([...byEmployee].flatMap(([id, brought]) => (isPlanned(id) ? [] : [brought])))
  return {
    metric,
    scope: 'company',
    id: unplannedId,
    name: 'Sellers without a plan',
    ...progress({ plan: null, fact, workingDays }),
    planSource: null,
    topDownGap: null,
  }
}

function isAlwaysShown(by: PlanScope): boolean {
  return by === 'company' || by === 'pipeline' || by === 'axis'
}

function factsOf({ facts, model }: PlanBooks, { period, metric, by }: AskedRows): ReadonlyMap<string, number> {
  const months = new Set(monthsOf(period, model.plan.yearStarts))
  const sums = new Map<string, number>()
  for (const fact of facts) {
    if (!months.has(fact.month)) continue
    for (const id of idsOfFact(fact, by)) sums.set(id, sumOf([sums.get(id) ?? 0, amountIn(fact, metric)]))
  }
  return sums
}

function idsOfFact({ department, employee, pipeline, axes }: LedgerKey, by: PlanScope): readonly string[] {
  switch (by) {
    case 'company':
      return ['']
    case 'department':
      return [department]
    case 'employee':
      return [employee]
    case 'pipeline':
      return [pipeline]
    case 'axis':
      return axes === '' ? [] : axes.split(',')
    case 'employee_pipeline':
      return [`${employee}/${pipeline}`]
  }
}

/** Ids that may have a row: directions and axis values in the order of the file, the rest by name. */
function idsOf(books: PlanBooks, { metric, by }: AskedRows, facts: ReadonlyMap<string, number>): readonly string[] {
  const found = [...books.book.idsOf(metric, by), ...facts.keys()]
  if (by === 'company') return ['']
  if (by === 'pipeline') return [...new Set([...Object.keys(books.model.pipelines), ...found])]
  if (by === 'axis') return [...new Set([...axisValues(books.model), ...found])]
  const departments = by === 'department' ? Object.keys(books.org.departments) : []
  const named = [...new Set([...found, ...departments])].map((id) => ({
    id,
    name: nameOfPlanned({ scope: by, id }, books),
  }))
  return named.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

/** Whose plans add up to a row’s: of the company all employees’, of a department those of who is in it now. */
function partsOf({ book, org }: PlanBooks, { metric, scope, id }: RowId): readonly RowId[] {
  if (scope !== 'company' && scope !== 'department') return []
  return book
    .idsOf(metric, 'employee')
    .filter((employee) => scope === 'company' || org.employees[employee]?.department === id)
    .map((employee) => ({ metric, scope: 'employee', id: employee }))
}

/**
 * Open deals times the chance of their stage, of the company or a direction; unknown for anybody else, because columns
 * are counted for all owners together. Stages after winning are left out: their deals are in the fact already.
 */
function weightedOpenOf({ model, columns, money }: PlanBooks, { metric, scope, id }: RowId): number | undefined {
  if (metric === 'tasks_done' || (scope !== 'company' && scope !== 'pipeline')) return undefined
  const chances = new Map<string, number>()
  for (const pipeline of Object.values(model.pipelines)) {
    if (scope === 'pipeline' && pipeline.id !== id) continue
    for (const stage of stagesToWin(pipeline)) {
      if (stage.chance !== undefined) chances.set(`${pipeline.id}#${stage.id}`, stage.chance)
    }
  }
  if (chances.size === 0) return undefined
  let total = 0n
  for (const { pipeline, stage, count, sums } of columns) {
    // Chances are percents that may have decimals: in hundredths of a percent they are whole.
    const chance = Math.round((chances.get(`${pipeline}#${stage}`) ?? 0) * 100)
    total += BigInt(metric === 'sum' ? inCompanyCurrency(sums, money).minor : count) * BigInt(chance)
  }
  return Number(divideHalfEven(total, 10_000n))
}
