import { own } from '#domain/kernel/own'
import { addDays, isDate } from '#domain/time/days'
import { dateIn, instantOf } from '#domain/time/zone'
import { localToMs } from '#domain/time/zone-clock'

/** The instant at which the clocks of a zone show a day and time (`2026-12-01T10:00`); of a time shown twice the first. */
export function instantIn(local: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`)
  return Number.isNaN(asUtc) ? undefined : new Date(localToMs(zone, asUtc)).toISOString()
}

/** Where a day is typed: the zone of the company, and the moment (milliseconds) from which tomorrow is counted. */
export type Typing = { readonly zone: string; readonly now?: number }

/**
 * The instant that somebody has typed by the clocks of a zone: a day as `typedDay` reads it, then hours and minutes.
 * Undefined for a day or a time that does not exist.
 */
export function typedMoment(text: string, typing: Typing): string | undefined {
  const words = text.trim().replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ')
  const [date = '', time = '', ...more] = words.split(/[\s,]+(?:(?:в|at)\s+)?/iu)
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time)
  const day = typedDay(date, typing)
  if (clock === null || day === undefined || more.length > 0) return undefined
  return instantIn(`${day}T${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}`, typing.zone)
}

/** A day (`2026-12-31`) as the language of the page writes it: `31.12.2026`, `31/12/2026`. */
export function writtenDay(date: string, language: string | undefined): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  return [day, month, year].join(language === 'ru' ? '.' : '/')
}

/** A day and a time by the clocks of the company (`2026-12-31T16:30`) likewise. */
export function writtenMoment(local: string, language: string | undefined): string {
  return `${writtenDay(local, language)} ${local.slice(11, 16)}`
}

const near: Readonly<Record<string, number>> = {
  позавчера: -2,
  вчера: -1,
  сегодня: 0,
  завтра: 1,
  послезавтра: 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
}

/**
 * The day that somebody has typed: day, month and year, or the year first, with points, slashes or dashes; today and the
 * days next to it by their names, in either language.
 */
export function typedDay(text: string, { zone, now = Date.now() }: Typing): string | undefined {
  const away = own(near, text.toLowerCase())
  if (away !== undefined) return addDays(dateIn(zone, instantOf(now)), away)
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text)
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text)
  const [year = '', month = '', day = ''] = yearFirst?.slice(1) ?? dayFirst?.slice(1).toReversed() ?? []
  const written = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(written) ? written : undefined
}
