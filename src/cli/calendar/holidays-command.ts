import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import type { Saying } from '#schemas/saying'
import { check } from '#config/check'
import { daysIn, withDays } from '#config/days/with-days'
import type { DayList, NamedDay } from '#config/days/with-days'
import type { Language } from '#schemas/language-names'
import { commandEnvironment, UsageError } from '#cli/environment'
import { publicHolidays } from './public-holidays'
import { printSaid, say, wordsIn } from '#cli/say'
import type { PublicHolidays } from './public-holidays'

type Options = { readonly file: string; readonly region?: string; readonly write?: boolean }

type Line = Saying | string

/** The country as a language calls it. */
function countryIn(lang: Language, { country, code }: { readonly country: string; readonly code: string }): string {
  return (lang === 'en' ? undefined : new Intl.DisplayNames([lang], { type: 'region' }).of(code)) ?? country
}

/** `norma holidays`: the public holidays of a country and year, shown or put into the file. */
export async function holidaysCommand(country: string, year: string | number, options: Options): Promise<void> {
  const { file } = options
  if (options.write === true && !existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  const found = await publicHolidays(String(country), Number(year), options.region)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const chosen = chooseDays(found, workWeekOf(text))
  const { lang } = commandEnvironment
  const lines = [
    say('days_off', { country: countryIn(lang, found), year: Number(year), count: chosen.off.length }),
    ...told(found, chosen, await dayNames(lang)),
  ]
  if (options.write !== true || text === undefined) {
    await printSaid(lang, ...lines, ...advice(chosen, { country, year: Number(year), file }))
    return
  }
  await printSaid(lang, ...lines, '', writeDays(file, text, chosen))
}

type Chosen = {
  readonly off: readonly NamedDay[]
  readonly worked: readonly NamedDay[]
  readonly anyway: readonly NamedDay[]
}

/** Without a file that can be read, the usual week. */
function workWeekOf(text: string | undefined): readonly number[] {
  const week = text === undefined ? undefined : check(text).model?.calendar.workWeek
  return week === undefined || week.length === 0 ? [1, 2, 3, 4, 5] : week
}

function chooseDays({ days, worked }: PublicHolidays, week: readonly number[]): Chosen {
  const isWorked = ({ date }: NamedDay): boolean => week.includes(weekday(date) === 0 ? 7 : weekday(date))
  return {
    off: days.filter(isWorked),
    anyway: days.filter((day) => !isWorked(day)),
    // Where Saturdays are worked anyway, nothing has to be said of them.
    worked: worked.filter((day) => !isWorked(day)),
  }
}

function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

async function dayNames(lang: Language): Promise<readonly string[]> {
  const { weekdays } = await wordsIn(lang)
  return typeof weekdays === 'string' ? weekdays.split(' ') : []
}

function told(
  { partial, unsure }: PublicHolidays,
  { off, worked, anyway }: Chosen,
  names: readonly string[],
): readonly Line[] {
  const lineOf = ({ date, name }: NamedDay): string => `  ${date} ${names[weekday(date)] ?? ''}  ${name}`
  const part = (title: Saying, days: readonly NamedDay[]): readonly Line[] =>
    days.length === 0 ? [] : ['', title, ...days.map(lineOf)]
  return [
    ...off.map(lineOf),
    ...part(say('days_worked'), worked),
    ...part(say('days_anyway'), anyway),
    ...part(say('days_partial'), partial),
    '',
    say('unsure'),
    ...unsure,
  ]
}

function advice(
  { off, worked }: Chosen,
  { country, year, file }: { country: string; year: number; file: string },
): readonly Line[] {
  const list = (key: DayList, days: readonly NamedDay[]): readonly string[] =>
    days.length === 0 ? [] : [`  ${key}: [${days.map(({ date }) => date).join(', ')}]`]
  return [
    '',
    say('for_calendar'),
    ...list('holidays', off),
    ...list('extra_working_days', worked),
    ...(existsSync(file) ? [say('or_written', { file, country, year })] : []),
  ]
}

function writeDays(file: string, text: string, { off, worked }: Chosen): Saying {
  const faults = check(text).diagnostics.filter(({ severity }) => severity === 'error').length
  if (faults > 0) throw new UsageError(say('calendar_faulty', { file }))
  // A day that the company works, if only for a few hours, stays worked.
  const own = new Set(Object.keys(check(text).model?.calendar.shortDays ?? {}))
  const ownOff = new Set(daysIn(text, 'holidays'))
  const days = off.filter(({ date }) => !own.has(date))
  const extra = worked.filter(({ date }) => !ownOff.has(date))
  const withHolidays = withDays(text, 'holidays', days)
  const edited = withHolidays === undefined ? undefined : withDays(withHolidays, 'extra_working_days', extra)
  if (edited === undefined || check(edited).diagnostics.length > check(text).diagnostics.length) {
    throw new UsageError(say('calendar_by_hand', { file }))
  }
  if (edited === text) return say('days_there', { file })
  writeFileSync(file, edited)
  const added = (list: DayList): number => daysIn(edited, list).length - daysIn(text, list).length
  return say('days_written', { file, off: added('holidays'), worked: added('extra_working_days') })
}
