import { check } from '#config/check'
import { languagePort } from '#config/language-port'
import { anchorOf, dueAt } from '#domain/due'
import { dateIn, instantOf, msOf, wallTime } from '#domain/zone'
import type { Calendar, Model } from '#schemas/model'
import { rulesTextOf, UsageError } from './environment'

/** `norma due`: the date an expression comes to, and which days were passed over and why. */
export async function dueCommand(
  expression: string,
  options: { from?: string; calendar?: string; file: string },
): Promise<void> {
  const model = modelOf(options.file)
  const calendar = calendarOf(model, options.calendar)
  const read = await languagePort.parseDue(expression, model)
  if ('fault' in read) throw new UsageError(read.fault)
  const start = startOf(options.from, calendar)
  const anchor = anchorOf(read.due)
  // What it is counted from is not known here, so the given time stands for it.
  const stand = { tasks: {}, events: {}, fields: {} }
  const name = anchor.kind === 'event' ? anchor.event : anchor.kind === 'field' ? anchor.field : ''
  const anchors = { start, ...stand, events: { [name]: start }, fields: { [name]: dateIn(calendar.timezone, start) } }
  const due = dueAt(read.due, anchors, calendar)
  if (due.dueAt === null)
    throw new UsageError(`“${expression}” has no date: it waits for something that is not known here.`)
  process.stdout.write(`${shown(due.dueAt, calendar)}\n`)
  process.stdout.write(`  counted from ${shown(start, calendar)}${name === '' ? '' : ` as ${name}`}\n`)
  for (const { date, reason } of due.why.skipped)
    process.stdout.write(`  skipped ${weekday(date)} ${date}: ${reason}\n`)
}

function modelOf(file: string): Model {
  const { model, diagnostics } = check(rulesTextOf(file))
  if (model !== undefined) return model
  throw new UsageError(`${file} has ${diagnostics.length} faults. See them with: norma check ${file}`)
}

function calendarOf(model: Model, id: string | undefined): Calendar {
  if (id === undefined) return model.calendar
  const found = model.calendars[id]
  if (found !== undefined) return found
  throw new UsageError(
    `There is no calendar “${id}”. There are: ${Object.keys(model.calendars).join(', ') || 'none but the company’s'}.`,
  )
}

function startOf(text: string | undefined, calendar: Calendar): string {
  if (text === undefined) return new Date().toISOString()
  const local = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim())
  if (local !== null) return wallTime(calendar.timezone, local[1] ?? '', local[2] ?? '00:00')
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || !/(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    throw new UsageError(`--from takes a time such as "2026-12-30 16:30" or 2026-12-30T13:30:00Z, not “${text}”.`)
  }
  return instantOf(ms)
}

function shown(instant: string, { timezone }: Calendar): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' })
  const date = dateIn(timezone, instant)
  return `${weekday(date)} ${date} ${time.format(msOf(instant))} (${timezone}, ${instant})`
}

function weekday(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(date))
}
