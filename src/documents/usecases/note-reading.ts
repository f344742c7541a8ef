import { buyerOf } from '#domain/deals/of-buyer'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import { dayOf, readerOf } from '#usecases/people/count-reading'

/**
 * Keeps that somebody reads what a document says: as a look at the card of whoever buys, once a day, before they are shown
 * it. Whoever manages the deal or issues such documents has to do with the client, so it counts for no budget of theirs.
 */
export async function noteReading(
  { clock, reading, rules }: Pick<Ports, 'clock' | 'reading' | 'rules'>,
  caller: Caller,
  { deal, mayIssue }: { deal: Deal; mayIssue: boolean },
): Promise<void> {
  const client = buyerOf(deal)
  if (client === undefined) return
  const at = clock.now()
  const isOwn = mayIssue || deal.owner === caller.employee
  await reading.look({ reader: readerOf(caller), day: await dayOf({ rules }, at), client, at }, async () => isOwn)
}
