import type { Calendar, Duration, OpenInterval } from '#schemas/model'

/** How long a duration is, in minutes of its own kind; undefined where that depends on the dates. */
export function lengthOf({ count, kind, unit }: Duration, calendar: Calendar): number | undefined {
  const day = kind === 'calendar' ? 1440 : minutesOfDay(calendar)
  const week = kind === 'calendar' ? 7 : calendar.workWeek.length
  switch (unit) {
    case 'minutes':
      return count
    case 'hours':
      return count * 60
    case 'days':
      return day === 0 ? undefined : count * day
    case 'weeks':
      return day * week === 0 ? undefined : count * day * week
    case 'months':
      return undefined
  }
}

/** Whether the first is longer than the second; false where they cannot be compared. */
export function isLonger(left: Duration, right: Duration, calendar: Calendar): boolean {
  if (left.kind !== right.kind) return false
  if (left.unit === 'months' && right.unit === 'months') return left.count > right.count
  const [one, two] = [lengthOf(left, calendar), lengthOf(right, calendar)]
  return one !== undefined && two !== undefined && one > two
}

/** How long a working day is on average. */
function minutesOfDay({ workWeek, hours, weekHours }: Calendar): number {
  if (weekHours === undefined || workWeek.length === 0) return minutesOpen(hours)
  return workWeek.reduce((sum, weekday) => sum + minutesOpen(weekHours[weekday] ?? hours), 0) / workWeek.length
}

function minutesOpen(hours: readonly OpenInterval[]): number {
  return hours.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from) + (to < from ? 1440 : 0), 0)
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}
