import type { Caller } from '#domain/kernel/access'
import { addDays, dayOf, isDate, weekdayOf } from '#domain/time/days'
import { isWorkingDay } from '#domain/time/calendar'
import { calendarOf } from '#domain/deals/seating'
import { dateIn, startOfDay } from '#domain/time/zone'

import { joined, type DayTask, type WorkdayPorts } from './read-workday'

/** A day of a week, with the tasks due on it. */
export type WeekDay = {
  readonly on: string
  readonly isToday: boolean
  readonly isWorking: boolean
  readonly tasks: readonly DayTask[]
}

/** Somebody’s week: day by day, and what was due before it and is still open. */
export type Week = {
  readonly days: readonly WeekDay[]
  readonly overdue: readonly DayTask[]
  readonly isMore: boolean
}

const mostTasks = 300

/** The Monday of the week of a day, of today where none is named. */
export function weekOf(day: string, { zone, now }: { readonly zone: string; readonly now: string }): string {
  const on = isDate(day) ? day : dateIn(zone, now)
  return addDays(on, 1 - weekdayOf(dayOf(on)))
}

/**
 * Reads a week of somebody by when their open tasks are due, and, for the week that is, what is late from before. Whether the
 * caller may see it is for whoever calls to say.
 */
export async function readWeek(
  ports: WorkdayPorts,
  caller: Caller,
  { of, monday }: { readonly of: string; readonly monday: string },
): Promise<Week> {
  const now = ports.clock.now()
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const { calendar } = calendarOf(model, of, people)
  const zone = model.calendar.timezone
  const today = dateIn(zone, now)
  const end = startOfDay(zone, addDays(monday, 7))
  const isThisWeek = monday <= today && today < addDays(monday, 7)
  const page = await ports.deals.openTasks({
    responsible: of,
    ...(isThisWeek ? {} : { from: startOfDay(zone, monday) }),
    to: end,
    limit: mostTasks,
  })
  const tasks = await joined(ports, page.items, { own: [], caller, of })
  const on = ({ task: { dueAt } }: DayTask): string => (dueAt === null ? '' : dateIn(zone, dueAt))
  return {
    overdue: tasks.filter((one) => on(one) < monday && on(one) !== ''),
    days: Array.from({ length: 7 }, (_, no) => addDays(monday, no)).map((day) => ({
      on: day,
      isToday: day === today,
      isWorking: isWorkingDay(calendar, day),
      tasks: tasks.filter((one) => on(one) === day),
    })),
    isMore: page.cursor !== undefined,
  }
}
