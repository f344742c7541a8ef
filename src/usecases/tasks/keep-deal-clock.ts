import { again, whileOthersWrite } from '#usecases/while-others-write'
import { clockFor } from '#domain/deals/deal-clock'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { rulesFor } from '#usecases/deals/deal-file'

type Needs = Pick<Ports, 'deals' | 'people' | 'rules'>

/** Sets the clock of a deal after anything has happened to it, by the deal as it is now. */
export async function keepDealClock(ports: Needs, event: DomainEvent): Promise<void> {
  const { dealId } = event.detail
  const humanAt = event.actor.kind === 'employee' ? { humanAt: event.at } : {}
  await whileOthersWrite(`The clock of ${dealId} was set`, async () => {
    const was = await ports.deals.clockOf(dealId)
    // The deal is read after the clock: whoever wrote the clock before us has not seen a younger deal than we do.
    const deal = await ports.deals.find(dealId)
    if (deal === undefined) return undefined
    const [rules, org] = await Promise.all([rulesFor(ports, deal), ports.people.load()])
    const clock = clockFor(deal, was, { rules, org, ...humanAt })
    if (clock === undefined) return undefined
    const isKept = await ports.deals.keepClock({ clock, ...(was === undefined ? {} : { wasRev: was.rev }) })
    return isKept ? undefined : again
  })
}
