import { dueAt } from '#domain/time/due'
import type { Calendar, Duration } from '#schemas/model'

/** The instant that is a length of time after another, by the company’s calendar. */
export function laterBy(duration: Duration, at: string, calendar: Calendar): string | null {
  const rule = { kind: 'offset', direction: 'after', duration, anchor: { kind: 'start' }, text: duration.text } as const
  return dueAt(rule, { start: at, tasks: {}, events: {}, fields: {} }, calendar).dueAt
}
