import type { Calendar } from '#schemas/model'
import { workingDaysBetween } from '#domain/time/calendar'
import type { Bounds } from '#domain/time/period'
import { divideUp, percentOf, ratioOf, shareOf } from '#domain/kernel/ratio'

/** Working days of a period: `gone` are finished ones, `all` every one of it. */
export type WorkingDays = { readonly gone: number; readonly all: number }

/** What progress is worked out from. Sums are integers in minor units, or counts. */
export type ProgressFacts = {
  readonly plan: number | null
  readonly fact: number
  readonly workingDays: WorkingDays
  /** Open deals expected in the period, each times its chance of winning. */
  readonly weightedOpen?: number
}

/** Where a plan stands. Sums are integers in minor units, or counts; `null` is "cannot be said", never 0 or infinity. */
export type Progress = {
  readonly plan: number | null
  readonly fact: number
  /** Fact over plan, one decimal, not capped. */
  readonly percent: number | null
  /** Where the fact should be by now, by finished working days. */
  readonly expected: number | null
  /** The fact at the end of the period if it goes on as until now; unknown on the first working day. */
  readonly runRate: number | null
  /** What each working day that is left must bring, rounded up; 0 when the plan is reached. */
  readonly needPerDay: number | null
  /** Plan minus fact: below 0 when the plan is exceeded. */
  readonly gap: number | null
  /** Weighted open deals over the gap, two decimals; `null` when nothing is missing any more. */
  readonly coverage: number | null
}

/** Says where a plan stands and what must be done today. */
export function progress({ plan, fact, workingDays, weightedOpen }: ProgressFacts): Progress {
  const { gone, all } = workingDays
  const gap = plan === null ? null : plan - fact
  const isMissing = gap !== null && gap > 0
  return {
    plan,
    fact,
    percent: percentOf(fact, plan, 1),
    expected: plan === null || all === 0 ? null : shareOf(plan, gone, all),
    runRate: gone === 0 ? null : shareOf(fact, all, gone),
    needPerDay: gap === null || all <= gone ? null : needPerDay(gap, all - gone),
    gap,
    coverage: isMissing && weightedOpen !== undefined ? ratioOf(Math.round(weightedOpen), gap, 2) : null,
  }
}

/** Counts the working days of a period and how many of them are finished before `today` (a date) begins. */
export function workingDaysOf(calendar: Calendar, { from, to }: Bounds, today: string): WorkingDays {
  const until = today < to ? today : to
  return { gone: workingDaysBetween(calendar, from, until), all: workingDaysBetween(calendar, from, to) }
}

function needPerDay(gap: number, daysLeft: number): number {
  return gap <= 0 ? 0 : Number(divideUp(BigInt(gap), BigInt(daysLeft)))
}
