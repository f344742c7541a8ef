import { digitsOf } from '#domain/kernel/currency'
import { reportCell } from '#domain/kernel/report-cell'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import type { Metric, PlanScope, ProgressRow } from '#schemas/plan'
import type { ReportGroup } from '#schemas/report-names'
import type { PlanSeen } from '#usecases/plan/read-plan'

import { itemsAddress } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { planTexts } from './texts/plan-texts'

/** What a page of the plan is asked for, as its address says it. */
export type PlanAddress = {
  readonly period: string
  readonly metric: Metric
  readonly by: PlanScope
  readonly row?: { readonly scope: PlanScope; readonly id: string }
  /** By name instead of whoever is behind first. */
  readonly sort?: 'name'
}

/** What is shown of a plan, and how it was asked for. */
export type ShownPlan = {
  readonly ask: PageAsk
  readonly model: Model
  readonly seen: PlanSeen
  readonly asked: PlanAddress
}

/** The address of the page of a plan. */
export function planAddress({ period, metric, by, row, sort }: PlanAddress): string {
  const more = row === undefined ? {} : { scope: row.scope, id: row.id }
  const sorted = sort === undefined ? {} : { sort }
  return `/app/plan?${new URLSearchParams({ period, metric, by, ...more, ...sorted }).toString()}`
}

/** A value of a plan as people read it: money for sums, a number for counts. */
export function planValue({ ask, seen }: Pick<ShownPlan, 'ask' | 'seen'>, value: number | null): string {
  if (value === null) return '–'
  return seen.metric === 'sum' ? ask.format.money(value, seen.currency) : ask.format.number(value)
}

/** A value that is worked out rather than counted, such as a pace: nobody reads its kopecks. */
export function roughValue(shown: Pick<ShownPlan, 'ask' | 'seen'>, value: number | null): string {
  if (value === null || shown.seen.metric !== 'sum') return planValue(shown, value)
  const whole = 10 ** digitsOf(shown.seen.currency)
  return planValue(shown, Math.ceil(value / whole) * whole)
}

/** What a row is called: the company and its rest in the language of the page, all others as they are named. */
export function rowName({ scope, id, name }: Pick<ProgressRow, 'scope' | 'id' | 'name'>, language: Language): string {
  const t = planTexts[language]
  if (scope === 'company') return id === '' ? t.company : t.unplanned
  return scope === 'department' && id === '' ? t.noDepartment : name
}

const groups: Readonly<Record<PlanScope, ReportGroup>> = {
  company: 'company',
  department: 'department',
  employee: 'person',
  pipeline: 'direction',
  axis: 'axis',
  employee_pipeline: 'person',
}

/** Where the deals or tasks behind the fact of a row are listed: they come to that number. */
export function factAddress(
  { asked }: Pick<ShownPlan, 'asked'>,
  { scope, id }: Pick<ProgressRow, 'scope' | 'id'>,
): string {
  const [employee = '', direction = ''] = scope === 'employee_pipeline' ? id.split('/') : [id]
  return itemsAddress('plan_fact', {
    period: asked.period,
    metric: asked.metric,
    by: groups[scope],
    ...(direction === '' ? {} : { direction }),
    cell: reportCell('plan', scope === 'company' ? 'company' : employee, 'fact'),
  })
}
