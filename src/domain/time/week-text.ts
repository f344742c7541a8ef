import { dayOf } from './days'
import { hoursOn } from './opening-hours'
import type { Calendar, OpenInterval } from '#schemas/model'

/** Weekdays that have the same hours, in the order of the week; weekday 1 is Monday. */
export type SameHours = { readonly weekdays: readonly number[]; readonly hours: readonly OpenInterval[] }

/** How the file writes the days of the week, Monday first. */
export const dayNames: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The hours of a week, weekdays with the same ones together. */
export function weekOf({ workWeek, hours, weekHours }: Calendar): readonly SameHours[] {
  const groups = new Map<string, { weekdays: number[]; hours: readonly OpenInterval[] }>()
  for (const weekday of workWeek) {
    const own = weekHours?.[weekday] ?? hours
    const key = intervalsText(own)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { weekdays: [weekday], hours: own })
    else group.weekdays.push(weekday)
  }
  return [...groups.values()]
}

/** A week as the file writes it: `mon-fri 09:00-20:00, sat 10:00-15:00`. */
export function weekText(calendar: Calendar): string {
  return weekOf(calendar)
    .map(({ weekdays, hours }) => `${weekdaysText(weekdays)} ${intervalsText(hours)}`)
    .join('; ')
}

/** The hours of one date as the file writes them; nothing where nobody works. */
export function hoursTextOn(calendar: Calendar, date: string): string {
  return intervalsText(hoursOn(calendar, dayOf(date)))
}

/** Intervals as the file writes them. */
export function intervalsText(hours: readonly OpenInterval[]): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join(', ')
}

/** Days that follow one another are told as a span. */
function weekdaysText(weekdays: readonly number[]): string {
  const spans: number[][] = []
  for (const day of weekdays) {
    const last = spans.at(-1)
    if (last !== undefined && last.at(-1) === day - 1) last.push(day)
    else spans.push([day])
  }
  const name = (day: number | undefined): string => dayNames[(day ?? 1) - 1] ?? ''
  return spans.map((span) => (span.length < 2 ? name(span[0]) : `${name(span[0])}-${name(span.at(-1))}`)).join(', ')
}
