import { dateOf, dayOf, weekdayOf } from './days'
import { dayAt, wallTimeMs } from './zone'
import type { Calendar, OpenInterval } from '#schemas/model'

/** A stretch of opening time: instants in milliseconds since 1970, the end inclusive. */
export type OpenSpan = { readonly from: number; readonly to: number }

/** Why nobody works on a day: it is listed as a holiday (or closed by hand), or its weekday is not in the work week. */
export type DayOff = 'holiday' | 'weekend'

/** The longest stretch without working time, in days, before a calendar is refused. */
export const LONGEST_CLOSURE_DAYS = 400

const KEPT_DAYS = 4000

type Expansion = {
  readonly workWeek: ReadonlySet<number>
  /** The hours of a weekday that is worked, from Monday (1) on. */
  readonly hoursOf: readonly (readonly OpenInterval[])[]
  /** Dates that differ from their weekday: their hours, or `null` where the day is a holiday. */
  readonly exceptions: ReadonlyMap<number, readonly OpenInterval[] | null>
  readonly spans: Map<number, readonly OpenSpan[]>
}

const expansions = new WeakMap<Calendar, Expansion>()

/** Gives the opening hours that begin on a day number as spans in order; none where nobody works. */
export function spansOn(calendar: Calendar, day: number): readonly OpenSpan[] {
  const { spans } = expansionOf(calendar)
  const kept = spans.get(day)
  if (kept !== undefined) return kept
  if (spans.size >= KEPT_DAYS) spans.clear()
  const found = spansFrom(calendar.timezone, day, hoursOn(calendar, day), nightEndMs(calendar, day))
  spans.set(day, found)
  return found
}

/** Gives the day number whose working day an instant in milliseconds belongs to: in a night shift, the day it began on. */
export function workDayAt(calendar: Calendar, ms: number): number {
  const day = dayAt(calendar.timezone, ms)
  const nightShift = spansOn(calendar, day - 1).at(-1)
  return nightShift !== undefined && ms < nightShift.to && nightShift.from <= ms ? day - 1 : day
}

/** Says whether somebody works on a day number. */
export function isOpenOn(calendar: Calendar, day: number): boolean {
  return hoursOn(calendar, day).length > 0
}

/** Says why nobody works on a day number; `null` where somebody does. */
export function dayOff(calendar: Calendar, day: number): DayOff | null {
  if (isOpenOn(calendar, day)) return null
  return expansionOf(calendar).exceptions.has(day) ? 'holiday' : 'weekend'
}

/**
 * Gives the working day reached by `count` working days forward from a day number, which itself is not counted.
 * A negative count goes back. A calendar without a working day in 400 days is refused.
 */
export function workingDayFrom(calendar: Calendar, day: number, count: number): number {
  const step = count < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(count); left > 0; left -= 1) reached = openDayAtOrPast(calendar, reached + step, step)
  return reached
}

/** Gives the first working day at or past a day number, going forward (step 1) or back (step -1). */
export function openDayAtOrPast(calendar: Calendar, day: number, step: 1 | -1): number {
  for (let away = 0; away <= LONGEST_CLOSURE_DAYS; away += 1) {
    if (isOpenOn(calendar, day + away * step)) return day + away * step
  }
  throw noWorkingTime(day, step)
}

/** Refuses a calendar that has no working time in the 400 days from a day number, forward (1) or back (-1). */
export function noWorkingTime(day: number, step: 1 | -1): Error {
  const stretch = step === 1 ? `from ${dateOf(day)} on` : `up to ${dateOf(day)}`
  return new Error(
    `This calendar has no working time in the ${LONGEST_CLOSURE_DAYS} days ${stretch}. ` +
      'Give it a work_week and hours, such as mon-fri and 09:00-18:00.',
  )
}

/** Gives the closing time, in milliseconds, of a day number; on a day off, the time at which a normal day closes. */
export function closingMs(calendar: Calendar, day: number): number {
  const lastSpan = spansOn(calendar, day).at(-1)
  if (lastSpan !== undefined) return lastSpan.to
  const last = usualHoursOn(calendar, day).at(-1)
  return last === undefined ? wallTimeMs(calendar.timezone, day + 1, '00:00') : endMs(calendar.timezone, day, last)
}

/** Says whether an interval ends on the day after the one it begins on. */
export function isNightShift({ from, to }: OpenInterval): boolean {
  return to < from
}

/** Gives the opening hours of a day number as the calendar says them; none where nobody works. */
export function hoursOn(calendar: Calendar, day: number): readonly OpenInterval[] {
  const { exceptions, workWeek } = expansionOf(calendar)
  const exception = exceptions.get(day)
  if (exception !== undefined) return exception ?? []
  return workWeek.has(weekdayOf(day)) ? usualHoursOn(calendar, day) : []
}

function usualHoursOn(calendar: Calendar, day: number): readonly OpenInterval[] {
  return expansionOf(calendar).hoursOf[weekdayOf(day) - 1] ?? []
}

/** When the night shift of the day before ends; before all time where there is none. */
function nightEndMs(calendar: Calendar, day: number): number {
  const last = hoursOn(calendar, day - 1).at(-1)
  return last === undefined || !isNightShift(last) ? -Infinity : endMs(calendar.timezone, day - 1, last)
}

function expansionOf(calendar: Calendar): Expansion {
  const kept = expansions.get(calendar)
  if (kept !== undefined) return kept
  const hoursOf = [1, 2, 3, 4, 5, 6, 7].map((weekday) => inOrder(calendar.weekHours?.[weekday] ?? calendar.hours))
  const exceptions = new Map<number, readonly OpenInterval[] | null>()
  // The later line wins: a date that is called worked or is given hours is worked, whatever else it is.
  for (const date of calendar.holidays) exceptions.set(dayOf(date), null)
  for (const date of calendar.extraWorkingDays) {
    exceptions.set(dayOf(date), hoursOf[weekdayOf(dayOf(date)) - 1] ?? [])
  }
  for (const [date, short] of Object.entries(calendar.shortDays)) exceptions.set(dayOf(date), inOrder(short))
  const made: Expansion = { workWeek: new Set(calendar.workWeek), hoursOf, exceptions, spans: new Map() }
  expansions.set(calendar, made)
  return made
}

function inOrder(hours: readonly OpenInterval[]): readonly OpenInterval[] {
  return hours.filter(({ from, to }) => from !== to).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function spansFrom(zone: string, day: number, hours: readonly OpenInterval[], nightEnd: number): readonly OpenSpan[] {
  const spans: OpenSpan[] = []
  // A night shift may reach into the hours of the next day, and in the night the clocks go forward two intervals may
  // fall onto each other; no minute is worked twice.
  let last = nightEnd
  for (const interval of hours) {
    const span = { from: Math.max(wallTimeMs(zone, day, interval.from), last), to: endMs(zone, day, interval) }
    if (span.to <= span.from) continue
    spans.push(span)
    last = span.to
  }
  return spans
}

function endMs(zone: string, day: number, interval: OpenInterval): number {
  return wallTimeMs(zone, isNightShift(interval) ? day + 1 : day, interval.to)
}
