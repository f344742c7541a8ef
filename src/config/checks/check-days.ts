import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { mapOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode, Span } from '#config/yaml/tree'
import { isWorkingDay } from '#domain/time/calendar'
import { dayOf, isDate, weekdayOf } from '#domain/time/days'
import { hoursTextOn } from '#domain/time/week-text'
import type { Calendar } from '#schemas/model'

const lists = ['holidays', 'extra_working_days', 'short_days'] as const

type List = (typeof lists)[number]

type Listed = { readonly date: string; readonly list: List; readonly at: Span }

/** Checks that no day of a calendar is said twice, and that every one changes something. */
export function checkDays(context: Context, map: MapNode, calendar: Calendar): void {
  const days = listedIn(map).toSorted((left, right) => left.at.start - right.at.start)
  const first = new Map<string, List>()
  const told = new Set<string>()
  for (const { date, list, at } of days) {
    const before = first.get(date)
    first.set(date, before ?? list)
    if (before === undefined || told.has(date)) continue
    told.add(date)
    const message = say('day-twice', { day: date, lists: before === list ? [list] : [before, list] })
    report(context, at, { code: 'contradictory-day', message, help: say('day-once', { day: date }) })
  }
  if (calendar.workWeek.length === 0 || calendar.hours.length === 0) return
  for (const day of days) if (!told.has(day.date)) reportInVain(context, day, calendar)
}

function listedIn(map: MapNode): readonly Listed[] {
  const single = (list: 'holidays' | 'extra_working_days'): readonly Listed[] =>
    scalarsOf(map, list).map((node) => ({ date: node.text, list, at: node }))
  const short = mapOf(map, 'short_days')?.entries ?? []
  const all = [
    ...single('holidays'),
    ...single('extra_working_days'),
    ...short.map(({ key, keyAt }) => ({ date: key, list: 'short_days' as const, at: keyAt })),
  ]
  return all.filter(({ date }) => isDate(date))
}

/** A day that is as it would be without its line: often the year or the month is wrong. */
function reportInVain(context: Context, { date, list, at }: Listed, calendar: Calendar): void {
  const weekday = weekdayOf(dayOf(date))
  const help = say('leave-day-out', { day: date })
  const without: Calendar = {
    ...calendar,
    extraWorkingDays: calendar.extraWorkingDays.filter((day) => day !== date),
    shortDays: Object.fromEntries(Object.entries(calendar.shortDays).filter(([day]) => day !== date)),
  }
  switch (list) {
    case 'holidays':
      // A holiday of the country may well fall on a day on which a shorter week is not worked.
      if (weekday > 5 && !calendar.workWeek.includes(weekday)) {
        report(context, at, {
          code: 'holiday-on-weekend',
          message: say('holiday-not-worked', { day: date, weekday }),
          help,
        })
      }
      return
    case 'extra_working_days':
      if (isWorkingDay(without, date)) {
        report(context, at, {
          code: 'contradictory-day',
          message: say('extra-day-worked', { day: date, weekday }),
          help,
        })
      }
      return
    case 'short_days': {
      const hours = hoursTextOn(without, date)
      if (hours !== '' && hours === hoursTextOn(calendar, date)) {
        report(context, at, { code: 'contradictory-day', message: say('short-day-usual', { day: date, hours }), help })
      }
    }
  }
}
