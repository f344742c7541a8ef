import { dateOf } from '#domain/time/days'
import { dayAt, startOfDayMs } from '#domain/time/zone'
import type { People } from '#ports/people'

/** What tells whether deputies may have something to get: open tasks they have already, and tasks written so far. */
export type StandInSigns = { readonly open: number; readonly written: number }

/** When deputies got what those who are away would miss for the last time, and that nothing was left to the next. */
export type StoodIn = { readonly date: string; readonly written: number; readonly employees: People['employees'] }

type Ask = {
  readonly people: People
  readonly zone: string
  readonly now: string
  readonly target: string
  readonly signs: StandInSigns
  readonly last: StoodIn | undefined
}

type Absences = readonly { readonly from: string; readonly to: string }[]

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const absencesAmong = new WeakMap<object, Absences>()

/**
 * The next quarter past an hour, up to an instant, at which deputies may get something or give something back: on a day
 * somebody is away, or while tasks are with deputies; a second time on a day only if tasks were written since the first.
 */
export function nextStandIn({ people, zone, now, target, signs, last }: Ask): string | undefined {
  const absences = absencesOf(people)
  if (absences.length === 0) return undefined
  const until = Date.parse(target)
  for (let at = quarterAfter(Date.parse(now)); at <= until;) {
    const day = dayAt(zone, at)
    const date = dateOf(day)
    const isAsked = signs.open > 0 || absences.some(({ from, to }) => from <= date && date <= to)
    const isDone = last?.date === date && last.written === signs.written && last.employees === people.employees
    if (isAsked && !isDone) return new Date(at).toISOString()
    at = quarterAfter(startOfDayMs(zone, day + 1) - 1)
  }
  return undefined
}

/** Whether anybody is ever away. */
export function isEverAway(people: People): boolean {
  return absencesOf(people).length > 0
}

function quarterAfter(ms: number): number {
  return Math.floor((ms - 15 * minuteMs) / hourMs) * hourMs + 75 * minuteMs
}

/** People are asked for all the time and hardly ever change. */
function absencesOf({ employees }: People): Absences {
  const known = absencesAmong.get(employees)
  if (known !== undefined) return known
  const found = Object.values(employees).flatMap(({ absences = [] }) => absences)
  absencesAmong.set(employees, found)
  return found
}
