import { addMonthsToDay, dayOf } from './days'
import {
  closingMs,
  isOpenOn,
  LONGEST_CLOSURE_DAYS,
  noWorkingTime,
  openDayAtOrPast,
  spansOn,
  workDayAt,
  workingDayFrom,
} from './opening-hours'
import { dayAt, instantOf, msOf } from './zone'
import type { Calendar, Duration } from '#schemas/model'

/** Working time: instants are UTC ISO texts with milliseconds, dates are `YYYY-MM-DD` in the calendar's zone. */

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * Gives the instant a duration after `from`. Hours and minutes are elapsed time (working ones run in opening hours only,
 * the end inclusive); days, weeks and months end at closing time of the day they reach.
 */
export function addDuration(calendar: Calendar, from: string, duration: Duration): string {
  return instantOf(shiftMs(calendar, msOf(from), duration, 1))
}

/** Gives the instant a duration before `from`, by the same rules as going forward. */
export function subtractDuration(calendar: Calendar, from: string, duration: Duration): string {
  return instantOf(shiftMs(calendar, msOf(from), duration, -1))
}

/**
 * Gives the day number that whole days, weeks or months reach from a day number, forward (1) or back (-1).
 * The day itself is not counted, whether it is worked or not. A working week is as many working days as the work week has;
 * a working month is the same day of the month further on, moved on in the same direction to a working day.
 */
export function shiftDay(calendar: Calendar, day: number, duration: Duration, direction: 1 | -1): number {
  const { unit, kind } = duration
  const count = duration.count * direction
  if (unit === 'months') {
    const reached = addMonthsToDay(day, count)
    return kind === 'working' ? openDayAtOrPast(calendar, reached, direction) : reached
  }
  if (kind === 'calendar') return day + count * (unit === 'weeks' ? 7 : 1)
  const days = unit === 'weeks' ? count * Math.max(1, calendar.workWeek.length) : count
  return days === 0 ? openDayAtOrPast(calendar, day, direction) : workingDayFrom(calendar, day, days)
}

/** Says whether somebody works on a date. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return isOpenOn(calendar, dayOf(date))
}

/** Counts the working days from a date up to, and without, another; 0 where there are none between them. */
export function workingDaysBetween(calendar: Calendar, fromDate: string, toDateExclusive: string): number {
  const end = dayOf(toDateExclusive)
  let count = 0
  for (let day = dayOf(fromDate); day < end; day += 1) if (isOpenOn(calendar, day)) count += 1
  return count
}

/** Gives the seconds of opening time between two instants; 0 where `to` is not after `from`. */
export function workingSecondsBetween(calendar: Calendar, from: string, to: string): number {
  const start = msOf(from)
  const end = msOf(to)
  if (end <= start) return 0
  let worked = 0
  const lastDay = dayAt(calendar.timezone, end)
  for (let day = dayAt(calendar.timezone, start) - 1; day <= lastDay; day += 1) {
    for (const span of spansOn(calendar, day)) {
      worked += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start))
    }
  }
  return worked / 1000
}

/** Gives the instant itself where it is inside opening hours, else the next opening; closing time itself counts as closed. */
export function nextOpening(calendar: Calendar, instant: string): string {
  return instantOf(consume(calendar, msOf(instant), 0))
}

/** Gives the closing instant of a date; on a day off, the time at which a normal day closes. */
export function closingOf(calendar: Calendar, date: string): string {
  return instantOf(closingMs(calendar, dayOf(date)))
}

function shiftMs(calendar: Calendar, from: number, duration: Duration, direction: 1 | -1): number {
  if (duration.unit === 'minutes' || duration.unit === 'hours') {
    const length = duration.count * (duration.unit === 'hours' ? HOUR_MS : MINUTE_MS)
    if (duration.kind === 'calendar') return from + length * direction
    return direction === 1 ? consume(calendar, from, length) : consumeBack(calendar, from, length)
  }
  return closingMs(calendar, shiftDay(calendar, dayFor(calendar, from, duration), duration, direction))
}

/** Working days count from the day whose shift is under way, calendar days from the date. */
function dayFor(calendar: Calendar, from: number, { kind }: Duration): number {
  return kind === 'working' ? workDayAt(calendar, from) : dayAt(calendar.timezone, from)
}

function consume(calendar: Calendar, from: number, length: number): number {
  let left = length
  // The shift of the night before may still be under way.
  let day = dayAt(calendar.timezone, from) - 1
  for (let closed = -1; closed <= LONGEST_CLOSURE_DAYS; closed += 1, day += 1) {
    for (const span of spansOn(calendar, day)) {
      if (span.to <= from) continue
      const begin = Math.max(span.from, from)
      if (left <= span.to - begin) return begin + left
      left -= span.to - begin
      closed = 0
    }
  }
  throw noWorkingTime(day - LONGEST_CLOSURE_DAYS - 1, 1)
}

function consumeBack(calendar: Calendar, from: number, length: number): number {
  let left = length
  let day = dayAt(calendar.timezone, from)
  for (let closed = 0; closed <= LONGEST_CLOSURE_DAYS; closed += 1, day -= 1) {
    for (const span of spansOn(calendar, day).toReversed()) {
      if (span.from >= from) continue
      const end = Math.min(span.to, from)
      if (left <= end - span.from) return end - left
      left -= end - span.from
      closed = 0
    }
  }
  throw noWorkingTime(day + LONGEST_CLOSURE_DAYS + 1, -1)
}
