/** Calendar-day arithmetic on ISO dates (`2026-12-31`) and on day numbers (days since 1970-01-01), without any zone. */

const DAY_MS = 86_400_000

/** Says whether a value is a calendar day that exists, written `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(`${value}T00:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)
}

/** Gives the day number (days since 1970-01-01) of an ISO date; a date that does not exist is refused. */
export function dayOf(date: string): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`)
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) {
    throw new Error(`“${date}” is not a date. Write it as year-month-day, such as 2027-03-01.`)
  }
  return ms / DAY_MS
}

/** Gives the ISO date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Gives the weekday of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Gives the ISO date `count` days (which may be negative) after a date. */
export function addDays(date: string, count: number): string {
  return dateOf(dayOf(date) + count)
}

/** Gives the day number `count` months (which may be negative) on; a day the month lacks becomes its last one. */
export function addMonthsToDay(day: number, count: number): number {
  const [year, month, dayOfMonth] = dateOf(day).split('-').map(Number) as [number, number, number]
  const target = year * 12 + (month - 1) + count
  const first = Date.UTC(Math.floor(target / 12), ((target % 12) + 12) % 12, 1) / DAY_MS
  const next = Date.UTC(Math.floor((target + 1) / 12), (((target + 1) % 12) + 12) % 12, 1) / DAY_MS
  return Math.min(first + dayOfMonth - 1, next - 1)
}
