import { addDuration, shiftDay, subtractDuration } from './calendar'
import { dateOf, dayOf, isDate } from './days'
import { closingMs, dayOff, openDayAtOrPast } from './opening-hours'
import type { DayOff } from './opening-hours'
import { dateIn, instantOf, msOf, startOfDay, wallTimeMs } from './zone'
import type { Anchor, Calendar, Duration, DueRule, FieldValue } from '#schemas/model'

/** What has happened so far that due dates count from: instants in UTC ISO text, fields as the deal holds them. */
export type DueAnchors = {
  /** Entering the stage, becoming late, or creation, as the section of the file says. */
  readonly start: string
  /** When each task was done, by template id. */
  readonly tasks: Readonly<Record<string, string>>
  /** When each event arrived, by event id. */
  readonly events: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** A day without working time that the count passed over. */
export type SkippedDay = { readonly date: string; readonly reason: DayOff }

/** Why a task is due when it is. The anchor's value is an instant, or a calendar day for a field or a date. */
export type DueWhy = {
  readonly rule: string
  readonly anchor: { readonly kind: Anchor['kind']; readonly name: string | null; readonly value: string | null }
  /** Nearest to the anchor first, 60 at most. */
  readonly skipped: readonly SkippedDay[]
}

/** A due instant (UTC ISO text), or `null` while its anchor is empty or has not happened, and why. */
export type Due = { readonly dueAt: string | null; readonly why: DueWhy }

const MOST_SKIPPED = 60

/** Tells when a task is due by its rule, and why. Nothing is compared with the present: see `lateAtBirth`. */
export function dueAt(rule: DueRule, anchors: DueAnchors, calendar: Calendar): Due {
  const anchor = anchorOf(rule)
  const value = valueOf(anchor, anchors)
  const because = { rule: rule.text, anchor: { kind: anchor.kind, name: nameOf(anchor), value } }
  if (value === null) return { dueAt: null, why: { ...because, skipped: [] } }
  const due = dueFrom(rule, value, calendar)
  return { dueAt: due, why: { ...because, skipped: skippedDays(rule, value, due, calendar) } }
}

/** Moves a due instant that is already past at birth to now and flags it, so that nobody is blamed for it. */
export function lateAtBirth(due: string, now: string): { readonly dueAt: string; readonly lateAtBirth: boolean } {
  return due < now ? { dueAt: now, lateAtBirth: true } : { dueAt: due, lateAtBirth: false }
}

/** Says which anchor a rule counts from, so that a caller knows what must happen before there is a date. */
export function anchorOf(rule: DueRule): Anchor {
  return 'anchor' in rule ? rule.anchor : { kind: 'start' }
}

function valueOf(anchor: Anchor, anchors: DueAnchors): string | null {
  switch (anchor.kind) {
    case 'start':
      return anchors.start
    case 'task':
      return anchors.tasks[anchor.task] ?? null
    case 'event':
      return anchors.events[anchor.event] ?? null
    case 'field':
      return dateInField(anchor.field, anchors.fields[anchor.field])
    case 'date':
      return anchor.date
  }
}

function dateInField(field: string, value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null
  if (isDate(value)) return value
  throw new Error(`The field ${field} holds “${value}”, which is not a date. Write it such as 2027-03-01.`)
}

function nameOf(anchor: Anchor): string | null {
  switch (anchor.kind) {
    case 'start':
      return null
    case 'task':
      return anchor.task
    case 'event':
      return anchor.event
    case 'field':
      return anchor.field
    case 'date':
      return anchor.date
  }
}

function dueFrom(rule: DueRule, value: string, calendar: Calendar): string {
  switch (rule.kind) {
    case 'at_once':
      return instantOf(msOf(value))
    case 'same_day':
      return endOf(calendar, openDayAtOrPast(calendar, dayIn(calendar, value), 1), rule.at)
    case 'on':
      return endOf(calendar, dayIn(calendar, value), rule.at)
    case 'offset':
      return isTimed(rule.duration) ? timed(rule, value, calendar) : dated(rule, value, calendar)
  }
}

type Offset = Extract<DueRule, { readonly kind: 'offset' }>

function dated(rule: Offset, value: string, calendar: Calendar): string {
  const day = dayIn(calendar, value)
  if (rule.direction === 'after') return endOf(calendar, shiftDay(calendar, day, rule.duration, 1), rule.at)
  // Counting back from a day off would end one working day later than people expect: the day before is already free.
  const from = openDayAtOrPast(calendar, day, -1)
  return endOf(calendar, shiftDay(calendar, from, rule.duration, -1), rule.at)
}

function timed(rule: Offset, value: string, calendar: Calendar): string {
  const instant = rule.direction === 'after' ? firstInstant(calendar, value) : workedInstant(calendar, value)
  const shift = rule.direction === 'after' ? addDuration : subtractDuration
  const due = shift(calendar, instant, rule.duration)
  return rule.at === undefined ? due : endOf(calendar, dayIn(calendar, due), rule.at)
}

/** A date stands for its beginning, so that "2 working hours before the delivery date" ends before that day opens. */
function firstInstant(calendar: Calendar, value: string): string {
  return isDate(value) ? startOfDay(calendar.timezone, value) : value
}

function workedInstant(calendar: Calendar, value: string): string {
  const day = dayIn(calendar, value)
  const worked = openDayAtOrPast(calendar, day, -1)
  if (isDate(value)) return startOfDay(calendar.timezone, dateOf(worked))
  return worked === day ? value : instantOf(closingMs(calendar, worked))
}

function dayIn(calendar: Calendar, value: string): number {
  return dayOf(isDate(value) ? value : dateIn(calendar.timezone, value))
}

function endOf(calendar: Calendar, day: number, at: string | undefined): string {
  return instantOf(at === undefined ? closingMs(calendar, day) : wallTimeMs(calendar.timezone, day, at))
}

function isTimed({ unit }: Duration): boolean {
  return unit === 'minutes' || unit === 'hours'
}

function skippedDays(rule: DueRule, value: string, due: string, calendar: Calendar): readonly SkippedDay[] {
  if (rule.kind === 'at_once' || rule.kind === 'on') return []
  const back = rule.kind === 'offset' && rule.direction === 'before'
  if (rule.kind === 'offset' && rule.duration.kind === 'calendar' && !back) return []
  const step = back ? -1 : 1
  const skipped: SkippedDay[] = []
  const last = dayIn(calendar, due)
  for (let day = dayIn(calendar, value); (last - day) * step > 0 && skipped.length < MOST_SKIPPED; day += step) {
    const reason = dayOff(calendar, day)
    if (reason !== null) skipped.push({ date: dateOf(day), reason })
    // Calendar days back are counted whatever they are; only the anchor itself was moved off the days without work.
    else if (rule.kind === 'offset' && rule.duration.kind === 'calendar') break
  }
  return skipped
}
