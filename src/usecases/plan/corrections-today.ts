import { sumToday } from '#domain/plan/new-currency'
import type { Ports } from '#ports/ports'
import type { NotedCorrection } from '#schemas/plan'

/** What was corrected of closed months, in the currency the company reckons in today. */
export async function correctionsToday(
  { settings }: Pick<Ports, 'settings'>,
  noted: readonly NotedCorrection[],
): Promise<readonly NotedCorrection[]> {
  const changes = noted.length === 0 ? [] : await settings.currencyChanges()
  if (changes.length === 0) return noted
  return noted.map((one) => ({ ...one, sumMinor: sumToday(one.sumMinor, one.at, changes) }))
}
