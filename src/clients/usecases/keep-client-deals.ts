import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

import { moveLateDeal, type Needs } from './merging/move-deals'

/**
 * Keeps with each client of a deal that they are in it: role and date, nothing that a move changes. The deal is read as it
 * is now, so that an event may come twice, late or out of order. A card that was merged meanwhile hands the deal on.
 */
export async function keepClientDeals(ports: Pick<Ports, 'clients'> & Needs, event: DomainEvent): Promise<void> {
  const { deals, clients, merges } = ports
  const deal = await deals.find(event.detail.dealId)
  const { links = [] } = deal ?? {}
  if (deal === undefined || links.length === 0) return
  const cards = new Map((await clients.findMany(links.map(({ client }) => client))).map((one) => [one.client.id, one]))
  for (const { client, role } of links) {
    const row = { deal: deal.id, since: deal.createdAt, role }
    const card = cards.get(client)?.client
    // oxlint-disable-next-line no-await-in-loop -- a deal has few clients
    const merge = card?.into === undefined ? undefined : await merges.find(card.merge ?? '')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await (merge === undefined
      ? clients.keepDeal(client, row)
      : moveLateDeal(ports, { ...merge, winner: card?.into ?? merge.winner }, row))
  }
}
