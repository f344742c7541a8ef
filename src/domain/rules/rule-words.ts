import type { Calendar, Condition, DueRule, MadeHere } from '#schemas/model'

/** A condition as the analyst wrote it, on one line. */
export function conditionText(condition: Condition): string {
  const lines = condition.all.map((test) => test.text)
  const any = condition.any?.map((one) => `{${conditionText(one)}}`).join(' or ')
  return [...lines, ...(any === undefined ? [] : [`any of ${any}`])].join('; ')
}

/** A due date as the analyst wrote it. */
export function dueText(due: DueRule): string {
  return due.text
}

/** What a stage makes by itself, as the analyst wrote it. */
export function madeText({ document, after }: MadeHere): string {
  return after === undefined ? document : `${document}: after ${after}`
}

/** Several words on one line. */
export function listText(parts: readonly string[]): string {
  return parts.join(', ')
}

/** What a calendar says of a day: what is open then, or nothing where it is as any other such weekday. */
export function changedDays(was: Calendar, is: Calendar): readonly string[] {
  const days = new Set(
    [was, is].flatMap(({ holidays, extraWorkingDays, shortDays }) => [
      ...holidays,
      ...extraWorkingDays,
      ...Object.keys(shortDays),
    ]),
  )
  return [...days].filter((day) => dayText(was, day) !== dayText(is, day)).toSorted()
}

/** Whether days that are in no list are worked otherwise. */
export function isOtherWeek(was: Calendar, is: Calendar): boolean {
  const week = ({ timezone, workWeek, hours, weekHours }: Calendar) =>
    JSON.stringify([timezone, workWeek, hours, weekHours ?? null])
  return week(was) !== week(is)
}

function dayText({ holidays, extraWorkingDays, shortDays }: Calendar, day: string): string {
  if (holidays.includes(day)) return 'holiday'
  if (shortDays[day] !== undefined) return JSON.stringify(shortDays[day])
  return extraWorkingDays.includes(day) ? 'working' : ''
}
