import type { Calendar, Model } from '#schemas/model'
import type { NotificationSettings } from '#schemas/notice'
import type { Absence, Employee } from '#schemas/people'
import { nextOpening } from '#domain/time/calendar'
import { addDays } from '#domain/time/days'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/time/zone'

/** How long what comes close together is waited for, so that it goes out as one message. */
export const gatherMs = 60_000

/** The least time between two messages to one person on one channel, where they want digests. */
export const digestPauseMs = 600_000

/** How somebody is told who has not said otherwise: in the inbox alone, as a digest, in working time. */
export const defaultSettings: NotificationSettings = {
  language: 'en',
  email: false,
  telegram: null,
  webhook: null,
  digest: true,
  quiet: true,
  myDay: true,
}

/** The working time somebody keeps: their own calendar, or the company’s. */
export function calendarOf(
  { calendar }: Pick<Employee, 'calendar'>,
  model: Pick<Model, 'calendar' | 'calendars'>,
): Calendar {
  const own = calendar !== undefined && Object.hasOwn(model.calendars, calendar) ? model.calendars[calendar] : undefined
  return own ?? model.calendar
}

/** When what happened at an instant may reach somebody: at their next opening, unless it is urgent or they want no quiet. */
export function deliverableAt(
  { absences = [] }: Pick<Employee, 'absences'>,
  calendar: Calendar,
  { digest, quiet }: Pick<NotificationSettings, 'digest' | 'quiet'>,
  { at, urgent }: { readonly at: string; readonly urgent: boolean },
): string {
  if (urgent) return at
  const gathered = digest ? instantOf(msOf(at) + gatherMs) : at
  return quiet ? firstPresent(absences, calendar, gathered) : gathered
}

/** An absence ends some day, so each is left behind once at most. */
function firstPresent(absences: readonly Absence[], calendar: Calendar, from: string): string {
  let instant = nextOpening(calendar, from)
  for (let left = absences.length; left > 0; left -= 1) {
    const on = dateIn(calendar.timezone, instant)
    const away = absences.find((absence) => absence.from <= on && on <= absence.to)
    if (away === undefined) return instant
    instant = nextOpening(calendar, startOfDay(calendar.timezone, addDays(away.to, 1)))
  }
  return instant
}
