import { sumOf } from '#domain/kernel/money'
import { isWorkingDay } from '#domain/time/calendar'
import { addDays } from '#domain/time/days'
import type { Bounds } from '#domain/time/period'
import { shareOf } from '#domain/kernel/ratio'
import type { Calendar } from '#schemas/model'
import type { BurnUp } from '#schemas/plan'

type Day = BurnUp['days'][number]

/** An amount and the day on which it came. */
export type Came = { readonly on: string; readonly amount: number }

/** A row of the plan at the end of a day. */
export type Evening = { readonly on: string; readonly plan: number | null; readonly fact: number }

/**
 * Adds up what came, evening by evening, from the first day of a period until `until` (a date, without it). Days on
 * which nothing came have an evening too.
 */
export function eveningsOf(
  came: readonly Came[],
  { from, until }: { from: string; until: string },
  plan: number | null,
) {
  const byDay = new Map<string, number>()
  for (const { on, amount } of came) byDay.set(on, sumOf([byDay.get(on) ?? 0, amount]))
  const evenings: Evening[] = []
  let fact = 0
  for (let on = from; on < until; on = addDays(on, 1)) {
    fact = sumOf([fact, byDay.get(on) ?? 0])
    evenings.push({ on, plan, fact })
  }
  return evenings
}

/** How many working days of a period are gone when each of its days begins, and the first day after it. */
export function goneByDay(calendar: Calendar, { from, to }: Bounds): Readonly<Record<string, number>> {
  const gone: Record<string, number> = {}
  let count = 0
  for (let on = from; on <= to; on = addDays(on, 1)) {
    gone[on] = count
    if (isWorkingDay(calendar, on)) count += 1
  }
  return gone
}

/** Says where the fact should have been each evening. */
export function burnUpDays(evenings: readonly Evening[], calendar: Calendar, span: Bounds): readonly Day[] {
  const goneBy = goneByDay(calendar, span)
  const all = goneBy[span.to] ?? 0
  return evenings.map(({ on, plan, fact }) => {
    // A snapshot is of the evening: the day itself is gone.
    const gone = goneBy[addDays(on, 1)] ?? all
    return { on, plan, fact, expected: plan === null || all === 0 ? null : shareOf(plan, gone, all) }
  })
}
