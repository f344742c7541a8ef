import { report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, mapOf, scalarsOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import { weekOtherwise } from '#config/values/week-otherwise'
import { isNightShift } from '#domain/time/opening-hours'
import { dayNames } from '#domain/time/week-text'
import type { Calendar, OpenInterval } from '#schemas/model'

/** What `hours` says: the usual hours, the weekdays that have others, and, where it names weekdays, which are worked. */
export type WeekHours = Pick<Calendar, 'hours' | 'weekHours'> & { readonly workWeek?: readonly number[] }

/** Reads the opening hours of a calendar: the same for every day, or by weekday. */
export function readWeekHours(context: Context, calendar: MapNode): WeekHours {
  const table = mapOf(calendar, 'hours')
  if (table === undefined) return { hours: readHours(context, scalarsOf(calendar, 'hours')) }
  const lines = table.entries.map((entry) => ({
    entry,
    days: readWeek(context, [keyNode(entry)]),
    hours: readHours(context, scalarsOf(table, entry.key)),
  }))
  reportTwice(context, lines)
  const byDay = new Map(lines.flatMap(({ days, hours }) => days.map((day) => [day, hours] as const)))
  reportNightIntoDay(context, entryOf(calendar, 'hours'), byDay)
  const workWeek = [...byDay.keys()].toSorted((left, right) => left - right)
  const usual = usualOf(workWeek.map((day) => byDay.get(day) ?? []))
  const others = [...byDay].filter(([, hours]) => JSON.stringify(hours) !== JSON.stringify(usual))
  return { hours: usual, ...(others.length === 0 ? {} : { weekHours: Object.fromEntries(others) }), workWeek }
}

/** How the file writes a day of the week, 1 for Monday. */
export function dayWord(day: number): string {
  return dayNames[day - 1] ?? ''
}

/** Reads days of the week such as `mon-fri` as their numbers, 1 for Monday. */
export function readWeek(context: Context, nodes: readonly ScalarNode[]): readonly number[] {
  const parts = nodes.flatMap((node) => node.text.split(',').map((part) => ({ node, part: part.trim() })))
  const wrong = parts.filter(({ part }) => daysOfWeek(part) === undefined)
  if (wrong.length > 0) reportWeek(context, nodes, wrong)
  // Days that could not be read have been reported; usual ones stand in.
  const days = wrong.length > 0 ? [1, 2, 3, 4, 5] : parts.flatMap(({ part }) => daysOfWeek(part) ?? [])
  return [...new Set(days)].toSorted((left, right) => left - right)
}

type WrittenDays = { readonly node: ScalarNode; readonly part: string }

/** Days that are told by other words are one fault, however many of them there are. */
function reportWeek(context: Context, nodes: readonly ScalarNode[], wrong: readonly WrittenDays[]): void {
  const [first, last] = [nodes[0], nodes.at(-1)]
  const text = nodes.map((node) => node.text).join(', ')
  const meant = weekOtherwise(text)
  if (first !== undefined && last !== undefined && meant !== undefined) {
    const message = say('week-otherwise', { text })
    const at = { start: first.start, end: last.end }
    return report(context, at, { code: 'unknown-value', message, help: say('write', { text: meant }) })
  }
  for (const { node, part } of wrong)
    report(context, node, {
      code: 'unknown-value',
      message: say('not-weekdays', { text: part }),
      help: say('write-weekdays'),
    })
}

/** Reads the opening hours of one day. */
export function readHours(context: Context, nodes: readonly ScalarNode[]): readonly OpenInterval[] {
  const before = context.diagnostics.length
  const spans = nodes.flatMap((node) =>
    node.text.split(',').flatMap((part) => readInterval(context, node, part.trim())),
  )
  // Hours that could not be read have been reported; usual ones stand in, so that nothing else is said because of them.
  if (context.diagnostics.length > before) return [{ from: '09:00', to: '18:00' }]
  const sorted = spans.toSorted((left, right) => left.from.localeCompare(right.from))
  const overlap = sorted.find((span, index) => index > 0 && span.from < endOf(sorted[index - 1]))
  const node = nodes[0]
  if (overlap !== undefined && node !== undefined) reportOverlap(context, node, overlap)
  return sorted
}

/** The hours that most days have; of several that are as frequent, those of the earlier day. */
function usualOf(days: readonly (readonly OpenInterval[])[]): readonly OpenInterval[] {
  const texts = days.map((hours) => JSON.stringify(hours))
  const frequency = (text: string): number => texts.filter((one) => one === text).length
  const most = Math.max(0, ...texts.map(frequency))
  return days[texts.findIndex((text) => frequency(text) === most)] ?? []
}

function endOf(span: OpenInterval | undefined): string {
  if (span === undefined) return ''
  return isNightShift(span) ? '24:00' : span.to
}

function keyNode(entry: Entry): ScalarNode {
  return { kind: 'scalar', ...entry.keyAt, path: entry.path, text: entry.key, isEmpty: false, isExact: true }
}

function reportTwice(context: Context, lines: readonly { readonly entry: Entry; readonly days: readonly number[] }[]) {
  const known = new Map<number, string>()
  for (const { entry, days } of lines) {
    const again = days.find((day) => known.has(day))
    for (const day of days) known.set(day, entry.key)
    if (again === undefined) continue
    report(context, entry.keyAt, {
      code: 'contradictory-day',
      message: say('weekday-twice', { day: dayWord(again) }),
      help: say('weekday-once'),
    })
  }
}

/** A night shift may not reach into the hours of the next day. */
function reportNightIntoDay(
  context: Context,
  entry: Entry | undefined,
  byDay: ReadonlyMap<number, readonly OpenInterval[]>,
): void {
  for (const [day, hours] of byDay) {
    const night = hours.find(isNightShift)
    const next = byDay.get((day % 7) + 1)?.[0]
    if (entry === undefined || night === undefined || next === undefined || night.to <= next.from) continue
    reportOverlap(context, entry.keyAt, next)
    return
  }
}

function reportOverlap(context: Context, at: { readonly start: number; readonly end: number }, span: OpenInterval) {
  const message = say('hours-overlap', { hours: `${span.from}-${span.to}` })
  report(context, at, { code: 'unknown-value', message, help: say('write-intervals') })
}

/** The days that a piece such as `mon-fri` names, 1 for Monday; undefined where it is none. */
function daysOfWeek(part: string): readonly number[] | undefined {
  const [from, to] = part
    .split(/\s*[-–—]\s*/)
    .map((word) => dayNames.indexOf(/^[a-z]+$/i.test(word) ? word.slice(0, 3).toLowerCase() : '') + 1)
  if (from === undefined || from === 0 || to === 0 || part.split(/[-–—]/).length > 2) return undefined
  if (to === undefined) return [from]
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 7) + 1)
}

