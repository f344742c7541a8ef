import { dateOf, dayOf, isDate } from './days'
import { localToMs, zoneClock } from './zone-clock'

/** Wall clock and instants of a time zone. Instants are UTC ISO texts with milliseconds, so that they sort as text. */

const DAY_MS = 86_400_000
const KEPT_DAYS = 4000

/** First instants of days, by zone and day number: a zone lookup costs some 20 µs, and due dates ask for the same days. */
const dayStarts = new Map<string, Map<number, number>>()

/** Says whether a text names a time zone that is known, such as `Europe/Moscow`. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    zoneClock(zone)
    return true
  } catch {
    // The platform tells an unknown zone by throwing; there is no other question to ask it.
    return false
  }
}

/** Gives the calendar day (`YYYY-MM-DD`) that an instant falls on in a zone. */
export function dateIn(zone: string, instant: string): string {
  return dateOf(dayAt(zone, msOf(instant)))
}

/** Gives the instant at which a calendar day begins in a zone. */
export function startOfDay(zone: string, date: string): string {
  return instantOf(startOfDayMs(zone, dayOf(date)))
}

/** Gives the instant at which clocks of a zone show `time` (`HH:MM`, up to `24:00`) on a calendar day. */
export function wallTime(zone: string, date: string, time: string): string {
  return instantOf(wallTimeMs(zone, dayOf(date), time))
}

/** Gives the day number that an instant in milliseconds falls on in a zone. */
export function dayAt(zone: string, ms: number): number {
  const guess = Math.floor(ms / DAY_MS)
  if (ms < startOfDayMs(zone, guess)) return guess - 1
  return ms < startOfDayMs(zone, guess + 1) ? guess : guess + 1
}

/** Gives the first instant, in milliseconds, of a day number in a zone. */
export function startOfDayMs(zone: string, day: number): number {
  let starts = dayStarts.get(zone)
  if (starts === undefined || starts.size >= KEPT_DAYS) {
    starts = new Map()
    dayStarts.set(zone, starts)
  }
  const kept = starts.get(day)
  if (kept !== undefined) return kept
  const start = localToMs(zone, day * DAY_MS)
  starts.set(day, start)
  return start
}

/**
 * Gives the instant, in milliseconds, at which clocks show `time` on a day number.
 * A time that the clocks skip moves on by the gap; of a time shown twice it is the first.
 */
export function wallTimeMs(zone: string, day: number, time: string): number {
  if (time === '24:00') return startOfDayMs(zone, day + 1)
  const start = startOfDayMs(zone, day)
  // On a day without a clock change the arithmetic is exact, and some hundred times cheaper than asking for the zone.
  if (startOfDayMs(zone, day + 1) - start === DAY_MS) return start + minutesOf(time) * 60_000
  return localToMs(zone, day * DAY_MS + minutesOf(time) * 60_000)
}

/** Says whether a value is an instant as it is kept: in UTC, with milliseconds. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value)
}

/**
 * The instant that a text with its zone names, such as `2027-03-01T10:00+03:00`, as it is kept; undefined for a text that
 * leaves the zone out or names a day or a time that does not exist.
 */
export function instantIn(text: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i.exec(text)
  const ms = found === null || !isDate(found[1]) ? Number.NaN : Date.parse(text.replace(' ', 'T').toUpperCase())
  return Number.isNaN(ms) ? undefined : instantOf(ms)
}

/** Gives the instant, in milliseconds, at which clocks of a zone show on another day number what they show at an instant. */
export function sameTimeMs(zone: string, ms: number, day: number): number {
  const local = ms + zoneClock(zone)(ms)
  return localToMs(zone, day * DAY_MS + (local - Math.floor(local / DAY_MS) * DAY_MS))
}

/** Gives the milliseconds since 1970 of an instant; a text that is no instant is refused. */
export function msOf(instant: string): number {
  // A text without a zone would be read in the zone of whichever machine this runs on.
  const ms = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(ms)) {
    throw new Error(`“${instant}” is not an instant. Write it such as 2026-12-31T15:00:00.000Z.`)
  }
  return ms
}

/** Writes milliseconds since 1970 as an instant: UTC, always with milliseconds. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString()
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
