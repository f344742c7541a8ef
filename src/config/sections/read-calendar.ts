import { report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { dayFault } from '#config/values/day-fault'
import { isDay } from '#config/values/parse-value'
import { say } from '#config/messages/say'
import { didYouMean } from '#config/names/did-you-mean'
import { workWeekSays } from '#config/shape/sections/calendar-shape'
import { dayWord, readHours, readWeek, readWeekHours } from './read-hours'
import type { WeekHours } from './read-hours'
import { suggest } from '#domain/deals/suggest'
import { isWorkingDay } from '#domain/time/calendar'
import { entryOf, isWritten, mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import type { Calendar, OpenInterval } from '#schemas/model'

const nothing: Calendar = {
  timezone: 'UTC',
  workWeek: [],
  hours: [],
  holidays: [],
  extraWorkingDays: [],
  shortDays: {},
}

/** Reads the main calendar and the further ones, which inherit what they leave out. */
export function readCalendars(
  context: Context,
  root: MapNode,
): { readonly calendar: Calendar; readonly calendars: Readonly<Record<string, Calendar>> } {
  const main = entryOf(root, 'calendar')
  if (main !== undefined) reportNoWeek(context, main)
  const calendar = main?.value.kind === 'map' ? readCalendar(context, main.value, nothing) : nothing
  const further = mapOf(root, 'calendars')?.entries ?? []
  const calendars = further.flatMap(({ key, value }) =>
    value.kind === 'map' ? [[key, readCalendar(context, value, calendar)] as const] : [],
  )
  return { calendar, calendars: Object.fromEntries(calendars) }
}

/** Which days are worked is said by “work_week”, or by hours that name the days. */
function reportNoWeek(context: Context, { keyAt, value }: Entry): void {
  if (value.kind !== 'map' || isWritten(value, 'work_week') || mapOf(value, 'hours') !== undefined) return
  report(context, keyAt, {
    code: 'missing-key',
    message: say('key-missing', {
      key: 'work_week',
      under: 'calendar',
      says: workWeekSays,
    }),
    help: say('add', { text: 'work_week: mon-fri' }),
  })
}

function readCalendar(context: Context, map: MapNode, base: Calendar): Calendar {
  const zone = scalarOf(map, 'timezone')
  const week: WeekHours = has(map, 'hours') ? readWeekHours(context, map) : base
  const own: Calendar = {
    timezone: zone === undefined ? base.timezone : readZone(context, zone),
    workWeek: readWorkWeek(context, map, week.workWeek ?? base.workWeek),
    hours: week.hours,
    ...(week.weekHours === undefined ? {} : { weekHours: week.weekHours }),
    holidays: has(map, 'holidays') ? readDays(context, scalarsOf(map, 'holidays')) : [],
    extraWorkingDays: has(map, 'extra_working_days') ? readDays(context, scalarsOf(map, 'extra_working_days')) : [],
    shortDays: has(map, 'short_days') ? readShortDays(context, map) : {},
  }
  const calendar = inheriting(own, base, map)
  context.sites.set(calendar, map)
  return calendar
}

/** The days that are worked: those of `work_week` and those that the hours name; that they differ is said. */
function readWorkWeek(context: Context, map: MapNode, known: readonly number[]): readonly number[] {
  const entry = entryOf(map, 'work_week')
  if (entry === undefined) return known
  const week = readWeek(context, scalarsOf(map, 'work_week'))
  if (mapOf(map, 'hours') === undefined) return week
  const unnamed = known.find((day) => !week.includes(day))
  const day = unnamed ?? week.find((one) => !known.includes(one))
  if (day !== undefined) {
    const message = say('week-and-hours', { day: dayWord(day), isWorked: unnamed === undefined })
    report(context, entry.keyAt, { code: 'contradictory-day', message, help: say('leave-week-out') }, 'warning')
  }
  return [...new Set([...week, ...known])].toSorted((left, right) => left - right)
}

/** Adds the days of another calendar where the own one has no such list; what it says of a day itself stands above them. */
function inheriting(own: Calendar, base: Calendar, map: MapNode): Calendar {
  const isSaid = (date: string): boolean =>
    own.holidays.includes(date) || own.extraWorkingDays.includes(date) || own.shortDays[date] !== undefined
  const withDays: Calendar = {
    ...own,
    ...(has(map, 'holidays') ? {} : { holidays: base.holidays }),
    ...(has(map, 'extra_working_days')
      ? {}
      : { extraWorkingDays: base.extraWorkingDays.filter((date) => !isSaid(date)) }),
  }
  if (has(map, 'short_days')) return withDays
  // A day that is short elsewhere is short here only if it is worked here at all.
  const short = Object.entries(base.shortDays).filter(([date]) => !isSaid(date) && isWorkedOn(withDays, date))
  return { ...withDays, shortDays: Object.fromEntries(short) }
}

function isWorkedOn(calendar: Calendar, date: string): boolean {
  return isDay(date) && isWorkingDay(calendar, date)
}

function has(map: MapNode, key: string): boolean {
  return entryOf(map, key) !== undefined
}

function readZone(context: Context, node: ScalarNode): string {
  if (node.text.includes('/') || node.text === 'UTC') {
    try {
      const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: node.text }).resolvedOptions()
      reportTurnedSign(context, node)
      return timeZone === '' ? 'UTC' : node.text
    } catch {
      // An unknown zone is what this function reports, below.
    }
  }
  const guess =
    suggest(node.text, zones()) ?? zones().find((zone) => zone.toLowerCase().endsWith(`/${node.text.toLowerCase()}`))
  report(context, node, {
    code: 'unknown-value',
    message: say('no-zone', { text: node.text }),
    help: say('write-zone'),
    ...didYouMean(guess),
  })
  return 'UTC'
}

/** The signs of these zones are the other way round than everybody takes them (IANA tz, file etcetera). */
function reportTurnedSign(context: Context, node: ScalarNode): void {
  const found = /^etc\/gmt([+-])(\d{1,2})$/i.exec(node.text)
  if (found === null || Number(found[2]) === 0) return
  const [, sign = '', hours = ''] = found
  const [means, turned] = sign === '+' ? ['−', '-'] : ['+', '+']
  const fault = {
    code: 'zone-sign',
    message: say('zone-sign', { text: node.text, means: `UTC${means}${Number(hours)}` }),
    help: say('write-place-or-turned', {
      turned: `Etc/GMT${turned}${hours}`,
      means: `UTC${sign === '+' ? '+' : '−'}${hours}`,
    }),
  } as const
  report(context, node, fault, 'warning')
}

function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

function readDays(context: Context, nodes: readonly ScalarNode[]): readonly string[] {
  const days = nodes.filter((node) => {
    if (isDay(node.text)) return true
    reportIn(context, node, dayFault(node.text, 'unknown-value', '2027-03-08'))
    return false
  })
  return [...new Set(days.map((node) => node.text))].toSorted()
}

function readShortDays(context: Context, map: MapNode): Readonly<Record<string, readonly OpenInterval[]>> {
  const days: Record<string, readonly OpenInterval[]> = {}
  const table = mapOf(map, 'short_days')
  for (const { key, keyAt } of table?.entries ?? []) {
    if (!isDay(key)) {
      report(context, keyAt, dayFault(key, 'unknown-value', '2027-12-31'))
    }
    const hours = readHours(context, scalarsOf(table, key))
    if (isDay(key)) days[key] = hours
  }
  return days
}