function readInterval(context: Context, node: ScalarNode, part: string): readonly OpenInterval[] {
  const found = /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(part)
  const from = found === null ? '' : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}`
  const to = found === null ? '' : `${(found[3] ?? '').padStart(2, '0')}:${found[4] ?? ''}`
  if (isClock(from) && isClock(to) && from !== to && from !== '24:00') return [{ from, to }]
  const isUnread = found === null || !isClock(from) || !isClock(to)
  const message = isUnread ? say('not-hours', { text: part }) : say('hours-no-time', { text: part })
  const better = hoursOtherwise(part)
  const help = isUnread && better !== undefined ? say('write', { text: better }) : say('write-hours')
  const at = node.text.indexOf(part)
  reportIn(context, node, { code: 'unknown-value', message, help, from: at, to: at + part.length })
  return []
}

/** Hours such as `9-18` or `09.00-18.00`, as they are written here. */
function hoursOtherwise(text: string): string | undefined {
  const plain = text.replaceAll(/(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)\b/gi, inTwentyFour)
  const found = /^(?:с\s+|from\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|до|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(plain)
  if (found === null) return undefined
  const [from, to] = [
    `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`,
    `${(found[3] ?? '').padStart(2, '0')}:${found[4] ?? '00'}`,
  ]
  return isClock(from) && isClock(to) && from !== to ? `${from}-${to}` : undefined
}

/** An hour of the morning or the afternoon, as clocks of 24 hours show it. */
function inTwentyFour(_whole: string, hour: string, minutes: string | undefined, half: string): string {
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return `${hours}:${minutes ?? '00'}`
}

function isClock(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}
