import { addDays, dayOf, weekdayOf } from '#domain/time/days'
import { nextOpening, workingDaysBetween } from '#domain/time/calendar'
import { noticeId } from '#domain/people/notice-id'
import { calendarOf, defaultSettings } from '#domain/people/quiet'
import { dateIn, instantOf, msOf, startOfDay } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Calendar } from '#schemas/model'
import type { Employee } from '#schemas/people'
import { inGroups } from '#usecases/in-groups'
import { readMyDay, readTeamWeek, type MorningPorts } from './read-morning'
import { tell } from '#usecases/people/tell'

type Needs = MorningPorts & Pick<Ports, 'notices' | 'clock'>

/** A morning that was missed is told late, but not the next day. */
const longestBackMs = 12 * 3_600_000

/** How far the first run looks back. */
const firstBackMs = 3_600_000

const sideBySide = 10

const schedule = 'tell-mornings'

/**
 * Tells everybody whose working day opened since the last run what it holds, and the heads, on the first working day of
 * the week, how their departments stand. Run twice, late, or after a crash half-way, each morning is told once.
 */
export async function tellMornings(ports: Needs, at: string): Promise<number> {
  const last = await ports.notices.lookedUntil(schedule)
  const earliest = instantOf(msOf(at) - (last === undefined ? firstBackMs : longestBackMs))
  // Looked at later than now: then the clock was ahead, and has been set back. What was told is not told again.
  const isUsable = last !== undefined && last >= earliest && last <= at
  const from = isUsable ? last : earliest
  const [{ employees }, { model }] = await Promise.all([ports.people.load(), ports.rules.current()])
  const opening = Object.values(employees).flatMap((employee) => {
    const morning = morningOf(employee, calendarOf(employee, model), at)
    return morning !== undefined && morning.opens > from && morning.opens <= at ? [{ employee, ...morning }] : []
  })
  const told = await inGroups(opening, sideBySide, (morning) => greet(ports, morning))
  await ports.notices.saveLookedUntil(schedule, at)
  return told.reduce((sum, count) => sum + count, 0)
}

type Morning = { readonly employee: Employee; readonly opens: string; readonly on: string; readonly calendar: Calendar }

/** When somebody's day opens, if they work that day. */
function morningOf(employee: Employee, calendar: Calendar, at: string): Omit<Morning, 'employee'> | undefined {
  if (!employee.active) return undefined
  const on = dateIn(calendar.timezone, at)
  const isAway = (employee.absences ?? []).some((absence) => absence.from <= on && on <= absence.to)
  const opens = nextOpening(calendar, startOfDay(calendar.timezone, on))
  return isAway || dateIn(calendar.timezone, opens) !== on ? undefined : { opens, on, calendar }
}

async function greet(ports: Needs, morning: Morning): Promise<number> {
  const { employee, opens, on, calendar } = morning
  const settings = (await ports.notices.settings(employee.id)) ?? defaultSettings
  const day = settings.myDay ? await readMyDay(ports, employee, { now: opens, on, zone: calendar.timezone }) : undefined
  const weeks = isFirstOfWeek(calendar, on) ? await readTeamWeek(ports, employee, { now: opens, on }) : []
  const notices = [
    ...(day === undefined ? [] : [{ id: noticeId(opens, `my_day#${on}`), kind: 'my_day', at: opens, day } as const]),
    ...weeks.map((week) => {
      const id = noticeId(opens, `team_week#${on}#${week.department}`)
      return { id, kind: 'team_week', at: opens, week } as const
    }),
  ]
  const told = await Promise.all(notices.map((notice) => tell(ports, employee.id, notice)))
  return told.filter(Boolean).length
}

function isFirstOfWeek(calendar: Calendar, on: string): boolean {
  const monday = addDays(on, 1 - weekdayOf(dayOf(on)))
  return workingDaysBetween(calendar, monday, on) === 0
}
