import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { check } from '#config/check'
import { daysIn, withDays } from '#config/days/with-days'
import type { DayList, NamedDay } from '#config/days/with-days'
import { commandEnvironment, UsageError } from './environment'
import { fileWords } from './file-words'
import { publicHolidays } from './public-holidays'
import { printSaid } from './said'
import type { PublicHolidays } from './public-holidays'

type Options = { readonly file: string; readonly region?: string; readonly write?: boolean }

const dayNames = fileWords[commandEnvironment.lang].weekdays

/** `norma holidays`: the public holidays of a country and year, shown or put into the file. */
export async function holidaysCommand(country: string, year: string | number, options: Options): Promise<void> {
  const { file } = options
  if (options.write === true && !existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const found = await publicHolidays(String(country), Number(year), options.region)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const chosen = chooseDays(found, workWeekOf(text))
  const lines = [
    `${found.country} ${year}: ${chosen.off.length} days off that would be worked otherwise.`,
    ...told(found, chosen),
  ]
  if (options.write !== true || text === undefined) {
    await printSaid(...lines, ...advice(chosen, { country, year, file }))
    return
  }
  const written = writeDays(file, text, chosen)
  await printSaid(...lines, '', ...written)
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

function lineOf({ date, name }: NamedDay): string {
  return `  ${date} ${dayNames[weekday(date)] ?? ''}  ${name}`
}

function told({ partial, unsure }: PublicHolidays, { off, worked, anyway }: Chosen): readonly string[] {
  const part = (title: string, days: readonly NamedDay[]): readonly string[] =>
    days.length === 0 ? [] : ['', title, ...days.map(lineOf)]
  return [
    ...off.map(lineOf),
    ...part('Weekend days that are worked:', worked),
    ...part('Left out, because these days are not worked anyway:', anyway),
    ...part('Left out, because they are off only for a part of the day; see “short_days”:', partial),
    '',
    'What this list does not know:',
    ...unsure.map((sentence) => `  ${sentence}`),
  ]
}

function advice(
  { off, worked }: Chosen,
  { country, year, file }: { country: string; year: string | number; file: string },
): readonly string[] {
  const list = (key: DayList, days: readonly NamedDay[]): readonly string[] =>
    days.length === 0 ? [] : [`  ${key}: [${days.map(({ date }) => date).join(', ')}]`]
  return [
    '',
    'For the calendar of pipelines.yaml:',
    ...list('holidays', off),
    ...list('extra_working_days', worked),
    ...(existsSync(file) ? [`Or let it be written into ${file}: norma holidays ${country} ${year} --write`] : []),
  ]
}

function writeDays(file: string, text: string, { off, worked }: Chosen): readonly string[] {
  const faults = check(text).diagnostics.filter(({ severity }) => severity === 'error').length
  if (faults > 0)
    throw new UsageError(`${file} has faults, so nothing was written into it. See them with: norma check ${file}`)
  // A day that the company works, if only for a few hours, stays worked.
  const own = new Set(Object.keys(check(text).model?.calendar.shortDays ?? {}))
  const ownOff = new Set(daysIn(text, 'holidays'))
  const days = off.filter(({ date }) => !own.has(date))
  const extra = worked.filter(({ date }) => !ownOff.has(date))
  const withHolidays = withDays(text, 'holidays', days)
  const edited = withHolidays === undefined ? undefined : withDays(withHolidays, 'extra_working_days', extra)
  if (edited === undefined || check(edited).diagnostics.length > check(text).diagnostics.length) {
    throw new UsageError(
      `The calendar of ${file} is written in a way that cannot be added to by itself. Put the days in by hand.`,
    )
  }
  if (edited === text) return [`${file} has all of these days already.`]
  writeFileSync(file, edited)
  const added = (list: DayList): number => daysIn(edited, list).length - daysIn(text, list).length
  return [`Wrote ${added('holidays')} holidays and ${added('extra_working_days')} extra working days into ${file}.`]
}
