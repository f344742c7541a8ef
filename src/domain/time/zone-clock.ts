/**
 * What clocks of a time zone show, by the platform's own zone data: a third of a small bundle less than a date library,
 * and the same answers (a test holds them against `temporal-polyfill`).
 */

const DAY_MS = 86_400_000

/** Tells how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
export type ZoneClock = (ms: number) => number

const clocks = new Map<string, ZoneClock>()

/** The clock of a zone; throws a RangeError for a zone that is not known. */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const clock: ZoneClock = (ms) => {
    const parts: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
  }
  clocks.set(zone, clock)
  return clock
}

/**
 * The instant at which clocks of a zone show a local time, given as if it were UTC milliseconds. A time that the clocks skip
 * moves on by the gap; of a time shown twice it is the first (RFC 5545 section 3.3.5, and Temporal's `compatible`).
 */
export function localToMs(zone: string, local: number): number {
  const clock = zoneClock(zone)
  const before = clock(local - DAY_MS)
  const after = clock(local + DAY_MS)
  const shown = [local - before, local - after].filter((ms) => ms + clock(ms) === local)
  return shown.length === 0 ? local - before : Math.min(...shown)
}
