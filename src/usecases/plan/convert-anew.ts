import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { keyOf } from '#domain/deals/contribution'
import { convertedAnew } from '#domain/deals/winning'
import { rowOf } from '#domain/plan/reconcile'
import type { Ports } from '#ports/ports'
import type { Difference } from '#schemas/plan'
import { commit, notBefore } from '#usecases/deals/commit'

type Needs = Pick<Ports, 'deals' | 'ids'>
type Ask = { readonly at: string; readonly currency: string; readonly ids: readonly string[] }

/**
 * Converts the books of deals anew that were frozen by the digits of one currency alone, each in one transaction with an
 * event that tells plan and reports. What is wrong no longer, or changes in between, is left alone.
 */
export async function convertAnew(ports: Needs, { at, currency, ids }: Ask): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- there are none but once, and each is a transaction of its own
    const found = await convertOne(ports, id, { at, currency })
    if (found !== undefined) differences.push(found)
  }
  return differences
}

async function convertOne(
  ports: Needs,
  id: string,
  { at, currency }: Pick<Ask, 'at' | 'currency'>,
): Promise<Difference | undefined> {
  const deal = await ports.deals.find(id)
  const won = deal?.won === undefined ? undefined : convertedAnew(deal.won, currency)
  if (deal?.won === undefined || won === undefined) return undefined
  const difference = {
    kind: 'conversion' as const,
    month: won.month,
    key: rowOf(keyOf(won)),
    source: id,
    was: [deal.won.baseMinor, 1, 0],
    is: [won.baseMinor, 1, 0],
  }
  const command = { caller: systemCaller('system', 'reconcile-plan'), correlationId: ports.ids.next('cor') }
  const reason = `${won.currency} → ${won.baseCurrency ?? currency}`
  try {
    const detail = { reason, changes: { counts_as: [deal.won.baseMinor, won.baseMinor] as [number, number] } }
    const next = { ...deal, won }
    await commit(ports, command, { was: deal, next, name: 'deal.reattributed', detail, at: notBefore(at, deal) })
    return { ...difference, repaired: true }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...difference, repaired: false }
  }
}
