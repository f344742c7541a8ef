import { isDate } from '#domain/time/days'
import type { DueAnchors } from '#domain/time/due'
import { instantOf, wallTime } from '#domain/time/zone'
import type { Anchor, Calendar, Model } from '#schemas/model'
import { UsageError } from '#cli/environment'
import { say } from '#cli/say'

/** What was said on the command line about the moment a due date is counted from. */
export type AnchorOptions = {
  readonly from?: string
  readonly taskDone?: string
  readonly event?: string
  readonly field?: string | readonly string[]
}

/** What is asked. */
export type DueQuestion = {
  readonly expression: string
  readonly anchor: Anchor
  readonly calendar: Calendar
  readonly model: Model
}

/** The anchors a rule needs, as the options tell them; what is missing is asked for. */
export function anchorsFrom(question: DueQuestion, options: AnchorOptions): DueAnchors {
  const { anchor, calendar, expression } = question
  refuseStray(question, options)
  const start = options.from === undefined ? new Date().toISOString() : timeOf('--from', options.from, calendar)
  const none = { start, tasks: {}, events: {}, fields: {} }
  switch (anchor.kind) {
    case 'start':
    case 'date':
      return none
    case 'task': {
      const time = momentOf('--task-done', anchor.task, options.taskDone)
      if (time === undefined) throw new UsageError(say('due_task', { expression, task: anchor.task }))
      return { ...none, tasks: { [anchor.task]: timeOf('--task-done', time, calendar) } }
    }
    case 'event': {
      const time = momentOf('--event', anchor.event, options.event)
      if (time === undefined)
        throw new UsageError(say('due_event', { expression, event: anchor.event, name: nameOf(question) }))
      return { ...none, events: { [anchor.event]: timeOf('--event', time, calendar) } }
    }
    case 'field': {
      const date = valueOf(question, anchor.field, options.field)
      if (date === undefined)
        throw new UsageError(say('due_field', { expression, field: anchor.field, name: nameOf(question) }))
      return { ...none, fields: { [anchor.field]: date } }
    }
  }
}

function nameOf({ anchor, model }: DueQuestion): string {
  if (anchor.kind === 'event') return model.events[anchor.event]?.name ?? anchor.event
  return anchor.kind === 'field' ? (model.fields[anchor.field]?.name ?? anchor.field) : ''
}

/** An option that the rule has no use for is a misunderstanding, and better said than passed over. */
function refuseStray({ expression, anchor }: DueQuestion, options: AnchorOptions): void {
  const given = [
    ['start', '--from', options.from],
    ['task', '--task-done', options.taskDone],
    ['event', '--event', options.event],
    ['field', '--field', options.field],
  ] as const
  for (const [kind, option, value] of given) {
    if (value !== undefined && anchor.kind !== kind) throw new UsageError(say('due_stray', { expression, option }))
  }
}

/** `2026-12-30 16:30`, or the same with the name in front: `send_deck=2026-12-30 16:30`. */
function momentOf(option: string, name: string, written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const at = written.indexOf('=')
  if (at < 0) return written
  if (written.slice(0, at).trim() === name) return written.slice(at + 1)
  throw new UsageError(say('counted_from', { name, written: written.slice(0, at), option }))
}

/** A day, or for a field with a time of day the instant that the clocks of the company show so. */
function valueOf(
  { model, calendar }: DueQuestion,
  field: string,
  written: string | readonly string[] | undefined,
): string | undefined {
  if (written === undefined) return undefined
  const all = typeof written === 'string' ? [written] : written
  const own = all.map((one) => one.split('=')).find(([name]) => name?.trim() === field)
  const date = own?.[1]?.trim()
  const isMoment = model.fields[field]?.type === 'date_time'
  if (own === undefined) throw new UsageError(say('counted_from_field', { field }))
  if (isMoment && date?.includes(':') === true) return timeOf('--field', date, calendar)
  if (isDate(date) && !isMoment) return date
  throw new UsageError(say(isMoment ? 'field_moment' : 'field_day', { field, written: date ?? '' }))
}

function timeOf(option: string, text: string, calendar: Calendar): string {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim())
  if (local !== null && isDate(local[1])) return wallTime(calendar.timezone, local[1], local[2] ?? '00:00')
  const ms = Date.parse(text)
  if (local !== null || Number.isNaN(ms) || !/(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    throw new UsageError(say('time', { option, written: text }))
  }
  return instantOf(ms)
}
