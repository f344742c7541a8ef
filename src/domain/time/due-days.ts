import { dateOf, dayOf, weekdayOf } from './days'
import { countsWorkingTime, dueDay } from './due'
import type { Due } from './due'
import { dayOff, isOpenOn } from './opening-hours'
import { dateIn } from './zone'
import type { Calendar, DueRule, OpenInterval } from '#schemas/model'

/** A day on the way to a due date that is not what its weekday says: passed over, or worked in its own way. */
export type UnusualDay =
  | { readonly date: string; readonly kind: 'weekend' | 'holiday' }
  | { readonly date: string; readonly kind: 'extra_working' }
  | { readonly date: string; readonly kind: 'short'; readonly hours: readonly OpenInterval[] }

const mostDays = 400

/**
 * The days between the anchor of a rule and the date it comes to that are worth telling, nearest to the anchor first:
 * days off that the count passed over, days off that are worked this time, days with hours of their own.
 */
export function unusualDays(rule: DueRule, due: Due, calendar: Calendar): readonly UnusualDay[] {
  const { value } = due.why.anchor
  if (due.dueAt === null || value === null || rule.kind === 'at_once' || rule.kind === 'at') return []
  const from = dayOf(value.includes('T') ? dateIn(calendar.timezone, value) : value)
  const to = dueDay(rule, due.dueAt, calendar)
  const step = to < from ? -1 : 1
  // Which days off were passed over the count itself says; it keeps the first sixty, the rest follows the same rule.
  const passed = new Set(due.why.skipped.map(({ date }) => date))
  const last = due.why.skipped.at(-1)?.date
  const isPassed = (day: number): boolean =>
    passed.has(dateOf(day)) || (countsWorkingTime(rule) && last !== undefined && (day - dayOf(last)) * step > 0)
  const days: UnusualDay[] = []
  for (let day = from; (to - day) * step >= 0 && days.length < mostDays; day += step) {
    const found = isOpenOn(calendar, day) ? worked(calendar, day) : off(calendar, day, isPassed(day))
    if (found !== undefined) days.push(found)
  }
  return days
}

function off(calendar: Calendar, day: number, passed: boolean): UnusualDay | undefined {
  const kind = dayOff(calendar, day)
  return passed && kind !== null ? { date: dateOf(day), kind } : undefined
}

function worked(calendar: Calendar, day: number): UnusualDay | undefined {
  const date = dateOf(day)
  const hours = calendar.shortDays[date]
  if (hours !== undefined) return { date, kind: 'short', hours }
  if (calendar.workWeek.includes(weekdayOf(day)) && !calendar.holidays.includes(date)) return undefined
  return { date, kind: 'extra_working' }
}
