import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

/**
 * Keeps with each client of a deal that they are in it: role and date, nothing that a move changes. The deal is read as it
 * is now, so that an event may come twice, late or out of order.
 */
export async function keepClientDeals(
  { deals, clients }: Pick<Ports, 'deals' | 'clients'>,
  event: DomainEvent,
): Promise<void> {
  const deal = await deals.find(event.detail.dealId)
  if (deal === undefined) return
  const row = { deal: deal.id, since: deal.createdAt }
  await Promise.all((deal.links ?? []).map(({ client, role }) => clients.keepDeal(client, { ...row, role })))
}
