import { check } from '#config/check'
import { keyPlaces } from '#config/sections/key-places'
import type { KeyPlaces } from '#config/sections/key-places'
import { tell } from '#config/messages/say'
import { anchorOfType, parseDue } from '#config/values/parse-due'
import type { AnchorKind } from '#config/values/parse-due'
import { anchorOf, dueAt } from '#domain/time/due'
import type { Due } from '#domain/time/due'
import { unusualDays } from '#domain/time/due-days'
import type { UnusualDay } from '#domain/time/due-days'
import { weekText } from '#domain/time/week-text'
import { dateIn, msOf } from '#domain/time/zone'
import type { Calendar, DueRule, Model } from '#schemas/model'
import { guessOf } from '#cli/did-you-mean'
import { anchorsFrom } from './due-anchors'
import type { AnchorOptions } from './due-anchors'
import { dueWords } from './due-words'
import type { DueWords } from './due-words'
import { langOf, rulesTextOf, UsageError } from '#cli/environment'
import { say } from '#cli/say'

type Options = AnchorOptions & { readonly calendar?: string; readonly lang?: string; readonly file: string }

/** `norma due`: the date an expression comes to, and which days were passed over and why. */
export function dueCommand(expression: string, options: Options): void {
  const lang = langOf(options.lang)
  const text = rulesTextOf(options.file)
  const { model, diagnostics } = check(text)
  if (model === undefined) {
    throw new UsageError(say('file_faults', { file: options.file, count: diagnostics.length }))
  }
  const calendar = calendarOf(model, options.calendar)
  const written = promisedIn(model, expression)
  const rule = ruleOf(written, model, lang)
  const question = { expression: written, anchor: anchorOf(rule), calendar, model }
  const due = dueAt(rule, anchorsFrom(question, options), calendar)
  const where = { words: dueWords[lang], calendar, id: options.calendar, places: keyPlaces(text) }
  process.stdout.write(`${answer(due, rule, where).join('\n')}\n`)
}

/** What the file promises to clients by a name of its own, in place of that name. */
function promisedIn(model: Model, expression: string): string {
  const promised = { call_back: model.calls?.missed?.callBack, answer: model.messages?.answer } as const
  if (expression !== 'call_back' && expression !== 'answer') return expression
  const length = promised[expression]
  if (length === undefined) throw new UsageError(say('due_not_promised', { name: expression }))
  return length.text
}

type Where = {
  readonly words: DueWords
  readonly calendar: Calendar
  readonly id: string | undefined
  readonly places: KeyPlaces
}

function ruleOf(expression: string, model: Model, lang: 'en' | 'ru'): DueRule {
  const tasks = new Set(
    Object.values(model.pipelines).flatMap(({ stages }) => stages.flatMap((stage) => stage.tasks.map(({ id }) => id))),
  )
  const kindOf = (name: string): AnchorKind => {
    if (model.events[name] !== undefined) return 'event'
    return anchorOfType(model.fields[name]?.type) ?? (tasks.has(name) ? 'task' : undefined)
  }
  const known = [...tasks, ...Object.keys(model.events), ...Object.keys(model.fields)].filter(
    (name) => kindOf(name) !== undefined,
  )
  const read = parseDue(expression, { kindOf, known: () => known })
  if ('due' in read) return read.due
  const { message, help } = read.fault
  const text = [message, help].flatMap((part) => (part === undefined ? [] : [tell(part, lang)])).join(' ')
  throw new UsageError(say('as_told', { text }))
}

function answer(due: Due, rule: DueRule, where: Where): readonly string[] {
  const { words, calendar } = where
  const days = unusualDays(rule, due, calendar)
  const heads = [words.rule, words.from, words.calendar, words.hours, words.days]
  const width = Math.max(...heads.map((head) => head.length))
  const fact = (head: string, text: string): string => `  ${head.padEnd(width)}  ${text}`
  return [
    due.dueAt === null ? '–' : `${shown(due.dueAt, where)}   ${due.dueAt}`,
    fact(words.rule, due.why.rule),
    fact(words.from, `${anchorText(due, where)}`),
    fact(words.calendar, `${where.id === undefined ? '' : `${where.id}, `}${calendar.timezone}`),
    ...(where.id === undefined ? [] : [fact(words.hours, hoursText(where))]),
    ...(days.length === 0 ? [fact(words.days, words.none)] : []),
    ...days.map((day, index) => fact(index === 0 ? words.days : '', dayText(day, where))),
  ]
}

function anchorText(due: Due, where: Where): string {
  const { kind, name, value } = due.why.anchor
  const { anchor } = where.words
  const moment = value === null ? '–' : value.includes('T') ? shown(value, where) : dayName(value, where.words)
  if (kind === 'start' || kind === 'date') return `${moment} (${anchor[kind]})`
  return `${moment} (${anchor[kind](name ?? '')})`
}

function dayText(day: UnusualDay, where: Where): string {
  const { words } = where
  const isOff = day.kind === 'weekend' || day.kind === 'holiday'
  const hours = day.kind === 'short' ? ` ${day.hours.map(({ from, to }) => `${from}-${to}`).join(', ')}` : ''
  const found = lineOf(day, where)
  const place = found === undefined ? '' : ` (${placeText(found, where)})`
  return `${dayName(day.date, words)}  ${isOff ? words.skipped : words.counted}: ${words.kinds[day.kind]}${hours}${place}`
}

/** The hours of a further calendar, and whether they are its own. */
function hoursText(where: Where): string {
  const { id, places, calendar } = where
  const homes = [`calendars.${id ?? ''}`, 'calendar']
  const home = homes.find((one) => places.has(`${one}.hours`))
  const line = places.get(`${home ?? ''}.hours`)?.line
  const week = weekText(calendar)
  return home === undefined || line === undefined ? week : `${week} (${placeText({ line, home }, where)})`
}

type Line = { readonly line: number; readonly home: string }

/** A line of the company's calendar is told as such where another calendar was asked for. */
function placeText({ line, home }: Line, { words, id }: Where): string {
  return id !== undefined && home === 'calendar' ? words.inherited(line) : words.line(line)
}

const keys = { holiday: 'holidays', extra_working: 'extra_working_days', short: 'short_days' } as const

/** The line that says so: in the calendar that was chosen or, where that leaves it out, in the company's. */
function lineOf(day: UnusualDay, { id, places }: Where): Line | undefined {
  if (day.kind === 'weekend') return undefined
  for (const home of [...(id === undefined ? [] : [`calendars.${id}`]), 'calendar']) {
    const path = `${home}.${keys[day.kind]}`
    if (!places.has(path)) continue
    for (const [key, { text, line }] of places) {
      if (key === `${path}.${day.date}` || (key.startsWith(`${path}[`) && text === day.date)) return { line, home }
    }
  }
  return undefined
}

function calendarOf(model: Model, id: string | undefined): Calendar {
  if (id === undefined) return model.calendar
  const found = model.calendars[id]
  if (found !== undefined) return found
  const known = Object.keys(model.calendars)
  throw new UsageError(say('calendar', { id, guess: guessOf(id, known), known }))
}

function shown(instant: string, { words, calendar }: Where): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: calendar.timezone, hour: '2-digit', minute: '2-digit' })
  return `${dayName(dateIn(calendar.timezone, instant), words)} ${time.format(msOf(instant))}`
}

function dayName(date: string, { locale }: DueWords): string {
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(date))
  return `${weekday} ${date}`
}
