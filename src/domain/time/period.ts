import { timeRefusal } from './words/time-refusal'
import { isDate } from './days'
import { dateIn } from './zone'

/** Periods of the plan: `2026-11`, `2026-Q4`, `2026-H2`, `2026`. A month is a month of the calendar, whenever years start. */
export type PeriodKind = 'month' | 'quarter' | 'half' | 'year'

/** A period id taken apart. `year` is the calendar year of a month, else the year in which the plan's year starts. */
export type Period = {
  readonly id: string
  readonly kind: PeriodKind
  readonly year: number
  /** Which month, quarter or half of its year, from 1; always 1 for a year. */
  readonly index: number
}

/** Calendar days from the first one of a period up to, and without, the first one of the next. */
export type Bounds = { readonly from: string; readonly to: string }

/** How many months each kind of period has. */
export const periodMonths: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** Reads a period id, or refuses it with the ways to write one. */
export function parsePeriod(id: string): Period {
  // The year after must still be a date of four digits.
  const match = /^((?!9999)[1-9]\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(id)
  if (match === null) throw timeRefusal('period_unknown', { id })
  const [, year, month, quarter, half] = match
  const kind = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year'
  return { id, kind, year: Number(year), index: Number(month ?? quarter ?? half ?? 1) }
}

/** Gives the months of a period in order; `yearStarts` is the month (1 to 12) in which the plan's year starts. */
export function monthsOf(id: string, yearStarts: number): readonly string[] {
  const first = firstMonth(id, yearStarts)
  return Array.from({ length: periodMonths[parsePeriod(id).kind] }, (_, index) => monthId(first + index))
}

/** Gives the calendar days of a period, half-open: `to` is the first day after it. */
export function bounds(id: string, yearStarts: number): Bounds {
  const first = firstMonth(id, yearStarts)
  return { from: `${monthId(first)}-01`, to: `${monthId(first + periodMonths[parsePeriod(id).kind])}-01` }
}

/** Gives the ids of the four periods that a calendar day (or a month `YYYY-MM`) belongs to. */
export function periodsContaining(date: string, yearStarts: number): Readonly<Record<PeriodKind, string>> {
  const { id: month, kind, year, index } = parsePeriod(isDate(date) ? date.slice(0, 7) : date)
  if (kind !== 'month') throw new Error(`“${date}” is neither a date such as 2026-11-30 nor a month such as 2026-11.`)
  const sinceStart = year * 12 + (index - 1) - (yearStarts - 1)
  const planYear = Math.floor(sinceStart / 12)
  const monthOfYear = sinceStart - planYear * 12
  return {
    month,
    quarter: `${planYear}-Q${Math.floor(monthOfYear / 3) + 1}`,
    half: `${planYear}-H${Math.floor(monthOfYear / 6) + 1}`,
    year: String(planYear),
  }
}

/** Gives the id of the period of the same kind that is `count` (which may be negative) further on. */
export function periodAfter(id: string, count = 1): string {
  const { kind, year, index } = parsePeriod(id)
  const perYear = 12 / periodMonths[kind]
  const position = year * perYear + (index - 1) + count
  const [toYear, toIndex] = [Math.floor(position / perYear), (position % perYear) + 1]
  switch (kind) {
    case 'month':
      return monthId(position)
    case 'quarter':
      return `${toYear}-Q${toIndex}`
    case 'half':
      return `${toYear}-H${toIndex}`
    case 'year':
      return String(toYear)
  }
}

/** Gives the month (`YYYY-MM`) that an instant falls in, in a zone. */
export function monthOf(zone: string, instant: string): string {
  return dateIn(zone, instant).slice(0, 7)
}

/** Months are counted from the year 0, so that arithmetic runs over the ends of years. */
function firstMonth(id: string, yearStarts: number): number {
  const { kind, year, index } = parsePeriod(id)
  const shift = kind === 'month' ? 0 : yearStarts - 1
  return year * 12 + shift + (index - 1) * periodMonths[kind]
}

function monthId(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
