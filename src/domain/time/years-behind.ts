import type { Calendar } from '#schemas/model'

/** Gives the years a calendar should know by a day (`YYYY-MM-DD`) and has no holiday in: the current one and, from October, the next. */
export function yearsBehind({ holidays }: Pick<Calendar, 'holidays'>, today: string): readonly number[] {
  const year = Number(today.slice(0, 4))
  const expected = today.slice(5, 7) >= '10' ? [year, year + 1] : [year]
  return expected.filter((one) => !holidays.some((day) => day.startsWith(`${one}-`)))
}
