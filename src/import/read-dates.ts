import { dateOf, dayOf, isDate } from '#domain/time/days'
import { monthNamed } from '#domain/time/month-names'
import { dateIn, instantIn, instantOf, msOf, wallTime } from '#domain/time/zone'

import { say, ValueError } from './say'

/** A day, with the time of day (`HH:mm` or `HH:mm:ss`) where it is written. */
export type WrittenDate = { readonly date: string; readonly time?: string }

/** How dates are written, and the zone whose clocks they go by. */
export type DateWriting = { readonly patterns: readonly string[]; readonly zone: string }

/**
 * Reads a date, with the time of day where the pattern has one. An instant that names its own zone is read whatever the
 * patterns, as the clocks of the company show it then; but where a pattern passes over what stands behind the day.
 */
export function readDate(text: string, { patterns, zone }: DateWriting): WrittenDate {
  const exact = patterns.some((one) => one.endsWith('*') && !/[Hh]/.test(one)) ? undefined : instantIn(text)
  if (exact !== undefined) return shownIn(zone, exact)
  for (const pattern of patterns) {
    const found = pattern === 'excel' ? excelDate(text) : matchDate(text, pattern)
    if (found !== undefined) return found
  }
  const day = patterns.includes('excel') ? undefined : excelDate(text)?.date
  throw new ValueError(day === undefined ? say('not_date', { text, patterns }) : say('date_excel', { text, day }))
}

/** Reads a day with its time of day by the clocks of a zone; an instant that names its own zone is read whatever the patterns. */
export function readMoment(text: string, { patterns, zone }: DateWriting): string {
  const exact = instantIn(text)
  if (exact !== undefined) return exact
  const { date, time } = readDate(text, { patterns, zone })
  if (time === undefined) throw new ValueError(say('no_time', { text, patterns }))
  return momentOf({ date, time }, zone)
}

/** The instant at which the clocks of a zone show a day and a time. */
export function momentOf({ date, time }: Required<WrittenDate>, zone: string): string {
  return instantOf(msOf(wallTime(zone, date, time.slice(0, 5))) + Number(time.slice(6)) * 1000)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of a zone show at an instant. */
function shownIn(zone: string, instant: string): WrittenDate {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' })
  clocks.set(zone, clock)
  return { date: dateIn(zone, instant), time: clock.format(msOf(instant)) }
}

const firstDay = dayOf('1899-12-30')
/** Days as spreadsheets count them: from 1955 to 2119, so that no year and no number of people is taken for a day. */
const excelDays = { from: 20_000, to: 80_000 }
const daySeconds = 86_400

function excelDate(text: string): WrittenDate | undefined {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return undefined
  const seconds = Math.round(Number(text.replace(',', '.')) * daySeconds)
  const day = Math.floor(seconds / daySeconds)
  if (day < excelDays.from || day >= excelDays.to) return undefined
  const date = dateOf(firstDay + day)
  if (!/[.,]/.test(text)) return { date }
  const rest = seconds - day * daySeconds
  const two = (part: number) => String(part).padStart(2, '0')
  return { date, time: [rest / 3600, (rest / 60) % 60, rest % 60].map((part) => two(Math.floor(part))).join(':') }
}

const tokens: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  YY: String.raw`(?<year>\d{2})`,
  MMMM: String.raw`(?<name>\p{L}{3,9}\.?)`,
  MMM: String.raw`(?<name>\p{L}{3,9}\.?)`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  hh: String.raw`(?<hour>\d{2})`,
  h: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
  A: String.raw`(?<half>[AaPp])\.?[Mm]\.?`,
  // Spreadsheets put several kinds of spaces before what says which half of the day it is.
  ' ': String.raw`[ \u00a0\u202f]`,
  // What is behind the day is passed over.
  '*': '.*',
}

const tokenIn = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A| |\*$/g

/** Whether a text says how dates are written: year, month and day, and nothing twice. */
export function isDatePattern(text: string): boolean {
  if (text === 'excel') return true
  const kinds = (text.match(tokenIn) ?? [])
    .map(([letter = '']) => (letter === 'h' ? 'H' : letter))
    .filter((one) => one !== ' ')
  const isWhole = ['Y', 'M', 'D'].every((kind) => kinds.includes(kind)) && new Set(kinds).size === kinds.length
  return isWhole && /^[\s./:,T-]*$/.test(text.replaceAll(tokenIn, ''))
}

const patternsSeen = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = patternsSeen.get(pattern)
  if (known !== undefined) return known
  // Points and slashes are themselves.
  const source = pattern.replaceAll(/[./]/g, String.raw`\$&`).replaceAll(tokenIn, (one) => tokens[one] ?? one)
  const expression = new RegExp(`^${source}$`, 'u')
  patternsSeen.set(pattern, expression)
  return expression
}

function matchDate(text: string, pattern: string): WrittenDate | undefined {
  const parts = expressionOf(pattern).exec(text)?.groups
  if (parts === undefined) return undefined
  const two = (given: string | number | undefined) => String(given ?? 0).padStart(2, '0')
  const year = parts['year']?.length === 2 ? `20${parts['year']}` : parts['year']
  const month = parts['name'] === undefined ? parts['month'] : monthNamed(parts['name'])
  const date = `${year}-${two(month)}-${two(parts['day'])}`
  if (!isDate(date)) return undefined
  if (parts['hour'] === undefined) return { date }
  const seconds = parts['second'] === undefined ? '' : `:${parts['second']}`
  const time = `${two(hourOf(parts['hour'], parts['half']))}:${two(parts['minute'])}${seconds}`
  return /^([01]\d|2[0-3])(:[0-5]\d){1,2}$/.test(time) ? { date, time } : undefined
}

/** An hour of 24. Of a clock of twelve, 12 is the first of its half of the day; one that it does not have is none. */
function hourOf(written: string, half: string | undefined): number {
  const hour = Number(written)
  if (half === undefined) return hour
  return hour < 1 || hour > 12 ? 99 : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
