import { reaches, type Caller } from '#domain/kernel/access'
import { addDays, isDate } from '#domain/time/days'
import { bounds, monthsOf, parsePeriod, periodAfter } from '#domain/time/period'
import { Refusal } from '#domain/kernel/refusal'
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
    throw new Refusal('period_unknown', 'Name either a period or the days from and to, not both.')
  }
  if (!isDate(from) || !isDate(to)) {
    throw new Refusal('period_unknown', 'Name both days, from and to, such as from=2026-11-01&to=2026-11-15.')
  }
  if (from > to) throw new Refusal('period_unknown', `“from” is ${from}, after “to”, which is ${to}. Swap them.`)
  const toDay = addDays(to, 1)
  if (monthsIn({ fromDay: from, toDay }).length > MOST_MONTHS) {
    throw new Refusal(
      'period_unknown',
      `From ${from} to ${to} is more than ${MOST_MONTHS} months. Ask for a shorter time.`,
    )
  }
  return { period: null, fromDay: from, toDay, months: [] }
}

function filtersOf({ caller, org, model }: Setting, { direction, axis, department, person }: Asked): Filters {
  if (direction !== undefined) pipelineOf(model, direction)
  if (axis !== undefined) refuseAxis(model, axis)
  if (department !== undefined && !Object.hasOwn(org.departments, department)) {
    throw new Refusal('department_unknown', `There is no department “${department}”.`)
  }
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(axis === undefined ? {} : { axis }),
    ...(department === undefined ? {} : { department }),
    ...(person === undefined ? {} : { person: personOf(caller, org, person) }),
  }
}

function refuseAxis({ axes }: Model, asked: string): void {
  const known = Object.entries(axes).flatMap(([axis, values]) => values.map((value) => `${axis}=${value}`))
  if (known.includes(asked)) return
  throw new Refusal('field_value', `“${asked}” is no axis value. There are: ${known.join(', ')}.`)
}

function personOf(caller: Caller, org: Org, asked: string): string {
  const id = asked === 'me' && caller.employee !== null ? caller.employee : asked
  if (!Object.hasOwn(org.employees, id)) throw new Refusal('employee_unknown', `There is no employee “${id}”.`)
  const sees = reaches(caller, 'deals_read', id, org) || reaches(caller, 'plan_read', id, org)
  if (!sees) throw new Refusal('forbidden', `You may not see the deals and tasks of “${id}”.`)
  return id
}
