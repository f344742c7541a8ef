import { toPutAway } from '#domain/deals/put-away'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

import { keepDealClock } from './keep-deal-clock'
import { seatAfter, type Seen } from './seat-after'

/**
 * Something that is kept of a deal beside it, after its tasks have been seen to. It reads what it has kept before the deal is
 * read: whoever wrote that has not seen a younger deal. What it answers is then given the deal, and answers false where
 * somebody else has written meanwhile.
 */
export type Follower<P> = (ports: P, dealId: string) => Promise<(seen: Seen) => Promise<boolean>>

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'people' | 'rules'>

/** A task that what it waits for has closed, too: also one that appears when that is done already. Most deals have none. */
const closing: Follower<Needs> = async (ports) => async (seen) => {
  const waits = seen.tasks.some(({ status, closesWhen }) => status === 'open' && closesWhen !== undefined)
  return !waits || (await import('./close-by-facts')).closeAll(ports, seen)
}

/** What the core keeps of a deal that follows from its events. */
const ofTheCore: readonly Follower<Needs>[] = [keepDealClock, closing]

/**
 * Does what follows from the events of one deal: makes its tasks what its stage asks for, sets its clock, and whatever
 * others keep of it, all by one reading of the deal as it is now. Right in any order, any number of times, and after a crash
 * half-way. Notes alone bring neither tasks nor a clock.
 */
export async function followDeal<P extends Needs>(
  ports: P,
  events: readonly DomainEvent[],
  others: readonly Follower<P>[] = [],
): Promise<void> {
  const dealId = events[0]?.detail.dealId
  if (dealId === undefined) return
  await whileOthersWrite(`What follows for ${dealId} was written`, async () => {
    const [people, ...keepers] = await Promise.all([
      ports.people.load(),
      ...[...ofTheCore, ...others].map((follow) => follow(ports, dealId)),
    ])
    const [deal, { atHand, putAway }] = await Promise.all([ports.deals.find(dealId), ports.deals.everyTaskOf(dealId)])
    // The event is written with the deal, so a deal that is not there was never there: nothing follows for it.
    if (deal === undefined) return undefined
    const seated = await seatAfter(ports, { deal, tasks: [...putAway, ...atHand], people, events })
    if (seated === undefined) return again
    const seen = { deal, tasks: seated, people, events }
    const kept = await Promise.all(keepers.map((keep) => keep(seen)))
    if (kept.includes(false)) return again
    const over = toPutAway(atHand, deal.visit.no)
    if (over.length > 0) await ports.deals.putTasksAway(over)
    return undefined
  })
}
