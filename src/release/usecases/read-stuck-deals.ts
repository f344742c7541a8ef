import { reaches, type Caller } from '#domain/kernel/access'
import { stuckBecause, type StuckBecause } from '#release/domain/stuck'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/** A deal that could not be seated at the last try, what stood in its way, and of what kind that is. */
export type StuckDealView = { readonly deal: Deal; readonly why: string; readonly because: StuckBecause }

/** Deals that could not follow the rules in force. */
export type StuckDeals = {
  /** The rules they should follow. */
  readonly version: number
  readonly deals: readonly StuckDealView[]
  /** How many more there are that the reader may not see. */
  readonly others: number
}

/** Deals that could not follow, those the reader may see by name; undefined when there are none. Two requests. */
export async function readStuckDeals(
  ports: Pick<Ports, 'deals' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
): Promise<StuckDeals | undefined> {
  const { version = 0, stuck = [] } = (await ports.rules.reseating()) ?? {}
  if (stuck.length === 0) return undefined
  const ids = [...new Set(stuck.map(({ deal }) => deal))]
  const found = new Map((await ports.deals.findMany(ids)).map((deal) => [deal.id, deal]))
  const deals = stuck.flatMap(({ deal: id, why }): readonly StuckDealView[] => {
    const deal = found.get(id)
    const isSeen = deal !== undefined && reaches(caller, 'deals_read', deal.owner, people)
    return isSeen ? [{ deal, why, because: stuckBecause(why) }] : []
  })
  return { version, deals, others: stuck.length - deals.length }
}
