import { peopleRefusal } from '#domain/people/words/people-refusal'
import { reportRefusal } from '#reports/words/report-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { addDays, isDate } from '#domain/time/days'
import { bounds, monthsOf, parsePeriod, periodAfter } from '#domain/time/period'
import type { Org } from '#domain/people/responsible'
import { pipelineOf } from '#domain/rules/stage-rules'
import { dateIn, msOf, startOfDay } from '#domain/time/zone'
import type { Money } from '#domain/deals/winning'
import type { Model } from '#schemas/model'
import type { Filters, Frame } from './scope'

/** What was asked for: a period by its name, or the first and the last day. */
export type Asked = Filters & { readonly period?: string; readonly from?: string; readonly to?: string }

/** What a frame is made of. */
export type Setting = {
  readonly caller: Caller
  readonly org: Org
  readonly model: Model
  readonly money: Money
  readonly now: string
}

/** Days of one’s own reach over this many months at most. */
const MOST_MONTHS = 36

/** The frame of a report, or a refusal that says which filter is wrong and what to write instead. */
export function frameOf(setting: Setting, asked: Asked): Frame & { readonly period: string | null } {
  const { model, now } = setting
  const zone = model.calendar.timezone
  const today = dateIn(zone, now)
  const span = spanOf(asked, today, model.plan.yearStarts)
  return {
    ...setting,
    filters: filtersOf(setting, asked),
    zone,
    now: msOf(now),
    today,
    from: msOf(startOfDay(zone, span.fromDay)),
    to: msOf(startOfDay(zone, span.toDay)),
    ...span,
  }
}

/** Every month that a frame touches, in order. */
export function monthsIn({ fromDay, toDay }: Pick<Frame, 'fromDay' | 'toDay'>): readonly string[] {
  const last = addDays(toDay, -1).slice(0, 7)
  const months: string[] = []
  for (let month = fromDay.slice(0, 7); month <= last; month = periodAfter(month)) months.push(month)
  return months
}

function spanOf(
  { period, from, to }: Asked,
  today: string,
  yearStarts: number,
): Pick<Frame, 'fromDay' | 'toDay' | 'months'> & { readonly period: string | null } {
  if (from === undefined && to === undefined) {
    const id = period ?? today.slice(0, 7)
    parsePeriod(id)
    const days = bounds(id, yearStarts)
    return { period: id, fromDay: days.from, toDay: days.to, months: monthsOf(id, yearStarts) }
  }
  if (period !== undefined) {
    throw reportRefusal('period_unknown.both')
  }
  if (!isDate(from) || !isDate(to)) {
    throw reportRefusal('period_unknown.days')
  }
  if (from > to) throw reportRefusal('period_unknown.swapped', { from, to })
  const toDay = addDays(to, 1)
  if (monthsIn({ fromDay: from, toDay }).length > MOST_MONTHS) {
    throw reportRefusal('period_unknown.too_long', { from, to, most: MOST_MONTHS })
  }
  return { period: null, fromDay: from, toDay, months: [] }
}

function filtersOf(
  { caller, org, model }: Setting,
  { direction, axis, department, person, where, field }: Asked,
): Filters {
  if (direction !== undefined) pipelineOf(model, direction)
  if (axis !== undefined) refuseAxis(model, axis)
  if (department !== undefined && !Object.hasOwn(org.departments, department)) {
    throw peopleRefusal('department_unknown', { id: department })
  }
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(axis === undefined ? {} : { axis }),
    ...(department === undefined ? {} : { department }),
    ...(person === undefined ? {} : { person: personOf(caller, org, person) }),
    ...(where === undefined ? {} : { where }),
    ...(field === undefined ? {} : { field }),
  }
}

function refuseAxis({ axes }: Model, asked: string): void {
  const known = Object.entries(axes).flatMap(([axis, values]) => values.map((value) => `${axis}=${value}`))
  if (known.includes(asked)) return
  throw reportRefusal('field_value.axis', { asked, known })
}

function personOf(caller: Caller, org: Org, asked: string): string {
  const id = asked === 'me' && caller.employee !== null ? caller.employee : asked
  if (!Object.hasOwn(org.employees, id)) throw peopleRefusal('employee_unknown', { id })
  const sees = reaches(caller, 'deals_read', id, org) || reaches(caller, 'plan_read', id, org)
  if (!sees) throw reportRefusal('forbidden.report_of', { id })
  return id
}
