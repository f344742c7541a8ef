import { isNote } from '#domain/deals/fold'
import { clockFor } from '#domain/deals/deal-clock'
import type { Ports } from '#ports/ports'
import { ownRules } from '#usecases/deals/deal-file'

import type { Seen } from './seat-after'

type Needs = Pick<Ports, 'deals' | 'people' | 'rules'>

/** Sets the clock of a deal after anything has happened to it, by the deal as it is now. */
export async function keepDealClock(ports: Needs, dealId: string): Promise<(seen: Seen) => Promise<boolean>> {
  const was = await ports.deals.clockOf(dealId)
  return async ({ deal, people, events }) => {
    const changes = events.filter((event) => !isNote(event))
    if (changes.length === 0) return true
    const rules = await ownRules(ports, deal)
    const touched = changes.flatMap(({ actor, at }) => (actor.kind === 'employee' ? [at] : [])).toSorted()
    const humanAt = touched.at(-1)
    const clock = clockFor(deal, was, { rules, org: people, ...(humanAt === undefined ? {} : { humanAt }) })
    if (clock === undefined) return true
    return ports.deals.keepClock({ clock, ...(was === undefined ? {} : { wasRev: was.rev }) })
  }
}
