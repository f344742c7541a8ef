import { report } from '#config/context'
import type { Context } from '#config/context'
import { isDay } from '#config/values/parse-value'
import { say } from '#config/messages/say'
import { didYouMean } from '#config/names/did-you-mean'
import { suggest } from '#domain/deals/suggest'
import { entryOf, mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import type { Calendar, OpenInterval } from '#schemas/model'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

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
  const main = mapOf(root, 'calendar')
  const calendar = main === undefined ? nothing : readCalendar(context, main, nothing)
  const further = mapOf(root, 'calendars')?.entries ?? []
  const calendars = further.flatMap(({ key, value }) =>
    value.kind === 'map' ? [[key, readCalendar(context, value, calendar)] as const] : [],
  )
  return { calendar, calendars: Object.fromEntries(calendars) }
}

function readCalendar(context: Context, map: MapNode, base: Calendar): Calendar {
  const zone = scalarOf(map, 'timezone')
  const calendar = {
    timezone: zone === undefined ? base.timezone : readZone(context, zone),
    workWeek: has(map, 'work_week') ? readWeek(context, scalarsOf(map, 'work_week')) : base.workWeek,
    hours: has(map, 'hours') ? readHours(context, scalarsOf(map, 'hours')) : base.hours,
    holidays: has(map, 'holidays') ? readDays(context, scalarsOf(map, 'holidays')) : base.holidays,
    extraWorkingDays: has(map, 'extra_working_days')
      ? readDays(context, scalarsOf(map, 'extra_working_days'))
      : base.extraWorkingDays,
    shortDays: has(map, 'short_days') ? readShortDays(context, map) : base.shortDays,
  }
  context.sites.set(calendar, map)
  return calendar
}

function has(map: MapNode, key: string): boolean {
  return entryOf(map, key) !== undefined
}

function readZone(context: Context, node: ScalarNode): string {
  if (node.text.includes('/') || node.text === 'UTC') {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: node.text }).resolvedOptions().timeZone === ''
        ? 'UTC'
        : node.text
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

function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

function readWeek(context: Context, nodes: readonly ScalarNode[]): readonly number[] {
  const days = nodes.flatMap((node) =>
    node.text.split(',').flatMap((part) => readDaysOfWeek(context, node, part.trim())),
  )
  return [...new Set(days)].toSorted((left, right) => left - right)
}

function readDaysOfWeek(context: Context, node: ScalarNode, part: string): readonly number[] {
  const [from, to] = part.split(/\s*[-–—]\s*/).map((word) => weekdays.indexOf(word.slice(0, 3).toLowerCase()) + 1)
  if (from === undefined || from === 0 || to === 0 || part.split(/[-–—]/).length > 2) {
    const message = say('not-weekdays', { text: part })
    report(context, node, { code: 'unknown-value', message, help: say('write-weekdays') })
    return [1, 2, 3, 4, 5]
  }
  if (to === undefined) return [from]
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 7) + 1)
}

function readHours(context: Context, nodes: readonly ScalarNode[]): readonly OpenInterval[] {
  const before = context.diagnostics.length
  const spans = nodes.flatMap((node) =>
    node.text.split(',').flatMap((part) => readInterval(context, node, part.trim())),
  )
  // Hours that could not be read have been reported; usual ones stand in, so that nothing else is said because of them.
  if (context.diagnostics.length > before) return [{ from: '09:00', to: '18:00' }]
  const sorted = spans.toSorted((left, right) => left.from.localeCompare(right.from))
  const overlap = sorted.find((span, index) => index > 0 && span.from < (sorted[index - 1]?.to ?? ''))
  const node = nodes[0]
  if (overlap !== undefined && node !== undefined) {
    const message = say('hours-overlap', { hours: `${overlap.from}-${overlap.to}` })
    report(context, node, { code: 'unknown-value', message, help: say('write-intervals') })
  }
  return sorted
}

function readInterval(context: Context, node: ScalarNode, part: string): readonly OpenInterval[] {
  const found = /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(part)
  const from = found === null ? '' : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}`
  const to = found === null ? '' : `${(found[3] ?? '').padStart(2, '0')}:${found[4] ?? ''}`
  if (isClock(from) && isClock(to) && from < to && from !== '24:00') return [{ from, to }]
  const isUnread = found === null || !isClock(from) || !isClock(to)
  const message = isUnread ? say('not-hours', { text: part }) : say('hours-turned', { text: part })
  report(context, node, { code: 'unknown-value', message, help: say('write-hours') })
  return []
}

function isClock(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

function readDays(context: Context, nodes: readonly ScalarNode[]): readonly string[] {
  const days = nodes.filter((node) => {
    if (isDay(node.text)) return true
    const message = say('not-a-day', { text: node.text })
    report(context, node, { code: 'unknown-value', message, help: say('write-day', { day: '2027-03-08' }) })
    return false
  })
  return [...new Set(days.map((node) => node.text))].toSorted()
}

function readShortDays(context: Context, map: MapNode): Readonly<Record<string, readonly OpenInterval[]>> {
  const days: Record<string, readonly OpenInterval[]> = {}
  const table = mapOf(map, 'short_days')
  for (const { key, keyAt } of table?.entries ?? []) {
    if (!isDay(key)) {
      const message = say('not-a-day', { text: key })
      report(context, keyAt, { code: 'unknown-value', message, help: say('write-day', { day: '2027-12-31' }) })
    }
    days[key] = readHours(context, scalarsOf(table, key))
  }
  return days
}
