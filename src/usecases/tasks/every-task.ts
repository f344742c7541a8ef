import type { DealStore } from '#ports/deals'
import type { Task } from '#schemas/task'

/** Every task a deal ever had, whether or not decisions still ask for it. */
export async function everyTaskOf(deals: Pick<DealStore, 'everyTaskOf'>, dealId: string): Promise<readonly Task[]> {
  const { atHand, putAway } = await deals.everyTaskOf(dealId)
  return [...putAway, ...atHand]
}
