import { addDuration, shiftDay, subtractDuration } from './calendar'
import { dateOf, dayOf, isDate } from './days'
import { closingMs, dayOff, openDayAtOrPast, spansOn, workDayAt } from './opening-hours'
import type { DayOff } from './opening-hours'
import { dateIn, instantOf, isInstant, msOf, sameTimeMs, startOfDay, wallTimeMs } from './zone'
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

/** Why a task is due when it is. The anchor's value is an instant, or a calendar day for a date field or a date. */
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

/**
 * A due date that somebody gives by hand. One that is past is kept as it was given and flagged, with when it was given, so
 * that nobody is blamed for it and it still shows how old the work is.
 */
export function givenDue(
  due: string,
  now: string,
): { readonly dueAt: string; readonly lateAtBirth: boolean; readonly datedAt?: string } {
  return due < now ? { dueAt: due, lateAtBirth: true, datedAt: now } : { dueAt: due, lateAtBirth: false }
}

/** A date that is given anew, or taken: who has missed one already does not become blameless by a date in the past. */
export function givenAnew(
  { firstMissedDueAt }: { readonly firstMissedDueAt?: string },
  due: string | null,
  now: string,
): { readonly dueAt: string | null; readonly lateAtBirth: boolean; readonly datedAt?: string } {
  return due === null || firstMissedDueAt !== undefined ? { dueAt: due, lateAtBirth: false } : givenDue(due, now)
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
      return timeInField(anchor.field, anchors.fields[anchor.field])
    case 'date':
      return anchor.date
  }
}

function timeInField(field: string, value: FieldValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null
  if (isDate(value) || isInstant(value)) return value
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
    case 'at':
      // A field that was of whole days holds one until it is written again.
      return isDate(value) ? endOf(calendar, dayOf(value), undefined) : instantOf(msOf(value))
    case 'same_day':
      return endOf(calendar, openDayAtOrPast(calendar, workDayIn(calendar, value), 1), rule.at)
    case 'on':
      return endOf(calendar, dayIn(calendar, value), rule.at)
    case 'offset':
      return isTimed(rule.duration) ? timed(rule, value, calendar) : dated(rule, value, calendar)
  }
}

type Offset = Extract<DueRule, { readonly kind: 'offset' }>

function dated(rule: Offset, value: string, calendar: Calendar): string {
  const day = rule.duration.kind === 'working' ? workDayIn(calendar, value) : dayIn(calendar, value)
  const due = shiftDay(calendar, day, rule.duration, rule.direction === 'after' ? 1 : -1)
  if (keepsTime(rule) && isInstant(value)) return instantOf(sameTimeMs(calendar.timezone, msOf(value), due))
  return endOf(calendar, due, rule.at)
}

/** Calendar days around a moment that a field holds end at its own time of day, not with the working day. */
function keepsTime(rule: DueRule): boolean {
  if (rule.kind !== 'offset' || rule.at !== undefined) return false
  return rule.anchor.kind === 'field' && rule.duration.kind === 'calendar'
}

function timed(rule: Offset, value: string, calendar: Calendar): string {
  const shift = rule.direction === 'after' ? addDuration : subtractDuration
  const due = shift(calendar, firstInstant(rule, value, calendar), rule.duration)
  return rule.at === undefined ? due : endOf(calendar, dayIn(calendar, due), rule.at)
}

/**
 * A date stands for its beginning. Working hours before it end when that day opens, so that a shift of the night before
 * is theirs to the last minute.
 */
function firstInstant({ direction, duration }: Offset, value: string, calendar: Calendar): string {
  if (!isDate(value)) return value
  const opening = spansOn(calendar, dayOf(value))[0]
  const isFromOpening = direction === 'before' && duration.kind === 'working' && opening !== undefined
  return isFromOpening ? instantOf(opening.from) : startOfDay(calendar.timezone, value)
}

function dayIn(calendar: Calendar, value: string): number {
  return dayOf(isDate(value) ? value : dateIn(calendar.timezone, value))
}

function workDayIn(calendar: Calendar, value: string): number {
  return isDate(value) ? dayOf(value) : workDayAt(calendar, msOf(value))
}

function endOf(calendar: Calendar, day: number, at: string | undefined): string {
  return instantOf(at === undefined ? closingMs(calendar, day) : wallTimeMs(calendar.timezone, day, at))
}

function isTimed({ unit }: Duration): boolean {
  return unit === 'minutes' || unit === 'hours'
}

function skippedDays(rule: DueRule, value: string, due: string, calendar: Calendar): readonly SkippedDay[] {
  if (!countsWorkingTime(rule)) return []
  const step = rule.kind === 'offset' && rule.direction === 'before' ? -1 : 1
  const skipped: SkippedDay[] = []
  const last = dueDay(rule, due, calendar)
  for (let day = workDayIn(calendar, value); (last - day) * step > 0 && skipped.length < MOST_SKIPPED; day += step) {
    const reason = dayOff(calendar, day)
    if (reason !== null) skipped.push({ date: dateOf(day), reason })
  }
  return skipped
}

/** Says whether a rule counts in working time, so that it passes days off over. */
export function countsWorkingTime(rule: DueRule): boolean {
  if (rule.kind === 'same_day') return true
  return rule.kind === 'offset' && rule.duration.kind === 'working'
}

/** Gives the day number a due instant belongs to: the day that closes then, even if it is after midnight. */
export function dueDay(rule: DueRule, due: string, calendar: Calendar): number {
  return workDayAt(calendar, isClosing(rule) ? msOf(due) - 1 : msOf(due))
}

/** Whether a rule comes to the end of a working day, not to a time of its own. */
function isClosing(rule: DueRule): boolean {
  if (rule.kind === 'at_once' || rule.kind === 'at' || rule.at !== undefined) return false
  return rule.kind !== 'offset' || !isTimed(rule.duration)
}
