import { workingSecondsBetween } from '#domain/time/calendar'
import { instantOf, msOf } from '#domain/time/zone'
import type { IntegrationDay } from '#schemas/integration'
import type { Calendar } from '#schemas/model'

/** So many working days back it is looked at what usually comes. */
export const usualDays = 28

/** What speaks so often in an hour of work is missed when it does not. */
const leastAnHour = 5

/** So long in working time it may say nothing. */
const longestSeconds = 2 * 3_600

/**
 * Whether something that usually speaks has said nothing for two hours of work: a dead notice of a provider is the way
 * requests get lost. What speaks seldom is never called silent.
 */
export function isSilent(
  { lastAt, days }: { readonly lastAt: string; readonly days: readonly IntegrationDay[] },
  now: string,
  calendar: Calendar,
): boolean {
  if (workingSecondsBetween(calendar, lastAt, now) < longestSeconds) return false
  const from = instantOf(msOf(now) - usualDays * 86_400_000)
  const worked = workingSecondsBetween(calendar, from, lastAt) / 3_600
  const arrived = days.filter(({ day }) => day >= from.slice(0, 10)).reduce((sum, one) => sum + one.arrived, 0)
  return worked > 0 && arrived / worked >= leastAnHour
}
