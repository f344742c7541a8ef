import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { yearsBehind } from '#domain/time/years-behind'
import { say } from '#config/messages/say'
import { checkDays } from './check-days'
import { entryOf, isWritten, mapOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'
import type { Calendar } from '#schemas/model'

const longestRest = 400
const dayMs = 86_400_000

/** Checks that every calendar has working time, and that its holidays fall on working days. */
export function checkCalendars(context: Context, { root, model }: Whole): void {
  const main = entryOf(root, 'calendar')
  const further = mapOf(root, 'calendars')?.entries ?? []
  if (main !== undefined) checkCalendar(context, main, model.calendar)
  for (const entry of further) {
    const calendar = model.calendars[entry.key]
    if (calendar !== undefined) checkCalendar(context, entry, calendar)
  }
}

function checkCalendar(context: Context, entry: Entry, calendar: Calendar): void {
  if (entry.value.kind !== 'map') return
  checkDays(context, entry.value, calendar)
  reportBehind(context, entry, calendar)
  const rest = longRest(calendar)
  if (rest === undefined || !isReadable(entry.value, calendar)) return
  report(context, entry.keyAt, {
    code: 'calendar-ends',
    message: say('calendar-without-time', { calendar: entry.key, from: rest.from, days: longestRest }),
    help: say('write-working-time'),
  })
}

/** A calendar that knows nothing of the present counts holidays as working days without anybody noticing. */
function reportBehind(context: Context, entry: Entry, calendar: Calendar): void {
  const { today } = context
  if (today === undefined || entry.value.kind !== 'map') return
  const own = entryOf(entry.value, 'holidays')
  const isMain = entry.path === 'calendar'
  // A further calendar that names no holidays has those of the main one, which has been reported.
  if ((!isMain && own === undefined) || isWritten(entry.value, 'holidays') !== (own !== undefined)) return
  const years = yearsBehind(calendar, today)
  if (years.length === 0) return
  const fault = {
    code: 'calendar-behind',
    message: say('calendar-behind', { calendar: entry.key, years }),
    help: say('write-holidays', { year: years[0] ?? 0 }),
  } as const
  report(context, own?.keyAt ?? entry.keyAt, fault, 'warning')
}

/** A calendar with a key that is missing or could not be read has been reported already. */
function isReadable(map: MapNode, calendar: Calendar): boolean {
  const isEmptyList = (key: string): boolean => {
    const value = entryOf(map, key)?.value
    return value?.kind === 'list' && value.items.length === 0
  }
  if (isEmptyList('work_week') || isEmptyList('hours')) return true
  return calendar.hours.length > 0 && calendar.workWeek.length > 0 && entryOf(map, 'holidays') !== undefined
}

function weekdayOf(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : ((new Date(time).getUTCDay() + 6) % 7) + 1
}

/** When a rest begins that is too long to wait for its end. */
function longRest(calendar: Calendar): { readonly from: string | undefined } | undefined {
  const closed = new Set(calendar.holidays)
  const open = new Set([...calendar.extraWorkingDays, ...Object.keys(calendar.shortDays)])
  if (calendar.hours.length === 0 || calendar.workWeek.length === 0) return { from: undefined }
  let end = 0
  for (const holiday of calendar.holidays) {
    const start = Date.parse(holiday)
    if (start < end) continue
    let day = start
    while (day - start <= longestRest * dayMs && !isWorked(day, calendar, closed, open)) day += dayMs
    if (day - start > longestRest * dayMs) return { from: holiday }
    end = day
  }
  return undefined
}

function isWorked(day: number, calendar: Calendar, closed: ReadonlySet<string>, open: ReadonlySet<string>): boolean {
  const date = new Date(day).toISOString().slice(0, 10)
  if (open.has(date)) return true
  return !closed.has(date) && calendar.workWeek.includes(weekdayOf(date) ?? 0)
}
